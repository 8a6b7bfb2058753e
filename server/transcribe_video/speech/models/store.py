"""The folder of installed models: a model comes into it whole or not at all.

A model is gathered in a hidden folder beside its place and renamed into it once every hash is
right. One lock for each model lets only one process do that; a killed process leaves nothing
but its hidden folder, which the next one goes on with or clears away.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from transcribe_video.errors import StorageError
from transcribe_video.privacy import make_private
from transcribe_video.speech.models.disk import discard, is_about_disk, storage_error, sync
from transcribe_video.speech.models.installed import verified_model
from transcribe_video.speech.models.model import Model
from transcribe_video.speech.models.progress import Progress, ProgressListener, Step
from transcribe_video.speech.models.published_model import PublishedModel
from transcribe_video.speech.models.source import Source
from transcribe_video.speech.models.verification import DamageError, verify_folder


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of installed models, ready to take one more.

    Attributes:
        models: the folder.
        published: the model that is to come into it.
    """

    models: Path
    published: PublishedModel

    def install(self, source: Source, progress: ProgressListener) -> Model:
        """Bring the model here from ``source``, unless another process just has.

        Raises:
            ModelError: the source has not got it, or not as it was published.
            StorageError: the disk is full or may not be written.
        """
        try:
            make_private(self.models)
            with self._lock(progress):
                return verified_model(self.models, self.published) or self._bring(source, progress)
        except OSError as error:
            if is_about_disk(error):
                raise storage_error(self.models, error) from error
            raise

    @property
    def _target(self) -> Path:
        return self.models / self.published.name

    @property
    def _staging(self) -> Path:
        return self.models / f".{self.published.name}@{self.published.revision[:12]}"

    @contextmanager
    def _lock(self, progress: ProgressListener) -> Iterator[None]:
        lock = FileLock(self.models / f"{self.published.name}.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            progress(Progress(Step.WAITING, self.published.name, 0, self.published.size_bytes))
            lock.acquire()
        try:
            yield
        finally:
            lock.release()

    def _bring(self, source: Source, progress: ProgressListener) -> Model:
        self._clear_remains()
        self._require_space()
        self._staging.mkdir(exist_ok=True)
        with self._cleaning_up(keep=source.resumable):
            source.fill(self._staging, self.published, progress)
        try:
            digest = verify_folder(self._staging, self.published)
        except DamageError as damage:
            discard(self._staging)
            raise source.refusal(self.published, damage) from damage
        self._put_in_place()
        return Model(self.published.name, self._target, digest)

    def _clear_remains(self) -> None:
        for remains in self.models.glob(f".{self.published.name}@*"):
            if remains != self._staging:
                discard(remains)

    def _require_space(self) -> None:
        arrived = sum(path.stat().st_size for path in self._staging.glob("*"))
        missing = self.published.size_bytes - arrived
        if shutil.disk_usage(self.models).free < missing:
            raise StorageError(
                f"The speech model “{self.published.name}” cannot be stored in “{self.models}”",
                f"it needs {missing / 1e6:.0f} MB more than it has, and the disk has less",
                "Free some space, or set TRANSCRIBE_VIDEO_HOME to a folder on another disk",
            )

    @contextmanager
    def _cleaning_up(self, *, keep: bool) -> Iterator[None]:
        try:
            yield
        except BaseException as error:
            if is_about_disk(error) or not keep:
                discard(self._staging)
            raise

    def _put_in_place(self) -> None:
        names = {file.name for file in self.published.files}
        for path in self._staging.iterdir():
            if path.name not in names:
                discard(path)
            else:
                sync(path)
        sync(self._staging)
        discard(self._target)  # only a damaged model can be there
        self._staging.rename(self._target)
        sync(self.models)
