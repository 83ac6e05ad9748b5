"""The rungs of the closing theatre grouped into bands, each with the height it likes and the height it can
live with.

A data message is a row; many of them are told in one row a direction. A Close frame has room for its bytes.
The end of a TCP connection that nobody closed is a scene of its own. `choose` takes the most detailed set of
bands that fits.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.figures.close_turns import abrupt_end, crossed_pair, ends_at_once, silence_before
from app.figures.sequence_rungs import Rung, RungKind
from protocol.knowledge import Facts
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

ROW: Final = "row"
CLOSE: Final = "close"
"""A Close frame with the names of its fields below its bytes."""
SHORT: Final = "short"
"""A Close frame of few bytes, with a note on each side."""
CROSSED: Final = "crossed"
"""Two Close frames that crossed on their way, with the bytes of both."""
CROSSED_ROW: Final = "crossed row"
CUT: Final = "cut"
FOLDED: Final = "folded"
SILENCE: Final = "silence"
"""Seconds in which nothing crossed, after somebody had said Close."""

FAULT_LINE: Final = 18
"""What each line about a broken rule adds to a band."""


@dataclass(frozen=True, slots=True)
class Band:
    """Rungs at one height. `gap` is the space above; `low_gap` and `low_height` are the least it can live
    with."""

    kind: str
    rungs: tuple[Rung, ...]
    gap: float
    height: float
    low_gap: float
    low_height: float
    slope: float = 6
    """How much lower an arrow ends than it begins."""
    extra: float = 0
    """How much of the height waits for the words about a broken rule."""
    seconds: float = 0
    """How long a silence was."""
    until: int = 0
    """The place of the fact that ended it."""

    @property
    def id(self) -> str:
        """The id of its first rung; a silence has none."""
        return self.rungs[0].id if self.rungs else f"{self.kind}.{self.until}"


_SIZES: Final = {
    ROW: (20.0, 18.0),
    CLOSE: (116.0, 94.0),
    SHORT: (102.0, 80.0),
    CROSSED: (176.0, 134.0),
    CROSSED_ROW: (30.0, 26.0),
    CUT: (186.0, 118.0),
    FOLDED: (20.0, 18.0),
    SILENCE: (30.0, 22.0),
}


def _band(kind: str, rungs: Sequence[Rung], before: Band | None, *, faults: int) -> Band:
    height, low = _SIZES[kind]
    extra = FAULT_LINE * faults if any(rung.broken for rung in rungs) else 0
    first = rungs[0]
    slope = {RungKind.HEAD: 12.0, RungKind.END: 4.0}.get(first.kind, 6.0)
    return Band(kind, tuple(rungs), _gap(kind, first, before), height + extra, 2, low + extra, slope, extra)


def _gap(kind: str, rung: Rung, before: Band | None) -> float:
    if before is None:
        return 0
    if kind in {CLOSE, CROSSED, CUT}:
        return 1 if kind != CUT and before.kind == ROW else 6
    if kind == SHORT or before.kind == SILENCE:
        return 8 if kind == SHORT else 2
    if before.kind == ROW:
        previous = before.rungs[0]
        if previous.kind is RungKind.HEAD:
            return 17
        return 24 if previous.kind is rung.kind is RungKind.END else 4
    return 6


@dataclass(frozen=True, slots=True)
class _Level:
    """How much detail the bands show."""

    summary: bool
    """Messages told in one row a direction, however few they are."""
    bytes: int
    """How many Close frames show their bytes; a single one is the current one, or the first."""
    faults: int
    """Lines about a broken rule: the rule, and what it asks the receiver to answer."""


_LEVELS: Final = (
    _Level(summary=False, bytes=4, faults=2),
    _Level(summary=False, bytes=4, faults=1),
    _Level(summary=True, bytes=4, faults=1),
    _Level(summary=True, bytes=2, faults=1),
    _Level(summary=True, bytes=1, faults=1),
    _Level(summary=True, bytes=0, faults=1),
    _Level(summary=True, bytes=0, faults=0),
)


def choose(
    facts: Facts, rungs: Sequence[Rung], space: float, current: Rung | None, *, with_bytes: bool
) -> tuple[Band, ...]:
    """The bands that fit into `space`, in order; with everything told shortly, the oldest still fold into
    one."""
    bands: tuple[Band, ...] = ()
    for level in _LEVELS:
        bands = _bands(facts, rungs, level if with_bytes else replace(level, bytes=0), current)
        if least(bands) <= space:
            return bands
    return _folded(bands, space, current)


def least(bands: Sequence[Band]) -> float:
    """The least height of these bands."""
    return sum(band.low_height + (band.low_gap if place else 0) for place, band in enumerate(bands))


def _bands(facts: Facts, rungs: Sequence[Rung], level: _Level, current: Rung | None) -> tuple[Band, ...]:
    cut = abrupt_end(facts, rungs)
    at_once = ends_at_once(rungs, cut) if cut is not None else []
    crossed = crossed_pair(rungs)
    shown = _with_bytes(rungs, level.bytes, current)
    bands: list[Band] = []
    run: list[Rung] = []
    closing = next((rung.sent for rung in rungs if rung.is_close), len(facts))

    def add(kind: str, group: Sequence[Rung]) -> None:
        bands.append(_band(kind, group, bands[-1] if bands else None, faults=level.faults))

    def flush() -> None:
        for group in _grouped(run, summary=level.summary):
            add(ROW, group)
        run.clear()

    for rung in rungs:
        if rung.kind is RungKind.TCP or (rung.kind is RungKind.HEAD and rung.sender is Role.CLIENT):
            continue
        seconds = silence_before(facts, rung) if rung.sent > closing else 0
        if seconds:
            flush()
            height, low = _SIZES[SILENCE]
            bands.append(Band(SILENCE, (), 4, height, 2, low, seconds=seconds, until=rung.sent))
        if rung.kind is RungKind.FRAME and not rung.is_close:
            run.append(rung)
            continue
        flush()
        if rung is cut:
            add(CUT, at_once)
        elif crossed and rung is crossed[0]:
            add(CROSSED if rung in shown and crossed[1] in shown else CROSSED_ROW, crossed)
        elif rung not in at_once and rung not in crossed:
            add(_close_kind(rung) if rung in shown else ROW, [rung])
    flush()
    return tuple(bands)


def _with_bytes(rungs: Sequence[Rung], count: int, current: Rung | None) -> list[Rung]:
    """The Close frames that show their bytes."""
    closes = [rung for rung in rungs if rung.is_close]
    if count == 1 and current in closes:
        return [rung for rung in closes if rung == current]
    return closes[:count]


def _grouped(run: Sequence[Rung], *, summary: bool) -> list[list[Rung]]:
    """Messages between two other bands: up to two of them one by one, more as one group a direction."""
    broken = any(rung.broken for rung in run)
    if len(run) <= (1 if summary else 2) or (broken and not summary and len(run) <= 4):
        return [[rung] for rung in run]
    groups: dict[Role, list[Rung]] = {}
    for rung in run:
        groups.setdefault(rung.sender, []).append(rung)
    return list(groups.values())


def _close_kind(rung: Rung) -> str:
    frame = rung.frame
    return SHORT if frame is not None and frame.size <= 4 else CLOSE


def _folded(bands: tuple[Band, ...], space: float, current: Rung | None) -> tuple[Band, ...]:
    """The newest bands, and one row that stands for all the others; the current one is never folded."""
    here = next((place for place, band in enumerate(bands) if current in band.rungs), None)
    kept = list(range(len(bands)))
    folded: list[int] = []
    fold = _SIZES[FOLDED][1] + 2
    while len(kept) > 1 and least([bands[place] for place in kept]) + fold > space:
        gone = kept[0] if kept[0] != here else kept[1]
        kept.remove(gone)
        folded.append(gone)
    hidden = tuple(rung for place in sorted(folded) for rung in bands[place].rungs)
    head = [Band(FOLDED, hidden, 0, *_SIZES[FOLDED][:1], 2, _SIZES[FOLDED][1])] if hidden else []
    return (*head, *(bands[place] for place in kept))
