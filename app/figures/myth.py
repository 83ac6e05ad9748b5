"""A claim put to the test: what is said, what was done, what was seen of it so far, and the verdict.

`focus` is the claim's id; `all` is the list of all claims. Every value is computed from the facts that are known at the
cursor; the verdict comes with the last of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Scene
from app.figures.myth_card import draw_card
from app.figures.myth_list import draw_list
from app.figures.myth_seen import Seen
from app.figures.myth_table import BY_ID, MYTHS
from app.figures.pen import Pen
from protocol.chorus import as_chorus

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from protocol.chorus import Chorus
    from protocol.knowledge import Facts

ALL = "all"


def draw(facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """The claim in focus when `cursor` facts are known."""
    pen = Pen(room)
    if focus == ALL:
        description = draw_list(pen, MYTHS)
    else:
        chorus = as_chorus(facts).until(max(0, cursor))
        over = bool(len(facts)) and cursor >= len(facts)
        seen = Seen(chorus.connection(), chorus, room.words, over)
        description = draw_card(pen, BY_ID.get(focus, MYTHS[0]), seen)
    title = room.words.translate("figures", "Claims, put to the test")
    return Scene(tuple(pen.marks), height=room.height, title=title, description=description)
