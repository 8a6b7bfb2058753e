from pathlib import Path

import pytest
from platformdirs import user_data_path

from transcribe_video.errors import ConfigurationError
from transcribe_video.settings import Settings, load_settings


def test_every_setting_has_a_default() -> None:
    assert load_settings({}) == Settings(
        home=user_data_path("transcribe-video-to-text", appauthor=False),
        model="base",
        is_model_chosen=False,
        hub_url="https://huggingface.co",
        hub_allowed=True,
    )


def test_every_setting_is_taken_from_the_environment(tmp_path: Path) -> None:
    environment = {
        "TRANSCRIBE_VIDEO_HOME": str(tmp_path / "home"),
        "TRANSCRIBE_VIDEO_MODEL": "small",
        "HF_ENDPOINT": "https://hub.example/",
        "HF_HUB_OFFLINE": "1",
    }
    assert load_settings(environment) == Settings(
        home=tmp_path / "home",
        model="small",
        is_model_chosen=True,
        hub_url="https://hub.example",
        hub_allowed=False,
    )


def test_an_empty_value_counts_as_unset() -> None:
    names = "TRANSCRIBE_VIDEO_HOME", "TRANSCRIBE_VIDEO_MODEL", "HF_ENDPOINT", "HF_HUB_OFFLINE"
    assert load_settings(dict.fromkeys(names, "")) == load_settings({})


@pytest.mark.parametrize(
    ("value", "allowed"),
    [("0", True), ("false", True), ("No", True), ("1", False), ("TRUE", False), ("on", False)],
)
def test_the_hub_can_be_forbidden(value: str, allowed: bool) -> None:  # noqa: FBT001
    assert load_settings({"HF_HUB_OFFLINE": value}).hub_allowed is allowed


def test_the_home_may_be_written_from_the_users_or_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))

    for written in ("~/home", "home", str(tmp_path / "home")):
        assert load_settings({"TRANSCRIBE_VIDEO_HOME": written}).home == tmp_path / "home"


def test_models_lie_in_the_home(tmp_path: Path) -> None:
    assert Settings(tmp_path).models == tmp_path / "models"


@pytest.mark.parametrize("value", ["~nobody-of-that-name/home", "a file"])
def test_a_home_that_is_no_folder_is_an_error_that_names_the_setting(
    value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a file").touch()

    with pytest.raises(ConfigurationError) as raised:
        load_settings({"TRANSCRIBE_VIDEO_HOME": value})
    assert str(raised.value) == (
        f"TRANSCRIBE_VIDEO_HOME cannot be “{value}”: "
        "that is not a folder that can be used. Set it to a folder, or leave it unset."
    )
