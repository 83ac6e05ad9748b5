"""The padded message: two blocks of 64 bytes as cells, each byte in the colour of what it is (FIPS 180-4
§5.1.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from app.drawing.marks import Rect
from app.figures.accept_known import kinds, shown_blocks, text_blocks
from app.figures.accept_panel import PanelPen
from app.figures.pen import mono, sans
from protocol.sha1 import BLOCK

if TYPE_CHECKING:
    from app.figures.accept_known import Focus
    from protocol.accept import AcceptTrace

PITCH: Final = 44
BLOCKS_X: Final = (72, 484)


class Look(NamedTuple):
    """How the bytes of one kind are drawn."""

    fill: str
    stroke: str
    line: float
    code: str
    """Colour of the hexadecimal digits."""
    letter: str
    """Colour of the ASCII character below; empty if the byte is none."""


LOOKS: Final = {
    "key": Look("cli.tint", "cli.fill", 1, "cli.edge", "cli.edge"),
    "guid": Look("sunk", "line3", 1, "text", "text2"),
    "one": Look("ink", "ink", 1, "on-ink", ""),
    "zero": Look("raise", "line", 1, "text3", ""),
    "length": Look("raise", "ink", 1.5, "text", ""),
}

FREE: Final = Look("", "line3", 1.5, "", "")
"""A place that no byte of the text takes."""


def draw_pad(pen: PanelPen, trace: AcceptTrace, focus: Focus) -> str:
    """Blocks, the count of every kind of byte, and why so many blocks are needed."""
    if not focus.padded:
        return _draw_text(pen, trace)
    for x, block in zip(BLOCKS_X, shown_blocks(trace, focus.block), strict=False):
        _draw_block(pen, trace, block, x)
    _draw_legend(pen, trace)
    words = pen.words
    joined, size, blocks = len(trace.joined), len(trace.sha1.padded), len(trace.sha1.blocks)
    total = f"{joined} + 1 + {size - joined - 9} + 8 = {size} = {blocks} × 64"
    pen.text("pad/total", BLOCKS_X[0], pen.down(359, 454), total, mono(15, bold=True), anchor="start")
    filled = -(-joined // BLOCK) * BLOCK
    if joined + 9 > filled:
        why = words.translate("figures", "{joined} bytes and at least 9 more do not fit into {room}: one more block")
    else:
        why = words.translate("figures", "{joined} bytes and at least 9 more fit into {room}")
    why = why.format(joined=joined, room=filled)
    pen.text("pad/why", BLOCKS_X[0], pen.down(382, 480), why, sans(14), anchor="start", color="text2", within=764)
    text = words.translate("figures", "{joined} bytes are padded with 0x80, {zeros} zeros and the length {bits} bits.")
    return text.format(joined=joined, zeros=size - joined - 9, bits=8 * joined)


def _draw_text(pen: PanelPen, trace: AcceptTrace) -> str:
    """Before the padding: the text in its blocks, and how many places are left."""
    blocks, joined = text_blocks(trace), len(trace.joined)
    for x, block in zip(BLOCKS_X, blocks[-2:], strict=False):
        _draw_block(pen, trace, block, x, stop=joined)
    words, total = pen.words, BLOCK * len(blocks)
    free = total - joined
    text = words.translate("figures", "{joined} of {total} places are taken, {free} are left")
    text = text.format(joined=joined, total=total, free=free)
    numbers = f"{len(trace.key)} + {len(trace.guid)} + {free} = {total}"
    x = BLOCKS_X[0]
    pen.text("pad/total", x, pen.down(359, 454), numbers, 15, bold=True, mono=True, anchor="start")
    pen.text("pad/why", x, pen.down(382, 480), text, 14, anchor="start", color="text2", within=764)
    if len(blocks) == 1:
        _draw_count(pen, trace, BLOCKS_X[1], free)
    return text


def _draw_count(pen: PanelPen, trace: AcceptTrace, x: float, free: int) -> None:
    """Beside a single block: what fills it."""
    words, top, pitch = pen.words, pen.down(32, 42), pen.between(34, 43)
    rows = (
        ("key", str(len(trace.key)), words.translate("figures", "bytes of the key")),
        ("guid", str(len(trace.guid)), words.translate("figures", "bytes of the GUID")),
        ("free", str(free), words.translate("figures", "places left in the block")),
    )
    for place, (kind, number, text) in enumerate(rows):
        y = top + pitch * (3 * place + 1.5) + 6
        look = LOOKS.get(kind, FREE)
        rect = Rect(x, y - 18, PITCH, 24)
        pen.rect(f"pad/count.{kind}/swatch", rect, look.fill, look.stroke, line=look.line, radius=3,
                 dash=(4, 3) if kind == "free" else (), links=(f"kind:{kind}",))  # fmt: skip
        pen.text(f"pad/count.{kind}", x + 92, y, number, 22, bold=True, mono=True, anchor="end")
        pen.text(f"pad/count.{kind}/text", x + 106, y, text, 16, anchor="start", color="text2", within=260)


def _draw_block(pen: PanelPen, trace: AcceptTrace, block: int, x: float, stop: int | None = None) -> None:
    """Eight rows of eight bytes with the number of each row's first byte; from `stop` on places are free."""
    first = BLOCK * (block - 1)
    heading = pen.words.translate("figures", "Block {block}, bytes {first} to {last}")
    heading = heading.format(block=block, first=first, last=first + BLOCK - 1)
    pen.text(f"pad/block.{block}", x, pen.down(22, 30), heading, sans(14, bold=True), anchor="start", within=350)
    top, pitch = pen.down(32, 42), pen.between(34, 43)
    kind_of = kinds(trace)
    for place in range(BLOCK):
        number = first + place
        row, column = divmod(place, 8)
        y = top + pitch * row
        if column == 0:
            pen.text(f"pad/{number}/offset", x - 8, y + pitch / 2 + 3, str(number), mono(12), color="text3",
                     anchor="end")  # fmt: skip
        rect = Rect(x + PITCH * column, y, PITCH - 2, pitch - 2)
        if stop is not None and number >= stop:
            spoken = pen.words.translate("figures", "Place {number} of the block is free").format(number=place)
            pen.rect(f"pad/{number}", rect, FREE.fill, FREE.stroke, line=FREE.line, dash=(4, 3), radius=3,
                     spoken=spoken, links=("kind:free",))  # fmt: skip
            continue
        _draw_byte(pen, number, trace.sha1.padded[number], kind_of[number], rect)


def _draw_byte(pen: PanelPen, number: int, byte: int, kind: str, rect: Rect) -> None:
    look, name = LOOKS[kind], f"pad/{number}"
    code = format(byte, "02x")
    letter = chr(byte) if look.letter and 0x20 < byte < 0x7F else ""
    text = pen.words.translate("figures", "Byte {number}: {code}, {kind}")
    spoken = text.format(number=number, code=code, kind=_kind_words(pen)[kind] + (f" {letter}" if letter else ""))
    pen.rect(
        name, rect, look.fill, look.stroke, line=look.line, radius=3, spoken=spoken,
        links=(f"message:{number}", f"kind:{kind}"),
    )  # fmt: skip
    x, low = rect.x + rect.width / 2, rect.height / 2 + 5
    y = rect.y + (pen.between(14, 18) if letter else low)
    pen.text(name + "/code", x, y, code, mono(14, bold=kind in ("one", "length")), color=look.code, anchor="middle")
    if letter:
        pen.text(name + "/letter", x, rect.y + pen.between(27, 34), letter, mono(12), color=look.letter,
                 anchor="middle")  # fmt: skip


def _kind_words(pen: PanelPen) -> dict[str, str]:
    words = pen.words
    return {
        "key": words.translate("figures", "key"),
        "guid": "GUID",
        "one": words.translate("figures", "the 1 bit and seven zeros"),
        "zero": words.translate("figures", "zero"),
        "length": words.translate("figures", "length in bits"),
    }


def _draw_legend(pen: PanelPen, trace: AcceptTrace) -> None:
    """A swatch for each kind of byte, with how many there are."""
    words, kind_of = pen.words, kinds(trace)
    counts = {kind: kind_of.count(kind) for kind in LOOKS}
    texts = {
        "key": words.translate("figures", "{count} key"),
        "guid": "{count} GUID",
        "one": "{count} × 0x80",
        "zero": words.translate("figures", "{count} zeros"),
        "length": words.translate("figures", "{count} length: {bits} bits"),
    }
    font, y = sans(14), pen.down(332, 424)
    shown = {kind: texts[kind].format(count=counts[kind], bits=8 * len(trace.joined)) for kind in LOOKS}
    free = 764 - sum(pen.width(text, font) + 24 for text in shown.values())
    gap = max(8.0, min(40.0, free / (len(shown) - 1)))
    x = float(BLOCKS_X[0])
    for kind, text in shown.items():
        look = LOOKS[kind]
        pen.rect(f"pad/legend.{kind}", Rect(x, y - 13, 16, 16), look.fill, look.stroke, line=look.line, radius=3)
        x += (
            24
            + gap
            + pen.text(f"pad/legend.{kind}/text", x + 24, y, text, font, anchor="start", links=(f"kind:{kind}",)).width
        )
