"""The card of one connection: number and name, address, the shape of its state, its activity and its round trip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Box, Glyph, Rect, Scene
from app.figures.live_trip import milliseconds
from app.figures.parts import STATE_GLYPHS
from app.figures.pen import Pen, mono, sans
from protocol.vocabulary import State

if TYPE_CHECKING:
    from app.drawing.marks import Room, Words
    from app.model.live.cards import PeerCard

HEIGHT: Final = 84.0
GAP: Final = 8.0
"""Between two cards."""
STATE: Final = sans(12, bold=True)


def card_name(words: Words, card: PeerCard) -> str:
    """What the connection is called."""
    kinds = {
        "browser": words.translate("figures", "Browser"),
        "python": words.translate("figures", "Python client"),
        "node": words.translate("figures", "Node.js client"),
        "curl": words.translate("figures", "curl"),
        "program": words.translate("figures", "Program"),
        "ours": words.translate("figures", "Our own client"),
        "proxy": words.translate("figures", "Through the proxy"),
        "unknown": words.translate("figures", "Unnamed peer"),
    }
    kind = kinds[card.kind]
    if card.kind == "browser" and card.name:
        return card.name
    if card.kind == "program" and card.name:
        return card.name
    if card.kind == "python" and card.name != "Python" and card.name:
        return words.translate("figures", "Python, {name}").format(name=card.name)
    return kind


def spoken(words: Words, card: PeerCard) -> str:
    """The card as one sentence."""
    told = words.translate("figures", "Peer #{number}, {name}, {address}, {state}").format(
        number=card.talk, name=card_name(words, card), address=card.address, state=card.state.name
    )
    if card.state is State.CLOSED and card.code is not None:
        told += ", " + words.translate("figures", "code {code}").format(code=card.code)
    elif card.trip is not None:
        told += ", " + milliseconds(words, card.trip)
    return told


def draw(card: PeerCard, width: float, room: Room, *, selected: bool = False, pointed: bool = False) -> Scene:
    """The card in a drawing so many units wide; messages go to those that are selected."""
    pen, words = Pen(room), room.words
    live = card.state is not State.CLOSED
    fill = "raise" if selected else "sunk" if pointed else ""
    border = "ink" if selected else "line3" if pointed else "line"
    frame = Rect(0.5, 0.5, width - 1, HEIGHT - 1)
    pen.marks.append(Box(id="card", rect=frame, fill=fill, stroke=border, line=1.5 if selected else 1, radius=8,
                         spoken=spoken(words, card)))  # fmt: skip
    _peer(pen, card, live)
    text, quiet = ("text", "text2") if live else (("text2", "text2") if selected else ("text3", "text3"))
    number = f"#{card.talk}  "
    runs = ((number, sans(14), "text2"), (card_name(words, card), sans(14, bold=True), text))
    pen.runs("card/name", 30, 25, runs, within=width - 40)
    where = card.address
    if card.partner is not None:
        where = words.translate("figures", "{address}  ⇄ #{number}").format(address=where, number=card.partner)
    pen.text("card/address", 10, 46, where, mono(12), color=quiet, anchor="start", within=width - 20)
    pen.marks.append(Glyph(id="card/state", x=16, y=66, name=STATE_GLYPHS[card.state], size=12, color=text))
    pen.text("card/state/name", 28, 70.6, card.state.name, STATE, color=text, anchor="start")
    if live:
        _activity(pen, card, width - 102)
    room_left = 58 if live else 104
    pen.text("card/last", width - 8, 70.6, _last(words, card), 13, color=quiet, anchor="end", within=room_left)
    return Scene(tuple(pen.marks), width, HEIGHT, background="pane")


def _peer(pen: Pen, card: PeerCard, live: bool) -> None:
    """Client a disc, server a square; hollow when it has gone."""
    colour = "cli" if card.side == "client" else "srv"
    radius = 6.0 if card.side == "client" else 2.0
    pen.box("card/peer", 10, 14, 12, 12, fill=f"{colour}.fill" if live else "", stroke=f"{colour}.edge", line=1.5,
            radius=radius)  # fmt: skip


def _activity(pen: Pen, card: PeerCard, left: float) -> None:
    """One bar a second; the highest of this card is as high as there is room."""
    most = max(card.activity, default=0)
    colour = "cli.edge" if card.side == "client" else "srv.edge"
    for place, value in enumerate(card.activity):
        if value:
            tall = max(1.5, 13 * value / most)
            pen.box(f"card/bar.{place}", left + 3.5 * (place - len(card.activity)) + 36, 72 - tall, 2.5, tall,
                    fill=colour)  # fmt: skip


def _last(words: Words, card: PeerCard) -> str:
    if card.state is State.CLOSED:
        return "" if card.code is None else words.translate("figures", "code {code}").format(code=card.code)
    return "" if card.trip is None else milliseconds(words, card.trip)
