"""The endings that names of recordings have, for finding them in a folder.

A file that a person names is judged by what is in it; these serve only to choose among many.
"""

from pathlib import Path

_VIDEO = """
3g2 3gp asf avi divx dv f4v flv gxf m1v m2t m2ts m2v m4v mkv mod mov mp4 mpe mpeg mpg mts mxf nut
ogm ogv qt rm rmvb tod ts vob webm wmv wtv
"""
_SOUND = """
aac ac3 aif aifc aiff amr ape au caf dsf dss dts eac3 flac m4a m4b mka mp1 mp2 mp3 mpa mpc oga ogg
oma opus qcp ra snd spx tak tta voc w64 wav weba wma wv
"""
SUFFIXES = frozenset(f".{ending}" for ending in (_VIDEO + _SOUND).split())


def looks_like_recording(path: Path) -> bool:
    """Whether the name is that of a video or sound file, and not hidden."""
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(".")
