"""The one id by which the cloud knows this installation; it is made once and kept."""

from pathlib import Path
from uuid import uuid4

from transcribe_video.cloud.account.config_folder import unusable, write
from transcribe_video.errors import ConfigurationError
from transcribe_video.refusal import refusal

MOST_CHARACTERS = 64
_FILE = "client_id"


class ClientId:
    """Where the id comes from: what a person has set, else the file, else it is made.

    Args:
        folder: holds the file.
        given: what a person has set (``NEMO_CLIENT_ID``).

    Raises:
        ConfigurationError: what is set cannot be sent.
    """

    def __init__(self, folder: Path, given: str | None) -> None:
        self._path, self.is_given = folder / _FILE, given is not None
        if given is not None and not _is_sound(given):
            raise ConfigurationError(
                "NEMO_CLIENT_ID cannot be used",
                f"it is not made of 1 to {MOST_CHARACTERS} printable ASCII characters",
                "Set it to a UUID, or leave it unset",
            )
        self._given = given

    def known(self) -> str | None:
        """The id, if there is one.

        Raises:
            StorageError: there is a file that may not be read.
        """
        return self._given or self._kept()

    def ensure(self) -> str:
        """The id, made and kept if there is none; for whoever has the folder alone.

        Raises:
            StorageError: it cannot be kept: one that changes with every run is not to be used.
        """
        return self.known() or self.renew()

    def renew(self) -> str:
        """Another id in the place of one that the cloud does not take."""
        made = str(uuid4())
        write(self._path, made + "\n")
        return made

    def _kept(self) -> str | None:
        try:
            text = self._path.read_text(encoding="utf-8").strip()
        except (FileNotFoundError, UnicodeError):
            return None
        except OSError as error:  # another id must not take its place
            raise refusal(*unusable(self._path.parent, error)) from error
        return text if _is_sound(text) else None


def _is_sound(value: str) -> bool:
    is_sent_as_it_is = value.isascii() and value.isprintable() and value == value.strip()
    return is_sent_as_it_is and 0 < len(value) <= MOST_CHARACTERS
