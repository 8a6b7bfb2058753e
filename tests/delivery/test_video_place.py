"""The name of a video tells whether somebody edited it."""

from pathlib import Path

from transcribe_video.delivery.video_place import ExportPlace, place_for


def test_only_an_edit_is_called_edited(tmp_path: Path) -> None:
    source, home = tmp_path / "talk.mov", tmp_path / "home"
    for is_edited, stem in ((False, "talk (export)"), (True, "talk (edited)")):
        found = place_for(None, [source], "", tmp_path, home, is_edited=is_edited)
        assert found == ExportPlace(tmp_path, stem)
    assert place_for(None, [source], "", tmp_path, home) == ExportPlace(tmp_path, "talk (export)")
