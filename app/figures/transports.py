"""Four ways for a page to hear of what happens at a server, side by side, and what each of them costs.

The focus chooses the view:

    layers, layers:tcp|http|frames|url     the address and the layers of a WebSocket connection
    lanes, lanes:WAY                       who wrote what when, one lane a way
    event:N, event:N:WAY                   the same around event N, so close that the way of a byte can be seen; around
                                           the beginning for 0
    cost:N                                 the bytes between event N-1 and event N
    bars                                   requests, bytes and delay of all four
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Scene
from app.figures.pen import Pen
from app.figures.transports_bars import draw_bars
from app.figures.transports_cost import draw_cost
from app.figures.transports_lanes import draw_lanes
from app.figures.transports_layers import draw_layers
from protocol.chorus import as_chorus

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from protocol.chorus import Chorus
    from protocol.knowledge import Facts


def draw(facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """The view of the focus at a cursor."""
    whole = as_chorus(facts)
    now = whole.until(min(max(cursor, 0), len(whole)))
    pen = Pen(room)
    view, _, rest = focus.partition(":")
    words = room.words
    if view == "layers":
        title = words.translate("figures", "The layers of a WebSocket connection")
        description = draw_layers(pen, whole, now, rest)
    elif view == "cost":
        title = words.translate("figures", "What one event costs")
        description = draw_cost(pen, whole, now, int(rest) if rest.isdecimal() else 1)
    elif view == "bars":
        title = words.translate("figures", "What four ways cost")
        description = draw_bars(pen, whole, now)
    else:
        number, _, way = rest.partition(":") if view == "event" else ("", "", rest)
        title = words.translate("figures", "Four ways to the page")
        description = draw_lanes(pen, whole, now, way, int(number) if number.isdecimal() else None)
    return Scene(tuple(pen.marks), height=room.height, title=title, description=description)
