"""What a home's ledger holds, read from outside."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path


def rows_of(home: Path) -> dict[bytes, tuple[str, float]]:
    """The ledger's windows: key → what was heard, and when it was written."""
    path = home / "ledger.sqlite3"
    if not path.exists():
        return {}
    with suppress(sqlite3.Error), closing(sqlite3.connect(path, timeout=10)) as base:
        return {key: (heard, at) for key, heard, at in base.execute("SELECT * FROM windows")}
    return {}
