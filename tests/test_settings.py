from pathlib import Path

import pytest
import yaml
from platformdirs import user_data_path

from command import ROOT
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
        backend="local",
        token=None,
        client_id=None,
        api_url="https://mega-api-prod.nemovideo.ai",
        web_url="https://nemovideo.com",
        config=Path.home() / ".config" / "nemovideo",
        render_first_poll_s=10,
        render_poll_s=30,
        stream_timeout_s=900,
        heartbeat_timeout_s=600,
        recovery_waits_s=(30, 60, 60, 60, 60),
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
        "NEMO_BACKEND": "Cloud",
        "NEMO_TOKEN": " nmv_usr_1\n",
        "NEMO_CLIENT_ID": " 1 ",
        "NEMO_API_URL": "https://api.example/nemo/ ",
        "NEMO_WEB_URL": "http://localhost:8000//",
        "NEMO_RENDER_FIRST_POLL_S": "0.1",
        "NEMO_RENDER_POLL_S": "0.2",
        "NEMO_STREAM_TIMEOUT_S": "7",
        "NEMO_HEARTBEAT_TIMEOUT_S": "5",
        "NEMO_RECOVERY_WAITS_S": "0, 0.5",
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
        backend="cloud",
        token="nmv_usr_1",  # noqa: S106
        client_id="1",
        api_url="https://api.example/nemo",
        web_url="http://localhost:8000",
        config=Path.home() / ".config" / "nemovideo",
        render_first_poll_s=0.1,
        render_poll_s=0.2,
        stream_timeout_s=7,
        heartbeat_timeout_s=5,
        recovery_waits_s=(0, 0.5),
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
    manifest = yaml.safe_load((ROOT / "manifest.yaml").read_text("utf-8"))
    assert load_settings(dict.fromkeys(manifest["environment"], "")) == load_settings({})


def test_what_there_is_no_backend_of_is_refused() -> None:
    with pytest.raises(ConfigurationError) as raised:
        load_settings({"NEMO_BACKEND": "clout"})
    assert str(raised.value) == (
        "NEMO_BACKEND cannot be “clout”: there is no backend of that name. Set it to local, which "
        "does all work on this machine, or to cloud, which sends files to NemoVideo, or leave it "
        "unset for local."
    )


def test_a_token_that_happens_to_be_there_sends_nothing_to_the_cloud() -> None:
    assert load_settings({"NEMO_TOKEN": "nmv_usr_1"}).backend == "local"


def test_neither_a_token_nor_a_client_id_is_shown() -> None:
    settings = load_settings({"NEMO_TOKEN": "nmv_usr_1", "NEMO_CLIENT_ID": "5ee9"})
    assert "nmv_usr_1" not in repr(settings)
    assert "5ee9" not in repr(settings)


@pytest.mark.parametrize("name", ["NEMO_API_URL", "NEMO_WEB_URL"])
@pytest.mark.parametrize(
    "address",
    [
        "http://api.example",
        "http://127.0.0.1.example",
        "ftp://127.0.0.1",
        "https://",
        "https://:443",
        "api.example",
        "https://api.example:port",
        "https://api.example:0",
        "https://[::1",
        "https://me:secret@api.example",
        "https://api.example?a=1",
        "https://api.example#a",
        "https://api.example/a b",
        "https://api.example\\@evil.example",
        "https://ápi.example",
    ],
)
def test_a_token_goes_to_no_address_where_it_could_be_read(name: str, address: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        load_settings({"NEMO_BACKEND": "cloud", name: address})
    assert str(raised.value).startswith(f"{name} cannot be used: it is not an address that begins")
    assert "secret" not in str(raised.value)
    load_settings({name: address})  # which concerns nobody who does not use the cloud


@pytest.mark.parametrize("address", ["http://127.0.0.1:81", "http://[::1]:81", "http://localhost"])
def test_this_machine_may_be_the_cloud_without_encryption(address: str) -> None:
    assert load_settings({"NEMO_BACKEND": "cloud", "NEMO_API_URL": address}).api_url == address


@pytest.mark.parametrize("value", ["soon", "1;2", "1,,2", "-1", "1,inf", "nan", ",".join("1" * 21)])
def test_what_is_no_list_of_seconds_is_refused(value: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        load_settings({"NEMO_RECOVERY_WAITS_S": value})
    assert str(raised.value) == (
        f"NEMO_RECOVERY_WAITS_S cannot be “{value}”: that is not a list of seconds. "
        "Set it to numbers such as 30,60,60,60,60, or leave it unset."
    )


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
