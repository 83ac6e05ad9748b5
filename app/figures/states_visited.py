"""Which rows of the transition table a peer has been through: one small square a row, in the order of the table.

A square is filled with ink when the row was taken in this run, grey when it was taken in an earlier one: the option
`met` names those, such as `client.0 server.1`. It names those of the present run, too; so what this run has yet to take
stays empty until then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.close_peer import move_sentence
from protocol.machine import TRANSITIONS
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.marks import Anchor
    from app.figures.pen import Pen
    from protocol.facts import Moved

EDGE: Final = 42.0
"""From the outer edge of the stage to the first square."""
SIDE: Final = 13.0
STEP: Final = 18.0


def draw_visited(pen: Pen, role: Role, head: float, moves: Sequence[Moved], coming: Sequence[Moved] = ()) -> None:
    """The squares of one peer, on its outer side at the height of its name, and how many rows that is. `moves` are
    those up to now, `coming` those that the run has yet to make."""
    words = pen.room.words
    rows = [(number, row) for number, row in enumerate(TRANSITIONS) if row.serves(role)]
    before = set(str(pen.room.options.get("met", "")).split())
    left = EDGE if role is Role.CLIENT else 888 - EDGE - STEP * len(rows) + (STEP - SIDE)
    count = 0
    for place, (number, row) in enumerate(rows):
        move = next((move for move in moves if move.transition == row), None)
        later = any(one.transition == row for one in coming)
        earlier = move is None and not later and f"{role.value}.{number}" in before
        count += move is not None or earlier
        fill, stroke = ("ink", "ink") if move else ("line3", "line3") if earlier else ("stage", "line3")
        pen.box(
            f"visited.{role.value}.{number}", left + place * STEP, head - 14, SIDE, SIDE, fill=fill, stroke=stroke,
            line=1.5, radius=3, spoken=move_sentence(words, role, [row], move), links=(f"transition:{number}",),
        )  # fmt: skip
    text = words.translate("figures", "{count} of {all} rows").format(count=count, all=len(rows))
    anchor: Anchor = "start" if role is Role.CLIENT else "end"
    x = left if role is Role.CLIENT else left + STEP * len(rows) - (STEP - SIDE)
    pen.text(f"visited.{role.value}", x, head + 16, text, 13, color="text2", anchor=anchor)
