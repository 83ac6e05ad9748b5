"""The date that a NumericDate names: the seconds since 1970-01-01T00:00:00Z, leap seconds not counted.

RFC 7519 section 2; the claims `exp`, `nbf` and `iat` are such numbers.
"""

from __future__ import annotations

from typing import Final

DAY: Final = 86_400
"""Seconds."""

TO_1970: Final = 719_468
"""Days from 1 March of the year 0 to 1 January 1970. A year that begins in March ends with its leap day."""

FOUR_CENTURIES: Final = 146_097
"""Days of 400 years, after which the calendar repeats."""


def date_of(seconds: int) -> str:
    """Date and time of the clock in UTC, as `2026-01-01 00:10:00 UTC`."""
    days, rest = divmod(seconds, DAY)
    cycle, day = divmod(days + TO_1970, FOUR_CENTURIES)
    # Without its leap days, each year of the cycle has 365: one falls every 4th year, not every 100th, but the 400th.
    year = (day - day // 1460 + day // 36_524 - day // 146_096) // 365
    day -= 365 * year + year // 4 - year // 100
    # From March on, five months have 153 days: 31, 30, 31, 30, 31, and so again.
    month = (5 * day + 2) // 153
    day -= (153 * month + 2) // 5
    year += 400 * cycle + (month >= 10)
    month = month + 3 if month < 10 else month - 9
    hours, minutes = rest // 3600, rest // 60 % 60
    return f"{year:04}-{month:02}-{day + 1:02} {hours:02}:{minutes:02}:{rest % 60:02} UTC"
