"""What a turn works with."""

from typing import TYPE_CHECKING, Protocol

from transcribe_video.cloud.records.archive import Archive
from transcribe_video.settings import Settings

if TYPE_CHECKING:
    from transcribe_video.client.caller import Caller
    from transcribe_video.client.client import Client


class Around(Protocol):
    """The part of ``cloud.surroundings.Surroundings`` that a turn needs."""

    @property
    def archive(self) -> Archive:
        """What is known here."""
        ...

    @property
    def caller(self) -> "Caller":
        """Makes the calls."""
        ...

    @property
    def client(self) -> "Client":
        """The same in the words of the wire."""
        ...

    @property
    def settings(self) -> Settings:
        """Waits and limits."""
        ...
