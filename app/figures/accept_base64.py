"""The digest regrouped: 8 bits at a time above, 6 bits at a time below, one character each, and the header
line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Rect
from app.figures.accept_panel import PanelPen
from app.figures.pen import mono, sans

if TYPE_CHECKING:
    from app.figures.accept_known import Focus
    from protocol.accept import AcceptTrace
    from protocol.base64 import Group

BITS: Final = 72
"""x of the first bit; bits are 22 apart."""
PITCH: Final = 22
CHARACTERS: Final = 640
"""x of the first character; characters are 46 apart."""


def draw_base64(pen: PanelPen, trace: AcceptTrace, focus: Focus) -> str:
    """Seven rows of 24 bits; the one in focus is framed, those after it have no characters yet."""
    reached = focus.group or len(trace.groups)
    for number, group in enumerate(trace.groups, start=1):
        y = _row_y(pen, number, focus.group)
        current = number == focus.group
        if current:
            above, below = pen.between(25, 31), pen.between(29, 32)
            pen.rect("group", Rect(40, y - above, 808, above + below), "sunk", "ink", line=2, radius=8)
        _draw_group(pen, group, number, y, ground="sunk" if current else "raise", done=number <= reached)
    known = "".join(group.characters for group in trace.groups[:reached])
    _draw_header(pen, known.ljust(len(trace.accept), "·"))
    if not focus.group:
        return pen.words.translate("figures", "20 bytes become 28 characters: {accept}").format(accept=trace.accept)
    group = trace.groups[focus.group - 1]
    text = pen.words.translate("figures", "Group {number} of 7: {bytes} become {characters}.")
    return text.format(number=focus.group, bytes=group.data.hex(" "), characters=group.characters)


def _row_y(pen: PanelPen, number: int, framed: int) -> float:
    """The middle of a row's arrow; the framed row stands a little apart."""
    apart = pen.between(9, 10)
    y = pen.down(28, 36) + pen.between(45.5, 58) * (number - 1)
    if framed:
        y += apart * ((number >= framed) + (number > framed))
    return y


def _draw_group(pen: PanelPen, group: Group, number: int, y: float, *, ground: str, done: bool) -> None:
    name = f"group.{number}"
    pen.text(name, 60, y + 5, str(group.offset), mono(12), color="text3", anchor="end")
    _draw_bytes(pen, group, name, y, ground, done=done)
    for place, bit in enumerate(group.bits):
        x = BITS + PITCH * place
        if place >= 8 * len(group.data):
            _draw_padding_bit(pen, f"{name}/bit.{place}", x, y, ground)
            continue
        dark = "ink" if done else "text3"
        if bit == "1":
            pen.rect(f"{name}/bit.{place}", Rect(x, y - 6, 20, 18), dark)
        else:
            pen.empty(f"{name}/bit.{place}", Rect(x, y - 6, 20, 18))
        color = "on-ink" if bit == "1" else "text2" if done else "text3"
        pen.text(f"{name}/bit.{place}/digit", x + 10, y + 8, bit, mono(13), color=color, anchor="middle")
    start = 618 if group.padding_bits else 608
    pen.line(f"{name}/arrow", ((start, y), (632, y)), "text3" if done else "line2", 1.5, head=8)
    for place in range(4):
        _draw_sextet(pen, group, name, place, y, ground=ground, done=done)
    if group.padding_bits and done:
        _draw_note(pen, group, name, y)


def _draw_bytes(pen: PanelPen, group: Group, name: str, y: float, ground: str, *, done: bool) -> None:
    """Each byte above a bracket over its eight bits."""
    for place, byte in enumerate(group.data):
        x, color = BITS + 8 * PITCH * place, "text3" if done else "line2"
        pen.bracket(f"{name}/byte.{place}/bracket", x + 2, y - 13, 170, depth=5, color=color)
        pen.rect(f"{name}/byte.{place}/ground", Rect(x + 71, y - 23, 32, 16), ground)
        text = pen.words.translate("figures", "Byte {number} of the digest: {byte}")
        pen.text(
            f"{name}/byte.{place}", x + 87, y - 11, format(byte, "02x"), mono(15, bold=True),
            color="text" if done else "text3", anchor="middle",
            spoken=text.format(number=group.offset + place, byte=format(byte, "02x")),
            links=(f"digest:{group.offset + place}",),
        )  # fmt: skip


def _draw_padding_bit(pen: PanelPen, name: str, x: float, y: float, ground: str) -> None:
    """A zero that is no bit of the digest: dashed and hatched."""
    spoken = pen.words.translate("figures", "A padding bit: zero, not part of the digest")
    pen.rect(
        name, Rect(x + 0.75, y - 5.25, 18.5, 16.5), "sunk", "text2", line=1.5, dash=(3, 2), hatch="line2",
        spoken=spoken,
    )  # fmt: skip
    pen.rect(name + "/ground", Rect(x + 5, y - 4, 10, 14), ground)
    pen.text(name + "/digit", x + 10, y + 8, "0", mono(13, bold=True), anchor="middle")


def _draw_sextet(pen: PanelPen, group: Group, name: str, place: int, y: float, *, ground: str, done: bool) -> None:
    """Six bits below a bracket with their number, and the character that it picks."""
    sextet, character = group.sextets[place], group.characters[place]
    left = CHARACTERS + 46 * place
    if sextet is not None:
        x, color = BITS + 6 * PITCH * place, "text3" if done else "line2"
        pen.bracket(f"{name}/sextet.{place}/bracket", x + 2, y + 18, 126, depth=-4, color=color)
        if done:
            pen.rect(f"{name}/sextet.{place}/ground", Rect(x + 53, y + 15, 24, 8), ground)
            number = str(sextet)
            pen.text(f"{name}/sextet.{place}", x + 65, y + 26, number, mono(13), color="text2", anchor="middle")
    spoken = _spoken_character(pen, group, place) if done else ""
    box = f"{name}/character.{place}"
    rect = Rect(left, y - 18, 40, 34)
    if done and sextet is not None:
        pen.rect(box, rect, "srv.tint", "srv.fill", line=1.5, radius=6, spoken=spoken)
    else:
        stroke = "srv.fill" if done else "line3"
        pen.rect(box, rect, "", stroke, line=1.5, radius=6, dash=(4, 3), spoken=spoken)
    if done:
        pen.text(box + "/text", left + 20, y + 7, character, mono(22, bold=True), anchor="middle")


def _spoken_character(pen: PanelPen, group: Group, place: int) -> str:
    sextet = group.sextets[place]
    if sextet is None:
        return pen.words.translate("figures", "= stands for six bits that are missing")
    text = pen.words.translate("figures", "The bits {bits} are {number}: {character}")
    bits = group.bits[6 * place : 6 * place + 6]
    return text.format(bits=bits, number=sextet, character=group.characters[place])


def _draw_note(pen: PanelPen, group: Group, name: str, y: float) -> None:
    """Beside the padding bits: why they are there."""
    words, x = pen.words, BITS + PITCH * len(group.bits) + 4
    first = words.translate("figures", "{bits} bits of padding,").format(bits=group.padding_bits)
    pen.text(f"{name}/note.0", x, y - 2, first, sans(14, bold=True), anchor="start", within=616 - x)
    second = words.translate("figures", "then = for the gap")
    pen.text(f"{name}/note.1", x, y + 17, second, sans(14, bold=True), anchor="start", within=616 - x)


def _draw_header(pen: PanelPen, value: str) -> None:
    """The line of the answer that the characters fill."""
    font, bold = mono(25), mono(25, bold=True)
    name, color = "Sec-WebSocket-Accept: ", "text2"
    runs = ((name, font, color), (value, bold, "text"))
    width = pen.width(name, font) + pen.width(value, bold)
    if width > 790:
        runs = ((name, mono(20), color), (value, mono(20, bold=True), "text"))
    pen.runs("header", 444, pen.down(381, 472), runs, anchor="middle", spoken=name + value)
