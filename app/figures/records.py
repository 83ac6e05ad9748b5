"""TLS records outside, frames inside: what crosses the wire, what of it an eavesdropper sees, and which frame lies in
which record.

    rows     one for each write: when, which way, how many bytes, which types of record | what is in them
    panel    one record, byte by byte: its header, what it carries, the byte that says what it is, the tag

`focus` is `outside` for what an eavesdropper sees; then the right half is hatched. `flight.N` opens the Nth write, else
the newest is open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Scene
from app.figures.pen import Pen
from app.figures.records_panel import PANEL, draw_panel
from app.figures.records_rows import draw_rows
from app.figures.records_view import read_traffic
from app.figures.records_words import sentence
from protocol.chorus import as_chorus

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from app.figures.records_view import Flight, Traffic
    from protocol.chorus import Chorus
    from protocol.knowledge import Facts

OUTSIDE: Final = "outside"


def draw(facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """The scene of what the first `cursor` facts say."""
    pen = Pen(room)
    traffic = read_traffic(as_chorus(facts), cursor)
    opened = _opened(traffic, focus)
    hidden = focus == OUTSIDE
    top = room.height - 12 - PANEL
    draw_rows(pen, traffic, opened, (room.top, top - 14), hidden=hidden)
    draw_panel(pen, opened, top, hidden=hidden)
    title = room.words.translate("figures", "Records outside, frames inside")
    return Scene(tuple(pen.marks), height=room.height, title=title, description=sentence(room.words, opened))


def _opened(traffic: Traffic, focus: str) -> Flight | None:
    """The flight that the focus names, if it is known, else the newest."""
    number = focus.removeprefix("flight.")
    if number.isdecimal() and int(number) < traffic.known:
        return traffic.flights[int(number)]
    return traffic.newest
