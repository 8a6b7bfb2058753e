"""What every place that a model can come from has in common."""

from pathlib import Path
from typing import Protocol

from transcribe_video.errors import ModelError
from transcribe_video.speech.models.progress import ProgressListener
from transcribe_video.speech.models.published_model import PublishedModel
from transcribe_video.speech.models.verification import DamageError


class Source(Protocol):
    """Somewhere to get a model from."""

    @property
    def resumable(self) -> bool:
        """Whether what an attempt left in the folder shortens the next attempt."""
        ...

    def fill(self, folder: Path, published: PublishedModel, progress: ProgressListener) -> None:
        """Put the model's files into ``folder``, going on from what is already there.

        Raises:
            ModelError: they cannot be had.
            DamageError: what was had is not the published file.
            OSError: the folder cannot be written.
        """
        ...

    def refusal(self, published: PublishedModel, damage: DamageError) -> ModelError:
        """What to tell a person when what came from here is not what was published."""
        ...
