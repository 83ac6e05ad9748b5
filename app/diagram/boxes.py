"""A bit diagram: boxes of bits in rows of 8, 16 or 32, as the RFC draws them. Plain values; the formats read them.

row 0    [FIN][RSV1][RSV2][RSV3][opcode][MASK][payload length][masking key    ]
row 1    [masking key (continued)      ][payload data                        ]
break    12 bytes are left out
row 5    [payload data (continued)     ]
"""

from __future__ import annotations

from typing import Literal

from app.drawing.values import dataclass

Show = Literal["names", "values", "both"]
Width = Literal[8, 16, 32]


@dataclass(frozen=True, slots=True)
class BitBox:
    """The bits `[start, stop)` of one field in one row, counted from the first bit of the diagram.

    `name` and `value` are what stands in it, `short` the name where there is room for a letter or two. `optional` says
    that the field need not be there, `continued` that it began in a row before, `goes_on` that it does not end here.
    """

    field: str
    start: int
    stop: int
    name: str
    value: str = ""
    short: str = ""
    optional: bool = False
    continued: bool = False
    goes_on: bool = False

    @property
    def width(self) -> int:
        """Length in bits."""
        return self.stop - self.start


@dataclass(frozen=True, slots=True)
class Break:
    """Whole rows that are left out: so many bytes. `rest` says it of all bytes from here to the end."""

    skipped: int
    words: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Boxes side by side; `first` is the number of the first bit."""

    first: int
    boxes: tuple[BitBox, ...]


@dataclass(frozen=True, slots=True)
class Diagram:
    """Rows from top to bottom, `width` bits each, with a title and a caption in whole sentences."""

    rows: tuple[Row | Break, ...]
    width: Width
    title: str
    caption: str
    lang: str = "en"
    show: Show = "both"

    @property
    def boxes(self) -> tuple[BitBox, ...]:
        """All boxes in the order of their bits."""
        return tuple(box for row in self.rows if isinstance(row, Row) for box in row.boxes)
