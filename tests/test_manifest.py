import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from command import ROOT, SAMPLE, Command
from transcribe_video.conversation.routing import routed
from transcribe_video.errors import ConfigurationError
from transcribe_video.manifest import Limits, Route, load_manifest
from transcribe_video.settings import DEFAULT_API, DEFAULT_HUB, load_settings

WHOLE = {
    "limits": {"recording_h": 1, "kept_work_days": 2, "upload_mb": 3, "fetch_mb": 4},
    "timeouts": {
        "backend_start_s": 6,
        "fetch_connect_s": 7,
        "fetch_read_s": 8,
        "fetch_total_s": 9,
        "longest_wait_s": 10,
        "hub_connect_s": 4,
        "hub_read_s": 0.5,
    },
    "routing": [{"intent": "export", "keywords": ["export"]}],
}


@pytest.fixture
def skill(tmp_path: Path) -> Path:
    """A copy of the skill's folder, to edit."""
    folder = tmp_path / "skill"
    folder.mkdir()
    for name in ("SKILL.md", "manifest.yaml"):
        shutil.copy(ROOT / name, folder)
    return folder


def _edit(skill: Path, old: str, new: str) -> None:
    path = skill / "manifest.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _manifest(folder: Path, *keys: str | int, value: object) -> Path:
    """A whole manifest in which the value at ``keys`` is another; None takes it out."""
    content = yaml.safe_load(yaml.safe_dump(WHOLE))
    *way, last = keys
    place = content
    for key in way:
        place = place[key]
    if value is None:
        del place[last]
    else:
        place[last] = value
    (folder / "manifest.yaml").write_text(yaml.safe_dump(content), "utf-8")
    return folder


def _sentence(folder: Path, why: str) -> str:
    return f"“{folder / 'manifest.yaml'}” cannot be used: {why}. Mend it or reinstall the skill."


def test_a_longer_recording_than_the_edited_limit_allows_is_refused(
    skill: Path, tmp_path: Path
) -> None:
    _edit(skill, "recording_h: 24", "recording_h: 0.002")

    ran = Command(tmp_path / "home").run(SAMPLE, "--skill", skill, "-o", tmp_path / "out")

    assert (ran.code, ran.printed) == (1, "")
    assert ran.sentence.startswith(
        "“inaugural_address.mp4” cannot be transcribed: it says that it is 0:11 long, "
        "and 0.002 hours are the most that is worked on."
    )
    assert list((tmp_path / "out").iterdir()) == []


def test_an_edited_table_sends_messages_another_way(skill: Path) -> None:
    assert routed("ship it", load_manifest(skill).routing).intents == ("chat",)

    _edit(skill, "keywords: [export,", "keywords: [ship it, export,")

    assert routed("ship it", load_manifest(skill).routing).intents == ("export",)


def test_an_edited_timeout_is_loaded(skill: Path) -> None:
    _edit(skill, "hub_read_s: 30", "hub_read_s: 0.25")
    assert load_manifest(skill).timeouts.hub_read_s == 0.25


def test_a_manifest_that_cannot_be_used_ends_the_command_before_any_work(
    skill: Path, tmp_path: Path
) -> None:
    _edit(skill, "recording_h: 24", "recording_h: a day")

    ran = Command(tmp_path / "home").run(SAMPLE, "--skill", skill)

    assert (ran.code, ran.printed) == (2, "")
    assert "“limits.recording_h”" in ran.sentence
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("keys", "value", "why"),
    [
        (("limits",), None, "“limits”: it is missing"),
        (("limits",), 5, "“limits”: it is not a table of values"),
        (("limits", "recording_h"), None, "“limits.recording_h”: it is missing"),
        (("limits", "recording_h"), 0, "“limits.recording_h”: it is not above zero"),
        (("limits", "recording_h"), -1, "“limits.recording_h”: it is not above zero"),
        (("limits", "recording_h"), "a day", "“limits.recording_h”: it is not a number"),
        (("limits", "recording_h"), True, "“limits.recording_h”: it is not a number"),
        (("limits", "recording_h"), float("inf"), "“limits.recording_h”: it is not a number"),
        (("limits", "recording_h"), float("nan"), "“limits.recording_h”: it is not a number"),
        (("limits", "recording_h"), 1e300, "“limits.recording_h”: it is more than 1,000,000"),
        (("limits", "hours"), 24, "“limits.hours”: nothing of that name is known"),
        (("limits", "kept_work_days"), [1], "“limits.kept_work_days”: it is not a number"),
        (("timeouts",), None, "“timeouts”: it is missing"),
        (("timeouts", "hub_connect_s"), 0, "“timeouts.hub_connect_s”: it is not above zero"),
        (("timeouts", "hub_connect_s"), None, "“timeouts.hub_connect_s”: it is missing"),
        (("timeouts", "hub_read_s"), "", "“timeouts.hub_read_s”: it is not a number"),
        (("routing",), None, "“routing”: it is missing"),
        (("routing",), "export", "“routing”: it is not a list"),
        (("routing", 0), ["export"], "“routing.0”: it is not a table of values"),
        (("routing", 0, "intent"), None, "“routing.0.intent”: it is missing"),
        (("routing", 0, "intent"), "", "“routing.0.intent”: it is empty"),
        (("routing", 0, "keywords"), [], "“routing.0.keywords”: it is empty"),
        (("routing", 0, "keywords"), "export", "“routing.0.keywords”: it is not a list"),
        (("routing", 0, "keywords"), ["a", 404], "“routing.0.keywords.1”: it is not text"),
        (("routing", 0, "keywords"), ["a", ""], "“routing.0.keywords.1”: it is empty"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(
    keys: tuple[str | int, ...], value: object, why: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfigurationError) as raised:
        load_manifest(_manifest(tmp_path, *keys, value=value))
    assert str(raised.value) == _sentence(tmp_path, why)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "it cannot be read"),
        (b"limits: [", "it is not valid YAML"),
        (b"limits: \xff", "it is not valid YAML"),
        (b"limits: !!python/object:os.system {}", "it is not valid YAML"),
        (b"", "it holds no limits, timeouts and routing"),
        (b"- limits", "it holds no limits, timeouts and routing"),
    ],
)
def test_a_manifest_that_is_none_is_an_error(
    content: bytes | None, why: str, tmp_path: Path
) -> None:
    path = tmp_path / "manifest.yaml"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(ConfigurationError) as raised:
        load_manifest(tmp_path)
    assert str(raised.value) == _sentence(tmp_path, why)


def test_all_of_a_manifest_is_loaded(tmp_path: Path) -> None:
    loaded = load_manifest(_manifest(tmp_path, "more", value="of what a host wants to know"))
    assert loaded.limits == Limits(recording_h=1, kept_work_days=2, upload_mb=3, fetch_mb=4)
    assert loaded.limits.recording_ms == 3_600_000
    assert loaded.timeouts.model_dump() == WHOLE["timeouts"]
    assert loaded.routing == (Route(intent="export", keywords=("export",)),)


def test_the_shipped_manifest_names_every_variable_that_is_read() -> None:
    read: set[str] = set()

    class Environment(dict[str, str]):
        def get(self, name: str, default: object = None) -> object:  # type: ignore[override]
            read.add(name)
            return default

    load_settings(Environment())
    assert set(_shipped()["environment"]) == read


def test_the_shipped_manifest_names_the_hosts_that_are_contacted() -> None:
    hosts = [place["host"] for place in _shipped()["hosts_contacted"]]
    assert hosts == [
        DEFAULT_HUB.removeprefix("https://"),
        "the address of a recording",
        DEFAULT_API.removeprefix("https://"),
        "the address of a finished video",
    ]


def _shipped() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((ROOT / "manifest.yaml").read_text("utf-8"))
    return content
