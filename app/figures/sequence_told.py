"""What each program is told when its connection is over: two lines under the last state of its side.

A server's program whose handshake failed is told of nothing: for it there never was a connection.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.parts import told_heading, told_text
from app.figures.sequence_rows import LIFE
from protocol.facts import Moved, Told
from protocol.knowledge import Facts
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from app.drawing.marks import Anchor
    from app.figures.pen import Pen

HEIGHT: Final = 50.0
SPACE: Final = 172.0
"""Between the edge of the stage and what stands beside a lifeline."""


def told_height(known: Facts) -> float:
    """How much room the lines need below the ladder."""
    return HEIGHT if any(_told(known, role) is not None or _nothing(known, role) for role in Role) else 0.0


def draw_told(pen: Pen, known: Facts, role: Role, y: float) -> None:
    """The lines of one side; `y` is the baseline of the first."""
    told = _told(known, role)
    if told is None and not _nothing(known, role):
        return
    words = pen.room.words
    heading = told_heading(words, role)
    text = words.translate("figures", "of no connection") if told is None else told_text(words, told)
    out = -1 if role is Role.CLIENT else 1
    x = LIFE[role] + 24 * out
    name = "told." + role.value
    links = ("told:" + role.value,)
    spoken = heading + ": " + text
    anchor: Anchor = "end" if role is Role.CLIENT else "start"
    pen.text(name, x, y, heading, 13, color="text2", anchor=anchor, within=SPACE, spoken=spoken, links=links)
    pen.text(name + "/text", x, y + 20, text, 15, bold=True, anchor=anchor, within=SPACE, links=links)


def _told(known: Facts, role: Role) -> Told | None:
    return next((fact for fact in known.of(Told) if fact.who is role), None)


def _nothing(known: Facts, role: Role) -> bool:
    """Whether this is a server that refused, once the client's program has been told."""
    if role is Role.CLIENT or _told(known, Role.CLIENT) is None or known.state(role) is not State.CLOSED:
        return False
    return not any(move.who is role and move.transition.next is State.OPEN for move in known.of(Moved))
