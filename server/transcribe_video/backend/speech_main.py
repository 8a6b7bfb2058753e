"""The speech process: a child of the backend that holds the speech model, once.

Its first line is ``{"settings": …, "limits": …, "timeouts": …}``; then come ``{"number": n,
"task": …}`` and ``{"number": n, "stop": true}``. It answers with ``{"number": n, …}`` and one of
``progress``, ``news``, ``done``, ``error`` and ``stopped``; the last three end a task.
"""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

from setproctitle import setproctitle

from transcribe_video.backend.fault import fault
from transcribe_video.backend.parent import Parent
from transcribe_video.backend.patience import StoppedError
from transcribe_video.backend.speech_task import SpeechResult, SpeechTask, task_of
from transcribe_video.backend.speech_watch import SpeechWatch
from transcribe_video.documents.registry import formats_named
from transcribe_video.errors import TranscribeVideoError
from transcribe_video.manifest import Limits, Manifest, Timeouts
from transcribe_video.settings import Settings
from transcribe_video.wire.failure import described
from transcribe_video.wire.transcript import DocumentFile

if TYPE_CHECKING:
    from transcribe_video.speech.engines import Engines
    from transcribe_video.transcription import Outcome

TITLE = "transcribe-video-to-text speech"
_Tell = Callable[[Mapping[str, Any]], None]


def main() -> None:
    """Do what the parent says until it has gone."""
    parent = Parent()
    setproctitle(TITLE)
    orders = parent.orders()
    room = _Room(next(orders), parent)
    for order in orders:
        room.take(order)


class _Room:
    """The tasks under way, each in a thread of its own, and the model that they share."""

    def __init__(self, first: Mapping[str, Any], parent: Parent) -> None:
        self._settings = Settings(**{**first["settings"], "home": Path(first["settings"]["home"])})
        limits = Limits.model_validate(first["limits"])
        timeouts = Timeouts.model_validate(first["timeouts"])
        self._manifest = Manifest(limits=limits, timeouts=timeouts, routing=())
        self._parent = parent
        self._watches: dict[int, SpeechWatch] = {}
        self._making = Lock()

    def take(self, order: Mapping[str, Any]) -> None:
        number = order["number"]
        if "task" in order:

            def tell(said: Mapping[str, Any]) -> None:
                self._parent.tell({"number": number, **said})

            watch = self._watches[number] = SpeechWatch(tell)
            task = task_of(order["task"])
            Thread(target=self._work, args=(number, task, watch, tell), daemon=True).start()
        elif number in self._watches and self._watches[number].stop():
            self._parent.tell({"number": number, "stopped": True})

    def _work(self, number: int, task: SpeechTask, watch: SpeechWatch, tell: _Tell) -> None:
        with ExitStack() as afterwards:
            answer = self._answer(task, watch, tell, afterwards)
        # By now what was being decoded is kept, and the work has let go of all that it used.
        del self._watches[number]
        if answer is not None:
            tell(answer)

    def _answer(
        self, task: SpeechTask, watch: SpeechWatch, tell: _Tell, afterwards: ExitStack
    ) -> dict[str, Any] | None:
        try:
            watch.reading(0, None)  # so that a crash over the file is laid to it
            return {"done": self._done(task, watch, afterwards).data()}
        except StoppedError:
            tell({"stopped": True})  # now, and not when what is being decoded is done
            return None
        except TranscribeVideoError as error:
            return {"error": described(error)}
        except Exception as error:  # noqa: BLE001 - other tasks are under way
            return {"error": described(fault(self._settings.home, error))}

    def _done(self, task: SpeechTask, watch: SpeechWatch, afterwards: ExitStack) -> SpeechResult:
        # Brings the media and speech libraries, which take a second.
        from transcribe_video.speech.quality import quality_named  # noqa: PLC0415
        from transcribe_video.transcription import Order, Transcriber  # noqa: PLC0415

        order = Order(
            formats=formats_named(task.formats),
            quality=quality_named(task.quality),
            language=task.language,
            folder=Path(task.folder) if task.folder else None,
            name=task.name,
        )
        settings = self._settings
        if task.model:
            settings = replace(settings, model=task.model, is_model_chosen=True)
        with self._making:
            engines = self._engines
        transcriber = Transcriber(settings, self._manifest, watch, engines)
        afterwards.callback(transcriber.close)
        return _result(transcriber.transcribe(Path(task.path), order), task)

    @cached_property
    def _engines(self) -> "Engines":
        from transcribe_video.speech.engines import Engines  # noqa: PLC0415

        return Engines(self._manifest.timeouts)


def _result(outcome: "Outcome", task: SpeechTask) -> SpeechResult:
    """What is told of an outcome; the documents come in the order of the formats."""
    formats = formats_named(task.formats)
    files = tuple(
        DocumentFile(format=kind.name, path=str(path), bytes=path.stat().st_size)
        for kind, path in zip(formats, outcome.placement.paths, strict=True)
    )
    return SpeechResult(outcome.transcript, files, outcome.placement.instead_of)


if __name__ == "__main__":
    main()
