"""The balancer figure: one room on two nodes, without and with publish/subscribe, in two panels of one geometry.

Pages stand left, then the balancer, the nodes and the broker. One line a session runs through the balancer to its node.
Frames travel as strips of their fields; between nodes only the text travels. `focus` may name a part of the current
panel, such as `balancer`, `broker` or `node.B`: it is framed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Box, Scene
from app.figures.balancer_layout import LEFT, LEGEND, WIDE, Panel, panels, ports
from app.figures.balancer_nodes import balancer, broker, nodes
from app.figures.balancer_pages import pages
from app.figures.balancer_room import WITHOUT, RoomNow, rooms
from app.figures.balancer_strip import chip_width, strip, strip_width, text_chip
from app.figures.pen import Pen
from protocol.chorus import as_chorus

if TYPE_CHECKING:
    from app.drawing.marks import AnyMark, Room
    from protocol.chorus import Chorus
    from protocol.frames import Frame
    from protocol.knowledge import Facts

DISC: Final = 12
STEP: Final = 17


def draw(facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """Both rooms at the cursor."""
    marks: list[AnyMark] = []
    sentences = []
    shown = rooms(as_chorus(facts), cursor)
    for panel, now in zip(panels(room), shown, strict=True):
        pen = Pen(room, now.id + ".")
        sentences.append(_panel(pen, panel, now))
        if focus and now.current:
            _frame(pen, now.id + "." + focus)
        marks += pen.marks
    pen = Pen(room)
    _foot(pen, shown, room.height - LEGEND / 2 - 2)
    return Scene(
        (*marks, *pen.marks), height=room.height, title=room.words.translate("figures", "A room on two nodes"),
        description=" ".join(sentences),
    )  # fmt: skip


def _panel(pen: Pen, panel: Panel, now: RoomNow) -> str:
    words = pen.words
    title = words.translate("figures", "Without publish/subscribe")
    under = words.translate("figures", "each node knows its own sockets only")
    if now.id != WITHOUT:
        title = words.translate("figures", "With publish/subscribe")
        under = words.translate("figures", "every node hears every broadcast")
        if now.silent:
            under = words.translate("figures", "the broker has stopped")
    sentence = words.translate("figures", "{heard} of {all} pages have the word.")
    spoken = f"{title}: " + sentence.format(heard=now.heard, all=len(now.seats))
    stroke, line = ("ink", 2.5) if now.current else ("line2", 1)
    pen.box(
        "panel", LEFT, panel.top, WIDE, panel.height, fill="raise", stroke=stroke, line=line, radius=12, spoken=spoken
    )
    left = _counter(pen, now, panel.top + 31)
    bold = pen.text("title", LEFT + 20, panel.top + 31, title, 16, bold=True, anchor="start", within=300)
    x = bold.x + bold.width + 16
    pen.text("under", x, panel.top + 31, under, 14, color="text2", anchor="start", within=max(0, left - x - 12))
    found = ports(panel, now)
    balancer(pen, panel, now)
    pages(pen, panel, now, found)
    nodes(pen, panel, now)
    broker(pen, panel, now)
    return spoken


def _counter(pen: Pen, now: RoomNow, y: float) -> float:
    """How many pages have the word, as discs and as a number; the left end of it."""
    text = pen.words.translate("figures", "of {all} delivered").format(all=len(now.seats))
    label = pen.text("counter/of", LEFT + WIDE - 20, y, text, 14, color="text2", anchor="end")
    x = label.x - label.width - 8
    number = pen.text("counter", x, y + 1, str(now.heard) if now.said else "–", 22, bold=True, mono=True, anchor="end")
    x -= number.width + 12
    for place in reversed(range(len(now.seats))):
        on = place < now.heard
        pen.box(
            f"counter/disc.{place}", x - DISC, y - 11.5, DISC, DISC, fill="cli.fill" if on else "", radius=DISC / 2,
            stroke="cli.fill" if on else "line3", line=1.5,
        )  # fmt: skip
        x -= STEP
    return x


def _frame(pen: Pen, name: str) -> None:
    """Frame one part in ink, under its labels."""
    found = next((mark for mark in pen.marks if mark.id == name and isinstance(mark, Box)), None)
    if found is not None:
        rect = found.rect
        pen.box(
            "focus", rect.x - 5, rect.y - 5, rect.width + 10, rect.height + 10, stroke="ink", line=2.5,
            radius=found.radius + 5, above=2,
        )  # fmt: skip


def _foot(pen: Pen, shown: tuple[RoomNow, ...], y: float) -> None:
    """What the strips are; or the sentence that says why the Redis is not used."""
    words = pen.words
    fallback = next((now.fallback for now in shown if now.fallback), None)
    if fallback:
        values = {**fallback, "reason": words.translate("reasons", fallback.get("reason", ""))}
        sentence = words.translate("network", fallback["sentence"]).format(**values)
        pen.glyph("fallback/glyph", LEFT + 10, y, "warning", 18)
        pen.text("fallback", LEFT + 28, y + 5, sentence, 13, anchor="start", within=WIDE - 32)
        return
    up, down = _known(shown)
    x: float = LEFT
    if up is not None:
        strip(pen, "legend.up", x, y, up)
        text = words.translate("figures", "{size} bytes, masked with {key}").format(size=up.size, key=up.key.hex(" "))
        label = pen.text("legend.up/text", x + strip_width(up) + 8, y + 5, text, 13, anchor="start", color="text2")
        x = label.x + label.width + 22
    if down is not None:
        strip(pen, "legend.down", x, y, down)
        text = words.translate("figures", "{size} bytes, no mask").format(size=down.size)
        label = pen.text("legend.down/text", x + strip_width(down) + 8, y + 5, text, 13, anchor="start", color="text2")
        x = label.x + label.width + 22
    if shown[-1].published:
        said = shown[-1].said
        text_chip(pen, "legend.text", x, y, said)
        text = words.translate("figures", "text, not a frame")
        x += chip_width(pen, said) + 8
        label = pen.text("legend.text/text", x, y + 5, text, 13, anchor="start", color="text2")
        x = label.x + label.width + 22
    if any(now.begun for now in shown):
        text = words.translate("figures", "one WebSocket session")
        pen.line("legend.line", ((x, y), (x + 32, y)), "line3", 1.5)
        pen.text(
            "legend.line/text", x + 40, y + 5, text, 13, anchor="start", color="text2", within=LEFT + WIDE - x - 40
        )


def _known(shown: tuple[RoomNow, ...]) -> tuple[Frame | None, Frame | None]:
    """A frame of a page and one of a node that are drawn now."""
    seats = [seat for now in reversed(shown) for seat in now.seats]
    up = next((seat.up.frame for seat in seats if seat.up is not None), None)
    return up, next((seat.down.frame for seat in seats if seat.down is not None), None)
