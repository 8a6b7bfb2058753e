"""The wire protocol, as data that both ends share: one noun per file, its paths beside it.

Unknown keys survive in every model; nothing here sends, stores or decides. ``docs/wire.md`` shows
every message.
"""

WIRE = 1
"""Version of what the embedded backend speaks beyond the cloud's protocol."""
