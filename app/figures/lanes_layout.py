"""Where the parts of the lanes stand from top to bottom, given the room; between the smallest and the best height every
distance grows by the same part."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import Final

DISTANCES: Final = (
    # name, least, best: each is measured from the one before
    ("caption", 6, 6),
    ("ruler", 22, 36),
    ("segments_title", 19, 26),
    ("segments", 6, 8),
    ("segments_end", 28, 36),
    ("frames_title", 24, 30),
    ("frames", 6, 8),
    ("frames_end", 38, 46),
    ("messages_title", 18, 29),
    ("messages", 6, 8),
    ("messages_end", 24, 26),
    ("bracket", 8, 10),
    ("parser", 16, 26),
    ("parser_end", 130, 170),
    ("bytes_title", 21, 30),
    ("strip", 8, 16),
    ("strip_end", 36, 42),
    ("plain", 17, 24),
    ("text", 21, 32),
    ("rule", 8, 12),
    ("foot", 15, 18),
)
MARGIN: Final = 12


@dataclass(frozen=True, slots=True)
class Plan:
    """The y of each part: the upper edge of a box, its lower edge (`_end`), the baseline of a text."""

    caption: float
    ruler: float
    segments_title: float
    segments: float
    segments_end: float
    frames_title: float
    frames: float
    frames_end: float
    messages_title: float
    messages: float
    messages_end: float
    bracket: float
    parser: float
    parser_end: float
    bytes_title: float
    strip: float
    strip_end: float
    plain: float
    text: float
    rule: float
    foot: float
    part: float
    """How much of the way from the least height to the best one, 0 to 1."""

    @property
    def tight(self) -> bool:
        """Whether there is no room for the line above the ruler."""
        return self.part < 0.7


def plan(top: float, height: float) -> Plan:
    """The places between `top` and the end of the stage."""
    least = sum(low for _, low, _ in DISTANCES)
    best = sum(high for _, _, high in DISTANCES)
    room = height - MARGIN - top
    part = max(0.0, min(1.0, (room - least) / (best - least)))
    steps = [low + part * (high - low) for _, low, high in DISTANCES]
    return Plan(*[top + step for step in accumulate(steps)], *[part])
