"""JSON is written as it was read."""

import copy
import json
import math
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcribe_video.wire.notation import Number, json_text, read_json

_SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
_JSON = st.recursive(
    _SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20
)
_NUMBERS = st.from_regex(r"\A-?(0|[1-9][0-9]{0,30})(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?\Z")


@pytest.mark.parametrize(
    "text",
    [
        '{"zz":1,"a":{"b":null,"A":true},"":false}',
        "[9007199254740993,-9223372036854775809,0,-0,-0.0,0.0]",
        "[1.0,1.10,1e-7,1E-7,0.1,0.10,1e400,-1e400,1e16,100000.00,0.30000000000000004]",
        "[0.1000000000000000055511151231257827021181583404541015625]",
        '["ü🎬\u2028\u0085/","\\ud800","\\n\\t\\"\\\\\\u0001"]',
        "{}",
        "[]",
        "[[],{},[{}]]",
        '"text"',
        "null",
        "9" * 5000,
        f"[{'-9' * 1}{'0' * 5000}]",
        "[" * 900 + "]" * 900,
    ],
)
def test_a_text_comes_back_to_the_letter(text: str) -> None:
    assert json_text(read_json(text)) == text
    assert json_text(read_json(text.encode())) == text


@given(_NUMBERS)
def test_any_number_comes_back_to_the_digit(text: str) -> None:
    number = read_json(text)
    assert json_text(number) == text
    assert isinstance(number, int | float)
    assert float(number) == float(text)


@given(_JSON)
def test_any_value_is_written_as_other_programs_read_it(value: object) -> None:
    assert json.loads(json_text(value)) == value
    assert json_text(read_json(json_text(value))) == json_text(value)


def test_a_number_that_is_remembered_counts_like_any_other() -> None:
    number = read_json("1.10")
    assert isinstance(number, Number)
    assert (number, number + 1, f"{number:g}") == (1.1, 2.1, "1.1")
    assert read_json("1.1") == number
    assert type(read_json("1.1")) is float
    assert read_json("1e400") == math.inf


def test_a_number_is_remembered_in_a_copy() -> None:
    number = read_json("1.10")
    sent = pickle.loads(pickle.dumps(number))  # noqa: S301 - it is ours
    for other in (copy.copy(number), copy.deepcopy([number])[0], sent):
        assert json_text(other) == "1.10"


@pytest.mark.parametrize("text", ["", "{", "[1,]", "{'a':1}", "nope", "[" * 100_000, "\xff"])
def test_what_is_no_json_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"JSON|Expect|nested|Extra|value"):
        read_json(text)


def test_what_json_has_no_text_for_is_an_error() -> None:
    with pytest.raises(TypeError):
        json_text({"a": {1}})
