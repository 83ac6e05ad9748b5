"""One round of SHA-1 open: eight words as squares, one column read downwards, the sum, the registers after
it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Rect
from app.figures.accept_column import draw_column
from app.figures.accept_ledger import draw_after, draw_ledger
from app.figures.accept_panel import BITS_X, PanelPen, draw_bit_heading, draw_bits, hex8
from app.figures.accept_strip import draw_bands, draw_strip
from app.figures.pen import mono, sans
from protocol.sha1 import function_name

if TYPE_CHECKING:
    from app.figures.accept_known import Focus
    from protocol.accept import AcceptTrace

MIX: Final = 4
"""The row of the mixing function's result, below a, b, c, d."""

FORMULAS: Final = {"Ch": "b ? c : d", "Parity": "b ⊕ c ⊕ d", "Maj": "bc ⊕ bd ⊕ cd"}
"""What each function does to a column (FIPS 180-4 section 4.1.1)."""


def row_y(pen: PanelPen, row: int) -> float:
    """The middle of a row of squares: a, b, c, d, the result, e, K, W."""
    return pen.down(143, 158) + pen.between(28, 38) * row


def draw_rounds(pen: PanelPen, trace: AcceptTrace, focus: Focus) -> str:
    """The panel; returns what it shows in one sentence."""
    block = trace.sha1.blocks[focus.block - 1]
    t, step = focus.t, block.rounds[focus.t]
    a, b, c, d, e = block.registers_before(t)
    draw_bands(pen, t)
    draw_strip(pen, trace, focus)
    _draw_headings(pen)
    half = pen.between(13, 17)
    pen.rect("mix", Rect(44, row_y(pen, MIX) - half, 382, 2 * half), "sunk", radius=6)
    for row, (name, word) in enumerate((("a", a), ("b", b), ("c", c), ("d", d))):
        _draw_row(pen, f"before.{name}", row, name, word)
    _draw_mix(pen, t, step.f)
    for row, (name, word) in enumerate((("e", e), ("K", step.k), (f"W{t}", step.w)), start=MIX + 1):
        _draw_row(pen, f"before.{name[0]}", row, name, word)
    draw_column(pen, function_name(t), (b, c, d, step.f), row_y(pen, 1), row_y(pen, MIX))
    draw_ledger(pen, t, (a, b, c, d, e), step)
    draw_after(pen, step)
    # Where the other registers go is what a lesson may ask here, so the description leaves it to the marks.
    text = pen.words.translate("figures", "Block {block}, round {t}: {function}. The sum {sum} becomes a.")
    return text.format(block=focus.block, t=t, function=function_name(t), sum=hex8(step.a))


def _draw_headings(pen: PanelPen) -> None:
    words, y = pen.words, pen.down(121, 126)
    bold = sans(13, bold=True)
    before = words.translate("figures", "Before the round")
    pen.text("heading/before", 52, y, before, bold, anchor="start", color="text2", within=132)
    draw_bit_heading(pen, y)
    pen.text(
        "heading/add",
        452,
        y,
        words.translate("figures", "Add them up"),
        bold,
        anchor="start",
        color="text2",
        within=200,
    )
    pen.text(
        "heading/after", 690, y, words.translate("figures", "After"), bold, anchor="start", color="text2", within=150
    )


def _draw_row(pen: PanelPen, name: str, row: int, label: str, word: int) -> None:
    """A register, the constant or the word of the schedule: letter, digits, squares."""
    y = row_y(pen, row)
    spoken = pen.words.translate("figures", "{name} before the round: {word}").format(name=label, word=hex8(word))
    pen.text(name, 52, y + 6, label, sans(14 if len(label) > 1 else 16, bold=True), anchor="start")
    pen.text(name + "/hex", 94, y + 6, hex8(word), mono(18), anchor="start", spoken=spoken)
    draw_bits(pen, name, word, y)


def _draw_mix(pen: PanelPen, t: int, word: int) -> None:
    """The result of the mixing function on its sunk row."""
    y, name = row_y(pen, MIX), function_name(t)
    spoken = pen.words.translate("figures", "{name} of b, c and d: {word}").format(name=name, word=hex8(word))
    width = pen.text("mix/name", 52, y + 6, name, sans(14, bold=True), anchor="start", spoken=spoken).width
    x = 94 if width < 36 else max(106, 52 + width + 8)
    pen.text("mix/formula", x, y + 6, FORMULAS[name], sans(14), anchor="start", color="text2", within=BITS_X - 6 - x)
    draw_bits(pen, "mix", word, y)
