"""The page that says what is kept is true."""

from pathlib import Path

import pytest

from transcribe_video.database import open_database
from transcribe_video.documents.shelf import Shelf
from transcribe_video.manifest import Manifest
from transcribe_video.media.scratch import Scratch
from transcribe_video.mishap import write_mishap
from transcribe_video.settings import Settings
from transcribe_video.speech.ledger import Ledger

PAGE = Path(__file__).parents[1] / "docs" / "data.md"


@pytest.fixture
def page() -> str:
    return PAGE.read_text("utf-8")


def test_everything_that_is_kept_stands_on_the_page(page: str, tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")
    write_mishap(settings.home, KeyError())
    Ledger(settings.home, kept_days=1).close()
    Shelf(settings.home).place(tmp_path / "gone" / "a.mp4", {".txt": b"text"})
    Scratch(settings.home / "scratch").close()
    settings.models.mkdir()

    kept = {f"{path.name}/" if path.is_dir() else path.name for path in settings.home.iterdir()}
    assert kept == {row.split("`")[1] for row in page.splitlines() if row.startswith("| `")}


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
