"""Who is connected with whom through the proxy, and what crosses just now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.figures.cache_words import page_word, server_word
from app.figures.pen import mono
from app.figures.transports_words import bytes_text
from lessons.plays.cache_view import masking_of, tunnels, visits
from protocol.facts import FrameSent, HeadSent
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.figures.pen import Pen
    from protocol.chorus import Chorus

BOX: Final = (364.0, 160.0)
"""Left edge and width of the proxy."""
EDGES: Final = (196.0, 692.0)
"""Where the lines to the page and to the server end."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """What passes: from which side, what is written on the two lines, and which of them it takes."""

    up: bool
    text: str
    under: str = ""
    near: bool = True
    far: bool = True


@dataclass(frozen=True, slots=True)
class StripView:
    """The connection that is looked at, and what crosses on it."""

    connection: str
    visit: bool


def strip_view(now: Chorus, name: str) -> StripView:
    """The connection itself, or the visitor's if a visitor has come meanwhile and the cache was not emptied since."""
    last = [fact.moment.kind for fact in now.moments if fact.moment.kind.split(".")[0] in {"visitor", "attempt"}]
    if last and last[-1].startswith("visitor"):
        return StripView(f"visitor.{len(visits(now))}", visit=True)
    return StripView(name, visit=False)


def draw_strip(pen: Pen, now: Chorus, view: StripView, top: float) -> str:
    """Page, proxy, server, and the lines between them."""
    words = pen.words
    y = top + 34
    left, right = page_word(words, view.connection), server_word(words, view.connection)
    pen.glyph("page", 46, y, "client", 24, spoken=left, links=("peer:client",))
    pen.text("page/name", 66, y + 5, left, 15, bold=True, anchor="start", within=EDGES[0] - 72)
    pen.glyph("server", 842, y, "server", 24, spoken=right, links=("peer:server",))
    pen.text("server/name", 822, y + 5, right, 15, bold=True, anchor="end", within=822 - EDGES[1] - 6)
    x, width = BOX
    pen.box("proxy", x, y - 30, width, 60, fill="pane", stroke="text2", line=1.5, radius=10)
    pen.glyph("proxy/glyph", x + 22, y - 8, "proxy", 20)
    pen.text(
        "proxy/name", x + 42, y - 3, words.translate("figures", "Old proxy"), 15, bold=True, anchor="start", within=110
    )
    tunnel = tunnels(now, view.connection)
    under = (
        words.translate("figures", "tunnels, reads no more")
        if tunnel
        else words.translate("figures", "reads HTTP only")
    )
    pen.text("proxy/under", x + width / 2, y + 20, under, 13, color="text2", within=width - 12)
    crossing = _crossing(pen, now, view)
    for side, start, stop in (("near", EDGES[0], x), ("far", x + width, EDGES[1])):
        _line(pen, side, start, stop, y, crossing)
    return f"{left}, {right}" + (f": {crossing.text}" if crossing is not None else "")


def _line(pen: Pen, side: str, start: float, stop: float, y: float, crossing: Crossing | None) -> None:
    used = crossing is not None and (crossing.near if side == "near" else crossing.far)
    if crossing is None or not used:
        pen.line(f"line.{side}", ((start, y), (stop, y)), "line3", 1.5, dash=(5, 4))
        if crossing is not None:
            text = pen.words.translate("figures", "is not asked")
            pen.text(f"line.{side}/text", (start + stop) / 2, y - 9, text, 13, color="text3", within=stop - start - 8)
        return
    color = ("cli" if crossing.up else "srv") + ".fill"
    ends = ((start + 4, y), (stop - 4, y)) if crossing.up else ((stop - 4, y), (start + 4, y))
    pen.line(f"line.{side}", ends, color, 3.5, head=13)
    pen.text(f"line.{side}/text", (start + stop) / 2, y - 10, crossing.text, 13, bold=True, within=stop - start - 4)
    if crossing.under:
        pen.text(f"line.{side}/under", (start + stop) / 2, y + 20, crossing.under, mono(12), color="key.edge",
                 within=stop - start - 4)  # fmt: skip


def _crossing(pen: Pen, now: Chorus, view: StripView) -> Crossing | None:
    words = pen.words
    if view.visit:
        visit = visits(now)[-1]
        if visit.body is None and not visit.hit:
            return Crossing(up=True, text=words.translate("figures", "GET"))
        text = words.translate("figures", "GET") if visit.body is None else words.translate("figures", "the script")
        return Crossing(up=visit.body is None, text=text, far=not visit.hit)
    if view.connection not in now.recordings or view.connection not in now.names:
        return None
    facts = [one for one in now.connection(view.connection) if isinstance(one, FrameSent | HeadSent)]
    if not facts or (masking_of(now, view.connection) is None and view.connection != now.names[0]):
        return None
    fact = facts[-1]
    if isinstance(fact, HeadSent):
        text = (
            words.translate("figures", "request")
            if fact.who is Role.CLIENT
            else words.translate("figures", "answer 101")
        )
        return Crossing(fact.who is Role.CLIENT, text)
    text = words.translate("figures", "frame, {size}").format(size=bytes_text(words, fact.frame.size))
    key = words.translate("figures", "key {key}").format(key=fact.frame.key.hex(" ")) if fact.frame.masked else ""
    return Crossing(fact.who is Role.CLIENT, text, key or words.translate("figures", "no mask"))
