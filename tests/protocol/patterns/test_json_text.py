"""JSON objects read strictly, RFC 8259."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.patterns.json_text import LARGEST, JsonError, read_object, whole_number, write_object

UNICODE = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-LARGEST, LARGEST)
    | st.floats(allow_nan=False, allow_infinity=False)
    | UNICODE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(UNICODE, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(UNICODE, VALUES, max_size=4))
def test_written_and_read(value: dict[str, object]) -> None:
    assert read_object(write_object(value)) == value
    assert read_object(json.dumps(value)) == value, "with escapes and spaces it is the same object"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "not JSON"),
        ("{", "not JSON: .* at character 2"),
        ("[]", "not an object"),
        ("7", "not an object"),
        ('{"a":1} x', "not JSON"),
        ('{"a":1,"a":2}', "'a' stands twice"),
        ('{"b":{"a":1,"a":2}}', "'a' stands twice"),
        ('{"a":NaN}', "NaN is not"),
        ('{"a":-Infinity}', "-Infinity is not"),
        ('{"a":1e999}', "too large"),
        ('{"a":' + "9" * 5000 + "}", "too long"),
        ('{"a":"\\ud800"}', "half a surrogate pair, U\\+D800"),
        ('{"\\udc00":1}', "half a surrogate pair, U\\+DC00"),
        ('{"a":"\ud800"}', "half a surrogate pair, U\\+D800"),
        ('{"a":' + "[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_refused(text: str, why: str) -> None:
    with pytest.raises(JsonError, match=why):
        read_object(text)


@given(st.text())
def test_any_text_is_an_object_or_one_sentence(text: str) -> None:
    why = "."
    try:
        assert isinstance(read_object(text), dict)
    except JsonError as error:
        why = str(error)
    assert why.endswith(".")
    assert "\n" not in why


def test_a_whole_pair_of_escapes_is_one_character() -> None:
    assert read_object('{"a":"\\ud83d\\ude00"}') == {"a": "😀"}


@pytest.mark.parametrize("value", [{"a": "\ud800"}, {"a": float("nan")}])
def test_what_cannot_be_written(value: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"surrogate|JSON compliant"):
        write_object(value)


@pytest.mark.parametrize(
    ("value", "whole"),
    [(0, 0), (LARGEST, LARGEST), (LARGEST + 1, None), (-1, None), (True, None), (1.0, None), ("1", None), (None, None)],
)
def test_whole_numbers(value: object, whole: int | None) -> None:
    assert whole_number(value) == whole
