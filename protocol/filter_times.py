"""Times in a filter: a moment of the day, a number of seconds since the first row, or a range of either.

12:04         the whole minute           12:04:30-34     second 30 to second 34, both included
12:04:30.5    a tenth of a second        12:04:30-05:10  the end takes what it does not say from the beginning
2.5-3         seconds since the first row
"""

from __future__ import annotations

import re
from typing import Final

from protocol.filter_terms import DAY, During

_TIME: Final = re.compile(r"(?:([0-9]{1,2}):)?(?:([0-9]{1,2}):)?([0-9]{1,9})(?:\.([0-9]{1,9}))?")
FOREVER: Final = float("inf")


class FilterProblem(ValueError):  # noqa: N818 - it never leaves `compile_filter`, which makes a FilterError of it
    """Why a line is no filter."""

    def __init__(self, position: int, size: int, source: str, **values: str) -> None:
        super().__init__(source)
        self.position = position
        self.size = size
        self.source = source
        self.values = values


def times(value: str, sign: str, at: int) -> During:
    """The condition for a time as it was typed."""
    begin, dash, end = value.partition("-")
    first = _moment(begin, None, at)
    if dash and sign not in {":", "!="}:
        raise FilterProblem(at, len(value), "After “{sign}” stands one time.", sign=sign)
    last = _moment(end, first, at + len(begin) + 1) if dash else first
    clock = len(first.parts) > 1
    if clock != (len(last.parts) > 1):
        raise FilterProblem(at, len(value), "Both times are times of the day, or both are seconds.")
    lowest, highest = (0.0, DAY) if clock else (-FOREVER, FOREVER)
    match sign:
        case ">":
            return During(first.stop, highest, clock)
        case ">=":
            return During(first.start, highest, clock)
        case "<":
            return During(lowest, first.start, clock)
        case "<=":
            return During(lowest, first.stop, clock)
    if not clock and last.stop < first.start:
        raise FilterProblem(at, len(value), "The range ends before it begins.")
    return During(first.start, last.stop, clock)


class _Moment:
    """A time as it was typed: hours, minutes and seconds, the last of them with its digits after the point."""

    def __init__(self, parts: list[int], fraction: str) -> None:
        self.parts = parts
        self.fraction = fraction

    @property
    def start(self) -> float:
        """Its first moment, in seconds."""
        return self._units * self._unit

    @property
    def stop(self) -> float:
        """The first moment after it."""
        return (self._units + 1) * self._unit

    @property
    def _unit(self) -> float:
        if len(self.parts) == 2:
            return 60.0
        return 10.0 ** -len(self.fraction)

    @property
    def _units(self) -> int:
        if len(self.parts) == 2:
            return self.parts[0] * 60 + self.parts[1]
        seconds = self.parts[-1]
        if len(self.parts) == 3:
            seconds += self.parts[0] * 3600 + self.parts[1] * 60
        return int(f"{seconds}{self.fraction}")


def _moment(text: str, before: _Moment | None, at: int) -> _Moment:
    """The time that the text says; what it leaves out on the left is that of the time `before`."""
    found = _TIME.fullmatch(text)
    if found is None:
        raise FilterProblem(at, max(1, len(text)), "“{value}” is no time, such as 12:04:30 or 2.5.", value=text)
    parts = [int(part) for part in (found[1], found[2], found[3]) if part is not None]
    if before is not None:
        parts = before.parts[: len(before.parts) - len(parts)] + parts
    clock = len(parts) > 1
    if clock and (parts[0] > 24 or any(part > 59 for part in parts[1:])):
        raise FilterProblem(at, len(text), "There is no such time of the day: “{value}”.", value=text)
    if len(parts) == 2 and found[4]:
        raise FilterProblem(at, len(text), "“{value}” is no time, such as 12:04:30 or 2.5.", value=text)
    return _Moment(parts, found[4] or "")
