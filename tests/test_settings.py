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
        language="en",
        wait_s=25,
        still_working_s=120,
        idle_s=600,
        skill_source=None,
    )


def test_every_setting_is_taken_from_the_environment(tmp_path: Path) -> None:
    environment = {
        "TRANSCRIBE_VIDEO_HOME": str(tmp_path / "home"),
        "TRANSCRIBE_VIDEO_MODEL": "small",
        "HF_ENDPOINT": "https://hub.example/",
        "HF_HUB_OFFLINE": "1",
        "NEMO_LANGUAGE": "zh",
        "NEMO_WAIT_S": "1.5",
        "NEMO_STILL_WORKING_S": "3",
        "TRANSCRIBE_VIDEO_IDLE_S": "0",
        "SKILL_SOURCE": "a marketplace",
    }
    assert load_settings(environment) == Settings(
        home=tmp_path / "home",
        model="small",
        is_model_chosen=True,
        hub_url="https://hub.example",
        hub_allowed=False,
        language="zh",
        wait_s=1.5,
        still_working_s=3,
        idle_s=0,
        skill_source="a marketplace",
    )


@pytest.mark.parametrize("value", ["soon", "-1", "nan", "inf", "1e9"])
def test_what_is_no_number_of_seconds_is_refused(value: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        load_settings({"NEMO_WAIT_S": value})
    assert str(raised.value) == (
        f"NEMO_WAIT_S cannot be “{value}”: that is not a number of seconds. "
        "Set it to a number such as 25, or leave it unset."
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


def test_a_models_folder_is_found_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("mine", "of/small", "small"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "mine" / "model.bin").touch()
    mine, small = (str(tmp_path / name) for name in ("mine", "of/small"))
    table = {"mine": mine, "of/small": small, "small": "small", "no/such": "no/such"}
    for written, model in table.items():
        assert load_settings({"TRANSCRIBE_VIDEO_MODEL": written}).model == model
