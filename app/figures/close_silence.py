"""Seconds in which nothing crossed: how long a peer waited for the other's Close, or for the end of TCP.

Messages may be minutes apart and nobody minds. Once somebody has said Close, silence is what a timeout ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.close_layout import LEFT, MIDDLE, WIDE

if TYPE_CHECKING:
    from app.figures.close_layout import Placed, Theatre

FONT: Final = Font(13, bold=True)


def silence_band(stage: Theatre, item: Placed) -> None:
    """A hatched strip between the lifelines, as soon as the silence is over."""
    if item.band.until >= stage.cursor:
        return
    pen, name = stage.pen, item.band.id
    text = pen.room.words.translate("figures", "{seconds} s of silence").format(seconds=round(item.band.seconds))
    height = min(24.0, item.height - 2)
    top = item.top + (item.height - height) / 2
    pen.box(
        name, LEFT, top, WIDE, height, fill="stage", stroke="line3", dash=(3, 3), hatch="line2", radius=6, spoken=text
    )
    half = pen.width(text, FONT) / 2 + 10
    pen.box(name + "/ground", MIDDLE - half, top + 1, 2 * half, height - 2, fill="stage", above=1)
    pen.text(name + "/text", MIDDLE, top + height / 2 + 4.7, text, FONT, within=WIDE - 16, above=2)
