"""Moments as texts."""

from __future__ import annotations

from typing import Final

CALENDAR: Final = 100_000_000.0
"""Times from here on are seconds since 1970, those below seconds since the beginning."""
DAY: Final = 86_400


def clock(time: float, zone: float = 0.0) -> str:
    """A moment as `12:04:33.390`: the time of the day if it is known, else hours, minutes and seconds since the
    beginning."""
    if time >= CALENDAR:
        time = (time + zone) % DAY
    thousandths = int(max(0.0, time) * 1000 + 0.5)
    seconds, rest = divmod(thousandths, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{rest:03}"
