"""Which ends deserve another attempt: RFC 6455 section 7.4.1, RFC 9110 section 15."""

from __future__ import annotations

from email.utils import formatdate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.closing import CODES, RANGES
from protocol.patterns.advice import (
    CLOSE_ADVICE,
    NAMED_TIME,
    STATUS_ADVICE,
    UNKNOWN,
    Advice,
    after_close,
    after_status,
    read_retry_after,
)

EXAMPLE = 784_111_777.0
"""The moment of the examples in RFC 9110 section 5.6.7: 1994-11-06 08:49:37 GMT."""


def test_the_close_codes_that_deserve_another_attempt() -> None:
    assert [info.code for info in CODES if after_close(info.code).again] == [1001, 1006, 1011, 1012, 1013, 1014]


@pytest.mark.parametrize("code", [1016, 2999, 3000, 3999, 4000, 4999])
def test_codes_that_only_others_understand(code: int) -> None:
    assert not after_close(code).again


def test_every_code_of_the_table_of_codes_has_advice() -> None:
    for info in CODES:
        assert (after_close(info.code).first, after_close(info.code).last) == (info.code, info.code)
    for each in RANGES[1:]:
        assert UNKNOWN not in {after_close(each.first), after_close(each.last)}


@pytest.mark.parametrize("code", [0, 999, 5000, 65535])
def test_numbers_that_are_no_codes(code: int) -> None:
    assert after_close(code) is UNKNOWN


def test_rows_neither_overlap_nor_leave_a_gap() -> None:
    assert [row.first for row in CLOSE_ADVICE[1:]] == [row.last + 1 for row in CLOSE_ADVICE[:-1]]
    assert all(row.reason.endswith(".") and row.source for row in (*CLOSE_ADVICE, *STATUS_ADVICE, NAMED_TIME))


def test_the_statuses_that_deserve_another_attempt() -> None:
    again = [status for status in range(100, 600) if after_status(status).again]
    assert again == [408, 429, 500, 502, 503, 504, *range(506, 600)]
    assert [row for row in STATUS_ADVICE if all(after_status(n) is not row for n in range(100, 600))] == []


@pytest.mark.parametrize(("status", "again"), [(503, True), (429, True), (403, True), (301, False), (200, False)])
def test_a_server_that_names_a_time(status: int, again: bool) -> None:
    assert after_status(status, named_time=True).again is again


def test_an_application_knows_its_own_codes() -> None:
    own = (Advice(4001, 4001, again=True, reason="The game is full.", source="us"),)
    assert after_close(4001, own).again
    assert not after_close(4002, own).again
    assert after_close(1000, own) is CLOSE_ADVICE[0]


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 0\t", 0.0),
        ("Sun, 06 Nov 1994 08:49:37 GMT", 7.0),
        ("Sunday, 06-Nov-94 08:49:37 GMT", 7.0),
        ("Sun Nov  6 08:49:37 1994", 7.0),
        ("Sun, 06 Nov 1994 08:49:00 GMT", 0.0),
        ("Sun, 99 Nov 1994 08:49:37 GMT", None),
        ("Sun, 06 Nov 99999999999999 08:49:37 GMT", None),
        ("-1", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
        ("9" * 400, None),
    ],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    """RFC 9110 sections 10.2.3 and 5.6.7: a number of seconds, or a date in one of three forms."""
    assert read_retry_after(value, wall=EXAMPLE - 7) == seconds


def test_a_date_says_nothing_to_one_who_does_not_know_the_time() -> None:
    assert read_retry_after("Sun, 06 Nov 1994 08:49:37 GMT") is None
    assert read_retry_after("120") == 120


@given(st.integers(0, 4_000_000_000), st.integers(0, 4_000_000_000))
def test_any_date(when: int, wall: int) -> None:
    assert read_retry_after(formatdate(when, usegmt=True), wall) == max(0, when - wall)


@given(st.text(max_size=50))
def test_any_text(value: str) -> None:
    seconds = read_retry_after(value, EXAMPLE)
    assert seconds is None or seconds >= 0
