"""Amounts that are taken where a message names none."""

TITLE_MS = 3000
"""How long a title is shown."""
FADE_MS = 1000
"""How long a fade lasts."""
LONG_PAUSE_MS, KEPT_PAUSE_MS = 800, 200
"""From when on a silence is a pause that is cut, and what stays of it."""
MUSIC_VOLUME = 0.3
"""How loud music is beside its file."""
LOUDER, QUIETER = 1.4, 0.7
"""By 3 dB."""
FASTER, SLOWER = 1.25, 0.8
"""How fast it is played then."""
