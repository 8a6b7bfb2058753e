"""Every way this program tells a person that something could not be done.

    TranscribeVideoError            the root: catch it to catch all of them
    ├── UsageError                  the request itself is wrong: change it
    ├── ConfigurationError          a setting, SKILL.md or manifest.yaml is wrong: mend it
    ├── MissingExtraError           a part is not installed: install it
    ├── MediaError                  this file cannot be used: choose or mend the file
    │   ├── MediaNotFoundError      there is nothing at that path
    │   ├── MediaForbiddenError     the system does not let us read it
    │   ├── UnsupportedMediaError   it is not a recording that can be read safely
    │   ├── DamagedMediaError       it is a recording, and nothing of it can be read
    │   ├── NoAudioError            it can be read, and holds no sound
    │   └── TooLargeError           more bytes than may travel: shorten it, or name it by its path
    ├── BackendError                the backend did not do it
    │   ├── UnreachableError        it cannot be started or reached: try again
    │   ├── AccessError             it does not accept who is asking
    │   ├── GoneError               the session, job or file is not there any more
    │   ├── BusyError               something else is under way there: wait
    │   └── CreditsError            the account has no credits left
    ├── ModelError                  the speech model cannot be had or read
    ├── DocumentError               a document cannot be written as asked
    └── StorageError                the disk is full or may not be written

Each says what failed, why, and what to do, in sentences that a person can act on; none holds a
stack trace, a token, or the words of a transcript.
"""


class TranscribeVideoError(Exception):
    """What failed, why, and what to do about it.

    Args:
        what: what could not be done, naming the file or setting, without a full stop.
        why: the cause in plain words, without a full stop.
        remedy: what the person can do, as a sentence without its full stop; empty if nothing.

    ``str(error)`` is ``"<what>: <why>. <remedy>."``.

    Attributes:
        was_refused: whether the other side answered that it did not take what it was sent, so
            that it can be sent elsewhere; False where nobody knows.
    """

    was_refused = False

    def __init__(self, what: str, why: str, remedy: str = "") -> None:
        self.what, self.why, self.remedy = what, why, remedy
        super().__init__(f"{what}: {why}." + (f" {remedy}." if remedy else ""))


class UsageError(TranscribeVideoError):
    """The request itself is wrong; change it."""


class ConfigurationError(TranscribeVideoError):
    """A setting, SKILL.md or manifest.yaml is wrong; mend it."""


class MissingExtraError(TranscribeVideoError):
    """A part of the program is not installed.

    Args:
        extra: the name of the optional dependency group, e.g. ``"offline"``.
        purpose: what it is for, e.g. ``"recognising speech on this machine"``.
    """

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(
            f"{purpose[0].upper()}{purpose[1:]} is not possible yet",
            f"the optional part “{extra}” is not installed",
            f'Install it with: pip install "transcribe-video-to-text[{extra}]"',
        )


class MediaError(TranscribeVideoError):
    """This file cannot be used; choose another or mend it."""


class MediaNotFoundError(MediaError):
    """There is nothing at that path."""


class MediaForbiddenError(MediaError):
    """The system does not let us read the file."""


class UnsupportedMediaError(MediaError):
    """The file is not a recording that can be read safely."""


class DamagedMediaError(MediaError):
    """The file is a recording, and nothing of it can be read."""


class NoAudioError(MediaError):
    """The file can be read and holds no sound."""


class TooLargeError(MediaError):
    """More bytes than may travel; shorten the file or name it by its path."""


class BackendError(TranscribeVideoError):
    """The backend did not do what it was asked."""


class UnreachableError(BackendError):
    """The backend cannot be started or reached; trying again may help."""


class AccessError(BackendError):
    """The backend does not accept who is asking."""


class GoneError(BackendError):
    """The session, job or file is not there any more."""


class BusyError(BackendError):
    """Something else is under way there; wait for it."""


class CreditsError(BackendError):
    """The account has no credits left."""


class ModelError(TranscribeVideoError):
    """The speech model cannot be had or read."""


class DocumentError(TranscribeVideoError):
    """A document cannot be written as asked."""


class StorageError(TranscribeVideoError):
    """The disk is full or may not be written."""
