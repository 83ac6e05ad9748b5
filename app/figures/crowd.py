"""Coming back: one client's attempts on an axis of seconds, or a thousand clients in each second.

`focus` is `many` for the crowds, anything else for the one client.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Scene
from app.figures.crowd_many import many
from app.figures.crowd_one import one
from app.figures.crowd_story import read_crowds, read_story
from app.figures.pen import Pen
from protocol.chorus import as_chorus

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from protocol.chorus import Chorus
    from protocol.knowledge import Facts

MANY = "many"


def draw(facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """The figure when `cursor` facts are known."""
    chorus = as_chorus(facts)
    cursor = min(max(0, cursor), len(chorus))
    pen = Pen(room)
    crowds = read_crowds(chorus) if focus == MANY else None
    spoken = one(pen, read_story(chorus), cursor) if crowds is None else many(pen, crowds, cursor)
    return Scene(
        tuple(pen.marks), height=room.height, title=room.words.translate("figures", "Coming back"), description=spoken
    )
