"""What the backend answers: envelope A, whatever becomes of a request."""

import json
from collections.abc import Mapping

from starlette.responses import JSONResponse

from transcribe_video.errors import TranscribeVideoError
from transcribe_video.wire.envelope import success
from transcribe_video.wire.failure import code_of, failure
from transcribe_video.wire.message import Message


class Answer(JSONResponse):
    """JSON in ASCII, which can hold every text there is, also such as no encoding has."""

    def render(self, content: object) -> bytes:
        """The bytes."""
        return json.dumps(content, separators=(",", ":")).encode("ascii")


def reply(data: Message | Mapping[str, object]) -> Answer:
    """The answer to a request that was done."""
    return Answer(success(data.sent() if isinstance(data, Message) else data))


def refusal_of(error: TranscribeVideoError, status: int | None = None) -> Answer:
    """The answer to one that was not; ``status`` of HTTP where it is not the error's own."""
    return Answer(failure(error), status or code_of(error)[1])
