"""Where the four parts of the compression figure stand, from the room that there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.drawing.marks import Room

LEFT: Final = 32.0
RIGHT: Final = 856.0
WIDTH: Final = RIGHT - LEFT

FULL: Final = (187.0, 246.0, 120.0, 99.0)
LEAST: Final = (142.0, 168.0, 98.0, 84.0)
"""The heights of the parts where there is room, and where there is least."""

MARGIN: Final = 4.0


@dataclass(frozen=True, slots=True)
class Layout:
    """The upper edges of the messages, their bits, the frames and the comparison; `squeeze` is from 0 to 1."""

    messages: float
    bits: float
    frame: float
    takeover: float
    squeeze: float

    def between(self, full: float, least: float) -> float:
        """From `full` where there is room to `least` where there is not."""
        return full + (least - full) * self.squeeze


def layout_of(room: Room) -> Layout:
    """The parts one below the other; with room to spare they stand at the top."""
    space = room.height - room.top - MARGIN
    squeeze = min(max((sum(FULL) - space) / (sum(FULL) - sum(LEAST)), 0.0), 1.0)
    heights = [full + (least - full) * squeeze for full, least in zip(FULL, LEAST, strict=True)]
    tops = [room.top - 3 + sum(heights[:place]) for place in range(len(heights))]
    return Layout(tops[0], tops[1], tops[2], tops[3], squeeze)
