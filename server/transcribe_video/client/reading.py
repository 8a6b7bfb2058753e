"""A reply's content as the model it should be."""

from typing import TypeVar

from pydantic import ValidationError

from transcribe_video.client.failure import unusable
from transcribe_video.wire.message import Message

_Model = TypeVar("_Model", bound=Message)


def read_as(model: type[_Model], content: object) -> _Model:
    """The content, checked.

    Raises:
        BackendError: it is not of that form; the sentence and its cause show nothing of it.
    """
    try:
        return model.model_validate(content)
    except ValidationError:
        pass
    raise unusable()
