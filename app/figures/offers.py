"""Offer and answer side by side: each subprotocol, extension and parameter joined to what became of it.

    peers       with their states
    cards       what the client offers, what the server answers; a line from each item to its answer
    agreement   what both do from now on, or the rule that was broken

The focus is the name of an item (`chat`, `client_max_window_bits`), which gets a ring, or nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Scene
from app.figures.offers_agreed import agreement, draw_agreed
from app.figures.offers_cards import draw_cards, place_lines
from app.figures.offers_view import View, read_view
from app.figures.parts import LIFELINES, TOKENS, peer_head, state_pill
from app.figures.pen import Pen
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from protocol.chorus import Chorus
    from protocol.knowledge import Facts

AGREED: Final = (118.0, 104.0)
"""The height of the agreement where there is room, and where there is least."""


def draw(facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """Offer and answer as the first `cursor` facts tell them."""
    view = read_view(facts, cursor)
    whole = read_view(facts, len(facts))
    pen = Pen(room)
    top = room.top + 14
    foot = room.height - 16
    squeeze = min(max((772 - room.height) / 140, 0.0), 1.0)
    panel = AGREED[0] + (AGREED[1] - AGREED[0]) * squeeze
    _draw_lifelines(pen, view, top + 26, foot - panel - 14)
    for role in Role:
        peer_head(pen, role, top, space=146)
    state_pill(pen, 172, top, Role.CLIENT, view.states[Role.CLIENT])
    state_pill(pen, 716, top, Role.SERVER, view.states[Role.SERVER], anchor="end")
    sheet = place_lines(whole, room, top + 32, foot - panel - 26)
    draw_cards(pen, view, sheet, focus)
    draw_agreed(pen, view, foot - panel, panel)
    title = room.words.translate("figures", "Offer and answer")
    return Scene(tuple(pen.marks), height=room.height, title=title, description=agreement(room.words, view))


def _draw_lifelines(pen: Pen, view: View, top: float, foot: float) -> None:
    for role, x in LIFELINES.items():
        closed = view.states[role] is State.CLOSED
        color = "line3" if closed else TOKENS[role] + ".fill"
        pen.line(
            f"life.{role.value}", ((x, top), (x, foot)), color, 2 if closed else 3, dash=(2.0, 5.0) if closed else ()
        )
