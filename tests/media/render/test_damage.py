"""What is damaged in the middle of a recording is told with the video."""

import random
from pathlib import Path
from typing import Any

import pytest

from media.conftest import Convert
from media.render.renderer import Renderer, caption, clip

_BURNED: Any = {"captions": [caption(0, 500, "x")], "caption_style": {"is_burned": True}}
_SOUND = "“{}” is damaged in places: what cannot be read of its sound is silent."
_PICTURE = (
    "“{}” is damaged in places: what cannot be read of its picture is left out, and the one before "
    "it stands still."
)


@pytest.fixture
def whole(convert: Convert) -> Path:
    """Four seconds, of which every second begins with a keyframe."""
    picture = ("-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=4")
    tone = ("-f", "lavfi", "-i", "sine=d=4", "-c:a", "aac", "-g", "25", "-pix_fmt", "yuv420p")
    return convert("whole.mp4", *picture, *tone)


@pytest.fixture
def damaged(whole: Path) -> Path:
    content = bytearray(whole.read_bytes())
    third = len(content) // 3
    content[third : 2 * third] = random.Random(1).randbytes(third)
    path = whole.with_name("damaged.mp4")
    path.write_bytes(content)
    return path


def test_damage_is_told_in_every_way_of_rendering_that_decodes_it(
    damaged: Path, renderer: Renderer
) -> None:
    done = renderer.run(clip(damaged, 0, 3_900), **_BURNED).done
    assert set(done["notes"]) == {_SOUND.format(damaged.name), _PICTURE.format(damaged.name)}
    renderer.target.unlink()
    done = renderer.run(clip(damaged), fades={"sound_in_ms": 300}).done
    assert (done["method"]["name"], done["notes"]) == (
        "smart render",
        [_SOUND.format(damaged.name)],
    )


def test_nothing_is_said_of_what_is_whole(whole: Path, renderer: Renderer) -> None:
    assert renderer.run(clip(whole, 1_300, 2_000), **_BURNED).done["notes"] == []


@pytest.mark.parametrize("name", ["v.mpg", "v.vob", "v.ts"])
def test_beginning_in_the_middle_is_no_damage(
    name: str, containers: Path, renderer: Renderer
) -> None:
    assert renderer.run(clip(containers / name, 1_234, 800)).done["notes"] == []
