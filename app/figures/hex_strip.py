"""The coloured strip of a frame's bytes: hex digits over bars that are split in proportion to the fields
inside them.

`hex_strip` gives the marks, `strip_places` says where each byte stands, `strip_width` how much room all
of it takes and `strip_captions` names the fields below it. A frame with more bytes than `limit` shows the
first ones, a break and the last one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.figures.frame_parts import chosen, parts, within
from app.figures.frame_spoken import byte_sentence
from app.figures.pen import Pen
from app.figures.tokens import edge, field_word, fill, hatch, needs_outline, tint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.marks import AnyMark, Room
    from app.figures.frame_parts import Part
    from protocol.frames import Frame


@dataclass(frozen=True, slots=True)
class StripStyle:
    """Sizes of a strip in stage units."""

    cell: float = 28
    gap: float = 2
    height: float = 28
    bar: float = 5
    size: float = 16
    baseline: float = 20
    """Below the top of the cell."""
    group: int = 0
    """A wider gap after each so many bytes; 0 for none."""
    group_gap: float = 12
    outline: bool = False
    """Whether light bars get a 1 px outline."""


SMALL = StripStyle()
"""Inside a message."""

LARGE = StripStyle(cell=41, gap=3, height=36, bar=6, size=20, baseline=25, group=8)
"""As a row of its own."""


def strip_places(
    shown: Sequence[int | None], x: float, style: StripStyle = SMALL
) -> tuple[tuple[int | None, float], ...]:
    """The left edge of each byte and each break (None)."""
    places = []
    for number, byte in enumerate(shown):
        places.append((byte, x))
        x += style.cell + style.gap
        if style.group and (number + 1) % style.group == 0 and number + 1 < len(shown):
            x += style.group_gap
    return tuple(places)


def strip_width(frame: Frame, *, limit: int | None = None, style: StripStyle = SMALL) -> float:
    """How wide the strip of this frame is."""
    places = strip_places(shown_bytes(frame, limit), 0, style)
    return places[-1][1] + style.cell if places else 0


def shown_bytes(frame: Frame, limit: int | None = None) -> tuple[int | None, ...]:
    """The byte numbers that a strip of at most `limit` cells shows, with None for the break."""
    return chosen(frame.size, limit or frame.size)


def hex_strip(
    frame: Frame, x: float, y: float, room: Room, prefix: str, *, limit: int | None = None,
    style: StripStyle = SMALL,
    shown: Sequence[int | None] | None = None, plain: str = "sunk", open_from: int | None = None,
) -> list[AnyMark]:  # fmt: skip
    """The marks of the strip with its upper left corner at (x, y).

    Ids are `prefix/byte.N`; `plain` is the ground of bytes that hold more than one field; bytes from `open_from`
    on are not known yet and drawn as dashed outlines. `shown` may choose the bytes, otherwise `limit` does.
    """
    pen = Pen(room, prefix + "/")
    fields = parts(frame)
    raw = frame.raw
    for number, (byte, left) in enumerate(strip_places(shown or shown_bytes(frame, limit), x, style)):
        if byte is None:
            pen.text(f"break.{number}", left + style.cell / 2, y + style.baseline, "…", style.size, color="text2")
            continue
        if open_from is not None and byte >= open_from:
            pen.box(
                f"byte.{byte}",
                left + 0.5,
                y + 0.5,
                style.cell - 1,
                style.height - 1,
                stroke="line3",
                dash=(5, 4),
            )
            continue
        inside = within(fields, byte * 8, byte * 8 + 8)
        ground = plain if len(inside) != 1 else tint(inside[0].name)
        links = (
            f"byte:{byte}",
            *(f"bit:{bit}" for bit in range(byte * 8, byte * 8 + 8)),
            *_key_links(frame, byte),
        )
        pen.box(
            f"byte.{byte}", left, y, style.cell, style.height, fill=ground, links=links,
            spoken=byte_sentence(room.words, frame, byte, raw[byte], inside),
        )  # fmt: skip
        pen.text(
            f"byte.{byte}/digits", left + style.cell / 2, y + style.baseline, f"{raw[byte]:02x}", style.size,
            bold=True,
            mono=True,
        )  # fmt: skip
        _bars(pen, byte, inside, left, y + style.height, style=style)
    return pen.marks


def _bars(pen: Pen, byte: int, inside: tuple[Part, ...], x: float, y: float, *, style: StripStyle) -> None:
    """The fields inside one byte, each as wide as its bits."""
    bit = style.cell / 8
    for part in inside:
        pen.box(
            f"byte.{byte}/bar.{part.name}", x + (part.start - byte * 8) * bit, y, part.width * bit, style.bar,
            fill=fill(part.name), hatch=hatch(part.name),
            stroke=edge(part.name) if style.outline and needs_outline(part.name) else "",
        )  # fmt: skip


def _key_links(frame: Frame, byte: int) -> tuple[str, ...]:
    """A key byte is linked with the payload bytes that it masks (the first few: no figure shows more)."""
    key = byte - (len(frame.header) - 4)
    if not frame.masked or not 0 <= key < 4:
        return ()
    first = len(frame.header)
    return tuple(f"byte:{first + place}" for place in range(key, min(len(frame.wire), 64), 4))


def strip_captions(
    frame: Frame, x: float, y: float, room: Room, prefix: str, payload: str = "", *, limit: int | None = None,
    style: StripStyle = SMALL,
) -> list[AnyMark]:  # fmt: skip
    """The names below a strip, on the baseline `y`: `op 8`, `len 6`, masking key, `payload` under its bytes."""
    pen = Pen(room, prefix + "/caption.")
    words = room.words
    places = [(byte, left) for byte, left in strip_places(shown_bytes(frame, limit), x, style) if byte is not None]

    def caption(name: str, run: range, text: str, *, size: float, color: str, least: float = 0) -> None:
        lefts = [left for byte, left in places if byte in run]
        if lefts:
            middle, width = (lefts[0] + lefts[-1] + style.cell) / 2, lefts[-1] + style.cell - lefts[0]
            pen.text(name, middle, y, text, size, bold=True, color=color, within=max(width, least))

    header = len(frame.header)
    opcode = words.translate("figures", "op {opcode:x}").format(opcode=frame.opcode)
    length = words.translate("figures", "len {length}").format(length=declared_or_short(frame))
    caption("opcode", range(1), opcode, size=12, color="op.edge", least=60)
    caption("length", range(1, 2), length, size=12, color="len.edge", least=60)
    key = header - len(frame.key)
    caption("key", range(key, header), field_word(words, "masking key"), size=13, color="key.edge")
    if payload:
        caption("payload", range(header, frame.size), payload, size=13, color="pay.edge", least=60)
    return pen.marks


def declared_or_short(frame: Frame) -> int:
    """The number in the 7-bit length field: the length itself, or 126 or 127."""
    return frame.header[1] & 0x7F if len(frame.header) > 1 else 0
