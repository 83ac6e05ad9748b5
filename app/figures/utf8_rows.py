"""The left side: a row for each byte of the text, bit by bit, under its fragment; the characters stand beside them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from app.figures.pen import mono, sans
from app.figures.tokens import opcode_word

if TYPE_CHECKING:
    from app.figures.pen import Pen
    from app.figures.utf8_bytes import Byte, Text

INDEX: Final = 52.0
HEX: Final = 62.0
HEX_WIDTH: Final = 40.0
BITS: Final = 116.0
BIT: Final = 21.0
KIND: Final = 298.0
BRACE: Final = 422.0
SIGN: Final = 454.0
POINT: Final = 482.0
RIGHT: Final = 560.0
TALLEST: Final = 34.0
SHORTEST: Final = 19.0
MORE: Final = 16.0
"""The line that says how many bytes are left out."""


def draw_rows(pen: Pen, text: Text, top: float, bottom: float) -> None:
    """The rows between `top` and `bottom`; of a text with more bytes those around the last one that was read."""
    shown, pitch, head = _fitting(text, bottom - top)
    y = top
    for fragment, group in groupby(shown, lambda byte: byte.fragment):
        own = list(group)
        _fragment(pen, text, fragment, y + head - 7)
        y += head
        for byte in own:
            _row(pen, text, byte, y, pitch)
            y += pitch
    _characters(pen, text, _middles(shown, top, pitch, head), pitch)
    left = len(text.bytes_) - len(shown)
    if left:
        said = pen.words.translate("figures", "{count} more bytes").format(count=left)
        pen.text("more", HEX, y + 14, said, 12, color="text3", anchor="start")


def _fitting(text: Text, room: float) -> tuple[list[Byte], float, float]:
    """Which bytes have room, the height of a row, and that of the line above a fragment."""
    head = 26.0
    everything = list(text.bytes_)
    fragments = len({byte.fragment for byte in everything})
    if len(everything) > (room - head * fragments) / SHORTEST:
        room -= MORE
        most = max(
            1, min(int((room - head * fragments) / SHORTEST), len(everything) - 2)
        )  # "1 more bytes" is no English
        last = max(0, text.known - 1)
        start = max(0, min(last - most // 2, len(everything) - most))
        everything = everything[start : start + most]
        fragments = len({byte.fragment for byte in everything})
    pitch = min(TALLEST, (room - head * fragments) / max(1, len(everything)))
    return everything, pitch, head


def _middles(shown: list[Byte], top: float, pitch: float, head: float) -> dict[int, float]:
    """The middle of each row by the number of its byte."""
    found, y, before = {}, top, None
    for byte in shown:
        y += head if byte.fragment != before else 0
        before = byte.fragment
        found[byte.index] = y + pitch / 2
        y += pitch
    return found


def _fragment(pen: Pen, text: Text, fragment: int, baseline: float) -> None:
    piece = text.message.pieces[fragment - 1]
    words = pen.words
    name = words.translate("figures", "fragment {number}").format(number=fragment)
    detail = words.translate("figures", "{opcode}, FIN {fin}").format(
        opcode=opcode_word(words, piece.frame.opcode), fin=int(piece.frame.fin)
    )
    runs = ((name, sans(13, bold=True), "text"), ("  " + detail, sans(13), "text2"))
    pen.line(f"fragment.{fragment}/line", ((32, baseline + 4), (BRACE - 12, baseline + 4)), "line2")
    pen.runs(f"fragment.{fragment}", 32, baseline, runs, within=RIGHT - 32, links=(f"fragment:{fragment}",))


def _row(pen: Pen, text: Text, byte: Byte, y: float, pitch: float) -> None:
    name = f"byte.{byte.index}"
    middle = y + pitch / 2
    bad = text.state.bad == byte.index
    unread = not byte.known or (text.state.bad is not None and byte.index > text.state.bad)
    height = pitch - 3
    pen.text(name + "/index", INDEX - 4, middle + 4.3, str(byte.index), mono(12), color="text3", anchor="end")
    if unread:
        pen.box(
            name, HEX, middle - height / 2, HEX_WIDTH, height, stroke="line3", line=1.5, radius=3, dash=(4, 3),
            spoken=_sentence(pen, text, byte),
        )  # fmt: skip
        if byte.here:
            pen.text(name + "/digits", HEX + HEX_WIDTH / 2, middle + 5.6, f"{byte.value:02x}", mono(15), color="text3")
    else:
        pen.box(
            name, HEX, middle - height / 2, HEX_WIDTH, height, fill="pay.tint", spoken=_sentence(pen, text, byte),
            links=(f"byte:{byte.index}",),
        )  # fmt: skip
        pen.text(name + "/digits", HEX + HEX_WIDTH / 2, middle + 5.6, f"{byte.value:02x}", mono(16, bold=True))
        for place in range(8):
            _bit(pen, text, byte, place, (middle, height))
        word = kind_word(pen, text, byte)
        color = "err.edge" if bad else "text2"
        pen.text(
            name + "/kind", KIND, middle + 4.6, word, 13, bold=bad, color=color, anchor="start", within=BRACE - KIND - 8
        )
    if bad:
        pen.box(
            name + "/ring",
            HEX - 3,
            middle - height / 2 - 2,
            BITS + 8 * BIT - HEX + 6,
            height + 4,
            stroke="err.fill",
            line=3,
            radius=5,
            above=3,
        )
        pen.glyph(name + "/broken", HEX - 22 if byte.index > 99 else INDEX - 26, middle, "cross", 16, above=3)


def _bit(pen: Pen, text: Text, byte: Byte, place: int, spot: tuple[float, float]) -> None:
    """Marker bits in ink, bits of the code point in the payload's green; a 1 is solid. Where high contrast has no tint
    for a 0 of the marker, its outline shows."""
    middle, height = spot
    one = bool(byte.value & 0x80 >> place)
    marker = text.is_text and place < byte.markers
    ground = ("ink" if one else "sel") if marker else ("pay.fill" if one else "pay.tint")
    color = ("on-ink" if one else "text") if marker else ("pay.on" if one else "text")
    x = BITS + place * BIT + (3 if place >= 4 else 0)
    edge = "line" if marker and not one else ""
    pen.box(f"byte.{byte.index}/bit.{place}", x, middle - height / 2, BIT - 2, height, fill=ground, stroke=edge)
    pen.text(
        f"byte.{byte.index}/digit.{place}",
        x + (BIT - 2) / 2,
        middle + 4.8,
        "1" if one else "0",
        mono(13, bold=one),
        color=color,
    )


def kind_word(pen: Pen, text: Text, byte: Byte) -> str:
    """What kind of byte it is: by its marker bits, or why it cannot stand here."""
    words = pen.words
    if not text.is_text:
        return words.translate("figures", "not looked at")
    if text.state.bad == byte.index:
        return words.translate("figures", "not allowed here")
    if byte.value < 0x80:
        return words.translate("figures", "1 byte, ASCII")
    if byte.place == 0:
        return words.translate("figures", "first of {size}").format(size=byte.size)
    return words.translate("figures", "byte {place} of {size}").format(place=byte.place + 1, size=byte.size)


def _sentence(pen: Pen, text: Text, byte: Byte) -> str:
    words = pen.words
    if not byte.known:
        return words.translate("figures", "Byte {index} has not been read yet.").format(index=byte.index)
    said = words.translate("figures", "Byte {index}, 0x{value:02x}, binary {bits:08b}: {kind}.")
    return said.format(index=byte.index, value=byte.value, bits=byte.value, kind=kind_word(pen, text, byte))


def _characters(pen: Pen, text: Text, middles: dict[int, float], pitch: float) -> None:
    """The characters that are whole and well formed, each with a brace over its rows and its code point."""
    if not text.is_text:
        return
    stop = text.known if text.state.bad is None else text.state.bad
    for start, group in groupby(text.bytes_, lambda byte: byte.start):
        own = list(group)
        if any(byte.index not in middles for byte in own):
            continue
        high, low = middles[own[0].index] - pitch / 2 + 3, middles[own[-1].index] + pitch / 2 - 3
        whole = len(own) == own[0].size and own[-1].index < stop
        if len(own) > 1 and own[0].index < text.known:
            points = ((BRACE, high), (BRACE + 8, high), (BRACE + 8, low), (BRACE, low))
            pen.line(f"char.{start}/brace", points, "pay.edge" if whole else "line3", 1.5, dash=() if whole else (4, 3))
        if whole:
            sign = bytes(byte.value for byte in own).decode()
            middle = (high + low) / 2
            shown = sign if sign.isprintable() and sign != " " else "␣" if sign == " " else "·"
            pen.text(f"char.{start}", SIGN, middle + 6, shown, 18 if pitch > 20 else 16, bold=True)
            pen.text(
                f"char.{start}/point", POINT, middle + 5, f"U+{ord(sign):04X}", mono(13), color="text2", anchor="start"
            )
