"""The rows that are about one host."""

from pathlib import Path

from transcribe_video.cloud.records.schema import SCHEMA
from transcribe_video.records import Records


class Rows(Records):
    """The rows of ``cloud.sqlite3`` that are about one host, for any thread.

    Args:
        home: the folder that holds the file; made if it is not there.
        api_url: the host.

    Raises:
        StorageError: it cannot be kept there.
    """

    def __init__(self, home: Path, api_url: str) -> None:
        super().__init__(home / "cloud.sqlite3", SCHEMA, "What is known of the cloud")
        self.api_url = api_url
