"""One column of bits read downwards: how Ch, Parity and Maj make one bit out of three (FIPS 180-4 section
4.1.1).

Every column can be pointed at; one is framed and told in words: the one that makes the point best.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Rect
from app.figures.accept_panel import BITS_PITCH, BITS_X, PanelPen
from app.figures.pen import sans

if TYPE_CHECKING:
    from app.drawing.marks import Words

Column = tuple[int, int, int]
"""One bit each of b, c, d."""

TELLING: Final[dict[str, tuple[Column, ...]]] = {
    "Ch": ((1, 1, 0), (0, 0, 1), (1, 0, 1), (0, 1, 0)),
    "Parity": ((1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (1, 0, 1), (0, 1, 1)),
    "Maj": ((1, 1, 0), (1, 0, 1), (0, 1, 1), (0, 0, 1), (0, 1, 0), (1, 0, 0)),
}
"""The columns that make the point of a function, best first: bits that differ, and a result of 1."""


def telling_bit(name: str, b: int, c: int, d: int) -> int:
    """The bit whose column tells most about the function, the lowest of the best; bit 0 if all are dull."""
    columns = [(b >> bit & 1, c >> bit & 1, d >> bit & 1) for bit in range(32)]
    for wanted in TELLING[name]:
        if wanted in columns:
            return columns.index(wanted)
    return 0


def draw_column(pen: PanelPen, name: str, words: tuple[int, int, int, int], y_b: float, y_mix: float) -> None:
    """32 columns from b down to the result, one of them framed, and its story to the right."""
    b, c, d, f = words
    framed = telling_bit(name, b, c, d)
    half = pen.between(11, 13.5)
    for bit in range(31, -1, -1):
        x = BITS_X + BITS_PITCH * (31 - bit)
        column = (b >> bit & 1, c >> bit & 1, d >> bit & 1)
        spoken = pen.words.translate("figures", "Bit {bit}: {sum}").format(
            bit=bit, sum=equation(name, column, f >> bit & 1)
        )
        rect = Rect(x - 2, y_b - half, 10, y_mix - y_b + 2 * half) if bit == framed else Rect(
            x - 0.5, y_b - half, BITS_PITCH, y_mix - y_b + 2 * half
        )  # fmt: skip
        stroke = "ink" if bit == framed else ""
        pen.rect(
            f"column.{bit}", rect, "", stroke, line=2, radius=2, spoken=spoken, links=(f"bit:{bit}",),
            above=2 if bit == framed else 1,
        )  # fmt: skip
    column = (b >> framed & 1, c >> framed & 1, d >> framed & 1)
    y = y_b + pen.between(20, 25)
    right = BITS_X + BITS_PITCH * (31 - framed) + 8.5
    pen.line("column/line", ((right, y - 6), (446, y - 6)), "ink", 1.25)
    result = f >> framed & 1
    pen.text("column/sum", 456, y, equation(name, column, result), sans(18, bold=True), anchor="start", within=196)
    first, second = _story(pen.words, name, column, result)
    pen.text("column/first", 456, y + pen.between(17, 22), first, sans(14), anchor="start", color="text2", within=210)
    pen.text("column/second", 456, y + pen.between(33, 41), second, sans(14), anchor="start", color="text2", within=210)


def equation(name: str, column: Column, result: int) -> str:
    """The column as a line of digits: `1 ⊕ 0 ⊕ 0 = 1`."""
    b, c, d = column
    if name == "Parity":
        return f"{b} ⊕ {c} ⊕ {d} = {result}"
    if name == "Ch":
        return f"{b} ? {c} : {d} = {result}"
    return f"{b}, {c}, {d} → {result}"


def _story(words: Words, name: str, column: Column, result: int) -> tuple[str, str]:
    """Two short lines: what stands in the column, and what it makes."""
    if name == "Ch":
        return _story_of_choose(words, column, result)
    count = sum(column)
    first = (
        words.translate("figures", "none of the three is 1:"),
        words.translate("figures", "one of the three is 1:"),
        words.translate("figures", "two of the three are 1:"),
        words.translate("figures", "all three are 1:"),
    )[count]
    if name == "Parity":
        odd = words.translate("figures", "odd, so the result is 1")
        even = words.translate("figures", "even, so the result is 0")
        return first, odd if result else even
    one = words.translate("figures", "the majority is 1")
    zero = words.translate("figures", "the majority is 0")
    return first, one if result else zero


def _story_of_choose(words: Words, column: Column, result: int) -> tuple[str, str]:
    if column[0]:
        first = words.translate("figures", "b is 1 and chooses c:")
        one = words.translate("figures", "c is 1, so is the result")
        zero = words.translate("figures", "c is 0, so is the result")
    else:
        first = words.translate("figures", "b is 0 and chooses d:")
        one = words.translate("figures", "d is 1, so is the result")
        zero = words.translate("figures", "d is 0, so is the result")
    return first, one if result else zero
