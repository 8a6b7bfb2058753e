"""What the jobs of the cloud work with."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from transcribe_video.cloud.records.archive import Archive
from transcribe_video.manifest import Limits
from transcribe_video.settings import Settings

if TYPE_CHECKING:
    from transcribe_video.client.caller import Caller
    from transcribe_video.client.client import Client
    from transcribe_video.client.download import Download


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where the jobs of one host are done.

    Attributes:
        archive: what is known of it here.
        caller: makes the calls.
        client: the same in the words of the wire; ids are the cloud's own.
        settings: waits and places.
        limits: how much may travel.
        host: what people call it: its name without scheme and path.
        downloads: the user's folder for what comes from elsewhere.
    """

    archive: Archive
    caller: "Caller"
    client: "Client"
    settings: Settings
    limits: Limits
    host: str
    downloads: Path

    @property
    def download(self) -> "Download":
        """What fetches finished files."""
        from transcribe_video.client.download import Download  # noqa: PLC0415 - for who renders

        return Download(self.caller)
