"""A page, an old proxy with a cache, and a server: what the proxy makes of the bytes that pass, and who pays for it.

The focus names the connection that is looked at (`attack`, `again`, `chat`), or `compare`: both attempts side by side.
Without a focus it is the one on which something happened last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Scene
from app.figures.cache_compare import draw_compare
from app.figures.cache_reads import draw_reads
from app.figures.cache_store import draw_store
from app.figures.cache_strip import draw_strip, strip_view
from app.figures.pen import Pen
from lessons.plays.cache import AGAIN, ATTACK, CHAT
from lessons.plays.cache_view import masking_of
from protocol.chorus import as_chorus

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from protocol.chorus import Chorus
    from protocol.knowledge import Facts

STRIP = 96.0
STORE = 124.0


def draw(facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """The view of the focus at a cursor."""
    whole = as_chorus(facts)
    now = whole.until(min(max(cursor, 0), len(whole)))
    pen = Pen(room)
    words = room.words
    if focus == "compare":
        title = words.translate("figures", "The same text, masked in two ways")
        description = draw_compare(pen, whole, now)
        return Scene(tuple(pen.marks), height=room.height, title=title, description=description)
    name = focus if focus in whole.recordings else _newest(now)
    top = room.top + 4
    view = strip_view(now, name)
    said = [draw_strip(pen, now, view, top)]
    bottom = room.height - 16
    said.append(draw_reads(pen, now, name, top + STRIP, bottom - STORE - 14))
    said.append(draw_store(pen, now, bottom - STORE, STORE))
    title = words.translate("figures", "What an old proxy reads")
    return Scene(tuple(pen.marks), height=room.height, title=title, description=". ".join(filter(None, said)) + ".")


def _newest(now: Chorus) -> str:
    """The connection on which something happened last."""
    for name in (AGAIN, ATTACK):
        if masking_of(now, name) is not None:
            return name
    return CHAT
