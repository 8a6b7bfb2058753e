"""The name of a video tells whether somebody edited it, and no video takes another's name."""

from pathlib import Path

from transcribe_video.backend.store.store import Store
from transcribe_video.delivery.video_place import ExportPlace, deliver, place_for


def test_only_an_edit_is_called_edited(tmp_path: Path) -> None:
    source, home = tmp_path / "talk.mov", tmp_path / "home"
    for is_edited, stem in ((False, "talk (export)"), (True, "talk (edited)")):
        found = place_for(None, [source], "", tmp_path, home, is_edited=is_edited)
        assert found == ExportPlace(tmp_path, stem)
    assert place_for(None, [source], "", tmp_path, home) == ExportPlace(tmp_path, "talk (export)")


def test_a_video_that_was_delivered_stays_and_only_the_same_is_not_delivered_twice(
    tmp_path: Path,
) -> None:
    store, place = Store(tmp_path / "home"), ExportPlace(tmp_path, "talk (edited)")
    (tmp_path / "talk (edited).mp4").write_bytes(b"someone else's")
    delivered = []
    for number, content in enumerate((b"first", b"second", b"first", b"second")):
        draft = place.draft(f"job_{number}")
        draft.write_bytes(content)
        delivered.append(deliver(draft, place, store.exports, "talk.mov", "s").name)
        assert not draft.exists()
    store.close()
    names = ["talk (edited) (2).mp4", "talk (edited) (3).mp4"]
    assert delivered == names * 2
    contents = [path.read_bytes() for path in sorted(tmp_path.glob("*.mp4"))]
    assert sorted(contents) == [b"first", b"second", b"someone else's"]
