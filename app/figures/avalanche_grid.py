"""Three grids of 160 bits by 160 rounds: both runs and their difference, with a bar for how many bits differ.

A row is one line whose dashes are its runs of ones: so a grid of 25,600 bits is 160 marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Stroke
from app.figures.pen import mono, sans
from protocol.avalanche import BITS

if TYPE_CHECKING:
    from app.figures.pen import Pen
    from protocol.avalanche import Pair

PITCH: Final = 1.45
"""The width of a bit."""

LEFT: Final = 32.0
"""Where the names of the blocks begin, as everything on the stage does."""

GRIDS: Final = (64.0, 316.0, 568.0)
"""The left edge of each grid."""

WIDTH: Final = BITS * PITCH
COUNTS: Final = 808.0
COUNT: Final = 48.0
"""As wide is the bar of 160 bits."""

GAP: Final = 20.0
"""Between the blocks, where the name of the second one stands."""

BLOCK: Final = 80


def draw_grids(pen: Pen, pair: Pair, shown: int, span: tuple[float, float]) -> None:
    """The grids with their heads, filled up to the round `shown`."""
    words = pen.words
    top, bottom = span
    heads = (
        ("first", words.translate("figures", "This key"), pair.first.key),
        ("second", words.translate("figures", "One bit turned"), pair.second.key),
        ("apart", words.translate("figures", "Where they differ"), ""),
    )
    other = next((n for n, (a, b) in enumerate(zip(pair.first.key, pair.second.key, strict=True)) if a != b), 0)
    first = top + 62
    pitch = (bottom - first - GAP) / max(len(pair.rows), 1)
    for (name, title, key), x in zip(heads, GRIDS, strict=True):
        pen.text(f"{name}/title", x, top + 16, title, sans(15, bold=True), anchor="start", within=WIDTH)
        if key:
            _draw_key(pen, name, key, other, x, top + 36)
        for place, letter in enumerate("abcde"):
            pen.text(f"{name}/{letter}", x + (32 * place + 16) * PITCH, top + 56, letter, mono(13), color="text2")
        for block in range(2):
            y = first + block * (BLOCK * pitch + GAP)
            pen.box(f"{name}/ground.{block}", x, y, WIDTH, BLOCK * pitch, fill="sunk")
    for number, (one, two) in enumerate(pair.rows[:shown]):
        y = row_y(first, pitch, number) + pitch / 2
        for (name, _, _), x, value in zip(heads, GRIDS, (one, two, one ^ two), strict=True):
            _draw_row(pen, f"{name}/row.{number}", value, x, y, pitch, "err.fill" if name == "apart" else "ink")
    _draw_counts(pen, pair, shown, first, pitch, top)
    _draw_scale(pen, first, pitch)
    _draw_now(pen, pair, shown, first, pitch)


def row_y(first: float, pitch: float, number: int) -> float:
    """The upper edge of a round's row."""
    return first + number * pitch + (GAP if number >= BLOCK else 0)


def _draw_key(pen: Pen, name: str, key: str, other: int, x: float, y: float) -> None:
    """The key with the character that carries the bit."""
    color = "err.edge" if name == "second" else "text"
    runs_ = (
        (key[:other], mono(13), "text2"), (key[other], mono(13, bold=True), color),
        (key[other + 1 :], mono(13), "text2"),
    )  # fmt: skip
    pen.runs(f"{name}/key", x, y, tuple(run for run in runs_ if run[0]), within=WIDTH)


def _draw_row(pen: Pen, name: str, value: int, x: float, y: float, pitch: float, color: str) -> None:
    found = runs(value)
    if not found:
        return
    dashes: list[float] = []
    for place, (start, stop) in enumerate(found):
        if place:
            dashes.append((start - found[place - 1][1]) * PITCH)
        dashes.append((stop - start) * PITCH)
    left, right = x + found[0][0] * PITCH, x + found[-1][1] * PITCH
    dashes.append(WIDTH)
    pen.marks.append(
        Stroke(id=name, points=((left, y), (right, y)), color=color, line=max(pitch - 0.3, 1), dash=tuple(dashes))
    )


def _draw_counts(pen: Pen, pair: Pair, shown: int, first: float, pitch: float, top: float) -> None:
    """A bar for each round: how many of the 160 bits differ, and where half of them would be."""
    words = pen.words
    pen.text("counts/title", COUNTS, top + 56, words.translate("figures", "of {bits}").format(bits=BITS), 12,
             color="text2", anchor="start")  # fmt: skip
    for number, count in enumerate(pair.counts[:shown]):
        if count:
            y = row_y(first, pitch, number)
            pen.box(f"counts/row.{number}", COUNTS, y, count / BITS * COUNT, max(pitch - 0.3, 1), fill="err.fill")
    half, bottom = COUNTS + COUNT / 2, row_y(first, pitch, len(pair.rows) - 1) + pitch
    pen.line("counts/half", ((half, first), (half, bottom)), "text3", 1, dash=(3.0, 3.0))


def _draw_scale(pen: Pen, first: float, pitch: float) -> None:
    """The numbers of the rounds, as FIPS 180-4 counts them in each block."""
    words = pen.words
    for block in range(2):
        for t in (0, 20, 40, 60):
            y = row_y(first, pitch, BLOCK * block + t) + pitch / 2
            pen.text(f"scale/{block}.{t}", GRIDS[0] - 8, y + 4.5, str(t), mono(12), color="text3", anchor="end")
        y = row_y(first, pitch, BLOCK * block)
        text = words.translate("figures", "block {block}").format(block=block + 1)
        pen.text(f"scale/{block}", LEFT, y - 6, text, 12, color="text2", anchor="start", within=48)


def _draw_now(pen: Pen, pair: Pair, shown: int, first: float, pitch: float) -> None:
    """The newest round, framed across all grids, with its count."""
    words, y = pen.words, row_y(first, pitch, shown - 1)
    block, t = divmod(shown - 1, BLOCK)
    spoken = words.translate("figures", "Block {block}, round {t}: {count} of {bits} bits differ.")
    spoken = spoken.format(block=block + 1, t=t, count=pair.counts[shown - 1], bits=BITS)
    pen.box("now", GRIDS[0] - 4, y - 3, GRIDS[2] + WIDTH - GRIDS[0] + 8, pitch + 6, stroke="ink", line=1.5, radius=3,
            spoken=spoken, above=2)  # fmt: skip


def runs(value: int) -> list[tuple[int, int]]:
    """The runs of ones in 160 bits, the first bit on the left, as (first, stop)."""
    text = f"{value:0{BITS}b}"
    found: list[tuple[int, int]] = []
    at = text.find("1")
    while at >= 0:
        stop = text.find("0", at)
        stop = BITS if stop < 0 else stop
        found.append((at, stop))
        at = text.find("1", stop)
    return found
