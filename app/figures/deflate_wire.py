"""One frame of a compressed message down to its bits, or several with the first byte of each bit by bit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.deflate_layout import LEFT
from app.figures.frame_spoken import bit_teller
from app.figures.hex_strip import declared_or_short
from app.figures.tokens import edge, field_word, fill, hatch, needs_outline, on, opcode_word, tint

if TYPE_CHECKING:
    from app.figures.deflate_layout import Layout
    from app.figures.deflate_view import View
    from app.figures.pen import Pen
    from protocol.facts import FrameSent

BIT: Final = 20.0
BYTE: Final = 26.57
TAIL_LEFT: Final = 752.0
MOST: Final = 4
"""More frames of a message are not drawn."""


def draw_one(pen: Pen, view: View, fact: FrameSent, layout: Layout, y: float) -> None:
    """The first two bytes bit by bit, what follows byte by byte."""
    frame, height = fact.frame, layout.between(32, 28)
    name_y = y + height + layout.between(23, 20)
    fields = [one for one in frame.fields() if one.start_bit < 16]
    for field in fields:
        teller = bit_teller(pen.words, frame, fact.who, field.name)
        for bit in range(field.start_bit, field.start_bit + field.width):
            value = frame.header[bit // 8] >> (7 - bit % 8) & 1
            x = LEFT + BIT * bit + 4 * (bit // 8)
            pen.box(
                f"frame.bit.{bit}", x + 0.5, y, BIT - 1, height, fill=fill(field.name) if value else tint(field.name),
                spoken=teller.sentence(bit, value), links=(f"bit:{bit}", f"field:{field.name}"),
            )  # fmt: skip
            pen.text(
                f"frame.bit.{bit}/digit", x + BIT / 2, y + height / 2 + 6, str(value), 16, bold=bool(value), mono=True,
                color=on(field.name) if value else "text",
            )  # fmt: skip
        start = LEFT + BIT * field.start_bit + 4 * (field.start_bit // 8)
        pen.box(
            f"frame.bar.{field.name}", start + 0.5, y + height + 2, BIT * field.width - 1, 4, fill=fill(field.name),
            stroke=edge(field.name) if needs_outline(field.name) else "",
        )  # fmt: skip
    _draw_ring(pen, "rsv1", (LEFT + BIT, y, BIT, height), frame.rsv >> 2, strong=view.part == "rsv")
    words = pen.words
    names = (
        (LEFT + BIT * 1.5, f"RSV1 {frame.rsv >> 2}", "text"),
        (LEFT + BIT * 6, opcode_word(words, frame.opcode), "op.edge"),
        (
            LEFT + BIT * 12.5 + 4,
            words.translate("figures", "length {length}").format(length=declared_or_short(frame)),
            "len.edge",
        ),
    )
    for place, (x, text, color) in enumerate(names):
        pen.text(f"frame.name.{place}", x, name_y, text, 13, bold=True, color=color)
    said = words.translate("figures", "compressed") if frame.rsv >> 2 else words.translate("figures", "not compressed")
    pen.text("frame.rsv/meaning", LEFT, name_y + 16, said, 13, color="text2", anchor="start")
    _draw_payload(pen, fact, layout, y, LEFT + 16 * BIT + 20)


def _draw_ring(pen: Pen, name: str, where: tuple[float, float, float, float], value: int, *, strong: bool) -> None:
    """Around RSV1: thicker when it is looked at."""
    x, y, width, height = where
    spoken = pen.words.translate("figures", "RSV1 is {value}").format(value=value)
    pen.box(
        name, x - 2, y - 3.5, width + 4, height + 11, stroke="ink", line=3 if strong else 2, radius=5, above=2,
        spoken=spoken,
    )  # fmt: skip


def _draw_payload(pen: Pen, fact: FrameSent, layout: Layout, y: float, left: float) -> None:
    """The bytes after the first two: longer lengths, the masking key, the payload without mask."""
    frame, height = fact.frame, layout.between(38, 34)
    extended = frame.header[2 : len(frame.header) - len(frame.key)]
    groups = (
        ("extended payload length", extended),
        ("masking key", frame.key),
        ("payload data", frame.payload),
    )
    for name, data in groups:
        if not data:
            continue
        room = TAIL_LEFT - 16 - left
        cell = min(BYTE, max(21.0, room / len(data)))
        most = max(int(room / cell), 3)
        shown: list[int | None] = list(range(len(data)))
        if len(data) > most:
            shown = [*range(most - 2), None, len(data) - 1]
        start = left
        for place, byte in enumerate(shown):
            _draw_byte(pen, name, data, byte, place, (left, y, cell, height))
            left += cell
        _draw_group_name(pen, name, data, start, left, y + height + layout.between(17, 14))
        left += 4


def _draw_byte(
    pen: Pen, name: str, data: bytes, byte: int | None, place: int, where: tuple[float, float, float, float]
) -> None:
    left, y, cell, height = where
    if byte is None:
        pen.text(f"frame.{name}.{place}/more", left + cell / 2, y + 22, "…", 15, color="text2")
        return
    pen.box(
        f"frame.{name}.{byte}", left, y, cell - 1.5, height - 5, fill=tint(name),
        spoken=f"{field_word(pen.words, name)} {byte}: {data[byte]:02x}",
        links=(f"byte:{byte}",) if name == "payload data" else (),
    )  # fmt: skip
    pen.box(
        f"frame.{name}.{byte}/bar", left, y + height - 5, cell - 1.5, 5, fill=fill(name), hatch=hatch(name),
    )  # fmt: skip
    pen.text(
        f"frame.{name}.{byte}/hex", left + cell / 2 - 0.75, y + height / 2 + 3, f"{data[byte]:02x}",
        15 if cell > 24 else 13, bold=True, mono=True,
    )  # fmt: skip


def _draw_group_name(pen: Pen, name: str, data: bytes, start: float, stop: float, y: float) -> None:
    words = pen.words
    texts = {
        "masking key": words.translate("figures", "masking key"),
        "payload data": words.translate("figures", "payload, {size} bytes").format(size=len(data)),
        "extended payload length": str(int.from_bytes(data, "big")),
    }
    pen.text(
        f"frame.{name}/name", (start + stop) / 2, y, texts[name], 13, bold=True, color=edge(name),
        within=max(stop - start + 30, 44),
    )  # fmt: skip


def draw_several(pen: Pen, view: View, layout: Layout, y: float) -> None:
    """Several frames: the first byte of each bit by bit, its payload as one box."""
    assert view.shown is not None
    frames = view.shown.frames[:MOST]
    height, share = layout.between(32, 28), (TAIL_LEFT - 16 - LEFT) / len(frames)
    bit = min(BIT, (share - 60) / 8)
    base = y + height + layout.between(23, 20)
    for place, fact in enumerate(frames):
        left = LEFT + share * place
        name = f"frame.{place}"
        _draw_first_byte(pen, name, fact, left, (y, bit, height))
        ring = (left + bit, y, bit, height)
        _draw_ring(pen, f"rsv1.{place}", ring, fact.frame.rsv >> 2, strong=view.part == "rsv")
        size = pen.words.translate("figures", "{size} bytes").format(size=len(fact.frame.payload))
        body, width = left + 8 * bit + 4, share - 8 * bit - 16
        pen.box(name + ".payload", body, y, width, height, fill=tint("payload data"), spoken=size)
        pen.box(name + ".payload/bar", body, y + height + 2, width, 4, fill=fill("payload data"))
        middle = body + width / 2
        pen.text(name + ".payload/size", middle, y + height / 2 + 5, size, 13, bold=True, within=width - 4)
        _draw_names(pen, name, fact, (left, base, share - 8))


def _draw_names(pen: Pen, name: str, fact: FrameSent, where: tuple[float, float, float]) -> None:
    left, base, space = where
    frame, font = fact.frame, Font(13, bold=True)
    runs = (
        (f"FIN {int(frame.fin)}  ", font, "fin.edge"),
        (f"RSV1 {frame.rsv >> 2}  ", font, "text"),
        (opcode_word(pen.words, frame.opcode), font, "op.edge"),
    )
    pen.runs(name + ".names", left, base, runs, within=space)


def _draw_first_byte(pen: Pen, name: str, fact: FrameSent, left: float, inner: tuple[float, float, float]) -> None:
    y, bit, height = inner
    for field in (one for one in fact.frame.fields() if one.start_bit < 8):
        teller = bit_teller(pen.words, fact.frame, fact.who, field.name)
        for place in range(field.start_bit, field.start_bit + field.width):
            value = fact.frame.header[0] >> (7 - place) & 1
            x, ground = left + bit * place, fill(field.name) if value else tint(field.name)
            said, links = teller.sentence(place, value), (f"bit:{place}", f"field:{field.name}")
            pen.box(f"{name}.bit.{place}", x + 0.5, y, bit - 1, height, fill=ground, spoken=said, links=links)
            color = on(field.name) if value else "text"
            font = Font(min(16, bit), bold=bool(value), mono=True)
            pen.text(f"{name}.bit.{place}/digit", x + bit / 2, y + height / 2 + 5, str(value), font, color=color)
        x, width = left + bit * field.start_bit, bit * field.width - 1
        pen.box(f"{name}.bar.{field.name}", x + 0.5, y + height + 2, width, 4, fill=fill(field.name))
