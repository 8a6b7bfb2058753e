import pytest

from transcribe_video import errors
from transcribe_video.client.failure import error_from
from transcribe_video.errors import (
    AccessError,
    BackendError,
    BusyError,
    CreditsError,
    DamagedMediaError,
    GoneError,
    MissingExtraError,
    TooLargeError,
    TranscribeVideoError,
    UnreachableError,
    UnsupportedMediaError,
)
from transcribe_video.wire.envelope import Refusal, opened
from transcribe_video.wire.failure import code_of, failure


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (200, 1001, AccessError),
        (200, 1010, AccessError),
        (200, 1011, AccessError),
        (401, None, AccessError),
        (403, None, AccessError),
        (200, 1002, GoneError),
        (404, None, GoneError),
        (200, 2001, CreditsError),
        (402, None, BackendError),
        (200, 4001, UnsupportedMediaError),
        (200, 4002, TooLargeError),
        (413, None, TooLargeError),
        (429, None, BusyError),
        (500, None, BackendError),
        (502, None, UnreachableError),
        (503, None, UnreachableError),
        (504, None, UnreachableError),
        (408, None, UnreachableError),
        (418, None, BackendError),
        (500, 2001, CreditsError),
        (401, 9999, AccessError),
        (200, 9999, BackendError),
        (200, None, BackendError),
        (404, 5000, GoneError),
    ],
)
def test_a_code_of_the_body_counts_before_the_status(
    status: int, code: int | None, kind: type[TranscribeVideoError]
) -> None:
    error = error_from(Refusal(status, code, "Something"))
    assert type(error) is kind
    assert str(error).endswith(".")


_ALL = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, TranscribeVideoError)
]


@pytest.mark.parametrize("kind", _ALL, ids=lambda kind: kind.__name__)
def test_an_error_of_our_own_backend_arrives_as_it_was(kind: type[TranscribeVideoError]) -> None:
    sent = (
        MissingExtraError("offline", "recognising speech")
        if kind is MissingExtraError
        else kind("“a.mov” cannot be read", "it is damaged", "Mend it")
    )
    refusal = opened(code_of(sent)[1], failure(sent))
    assert isinstance(refusal, Refusal)
    arrived = error_from(refusal)
    assert (type(arrived), str(arrived)) == (kind, str(sent))


def test_what_a_foreign_backend_says_is_quoted_short_and_clean() -> None:
    said = (
        "No\x1b[31m\n\x00 wa\u202ey: Bearer nmv_usr_abc123, clm_abc-def " + "k3" * 20 + " x" * 500
    )
    error = error_from(Refusal(418, None, said))
    assert str(error).startswith(
        "The backend did not do this: it says “No[31m way: Bearer …, … … x x x"
    )
    assert len(str(error)) < 400


def test_an_error_that_claims_to_be_ours_is_cleaned_as_well() -> None:
    claimed = {
        "kind": "DamagedMediaError",
        "what": "“a\nb.mov”\x07 broke " + "x" * 5000,
        "why": "token nmv_usr_1",
        "remedy": "",
    }
    error = error_from(Refusal(200, 5000, "", claimed))
    assert type(error) is DamagedMediaError
    assert str(error).startswith("“a b.mov” broke xxx")
    assert str(error).endswith("x…: token ….")
    assert len(error.what) == 600


@pytest.mark.parametrize("claimed", [None, "x", [], {}, {"what": ""}, {"what": 1}, {"why": "x"}])
def test_an_error_that_is_not_of_our_form_is_told_by_its_code(claimed: object) -> None:
    assert type(error_from(Refusal(200, 1002, "", claimed))) is GoneError
