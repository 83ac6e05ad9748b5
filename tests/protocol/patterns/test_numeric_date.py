"""The date of a NumericDate, beside the standard library's calendar."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.patterns.numeric_date import date_of

LAST = int(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("seconds", "date"),
    [
        (0, "1970-01-01 00:00:00 UTC"),
        (1_300_819_380, "2011-03-22 18:43:00 UTC"),  # the exp of RFC 7519 section 3.1
        (951_782_400, "2000-02-29 00:00:00 UTC"),
        (4_107_542_400, "2100-03-01 00:00:00 UTC"),
        (LAST, "9999-12-31 23:59:59 UTC"),
    ],
)
def test_dates(seconds, date):
    assert date_of(seconds) == date


@given(st.integers(0, LAST))
def test_every_second_has_the_date_of_the_calendar(seconds):
    assert date_of(seconds) == datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
