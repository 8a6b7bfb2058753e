"""What the program is shipped with, read once."""

from functools import cache

from transcribe_video.manifest import Manifest, load_manifest
from transcribe_video.skill import skill_folder


@cache
def shipped_manifest() -> Manifest:
    return load_manifest(skill_folder())
