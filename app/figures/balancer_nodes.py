"""The nodes of a room, the balancer before them and the broker behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font, Rect
from app.figures.balancer_layout import FAR, NEAR
from app.figures.balancer_room import IN_PROCESS, REDIS, WITHOUT
from app.figures.balancer_strip import chip_width, text_chip
from app.figures.pen import wrap

if TYPE_CHECKING:
    from app.figures.balancer_layout import Panel
    from app.figures.balancer_room import RoomNow
    from app.figures.pen import Pen

BODY: Final = Font(13)


def balancer(pen: Pen, panel: Panel, room: RoomNow) -> None:
    """The box through which every session runs, and how it chooses."""
    words, body = pen.words, panel.body
    word = words.translate("figures", "balancer")
    how = words.translate("figures", "by cookie") if room.sticky else words.translate("figures", "in turn")
    sentence = words.translate("figures", "The balancer chooses a node for each new connection: {how}")
    pen.box(
        "balancer", NEAR, body.y, FAR - NEAR, body.height, fill="pane", stroke="text2", line=1.5, radius=10,
        spoken=sentence.format(how=how), links=("balancer",),
    )  # fmt: skip
    width = min(FAR - NEAR - 8, pen.width(word, Font(13, bold=True)) + 20)
    left = (NEAR + FAR - width) / 2
    pen.box("balancer/label", left, body.y - 13, width, 22, fill="stage", stroke="text2", line=1.5, radius=11, above=3)
    pen.text("balancer/word", (NEAR + FAR) / 2, body.y + 2.6, word, 13, bold=True, within=width - 8, above=4)
    if room.begun and len(room.known) > 1:
        color = "text" if room.sticky else "text2"
        stroke = "text2" if room.sticky else "line3"
        place = Rect(NEAR + 8, body.bottom - 11, FAR - NEAR - 16, 22)
        pen.rect("balancer/how", place, "stage", stroke, radius=11, above=3)
        pen.text("balancer/how/word", (NEAR + FAR) / 2, body.bottom + 4.4, how, 12, color=color, within=70, above=4)


def nodes(pen: Pen, panel: Panel, room: RoomNow) -> None:
    """A box for each node that the play has, dashed where it is not there."""
    for place, name in enumerate(room.nodes):
        box = panel.node(place, len(room.nodes))
        (_node if name in room.up else _no_node)(pen, box, room, name)


def _title(pen: Pen, name: str) -> str:
    return pen.words.translate("figures", "Node {name}").format(name=name)


def _no_node(pen: Pen, box: Rect, room: RoomNow, name: str) -> None:
    words = pen.words
    gone = name in room.known
    text = words.translate("figures", "restarts") if gone else words.translate("figures", "not there yet")
    pen.rect(
        f"node.{name}", box, "", "line3", line=1.5, radius=10, dash=(5, 4), spoken=f"{_title(pen, name)}: {text}",
        links=(f"node:{name}",),
    )  # fmt: skip
    middle = box.y + box.height / 2
    pen.text(f"node.{name}/title", box.x + box.width / 2, middle - 3, _title(pen, name), 15, color="text3")
    pen.text(f"node.{name}/state", box.x + box.width / 2, middle + 16, text, 13, color="text3", within=box.width - 12)


def _node(pen: Pen, box: Rect, room: RoomNow, name: str) -> None:
    words, seats = pen.words, room.of(name)
    sockets = words.translate("figures", "{count} sockets").format(count=len(seats))
    if len(seats) == 1:
        sockets = words.translate("figures", "1 socket")
    who = ", ".join(seat.name for seat in seats)
    pen.rect(
        f"node.{name}", box, "srv.tint", "srv.fill", line=2, radius=10,
        spoken=f"{_title(pen, name)}: {sockets}. {who}", links=(f"node:{name}",),
    )  # fmt: skip
    lines = wrap(who, BODY, box.width - 24, pen.room.measure) if who else []
    tall = 20 + 18 + 17 * len(lines)
    if tall + 14 > box.height and lines:
        tall, shown = 20 + 17 * len(lines), lines
    else:
        shown = [sockets, *lines]
    y = box.y + max(22, (box.height - tall) / 2 + 15)
    pen.box(f"node.{name}/square", box.x + 13, y - 12, 13, 13, fill="srv.fill")
    pen.text(f"node.{name}/title", box.x + 34, y, _title(pen, name), 16, bold=True, anchor="start", within=100)
    for number, line in enumerate(shown):
        last = y + 20 + 17 * number
        if last < box.bottom - 3:
            pen.text(f"node.{name}/line.{number}", box.x + 13, last, line, BODY, anchor="start", within=box.width - 20)


def broker(pen: Pen, panel: Panel, room: RoomNow) -> None:
    """What joins the nodes, if anything does; and the text on its way to it and from it."""
    words, box = pen.words, panel.broker
    if room.id == WITHOUT or not room.begun or room.silent:
        _no_broker(pen, box, room)
        return
    pen.rect(
        "broker", box, "raise", "ink", line=2, radius=12, links=("broker",),
        spoken=words.translate("figures", "Broker: {name}").format(name=_name(pen, room.broker)),
    )  # fmt: skip
    middle = box.x + box.width / 2
    tight = box.height < 116
    y = box.y + (20 if tight else 26)
    pen.text("broker/title", middle, y, words.translate("figures", "Broker"), 15, bold=True)
    topic = words.translate("figures", "room “{room}”").format(room=room.topic)
    pen.text("broker/room", middle, y + (17 if tight else 22), topic, 13, color="text2", within=box.width - 8)
    working = IN_PROCESS if room.fallback else room.broker
    for number, name in enumerate((IN_PROCESS, REDIS)):
        top = box.bottom - (52 if tight else 58) + number * (25 if tight else 27)
        on = name == working
        pen.box(
            f"broker/{number}", box.x + 9, top, box.width - 18, 22, fill="ink" if on else "", radius=6,
            stroke="ink" if on else "line3", line=1.2,
        )  # fmt: skip
        pen.text(
            f"broker/{number}/name", middle, top + 15.4, _name(pen, name), 13, bold=on, within=box.width - 26,
            color="on-ink" if on else "text2", struck=bool(room.fallback) and name == REDIS,
        )  # fmt: skip
    _texts(pen, panel, room)


def _name(pen: Pen, name: str) -> str:
    return pen.words.translate("figures", "in process") if name == IN_PROCESS else name


def _no_broker(pen: Pen, box: Rect, room: RoomNow) -> None:
    words = pen.words
    middle = box.x + box.width / 2
    title, text = words.translate("figures", "no broker"), ""
    if room.silent:
        title, text = words.translate("figures", "broker stopped"), words.translate("figures", "A cannot tell B")
    elif len(room.up) > 1:
        text = words.translate("figures", "A cannot tell B")
    elif not room.begun and room.id != WITHOUT:
        title = words.translate("figures", "broker")
    pen.rect(
        "broker", box, "", "line3", line=1.5, radius=10, dash=(5, 4), spoken=". ".join(filter(None, (title, text))),
        links=("broker",),
    )  # fmt: skip
    y = box.y + box.height / 2
    pen.text("broker/title", middle, y + (0 if text else 5), title, 13, color="text2", within=box.width - 8)
    if text:
        pen.text("broker/text", middle, y + 19, text, 13, color="text2", within=box.width - 8)


def _texts(pen: Pen, panel: Panel, room: RoomNow) -> None:
    """Publish and deliver: the text travels, never a frame."""
    words, box, count = pen.words, panel.broker, len(room.nodes)
    middle = box.x + box.width / 2
    places = {name: panel.node(place, count) for place, name in enumerate(room.nodes)}
    if room.published in places:
        node = places[room.published]
        y = min(node.y + node.height * 0.3, box.y - 14)
        pen.line("publish", ((node.right, y), (middle, y), (middle, box.y - 2)), "ink", 2, head=11)
        sentence = words.translate("figures", "Node {node} publishes “{text}”: a text, no frame")
        x = (node.right + middle - chip_width(pen, room.said)) / 2
        text_chip(pen, "publish/chip", x, y, room.said, spoken=sentence.format(node=room.published, text=room.said))
        pen.text(
            "publish/word",
            x + chip_width(pen, room.said) / 2,
            y - 14,
            words.translate("figures", "publish"),
            13,
            bold=True,
        )
    for name in sorted(room.delivered & set(places)):
        node = places[name]
        sentence = words.translate("figures", "The broker delivers “{text}” to node {node}: a text, no frame")
        first = node.y < box.y
        points: tuple[tuple[float, float], ...]
        if first:
            y = min(node.bottom - 10, box.y + 52)
            y = max(y, box.y + 12)
            points = ((box.x, y), (node.right + 2, y))
        else:
            y = max(node.y + node.height * 0.75, box.bottom + 14)
            points = ((middle, box.bottom), (middle, y), (node.right + 2, y))
        pen.line(f"deliver.{name}", points, "ink", 2, head=11)
        right = box.x if first else middle
        x = (node.right + right - chip_width(pen, room.said)) / 2 + (4 if first else 0)
        text_chip(pen, f"deliver.{name}/chip", x, y, room.said, spoken=sentence.format(node=name, text=room.said))
        word = words.translate("figures", "deliver")
        up = -14 if first else 23
        pen.text(f"deliver.{name}/word", x + chip_width(pen, room.said) / 2, y + up, word, 13, bold=True)
