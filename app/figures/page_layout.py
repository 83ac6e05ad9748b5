"""Where everything of the figure `page` stands: the browser left, the servers right, one band for each page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.drawing.marks import Room

BROWSER: Final = (32.0, 300.0)
"""x of the browser and its width."""

TABS: Final = (44.0, 276.0)
SERVER: Final = (648.0, 208.0)
OUT: Final = 320.0
"""Where lines leave the browser ..."""
INTO: Final = 648.0
"""... and where they reach the server."""

MIDDLE: Final = (OUT + INTO) / 2
SPACE: Final = INTO - OUT - 28
"""The widest text between them."""


@dataclass(frozen=True, slots=True)
class Band:
    """The place of one page: what it opens, what its request says and what follows, from top to bottom."""

    top: float
    height: float

    def at(self, line: float) -> float:
        """y of line 0 to 6."""
        return self.top + self.height * (0.12 + line * 0.15)

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Layout:
    """Heights of everything."""

    top: float
    head: float
    bands: dict[str, Band]
    bottom: float
    """The lower edge of browser and server."""
    strip: float
    """The top of the strip of programs without a browser."""


def layout_of(room: Room) -> Layout:
    """The layout for a room; a strip of variants leaves less."""
    top, end = room.top + 2, room.height - 12
    strip = end - 68
    bottom = strip - 12
    head = 70.0
    height = (bottom - top - head - 10 - 8) / 2
    first = top + head
    bands = {"good": Band(first, height), "evil": Band(first + height + 8, height)}
    return Layout(top, head, bands, bottom, strip)
