"""docs/wire.md shows what is really sent."""

import json
import re
from collections.abc import Iterator

import pytest

from transcribe_video import errors
from transcribe_video.wire import WIRE
from transcribe_video.wire.chat import HEARTBEAT, Event
from transcribe_video.wire.draft import Clip, Draft, Track
from transcribe_video.wire.envelope import Refusal, opened
from transcribe_video.wire.failure import code_of, error_of, failure
from transcribe_video.wire.message import Message
from transcribe_video.wire.session import Session
from transcribe_video.wire.state import State
from wire.golden import MODELS, MODULES, PAGE, Example, example, examples

ALL = examples()
MESSAGES = [found for found in ALL if found.title in MODELS]
VARIANTS = [found for found in ALL if found.title.endswith(" variant")]
ENVELOPES = [found for found in ALL if found.title.startswith("envelope")]


def _title(found: Example) -> str:
    return found.title


def test_every_block_is_one_that_is_checked() -> None:
    assert len(ALL) == len(MESSAGES) + len(VARIANTS) + len(ENVELOPES)


@pytest.mark.parametrize("found", MESSAGES, ids=_title)
def test_an_example_is_what_its_model_reads_and_sends(found: Example) -> None:
    assert found.model.model_validate(found.payload).sent() == found.payload


@pytest.mark.parametrize("found", VARIANTS, ids=_title)
def test_a_variant_is_read_as_the_example_that_it_varies(found: Example) -> None:
    usual = found.model.model_validate(example(found.title.removesuffix(" variant")))

    assert found.model.model_validate(found.payload) == usual


def test_every_message_is_shown() -> None:
    shown = {type(part) for found in MESSAGES for part in _parts(_read(found))}
    drafts = {Draft, Track, Clip}  # they stand in a state, unread

    assert {model.__name__ for model in set(MODELS.values()) - shown - drafts} == set()
    timeline = State.model_validate(example("State")).state
    assert timeline is not None
    assert timeline.timeline == Draft.model_validate(example("State")["state"]["draft"])


def _read(found: Example) -> Message:
    return found.model.model_validate(found.payload)


def _parts(value: object) -> Iterator[Message]:
    """A message, and all messages in it."""
    if isinstance(value, Message):
        yield value
        for name in type(value).model_fields:
            yield from _parts(getattr(value, name))
    if isinstance(value, list):
        for item in value:
            yield from _parts(item)


def test_every_path_is_named() -> None:
    page = PAGE.read_text("utf-8")
    paths = {
        value
        for module in MODULES.values()
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, str) and value.startswith("/")
    }
    assert {path for path in paths if path not in page} == set()


def test_the_number_of_the_wire_is_told() -> None:
    assert f"now {WIRE}:" in PAGE.read_text("utf-8")
    assert example("Runtime")["wire"] == example("Health")["wire"] == WIRE


@pytest.mark.parametrize("found", ENVELOPES, ids=_title)
def test_each_envelope_is_opened(found: Example) -> None:
    is_error = found.title.endswith("an error")
    content = opened(422 if is_error else 200, found.payload)

    assert isinstance(content, Refusal) is is_error
    if not is_error and "session_id" in str(found.payload):
        assert Session.model_validate(content) == Session(session_id="9223372036854775807")


def test_the_error_is_the_one_that_is_sent() -> None:
    shown = example("envelope A, an error")
    error = error_of(shown["error"])

    assert isinstance(error, errors.TooLargeError)
    assert failure(error) == shown


def test_the_table_of_errors_is_the_one_that_holds() -> None:
    rows = re.findall(
        r"^\| `(\w+)`[^|]*\| (\d+) \| (\d+) \|$", PAGE.read_text("utf-8"), re.MULTILINE
    )
    table = {name: (int(code), int(status)) for name, code, status in rows}
    [others] = re.findall(
        r"^\| all others \| (\d+) \| (\d+) \|$", PAGE.read_text("utf-8"), re.MULTILINE
    )

    for kind in _kinds(errors.TranscribeVideoError):
        named = (table[parent.__name__] for parent in kind.__mro__ if parent.__name__ in table)
        error = kind.__new__(kind)
        assert code_of(error) == next(named, tuple(map(int, others))), kind


def _kinds(
    kind: type[errors.TranscribeVideoError],
) -> Iterator[type[errors.TranscribeVideoError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _kinds(child)


def test_the_frames_of_the_stream_are_events_or_heartbeats() -> None:
    [stream] = re.findall(r"^```sse\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    frames = [
        json.loads(line.removeprefix("data: ")) for line in stream.split("\n\n") if line.strip()
    ]
    events = [frame for frame in frames if frame != HEARTBEAT]

    assert len(events) == len(frames) - 1 == 4
    for event in events:
        assert Event.model_validate(event).sent() == event
