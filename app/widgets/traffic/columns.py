"""The columns of the table: how wide each must be, measured from the fonts of the language, and where it stands.

One set of places serves the header and every row. What does not fit goes in this order: the size on the wire, the
connection; the preview takes what is left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetricsF

from app.model.traffic.cells import head_words, opcode_words, way_words
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from app.widgets.look import Look, Place

Name = Literal["number", "time", "peer", "way", "opcode", "fin", "payload", "wire", "verdict", "preview"]

CAPTURE: Final[tuple[Name, ...]] = (
    "number", "time", "peer", "way", "opcode", "fin", "payload", "wire", "verdict", "preview",
)  # fmt: skip
"""Every column there is, in order."""

GIVEN_UP: Final[dict[Name, float]] = {"wire": 240.0, "peer": 150.0}
"""What is left out first, and below which width of the preview."""
LEFT: Final = 8.0
GAP: Final = 16.0
ROW: Final = 21
"""Height of a row."""
ARROW: Final = 50.0
"""Shape and arrow of a direction, before its words."""
SQUARE: Final = 20.0
"""The square of an opcode, before its words."""
CELL: Final = 17.0
"""Side of the FIN cell."""
GLYPH: Final = 22.0


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column stands: its left edge, its width, and which side its words keep to."""

    name: Name
    x: float
    width: float
    place: Place

    @property
    def right(self) -> float:
        """x of the right edge."""
        return self.x + self.width

    @property
    def middle(self) -> float:
        """x of the middle."""
        return self.x + self.width / 2


def heading(name: Name) -> str:
    """The word above a column."""
    translate = QCoreApplication.translate
    return {
        "number": translate("traffic", "no."),
        "time": translate("traffic", "time"),
        "peer": translate("traffic", "conn."),
        "way": translate("traffic", "direction"),
        "opcode": translate("traffic", "opcode"),
        "fin": "FIN",
        "payload": translate("traffic", "payload"),
        "wire": translate("traffic", "on the wire"),
        "verdict": "",
        "preview": translate("traffic", "preview"),
    }[name]


def placed(names: tuple[Name, ...], look: Look, width: float, rows: int, peers: int = 9) -> dict[Name, Column]:
    """The columns of a table of this width, with numbers up to `rows` and connections up to `peers`."""
    widths = {name: _width(name, look, rows, peers) for name in names}
    for spare, least in GIVEN_UP.items():
        if spare in widths and width - _taken(widths) < least:
            del widths[spare]
    found: dict[Name, Column] = {}
    x = LEFT
    for name, own in widths.items():
        if name == "preview":
            found[name] = Column(name, x, max(0.0, width - x - LEFT), "left")
        else:
            found[name] = Column(name, x, own, _SIDES[name])
        x += own + (6 if name == "verdict" else 12 if name in {"time", "fin", "payload"} else GAP)
    return found


_SIDES: Final[dict[Name, Place]] = {
    "number": "right",
    "time": "left",
    "peer": "left",
    "way": "left",
    "opcode": "left",
    "fin": "middle",
    "payload": "right",
    "wire": "right",
    "verdict": "middle",
    "preview": "left",
}


def _taken(widths: dict[Name, float]) -> float:
    return LEFT + sum(own + GAP for name, own in widths.items() if name != "preview")


def _width(name: Name, look: Look, rows: int, peers: int) -> float:
    mono = QFontMetricsF(look.font(14, bold=True, mono=True))
    bold = QFontMetricsF(look.font(14, bold=True))
    title = QFontMetricsF(look.font(13, bold=True)).horizontalAdvance(heading(name))
    samples: dict[Name, tuple[str, ...]] = {
        "number": (f"{max(rows, 100_000):,}",),
        "time": ("00:00:00.000",),
        "peer": (f"#{max(peers, 9)}",),
        "payload": ("16,384",),
        "wire": ("16,384",),
    }
    own = max(map(mono.horizontalAdvance, samples.get(name, ())), default=0.0)
    if name == "way":
        own = ARROW + max(bold.horizontalAdvance(way_words(who)) for who in Role)
    elif name == "opcode":
        own = SQUARE + max(map(bold.horizontalAdvance, _kinds()))
    own = max(own, {"fin": CELL, "verdict": GLYPH}.get(name, 0.0))
    return max(title, own)


def _kinds() -> list[str]:
    return [*map(opcode_words, Opcode), *map(head_words, Role)]
