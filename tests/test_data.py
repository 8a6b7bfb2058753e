"""The page that says what is kept is true."""

import re
from contextlib import closing
from pathlib import Path

import pytest

from command import SAMPLE, Command
from transcribe_video.backend.store.store import Store
from transcribe_video.database import open_database
from transcribe_video.documents.shelf import Shelf
from transcribe_video.manifest import Manifest
from transcribe_video.mishap import write_mishap
from transcribe_video.tools.wishes import Wishes

PAGE = Path(__file__).parents[1] / "docs" / "data.md"


@pytest.fixture
def page() -> str:
    return PAGE.read_text("utf-8")


def test_everything_that_is_kept_stands_on_the_page(
    page: str, quick: Command, tmp_path: Path
) -> None:
    ran = quick.run(SAMPLE, "-o", tmp_path)
    assert ran.code == 0, ran.said
    _do_what_is_rarely_needed(quick.home)
    kept = {f"{path.name}/" if path.is_dir() else path.name for path in quick.home.iterdir()}

    named = {name for row in page.splitlines() if row.startswith("| `") for name in _names(row)}
    beside = {name for name in kept if name.endswith(("-wal", "-shm", ".lock"))}
    assert kept - beside == named


def _names(row: str) -> list[str]:
    return re.findall(r"`([^`]+)`", row.split("|")[1])


def _do_what_is_rarely_needed(home: Path) -> None:
    write_mishap(home, KeyError())
    Wishes(home).keep("chat_1", {"format": "srt"})
    Shelf(home).place(home.parent / "gone" / "a.mp4", {".txt": b"text"})
    with closing(Store(home)) as store:
        store.media.folder(store.sessions.create("film.mp4", "en", "").session_id)


def test_the_endings_that_the_page_names_are_the_databases(page: str, tmp_path: Path) -> None:
    path = tmp_path / "any.sqlite3"
    path.write_bytes(b"no database at all" * 100)
    base = open_database(path, "CREATE TABLE IF NOT EXISTS any (thing)", busy_s=1)

    others = {file.name.removeprefix(path.name) for file in tmp_path.iterdir()} - {""}
    base.close()
    assert others == {"-wal", "-shm", ".damaged", ".lock"}
    assert all(f"`{end}`" in page for end in others)


def test_the_days_on_the_page_are_those_of_the_manifest(page: str, manifest: Manifest) -> None:
    assert f"kept for {manifest.limits.kept_work_days:.0f} days" in page
