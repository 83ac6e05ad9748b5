"""After the 80 rounds: the registers are added to the block's start, and the last sums are the 20 bytes of
the digest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Rect
from app.figures.accept_known import shown_blocks
from app.figures.accept_panel import PanelPen, hex8
from app.figures.pen import mono, sans

if TYPE_CHECKING:
    from app.figures.accept_known import Focus
    from protocol.accept import AcceptTrace

BLOCKS_X: Final = (52, 464)
BIT: Final = 4.9
BYTE: Final = 8 * BIT
"""20 bytes of 8 bits fill the panel from 52 to 836."""


def draw_digest(pen: PanelPen, trace: AcceptTrace, _focus: Focus) -> str:
    """The sums of the last two blocks, and the digest as bytes and as bits."""
    shown = shown_blocks(trace, len(trace.sha1.blocks))
    for side, block in enumerate(shown):
        _draw_block(pen, trace, block, BLOCKS_X[side], last=block == shown[-1])
    _draw_bytes(pen, trace)
    text = pen.words.translate("figures", "The digest of {count} bytes is {digest}.")
    return text.format(count=len(trace.joined), digest=trace.digest.hex(" "))


def _row_y(pen: PanelPen, row: int) -> float:
    return pen.down(71, 88) + pen.between(31, 40) * row


def _draw_block(pen: PanelPen, trace: AcceptTrace, number: int, x: float, *, last: bool) -> None:
    """H + register = new H, five times; the sums of one block are the start of the next."""
    words, block = pen.words, trace.sha1.blocks[number - 1]
    heading = words.translate("figures", "Block {block}").format(block=number)
    pen.text(f"sum.{number}", x, pen.down(23, 30), heading, sans(15, bold=True), anchor="start", within=200)
    small, y = sans(12), pen.down(45, 56)
    heads = (
        ("before", x + 36, words.translate("figures", "before")),
        ("registers", x + 146, words.translate("figures", "after round 79")),
        ("sum", x + 266, words.translate("figures", "sum mod 2³²")),
    )
    for name, left, text in heads:
        pen.text(f"sum.{number}/{name}", left, y, text, small, anchor="start", color="text3", within=104)
    for row, letter in enumerate("abcde"):
        before, register = block.before[row], block.rounds[-1].registers[row]
        _draw_sum(pen, number, row, letter, (before, register, block.after[row]), last=last)


def _draw_sum(pen: PanelPen, number: int, row: int, letter: str, values: tuple[int, int, int], *, last: bool) -> None:
    x = BLOCKS_X[1] if last and number > 1 else BLOCKS_X[0]
    y, name = _row_y(pen, row), f"sum.{number}.{row}"
    before, register, after = values
    text = pen.words.translate("figures", "H{row} of block {block}: {before} + {register} = {after} mod 2^32")
    spoken = text.format(row=row, block=number, before=hex8(before), register=hex8(register), after=hex8(after))
    pen.text(name, x, y + 5, f"H{row}", sans(14, bold=True), anchor="start", color="text2")
    pen.text(name + "/before", x + 36, y + 6, hex8(before), mono(16), anchor="start")
    pen.text(name + "/plus", x + 128, y + 6, "+", mono(16), anchor="start", color="text2")
    pen.text(
        name + "/register", x + 146, y + 6, hex8(register), mono(16), anchor="start", links=(f"register:{letter}",)
    )
    pen.text(name + "/equals", x + 232, y + 6, "=", mono(16), anchor="start", color="text2")
    if before + register > after:
        pen.text(name + "/carry", x + 252, y + 6, "1", mono(16), anchor="start", color="text3", struck=True)
    links = (f"h:{row}",) if last else ()
    pen.text(
        name + "/after", x + 266, y + 6, hex8(after), mono(16, bold=True), anchor="start", spoken=spoken, links=links
    )
    if not last:
        pen.line(name + "/arrow", ((x + 354, y), (BLOCKS_X[1] - 12, y)), "text3", 1.5, head=7)


def _draw_bytes(pen: PanelPen, trace: AcceptTrace) -> None:
    """The five sums as 20 bytes, and as 160 bits below them."""
    words = pen.words
    heading = words.translate("figures", "The digest: the five sums of the last block, 20 bytes")
    pen.text("digest/heading", 52, pen.down(250, 314), heading, sans(15, bold=True), anchor="start", within=784)
    y, height = pen.down(284, 358), pen.between(34, 40)
    for word in range(5):
        x = 52 + 4 * BYTE * word
        pen.bracket(f"digest/h.{word}", x + 2, y - 8, 4 * BYTE - 6, depth=5)
        pen.rect(f"digest/h.{word}/ground", Rect(x + 2 * BYTE - 16, y - 18, 32, 15), "raise")
        font, middle = sans(13, bold=True), x + 2 * BYTE
        pen.text(f"digest/h.{word}/name", middle, y - 6, f"H{word}", font, color="text2", anchor="middle")
    for place, byte in enumerate(trace.digest):
        x, name = 52 + BYTE * place, f"digest/byte.{place}"
        spoken = words.translate("figures", "Byte {number} of the digest: {byte}")
        pen.rect(
            name, Rect(x, y, BYTE - 2, height), "srv.tint", "srv.fill", radius=4,
            spoken=spoken.format(number=place, byte=format(byte, "02x")),
            links=(f"digest:{place}", f"h:{place // 4}"),
        )  # fmt: skip
        font = mono(16, bold=True)
        middle = y + height / 2 + 6
        pen.text(name + "/hex", x + BYTE / 2 - 1, middle, format(byte, "02x"), font, anchor="middle")
    draw_strip_of_bits(pen, "digest/bits", trace.digest, y + height + 8, pen.between(16, 22))
    note = words.translate("figures", "160 bits: base64 takes them six at a time")
    pen.text("digest/note", 52, pen.down(370, 460), note, sans(14), anchor="start", color="text2", within=784)


def draw_strip_of_bits(pen: PanelPen, name: str, data: bytes, y: float, height: float, *, dark: str = "ink") -> None:
    """20 bytes as 160 squares from x = 52 to 836, 1 is dark."""
    for place in range(8 * len(data)):
        bit = data[place // 8] >> (7 - place % 8) & 1
        pen.rect(f"{name}/{place}", Rect(52 + BIT * place, y, BIT - 0.9, height), dark if bit else "sunk")
