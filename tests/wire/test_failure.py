"""Errors as data, and data as errors: every class both ways."""

from collections.abc import Iterator

import pytest

from transcribe_video import errors
from transcribe_video.errors import MissingExtraError, TranscribeVideoError
from transcribe_video.wire.failure import code_of, described, error_of, failure

CODES = {
    "TranscribeVideoError": (5000, 500),
    "UsageError": (5000, 400),
    "ConfigurationError": (5000, 500),
    "MissingExtraError": (5000, 500),
    "MediaError": (5000, 422),
    "MediaNotFoundError": (5000, 422),
    "MediaForbiddenError": (5000, 422),
    "UnsupportedMediaError": (4001, 415),
    "DamagedMediaError": (5000, 422),
    "NoAudioError": (5000, 422),
    "TooLargeError": (4002, 413),
    "BackendError": (5000, 500),
    "UnreachableError": (5000, 500),
    "AccessError": (1001, 401),
    "GoneError": (1002, 404),
    "BusyError": (5000, 500),
    "CreditsError": (2001, 402),
    "ModelError": (5000, 500),
    "DocumentError": (5000, 500),
    "StorageError": (5000, 500),
}


def _tree(kind: type[TranscribeVideoError]) -> Iterator[type[TranscribeVideoError]]:
    yield kind
    for child in kind.__subclasses__():
        if child.__module__ == errors.__name__:
            yield from _tree(child)


KINDS = list(_tree(TranscribeVideoError))


def _made(kind: type[TranscribeVideoError]) -> TranscribeVideoError:
    if kind is MissingExtraError:
        return MissingExtraError("offline", "recognising speech on this machine")
    return kind("“a.mp4” cannot be used", "it is none", "Choose another")


def test_every_class_has_its_code() -> None:
    assert {kind.__name__: code_of(_made(kind)) for kind in KINDS} == CODES


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_is_the_same_on_the_other_side(kind: type[TranscribeVideoError]) -> None:
    error = _made(kind)
    there = error_of(described(error))

    assert type(there) is kind
    assert (str(there), described(there)) == (str(error), described(error))


@pytest.mark.parametrize("kind", KINDS)
def test_a_failure_is_envelope_a_with_the_error_beside_it(kind: type[TranscribeVideoError]) -> None:
    error = _made(kind)

    assert failure(error) == {
        "code": CODES[kind.__name__][0],
        "message": str(error),
        "error": {
            "kind": kind.__name__,
            "what": error.what,
            "why": error.why,
            "remedy": error.remedy,
        },
    }


@pytest.mark.parametrize("kind", ["KeyError", "", None, "__doc__", "annotations"])
def test_an_error_of_an_unknown_kind_is_an_error_all_the_same(kind: object) -> None:
    there = error_of({"kind": kind, "what": "It failed", "why": "so", "remedy": ""})

    assert type(there) is TranscribeVideoError
    assert str(there) == "It failed: so."


@pytest.mark.parametrize(
    "data",
    [None, "text", [], {}, {"what": ""}, {"what": 1}, {"what": "a", "why": None}, {"why": "b"}],
)
def test_what_is_no_error_makes_none(data: object) -> None:
    assert error_of(data) is None
