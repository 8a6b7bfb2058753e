"""The kinds of message that all others are made of."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _text_of(value: object) -> object:
    """Ids come as text; a peer that sends a number means the same digits."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Id = Annotated[str, BeforeValidator(_text_of), Field(min_length=1, max_length=200)]
"""A handle: opaque, always text, because session ids lie above 2^53."""


class Message(BaseModel):
    """A JSON object of the wire; keys that are not known are kept and sent on."""

    # Values may be what somebody said: they must not get into an error, a log or a mishap.
    model_config = ConfigDict(extra="allow", populate_by_name=True, hide_input_in_errors=True)

    def sent(self) -> dict[str, object]:
        """The JSON object to send, without the fields that are absent.

        An unknown key whose value is null is sent: it came so.
        """
        fields = type(self).model_fields
        known = {
            info.serialization_alias or info.alias or name: _sent(getattr(self, name))
            for name, info in fields.items()
        }
        unknown = {key: _sent(value) for key, value in (self.model_extra or {}).items()}
        return {key: value for key, value in known.items() if value is not None} | unknown


def _sent(value: object) -> object:
    """The JSON of a field's value."""
    if isinstance(value, Message):
        return value.sent()
    if isinstance(value, list | tuple):
        return [_sent(item) for item in value]
    return value


def _or_empty(kind: type) -> BeforeValidator:
    """Null means empty, for peers that write null where there is nothing."""
    return BeforeValidator(lambda value: kind() if value is None else value)


NULL_IS_NO_ITEMS, NULL_IS_NO_KEYS = _or_empty(list), _or_empty(dict)
"""Beside the type of a field that a peer may fill with null."""
