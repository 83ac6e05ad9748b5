"""Whose cookie goes along: a browser with two pages, the server that both of them call, and what each page may read.

    browser, cookie       the user's; the cookie belongs to the server, whatever page is open
    good page, evil page  what each opens, what the browser adds, what came of it
    server                what it looks at, and what it does for the caller
    without a browser     the other callers, with the answer that each got

`focus` is `good`, `evil` or `others`: that part is framed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Scene
from app.figures.page_band import draw_band
from app.figures.page_frame import draw_frame, draw_strip
from app.figures.page_layout import layout_of
from app.figures.page_view import PAGES, read_browser
from app.figures.page_words import sentence
from app.figures.pen import Pen
from protocol.chorus import as_chorus

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from protocol.chorus import Chorus
    from protocol.knowledge import Facts


def draw(facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """The scene of what the first `cursor` facts say."""
    browser = read_browser(as_chorus(facts), cursor)
    pen, layout = Pen(room), layout_of(room)
    draw_frame(pen, browser, layout)
    for name in PAGES:
        draw_band(pen, browser, browser.pages.get(name), name, layout.bands[name], current=focus == name)
    draw_strip(pen, browser, layout, current=focus == "others")
    title = room.words.translate("figures", "Whose cookie goes along")
    return Scene(tuple(pen.marks), height=room.height, title=title, description=sentence(pen, browser))
