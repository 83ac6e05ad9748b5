"""Where the parts of the frame figure stand: one vertical plan for every frame and every height of the
stage.

From top to bottom: room for a callout, the ruler, the rows of 32 bits, a break if rows are left out, the
hex strip, the payload's table and its notes. At 772 units everything has the spacing of the design. With
less room the spacing shrinks towards its tight values; what then still does not fit gives way in this
order: captions of the later rows go into one line, the room for the callout, rows of payload.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

TOP: Final = 84
FOOT: Final = 8
COLUMNS: Final = 32
"""Bits in a row, as in the RFC's own figure (section 5.2)."""
ROW_BYTES: Final = COLUMNS // 8
MOST_ROWS: Final = 4


@dataclass(frozen=True, slots=True)
class Need:
    """What has to find room: bytes in the frame and its header, the kind of table, extra lines in it."""

    size: int
    header: int
    masked: bool
    empty: bool
    spans: bool = False
    notes: int = 0
    bits: bool = False
    """Whether the table of an unmasked payload shows every bit: before and on the wire, the same."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of bits: baselines and edges in stage units."""

    first_byte: int
    top: float
    cell: float
    name: float
    value: float | None
    """Baseline of the value, or None if it stands beside the name."""

    @property
    def bar(self) -> float:
        """Upper edge of the field bars."""
        return self.top + self.cell + 2


@dataclass(frozen=True, slots=True)
class Plan:
    """All vertical positions."""

    callout: float | None
    """Height of the callout box below `TOP`, or None if there is no room for one."""
    ruler: float
    """Baseline of the ruler's units."""
    rows: tuple[Row, ...]
    cut: float | None
    """Upper edge of the break below the rows, or None if all rows are shown."""
    cut_height: float
    rule: float
    """The line above the hex strip."""
    hex: float
    table_rule: float
    head: float
    """Baseline of the table's heading."""
    span: float | None
    """Baseline of characters that stand over several bytes."""
    table: tuple[float, ...]
    """Upper edges of the table's rows."""
    table_row: float
    sum_rule: float
    notes: tuple[float, ...]
    """Baselines of the notes."""
    bottom: float


@dataclass(frozen=True, slots=True)
class _Option:
    rows: int
    cut: bool
    one_line: bool
    callout: bool


def plan(need: Need, height: float) -> Plan:
    """The roomiest plan that fits into a stage of this height."""
    space = height - FOOT
    options = list(_options(need))
    for option in options:
        if _build(need, option, 1).bottom <= space:
            return _spread(need, option, space)
    return _build(need, options[-1], 1)


def _options(need: Need) -> Iterator[_Option]:
    """Ways to give up room, the least painful first."""
    total = -(-need.size // ROW_BYTES)
    header = -(-need.header // ROW_BYTES)
    if total <= MOST_ROWS:
        for one_line, callout in ((False, True), (True, True), (True, False)):
            yield _Option(total, cut=False, one_line=one_line, callout=callout)
    most = min(total - 1, max(MOST_ROWS - 1, header))
    for rows in range(most, 0, -1):
        for one_line, callout in ((False, True), (True, True), (True, False)):
            yield _Option(rows, cut=True, one_line=one_line, callout=callout)


def _spread(need: Need, option: _Option, space: float) -> Plan:
    """The plan of this option that uses the space: 0 is the design's spacing, 1 the tight one."""
    roomy, tight = _build(need, option, 0).bottom, _build(need, option, 1).bottom
    if roomy <= space:
        return _build(need, option, 0)
    squeeze = (roomy - space) / (roomy - tight)
    while squeeze < 1 and _build(need, option, squeeze).bottom > space:
        squeeze += 0.02
    return _build(need, option, min(squeeze, 1))


def _build(need: Need, option: _Option, squeeze: float) -> Plan:
    def between(roomy: float, tight: float) -> int:
        return round(roomy + (tight - roomy) * squeeze)

    callout = between(74, 66) if option.callout else None
    ruler = TOP + (between(108, 98) if option.callout else 36)
    rows, y = _rows(option, ruler + 10, squeeze)
    cut = y + 2 if option.cut else None
    cut_height = between(28, 22)
    if option.cut:
        y += cut_height + 8
    rule = y
    strip = y + between(12, 6)
    table_rule = y + between(76, 57)
    head = table_rule + between(24, 17)
    span = head + between(20, 18) if need.spans and need.masked and not need.empty else None
    first = (span or head) + (between(14, 6) if span is None else between(12, 8))
    tops, row, sum_rule, y = _table(need, first, head, squeeze)
    step = between(22, 18)
    notes = tuple(y + 8 + between(12, 9) + place * step for place in range(need.notes))
    bottom = notes[-1] + 6 if notes else y + 6
    return Plan(
        callout, ruler, rows, cut, cut_height, rule, strip, table_rule, head, span, tops, row,
        sum_rule, notes, bottom,
    )  # fmt: skip


def _rows(option: _Option, top: float, squeeze: float) -> tuple[tuple[Row, ...], float]:
    def between(roomy: float, tight: float) -> int:
        return round(roomy + (tight - roomy) * squeeze)

    cell = between(44, 38)
    rows = []
    for number in range(option.rows):
        name = top + cell + between(24, 21)
        value = None if option.one_line and number else name + between(17, 15)
        rows.append(Row(number * ROW_BYTES, top, cell, name, value))
        top = (value or name) + between(13, 8)
    return tuple(rows), top


def _table(need: Need, first: float, head: float, squeeze: float) -> tuple[tuple[float, ...], float, float, float]:
    """Row tops, row height, the line above the sum, and where the table ends."""

    def between(roomy: float, tight: float) -> int:
        return round(roomy + (tight - roomy) * squeeze)

    if need.empty:
        return (), 0, 0, head
    if not need.masked and not need.bits:
        row = between(34, 28)
        return (first,), row, 0, first + row + (between(38, 27) if need.spans else between(34, 20))
    row = between(30, 24)
    if not need.masked:
        last = first + row + between(20, 8)
        return (first, last), row, last - 4, last + row
    second = first + row + between(14, 4)
    last = second + row + between(20, 8)
    return (first, second, last), row, last - 4, last + row
