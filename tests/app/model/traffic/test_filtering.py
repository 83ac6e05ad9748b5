"""The filter line's words: chips join what is typed, names are completed, values are found."""

from __future__ import annotations

import pytest

from app.model.traffic.filtering import (
    CAPTURE_CHIPS,
    FIELDS,
    LIVE_CHIPS,
    combined,
    completion,
    connections,
    values,
    with_connection,
)
from protocol.filter_words import CONDITIONS
from protocol.filters import Filter, compile_filter


def test_picks_leave_one_of_them_and_kinds_take_away() -> None:
    assert combined("len>0", CAPTURE_CHIPS, ["violations", "gaps"]) == "(len>0) (is:violation or is:gap)"
    on = [chip.id for chip in LIVE_CHIPS if chip.usually_on and chip.id != "pings"]
    assert combined("", LIVE_CHIPS, on) == "not op:ping,pong"
    assert combined(" ", CAPTURE_CHIPS, []) == ""


@pytest.mark.parametrize("chip", [*CAPTURE_CHIPS, *LIVE_CHIPS], ids=lambda chip: chip.id)
def test_every_chip_speaks_the_language(chip: object) -> None:
    assert isinstance(compile_filter(chip.expression), Filter)  # type: ignore[attr-defined]


def test_every_name_is_a_condition() -> None:
    assert {name.rstrip(":") for name in FIELDS} - {"not", "or"} == set(CONDITIONS)


@pytest.mark.parametrize(
    ("text", "number", "new"),
    [
        ("", 2, "conn:2"),
        ("len>0", 2, "conn:2  len>0"),
        ("conn:1  len>0", 2, "conn:2  len>0"),
        ("len>0 and conn:1", 2, "conn:2  len>0"),
        ("conn:1,3", None, ""),
        ("conn:1 and len>0", None, "len>0"),
    ],
)
def test_choosing_a_connection_changes_the_words(text: str, number: int | None, new: str) -> None:
    assert with_connection(text, number) == new
    assert connections(new) == ((number,) if number is not None else ())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("co", ("conn:", "code:")),
        ("len>0 ru", ("rule:",)),
        ("op:te", ()),
        ('text:"co', ()),
        ("", ()),
        ("xyz", ()),
    ],
)
def test_names_are_completed(text: str, names: tuple[str, ...]) -> None:
    found = completion(text, len(text))
    assert found.names == names
    if names:
        assert text[found.start : found.stop] == text.rsplit(" ", maxsplit=1)[-1]


def test_inside_a_word_nothing_is_completed() -> None:
    assert completion("code", 2).names == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("conn:2  len>0", ["2", "0"]),
        ("time:12:04:30-34", ["12:04:30-34"]),
        ('not (op:text or "no mask")', ["text", '"no mask"']),
        ("-is:gap wire>=1000", ["gap", "1000"]),
    ],
)
def test_values(text: str, found: list[str]) -> None:
    assert [text[start : start + length] for start, length in values(text)] == found
