"""The left half of the parser's panel: the bytes that it holds, the places that are still empty, and what they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.figures.pen import sans
from app.figures.tokens import fill, hatch, tint

if TYPE_CHECKING:
    from app.figures.lanes_layout import Plan
    from app.figures.lanes_state import Part
    from app.figures.pen import Pen

LEFT: Final = 56.0
RIGHT: Final = 512.0
WIDE: Final = 54.0
GAP: Final = 3.0
FIELDS: Final = {"length": "extended payload length", "key": "masking key", "payload": "payload data"}
SPLIT: Final = (
    (("FIN", 1), ("RSV1", 3), ("opcode", 4)),
    (("MASK", 1), ("payload length", 7)),
)
"""The fields of the first two bytes, with their widths in bits."""

BAR: Final = 5
MOST: Final = 8
"""So many cells stand in a row; of a longer payload only a bar is shown."""


def draw_held(pen: Pen, plan: Plan, begun: bytes, found: tuple[Part, ...]) -> None:
    """A cell for each byte of the header and, if it is short, of the payload; else a bar for the payload."""
    header = sum(part.size or 0 for part in found[:3])
    payload = found[3].size or 0
    bar = bool(begun) and header + payload > MOST and found[3].size is not None
    cells = max(2, min(header if bar else header + payload, 14))
    space = (RIGHT - LEFT) * (0.62 if bar else 1.0)
    pitch = min(WIDE, space / cells)
    tall = plan.parser_end - plan.parser >= 150
    top = plan.parser + (62 if tall else 40)
    height = 46.0 if tall else 38.0
    for place in range(cells):
        _cell(pen, place, begun, found, (LEFT + place * pitch, top, pitch - GAP, height))
    if begun and len(begun) <= cells:
        stop = LEFT + min(len(begun), cells) * pitch - GAP
        pen.box("held/ring", LEFT - 3, top - 4, stop - LEFT + 6, height + 8, stroke="ink", line=2.5, radius=6, above=2)
    baseline = top + height + (22 if tall else 18)
    _captions(pen, begun, found, Captions(pen, pitch, baseline, 17 if tall else 15), bar=bar)
    if bar:
        _payload(pen, found[3], (LEFT + cells * pitch + 6, top, RIGHT, height), baseline)


def _field(place: int, found: tuple[Part, ...]) -> str:
    """The field in which a byte after the first two lies."""
    at = 2
    for part in found[1:]:
        at += part.size or 0
        if place < at:
            return FIELDS[part.name]
    return FIELDS["payload"]


def _cell(pen: Pen, place: int, begun: bytes, found: tuple[Part, ...], rect: tuple[float, float, float, float]) -> None:
    x, top, width, height = rect
    name = f"held.{place}"
    field = _field(place, found)
    split = SPLIT[place] if place < 2 else ((field, 8),)
    ground = "rsv.tint" if place == 0 else "len.tint" if place == 1 else tint(field)
    if place >= len(begun):
        pen.box(name, x + 1, top + 1, width - 2, height - BAR - 1, stroke="line3", line=1.5, radius=4, dash=(5, 4))
        pen.box(name + "/bar", x + 1, top + height - BAR, width - 2, BAR, fill=ground)
        return
    pen.box(name, x, top, width, height - BAR, fill=ground)
    at = x
    for part, bits in split:
        pen.box(f"{name}/{part}", at, top + height - BAR, width * bits / 8, BAR, fill=fill(part), hatch=hatch(part))
        at += width * bits / 8
    size = 20 if width >= 34 else 14
    pen.text(
        name + "/digits",
        x + width / 2,
        top + (height - BAR) / 2 + size * 0.36,
        f"{begun[place]:02x}",
        size,
        bold=True,
        mono=True,
    )


@dataclass(frozen=True, slots=True)
class Captions:
    """What stands below the cells: two lines each, the first one in the colour of its field."""

    pen: Pen
    pitch: float
    baseline: float
    line: float

    def fits(self, text: str, count: int) -> bool:
        """Whether it stands below so many cells."""
        return self.pen.width(text, sans(13, bold=True)) <= count * self.pitch

    def write(self, name: str, first: int, count: int, color: str, texts: tuple[str, ...]) -> None:
        """The lines below `count` cells from number `first` on."""
        middle = LEFT + (first + count / 2) * self.pitch - GAP / 2
        for number, text in enumerate(texts):
            shade = color if number == 0 else "text2"
            self.pen.text(
                f"held/{name}.{number}", middle, self.baseline + number * self.line, text, 13, bold=number == 0,
                color=shade, within=max(count * self.pitch, 30.0),
            )  # fmt: skip


def _captions(pen: Pen, begun: bytes, found: tuple[Part, ...], below: Captions, *, bar: bool) -> None:
    """The fields below their bytes: name and value, or how many bytes of them are here."""
    words = pen.words
    if not begun:
        text = words.translate("figures", "every frame begins with these two bytes")
        pen.text("held/none", LEFT, below.baseline, text, 13, color="text2", anchor="start", within=RIGHT - LEFT)
        return
    narrow = not below.fits("MASK 1", 1)
    opcode = words.translate("figures", "op {opcode:x}").format(opcode=begun[0] & 0xF)
    below.write("first", 0, 1, "text", (opcode,) if narrow else (f"FIN {begun[0] >> 7}", opcode))
    if len(begun) > 1:
        length = str(begun[1] & 0x7F)
        look = ("len.edge", (length,)) if narrow else ("mask.edge", (f"MASK {begun[1] >> 7}", length))
        below.write("second", 1, 1, *look)
    at = 2
    for part in found[1:3] if bar else found[1:]:
        count = part.size or 0
        if count:
            below.write(part.name, at, count, *_said(pen, part, count, below))
        at += count


def _said(pen: Pen, part: Part, count: int, below: Captions) -> tuple[str, tuple[str, ...]]:
    """The colour and the lines of one part."""
    words = pen.words
    length = words.translate("figures", "length, {bits} bits").format(bits=8 * count)
    names = {
        "length": (length if below.fits(length, count) else words.translate("figures", "length"), "ext.edge"),
        "key": (words.translate("figures", "masking key"), "key.edge"),
        "payload": (words.translate("figures", "payload"), "pay.edge"),
    }
    text, color = names[part.name]
    here = words.translate("figures", "{here} of {size} here").format(here=part.here, size=count)
    short = words.translate("figures", "{here} of {size}").format(here=part.here, size=count)
    return color, (text, here if below.fits(here, count) else short)


def _payload(pen: Pen, part: Part, rect: tuple[float, float, float, float], baseline: float) -> None:
    """A bar as long as the payload, filled as far as it is here."""
    words = pen.words
    left, top, right, height = rect
    size = part.size or 0
    share = part.here / size if size else 0.0
    pen.box("held/payload", left, top + 1, right - left, height - 2, stroke="line3", line=1.5, radius=4, dash=(5, 4))
    if share:
        pen.box("held/payload/here", left, top, (right - left) * share, height, fill="pay.tint")
        pen.box("held/payload/bar", left, top + height - BAR, (right - left) * share, BAR, fill="pay.fill")
    text = words.translate("figures", "payload")
    here = words.translate("figures", "{here} of {size} here").format(here=f"{part.here:,}", size=f"{size:,}")
    middle, width = (left + right) / 2, right - left
    pen.text("held/payload/name", middle, baseline, text, sans(13, bold=True), color="pay.edge", within=width)
    pen.text("held/payload/count", middle, baseline + 16, here, 13, color="text2", within=width)
