"""One word of the schedule open: its four bytes, or its four earlier words, and all words so far beside
it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Rect
from app.figures.accept_known import word_kind
from app.figures.accept_panel import BITS_PITCH, BITS_X, PanelPen, draw_bit_heading, draw_bits, hex8
from app.figures.accept_strip import X, draw_strip, square_x
from app.figures.pen import mono, sans
from protocol.sha1 import word_sources

if TYPE_CHECKING:
    from app.figures.accept_known import Focus
    from protocol.accept import AcceptTrace

RESULT: Final = 4
"""The row of the four words' sum without carries, or of the four bytes side by side."""
TABLE_X: Final = 486
TABLE_PITCH: Final = 72.8


def draw_schedule(pen: PanelPen, trace: AcceptTrace, focus: Focus) -> str:
    """The panel; returns what it shows in one sentence."""
    words, t = pen.words, focus.t
    word = trace.sha1.blocks[focus.block - 1].words[t]
    _draw_bands(pen, t)
    draw_strip(pen, trace, focus)
    y = pen.down(121, 126)
    heading = words.translate("figures", "Word {t} of block {block}").format(t=t, block=focus.block)
    pen.text("heading/word", 52, y, heading, sans(13, bold=True), anchor="start", color="text2", within=134)
    draw_bit_heading(pen, y)
    if word_sources(t):
        _draw_grown(pen, trace, focus)
    else:
        _draw_given(pen, trace, focus)
    _draw_table(pen, trace, focus)
    text = words.translate("figures", "Word {t} of block {block} is {word}.")
    return text.format(t=t, block=focus.block, word=hex8(word))


def _draw_bands(pen: PanelPen, t: int) -> None:
    """The words of the block, and those that grow from them."""
    words = pen.words
    bands = (
        (0, 16, words.translate("figures", "t 0–15   the block")),
        (16, 80, words.translate("figures", "t 16–79   each from four words before it")),
    )
    for first, stop, text in bands:
        current = first <= t < stop
        x, width = square_x(first), (stop - first) * 9.8 - 4
        y = pen.top + 29
        color = "ink" if current else "line2"
        pen.line(f"schedule/band.{first}/line", ((x, y), (x + width, y)), color, 2.5 if current else 1)
        font, color = sans(13, bold=current), "text" if current else "text3"
        pen.text(f"schedule/band.{first}", x, pen.top + 22, text, font, anchor="start", color=color, within=width)


def _y(pen: PanelPen, row: int) -> float:
    return pen.down(143, 158) + pen.between(28, 38) * row


def _draw_result_row(pen: PanelPen, row: int) -> None:
    half = pen.between(13, 17)
    pen.rect("schedule/result", Rect(44, _y(pen, row) - half, 382, 2 * half), "sunk", radius=6)


def _draw_word(pen: PanelPen, name: str, row: int, label: str, word: int) -> None:
    y = _y(pen, row)
    spoken = pen.words.translate("figures", "{name} is {word}").format(name=label, word=hex8(word))
    pen.text(name, X, y + 6, label, sans(14, bold=True), anchor="start", within=40)
    pen.text(name + "/hex", 94, y + 6, hex8(word), mono(18), anchor="start", spoken=spoken)
    draw_bits(pen, name, word, y)


def _draw_grown(pen: PanelPen, trace: AcceptTrace, focus: Focus) -> None:
    """Four words, odd or even in each column, and the rotation (FIPS 180-4 section 6.1.2, step 1)."""
    words, t = pen.words, focus.t
    all_words = trace.sha1.blocks[focus.block - 1].words
    mixed = 0
    for row, source in enumerate(word_sources(t)):
        _draw_word(pen, f"schedule/source.{row}", row, f"W{source}", all_words[source])
        mixed ^= all_words[source]
    _draw_result_row(pen, RESULT)
    _draw_word(pen, "schedule/mixed", RESULT, "⊕", mixed)
    _draw_word(pen, "schedule/word", RESULT + 1, f"W{t}", all_words[t])
    half = pen.between(11, 13.5)
    framed = _telling_bit([all_words[source] for source in word_sources(t)])
    for bit in range(31, -1, -1):
        x = BITS_X + BITS_PITCH * (31 - bit)
        digits = [str(all_words[source] >> bit & 1) for source in word_sources(t)]
        equation = " ⊕ ".join(digits) + f" = {mixed >> bit & 1}"
        spoken = words.translate("figures", "Bit {bit}: {sum}").format(bit=bit, sum=equation)
        own, left, width = bit == framed, *((x - 2, 10.0) if bit == framed else (x - 0.5, BITS_PITCH))
        rect = Rect(left, _y(pen, 0) - half, width, _y(pen, RESULT) - _y(pen, 0) + 2 * half)
        pen.rect(f"schedule/column.{bit}", rect, "", "ink" if own else "", line=2, radius=2, spoken=spoken,
                links=(f"bit:{bit}",), above=2 if own else 1)  # fmt: skip
        if own:
            y = _y(pen, RESULT + 1) + pen.between(34, 42)
            pen.text("schedule/equation", X, y, equation, sans(16, bold=True), anchor="start", within=374)
    y = _y(pen, RESULT + 1)
    first = words.translate("figures", "An odd number of ones makes a 1;")
    second = words.translate("figures", "then all move left by one, and the first becomes the last.")
    pen.text("schedule/note.0", X, y + pen.between(53, 66), first, sans(13), anchor="start", color="text2", within=392)
    pen.text("schedule/note.1", X, y + pen.between(70, 86), second, sans(13), anchor="start", color="text2", within=392)


def _telling_bit(sources: list[int]) -> int:
    """The lowest bit whose column has one 1, or three; bit 0 if there is none."""
    counts = [sum(word >> bit & 1 for word in sources) for bit in range(32)]
    return next((counts.index(wanted) for wanted in (1, 3, 2) if wanted in counts), 0)


def _draw_given(pen: PanelPen, trace: AcceptTrace, focus: Focus) -> None:
    """Four bytes of the block, each in its eight places of the word."""
    block, t = trace.sha1.blocks[focus.block - 1], focus.t
    word = block.words[t]
    for row in range(4):
        number = 4 * t + row
        byte, y, name = block.data[number], _y(pen, row), f"schedule/byte.{row}"
        label = pen.words.translate("figures", "byte {number}").format(number=number)
        pen.text(name, X, y + 6, label, sans(14), anchor="start", color="text2", within=64)
        letter = f" {chr(byte)}" if 0x20 < byte < 0x7F else ""
        pen.text(
            name + "/hex", 122, y + 6, format(byte, "02x") + letter, mono(18), anchor="start",
            links=(f"message:{64 * (focus.block - 1) + number}",),
        )  # fmt: skip
        draw_bits(pen, name, word, y, range(8 * row, 8 * row + 8))
    _draw_result_row(pen, RESULT)
    _draw_word(pen, "schedule/word", RESULT, f"W{t}", word)
    y = _y(pen, RESULT + 1)
    note = pen.words.translate("figures", "four bytes side by side, the first on the left")
    pen.text("schedule/note.0", X, y + 5, note, sans(13), anchor="start", color="text2", within=380)


def _draw_table(pen: PanelPen, trace: AcceptTrace, focus: Focus) -> None:
    """All words up to the current one, sixteen below each other."""
    words, t = pen.words, focus.t
    all_words, sources = trace.sha1.blocks[focus.block - 1].words, word_sources(t)
    heading = words.translate("figures", "W0 to W{t}").format(t=t)
    pen.text(
        "heading/table",
        452,
        pen.down(121, 126),
        heading,
        sans(13, bold=True),
        anchor="start",
        color="text2",
        within=120,
    )
    top, pitch = pen.down(153, 166), pen.between(15.4, 20.4)
    for column in range(5):
        x = TABLE_X + TABLE_PITCH * column
        pen.text(
            f"table/column.{column}",
            x,
            top - pen.between(17, 22),
            str(16 * column),
            mono(12),
            anchor="start",
            color="text3",
        )
    for row in range(16):
        pen.text(f"table/row.{row}", 478, top + pitch * row, f"+{row}", mono(12), color="text3", anchor="end")
    for place in range(80):
        column, row = divmod(place, 16)
        x, y = TABLE_X + TABLE_PITCH * column, top + pitch * row
        name, frame = f"table/w.{place}", Rect(x - 4, y - 11.5, 66, 15)
        color = _table_color(trace, focus, place)
        if place == t:
            pen.rect(name + "/frame", frame, "ink", radius=3)
        elif place in sources:
            pen.rect(name + "/frame", frame, "", "ink", line=1.5, radius=3)
        known = place <= t
        pen.text(
            name, x, y, hex8(all_words[place]) if known else "·" * 8, mono(12, bold=place == t), anchor="start",
            color=color, links=(f"word:{focus.block}.{place}",),
        )  # fmt: skip


def _table_color(trace: AcceptTrace, focus: Focus, t: int) -> str:
    if t == focus.t:
        return "on-ink"
    if t > focus.t:
        return "text3"
    return "cli.edge" if t < 16 and word_kind(trace, focus.block, t) == "key" else "text"
