from pathlib import Path

import pytest

from transcribe_video.client.attribution import attribution, platform_of
from transcribe_video.errors import ConfigurationError
from transcribe_video.skill import Skill


def _skill(folder: Path, name: str = "transcribe-video-to-text", version: str = "1.10") -> Skill:
    return Skill(folder, name, version)


def test_the_headers_say_which_skill_is_calling(tmp_path: Path) -> None:
    assert attribution(_skill(tmp_path)) == {
        "X-Skill-Source": "transcribe-video-to-text",
        "X-Skill-Version": "1.10",
        "X-Skill-Platform": "unknown",
    }


def test_the_platform_that_a_person_sets_counts_before_the_path(tmp_path: Path) -> None:
    skill = _skill(tmp_path / ".cursor" / "skills" / "x")
    assert attribution(skill, "mine")["X-Skill-Platform"] == "mine"


@pytest.mark.parametrize(
    ("path", "platform"),
    [
        ("/home/ana/.clawhub/skills/x", "clawhub"),
        ("/home/ana/.clawdhub/x", "clawhub"),
        ("/home/ana/.cursor/skills/x", "cursor"),
        ("/home/ana/work/.cursor/skills/x", "cursor"),
        ("/home/ana/.cursor/plugins/cache/market/x/0123abcd/skills/x", "cursor"),
        ("/home/ana/.cursor/plugins/local/x/skills/x", "cursor"),
        (r"C:\Users\ana\.cursor\skills\x", "cursor"),
        (r"C:\Users\ana\.clawhub\x", "clawhub"),
        (r"C:\Users\ana/.cursor\skills/x", "cursor"),
        ("/home/ana/.clawhub/.cursor/skills/x", "clawhub"),
        ("/home/ana/skills/x", "unknown"),
        ("/home/ana/.cursor/x", "unknown"),
        ("/home/ana/.cursor/extensions/skills/x", "unknown"),
        ("/home/ana/my.cursor/skills/x", "unknown"),
        ("/home/ana/.cursor/skills-old/x", "unknown"),
        ("/home/ana/.clawhubs/x", "unknown"),
        ("/home/ana/not.clawhub/x", "unknown"),
        ("/home/ana/.cursor/skills/../../x", "unknown"),
        ("/home/ana/.claude/skills/x", "unknown"),
    ],
)
def test_the_path_tells_who_installed_the_skill(path: str, platform: str) -> None:
    assert platform_of(Path(path)) == platform


@pytest.mark.parametrize("folder", [".clawhub", ".clawdhub"])
def test_the_mark_that_an_installer_leaves_counts(folder: str, tmp_path: Path) -> None:
    skill = tmp_path / "skills" / "x"
    (skill / folder).mkdir(parents=True)
    assert platform_of(skill) == "unknown"
    (skill / folder / "origin.json").write_text("{}")
    assert platform_of(skill) == "clawhub"


def test_the_path_as_it_is_written_counts_before_where_it_leads(tmp_path: Path) -> None:
    shelf, cursor = tmp_path / ".clawhub" / "x", tmp_path / ".cursor" / "skills"
    plain = tmp_path / "plain"
    for folder in (shelf, cursor, plain):
        folder.mkdir(parents=True)
    (cursor / "x").symlink_to(shelf)
    (plain / "x").symlink_to(shelf)

    assert platform_of(cursor / "x") == "cursor"
    assert platform_of(plain / "x") == "clawhub"


def test_a_path_from_the_current_folder_is_seen_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / ".cursor" / "skills" / "x"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    assert platform_of(Path()) == "cursor"


def test_a_circle_of_links_is_of_no_platform(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert platform_of(tmp_path / "a") == "unknown"


@pytest.mark.parametrize("value", ["Müller", "a\nb", "a\tb", "", " ", "\x7f", "名"])
def test_what_cannot_stand_in_a_header_is_refused_before_sending(
    value: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfigurationError) as raised:
        attribution(_skill(tmp_path, name=value))
    assert str(raised.value) == (
        "The header X-Skill-Source cannot be sent: its value is empty or holds other characters "
        "than printable ASCII. Correct the setting or the file that it is taken from."
    )
