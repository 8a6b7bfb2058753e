"""The body of a chat stream as frames, while it arrives."""

from collections.abc import AsyncGenerator, AsyncIterable

from transcribe_video.client.decoder import Decoder
from transcribe_video.client.frame import Frame, frame_of

MEDIA_TYPE = "text/event-stream"


async def frames_of(chunks: AsyncIterable[bytes]) -> AsyncGenerator[Frame, None]:
    """Each frame as soon as its bytes are there.

    A last message whose blank line is missing counts, if the chunks end as they should: whoever
    gives them raises where they are cut off.

    Raises:
        BackendError: the bytes are no stream of messages.
    """
    decoder = Decoder()
    async for chunk in chunks:
        for message in decoder.feed(chunk):
            yield frame_of(message)
    for message in decoder.close():
        yield frame_of(message)
