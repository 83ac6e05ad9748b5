"""The pages of a room and their sessions: one line each, through the balancer to a node."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from app.figures.balancer_layout import FAR, LINE, NAME, NEAR, NODE, PAGE, curve
from app.figures.balancer_strip import strip, strip_width
from protocol.vocabulary import State

if TYPE_CHECKING:
    from app.figures.balancer_layout import Panel
    from app.figures.balancer_room import RoomNow, Seat
    from app.figures.pen import Pen

DOWN: Final = 143
"""Where a frame of the node stands on its way to a page."""

SMALL: Final = 15
"""How high the strip of a frame is beside a node."""

UP: Final = 223
"""Where a frame of a page stands."""


def pages(pen: Pen, panel: Panel, room: RoomNow, ports: dict[str, float]) -> None:
    """All of them. The line of a session that carries the word is drawn in the server's colour."""
    count = len(room.seats)
    sides = _sides(ports)
    for place, seat in enumerate(room.seats):
        y = panel.row(place, count)
        tall = 19 if panel.step(count) >= 36 else 15
        if seat.browser in ports:
            _session(pen, seat, y, ports[seat.browser])
        _page(pen, room, seat, y)
        _passing(pen, seat, y, ports.get(seat.browser), tall, sides.get(seat.browser, 0))
        _note(pen, room, seat, y, tall)


def _sides(ports: dict[str, float]) -> dict[str, int]:
    """Where the lines come too close for a frame on each, the frames stand left (-1) and right (1) in turns."""
    order = sorted(ports, key=lambda browser: ports[browser])
    close = {name for pair in pairwise(order) if ports[pair[1]] - ports[pair[0]] <= SMALL for name in pair}
    return {browser: 1 if place % 2 else -1 for place, browser in enumerate(order) if browser in close}


def _session(pen: Pen, seat: Seat, y: float, port: float) -> None:
    used = seat.up is not None or seat.down is not None
    color, line = ("srv.fill", 2.5) if used else ("line3", 1.5)
    dash = (5.0, 4.0) if seat.state is State.CONNECTING else ()
    name = f"line.{seat.browser}"
    arrives = seat.down is not None and seat.down.arrived
    pen.line(name + "/near", ((NEAR, y), (LINE - (6 if arrives else 0), y)), color, line, dash=dash, head=11 * arrives)
    pen.line(name + "/through", curve((NEAR, y), (FAR, port)), color, line, dash=dash, above=2)
    pen.line(name + "/far", ((FAR, port), (NODE, port)), color, line, dash=dash)


def _page(pen: Pen, room: RoomNow, seat: Seat, y: float) -> None:
    links = (f"page:{seat.browser}", f"node:{seat.node}")
    there = seat.state in {State.CONNECTING, State.OPEN}
    bold = room.wave and seat.heard
    color = "text" if there else "text3"
    pen.text(f"page.{seat.browser}/name", NAME, y + 5, seat.name, 14, bold=bold, anchor="end", color=color, within=46)
    fill, stroke = ("cli.fill", "cli.fill") if there else ("stage", "line3")
    pen.box(
        f"page.{seat.browser}", PAGE - 10, y - 10, 20, 20, fill=fill, stroke=stroke, line=1.5, radius=10,
        spoken=_spoken(pen, room, seat), links=links,
    )  # fmt: skip


def _spoken(pen: Pen, room: RoomNow, seat: Seat) -> str:
    words = pen.words
    if seat.state is None:
        return words.translate("figures", "{page}: no connection yet").format(page=seat.name)
    if seat.state not in {State.CONNECTING, State.OPEN}:
        sentence = words.translate("figures", "{page}: the connection to node {node} is over, code {code}")
        return sentence.format(page=seat.name, node=seat.node, code=seat.code or "…")
    sentence = words.translate("figures", "{page}: connected to node {node}")
    text = sentence.format(page=seat.name, node=seat.node)
    if not room.said or not room.wave:
        return text
    if seat.heard:
        return text + words.translate("figures", "; has “{text}”").format(text=room.said)
    return text + words.translate("figures", "; does not have “{text}”").format(text=room.said)


def _passing(pen: Pen, seat: Seat, y: float, port: float | None, tall: float, side: int) -> None:
    """The frames on the line: at the node's side, and at the page's if they are there."""
    links = (f"page:{seat.browser}",)
    if seat.up is not None:
        strip(pen, f"up.{seat.browser}", UP, y, seat.up.frame, height=tall, links=links)
        right = UP + strip_width(seat.up.frame)
        pen.line(f"up.{seat.browser}/arrow", ((right + 4, y), (NEAR - 6, y)), "cli.fill", 1.5, head=11, above=4)
        word = pen.words.translate("figures", "says", "a page says something")
        color = "cli.edge"
        pen.text(f"up.{seat.browser}/word", (UP + right) / 2, y - tall / 2 - 4, word, 12, bold=True, color=color)
        if port is not None and seat.up.arrived:
            _at_node(pen, f"up.{seat.browser}/far", seat, port, side, up=True)
    if seat.down is not None:
        if seat.down.arrived:
            strip(pen, f"down.{seat.browser}", DOWN, y, seat.down.frame, height=tall, links=links)
        if port is not None:
            _at_node(pen, f"down.{seat.browser}/far", seat, port, side, up=False)


def _at_node(pen: Pen, name: str, seat: Seat, port: float, side: int, *, up: bool) -> None:
    """Beside the node a page's own word stands until the node has answered it."""
    passing = seat.up if up else seat.down
    if passing is None or (up and seat.down is not None):
        return
    width = strip_width(passing.frame)
    space = (NODE - FAR - width) / 2
    left = FAR + space + side * min((width + 4) / 2, space - 4)
    strip(pen, name, left, port, passing.frame, height=SMALL, links=(f"page:{seat.browser}",))
    if up:
        pen.line(name + "/arrow", ((left + width + 2, port), (NODE - 4, port)), "cli.fill", 1.5, head=11, above=4)


def _note(pen: Pen, room: RoomNow, seat: Seat, y: float, tall: float) -> None:
    """What stands above the line: that nothing comes, why this node was chosen, or with which code it was over."""
    words, x = pen.words, 212.0
    height = y - tall / 2 - 3
    if seat.state is None:
        return
    if seat.state not in {State.CONNECTING, State.OPEN}:
        if seat.code is not None:
            text = words.translate("figures", "connection over: {code}").format(code=seat.code)
            pen.text(f"note.{seat.browser}", LINE, y + 5, text, 13, anchor="start", color="text2", within=174)
    elif room.wave:
        if room.final is not None and not seat.heard and seat.up is None:
            text = words.translate("figures", "nothing arrives")
            pen.text(f"note.{seat.browser}", x, y - 5, text, 13, color="text2", within=170)
    elif seat.fresh and seat.down is not None:
        text = "“" + seat.down.frame.payload.decode("utf-8", "replace") + "”"
        pen.text(f"greet.{seat.browser}", LINE + 8, height, text, 12, anchor="start", color="pay.edge", within=170)
