"""The message on the UTF-8 bench: its bytes in one row with the cuts between them, and below it the validator's figure.

A place between two bytes is a mark of its own (`cut.5` stands before byte 5): a click cuts there or joins again, and a
cut can be dragged. The rows below are those of the UTF-8 figure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.figures import utf8
from app.figures.pen import Pen, mono

if TYPE_CHECKING:
    from app.drawing.marks import Room, Scene
    from protocol.knowledge import Facts
    from protocol.vocabulary import Role

LEFT: Final = 32.0
WIDE: Final = 824.0
WIDEST: Final = 34.0
CELL: Final = 30.0
"""Height of the row."""
DEEP: Final = 62.0
"""Height of the whole strip."""
DIGITS: Final = 17.0
"""A cell that is narrower has no room for two digits."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The payload and its cuts; the validator has read the bytes up to `at`; `bad` is the first bad byte."""

    payload: bytes
    cuts: tuple[int, ...]
    at: int
    bad: int | None
    sender: Role


def draw(strip: Strip, facts: Facts, room: Room) -> Scene:
    """The scene of the bench."""
    pen = Pen(room)
    _draw_strip(pen, strip, room.top + 4)
    focus = f"{strip.sender.value}/message:0/byte:{strip.at}"
    below = utf8.draw(facts, len(facts), focus, replace(room, top=room.top + DEEP))
    return replace(below, marks=(*pen.marks, *below.marks))


def pitch(count: int) -> float:
    """How wide a byte is, its gap included."""
    return min(WIDEST, WIDE / max(1, count))


def _draw_strip(pen: Pen, strip: Strip, top: float) -> None:
    words = pen.room.words
    wide = pitch(len(strip.payload))
    for index, byte in enumerate(strip.payload):
        x = LEFT + index * wide
        read = index <= strip.at
        fill = "err.tint" if index == strip.bad else "pay.tint" if read else ""
        pen.box(
            f"strip.{index}", x, top, max(1.0, wide - 3), CELL, fill=fill,
            stroke="err.fill" if index == strip.bad else "" if read else "line2",
            links=(f"byte:{index}",),
            spoken=words.translate("figures", "Byte {index}, 0x{value:02x}.").format(index=index, value=byte),
        )  # fmt: skip
        if wide >= DIGITS:
            pen.text(f"strip.{index}/digits", x + (wide - 3) / 2, top + 20, f"{byte:02x}", mono(14, bold=read))
    for place in range(1, len(strip.payload)):
        _place(pen, strip, place, LEFT + place * wide - 1.5, top)
    hint = words.translate("figures", "Click between two bytes to cut or to join; drag a cut to move it.")
    pen.text("strip/hint", LEFT, top + CELL + 20, hint, 13, color="text3", anchor="start", within=WIDE)


def _place(pen: Pen, strip: Strip, place: int, x: float, top: float) -> None:
    words = pen.room.words
    cut = place in strip.cuts
    said = words.translate("figures", "No cut before byte {place}. Click to cut here.")
    if cut:
        said = words.translate("figures", "A cut before byte {place}. Click to join, drag to move it.")
    half = min(4.5, pitch(len(strip.payload)) / 2 - 0.5)
    pen.box(
        f"cut.{place}", x - half, top - 5, 2 * half, CELL + 10, spoken=said.format(place=place),
        links=(f"cut:{place}", *(("cut:on",) if cut else ())), above=1,
    )  # fmt: skip
    if cut:
        pen.line(f"cut.{place}/line", ((x, top - 5), (x, top + CELL + 5)), "ink", 2.5, above=1)
        pen.box(f"cut.{place}/grip", x - 3.5, top - 7, 7, 7, fill="ink", radius=3.5, above=1)
