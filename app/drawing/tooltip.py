"""The tooltip: a dark card of marks beside the mark that it explains, painted like everything else.

It stands above its target when there is room, else below, else beside it. Only a target that leaves no room at any
side is covered in part.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from app.drawing.hits import bounds
from app.drawing.marks import AnyMark, Box, Font, Label, Rect, Stroke
from app.drawing.theme import FIELDS, PEERS

if TYPE_CHECKING:
    from app.drawing.marks import Measure

BODY, TITLE = Font(14), Font(14, bold=True)
WIDEST = 442
PAD, LINE, GAP, POINTER = 14, 19, 9, 8


def tooltip(target: AnyMark, room: Rect, measure: Measure) -> tuple[AnyMark, ...]:
    """The card for a spoken mark inside `room`; empty if the mark is silent."""
    if not target.spoken.strip():
        return ()
    title, body = parts(target.spoken)
    swatch = family(target)
    lines = [(line, TITLE if title else BODY) for line in wrap(title or body, TITLE if title else BODY, measure)]
    lines += [(line, BODY) for line in wrap(body, BODY, measure)] if title else []
    inset = 20 if swatch else 0
    widths = [measure.width(text, font) + (inset if i == 0 else 0) for i, (text, font) in enumerate(lines)]
    card = _placed(bounds(target), max(widths) + 2 * PAD, len(lines) * LINE + 18, room)
    marks: list[AnyMark] = [Box(id="tooltip", rect=card, fill="ink", radius=8), *_pointer(bounds(target), card)]
    if swatch:
        square = Rect(card.x + PAD, card.y + 13, 12, 12)
        marks.append(Box(id="tooltip.swatch", rect=square, fill=swatch + ".fill", radius=2))
    for i, (text, font) in enumerate(lines):
        x = card.x + PAD + (inset if i == 0 else 0)
        y = card.y + 9 + LINE * i + 15
        marks.append(
            Label(
                id=f"tooltip.{i}",
                x=x,
                y=y,
                text=text,
                font=font,
                color="on-ink",
                width=measure.width(text, font),
            )
        )
    return tuple(marks)


def parts(spoken: str) -> tuple[str, str]:
    """Title and rest: the first sentence and what follows it; one sentence alone is all body."""
    match = re.match(r"(.{1,90}?(?:[.:!?] |[。：]))(.+)$", spoken, re.DOTALL)
    return (match[1].strip().rstrip(":："), match[2].strip()) if match else ("", spoken)


def family(mark: AnyMark) -> str:
    """The field or peer whose colour the mark wears, or nothing."""
    name = mark.fill.partition(".")[0] if isinstance(mark, Box | Stroke) else ""
    return name if name in (*FIELDS, *PEERS) else ""


def wrap(text: str, font: Font, measure: Measure, widest: float = WIDEST) -> list[str]:
    """Lines no wider than `widest`. Latin words stay whole as long as they fit into a line, Chinese breaks between
    characters but not before a closing mark."""
    lines, line = [], ""
    for word in re.findall(r"[^\s\u2e80-\uffef]+\s*|[\u2e80-\uffef][，。：；、？！”’）]*\s*|\s+", text):
        for piece in _broken(word, font, measure, widest):
            if line and measure.width((line + piece).rstrip(), font) > widest:
                lines.append(line.rstrip())
                line = ""
            line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _broken(word: str, font: Font, measure: Measure, widest: float) -> list[str]:
    """The word, in pieces if it alone is wider than a line, as a token is."""
    pieces = []
    while measure.width(word.rstrip(), font) > widest and len(word) > 1:
        fitting = bisect_right(range(1, len(word)), widest, key=lambda count: measure.width(word[:count], font))
        pieces.append(word[: max(1, fitting)])
        word = word[max(1, fitting) :]
    return [*pieces, word]


def _placed(target: Rect, width: float, height: float, room: Rect) -> Rect:
    x = _within(target.x + target.width / 2 - width * 0.2, room.x + 8, room.right - width - 8)
    y = _within(target.y + target.height / 2 - height / 2, room.y + 4, room.bottom - height - 4)
    above, below = target.y - GAP - height, target.bottom + GAP
    right, left = target.right + GAP, target.x - GAP - width
    if above >= room.y + 4:
        return Rect(x, above, width, height)
    if below + height <= room.bottom - 4:
        return Rect(x, below, width, height)
    if right + width <= room.right - 8:
        return Rect(right, y, width, height)
    if left >= room.x + 8:
        return Rect(left, y, width, height)
    return Rect(x, room.bottom - height - 4, width, height)


def _within(value: float, low: float, high: float) -> float:
    return max(low, min(value, high))


def _pointer(target: Rect, card: Rect) -> tuple[AnyMark, ...]:
    """The small triangle between card and target; none on a card that lies over it."""
    x = _within(target.x + target.width / 2, card.x + 16, card.right - 16)
    y = _within(target.y + target.height / 2, card.y + 16, card.bottom - 16)
    size = POINTER
    if card.bottom <= target.y:
        points = ((x - size, card.bottom - 1), (x + size, card.bottom - 1), (x, card.bottom + size))
    elif card.y >= target.bottom:
        points = ((x - size, card.y + 1), (x + size, card.y + 1), (x, card.y - size))
    elif card.x >= target.right:
        points = ((card.x + 1, y - size), (card.x + 1, y + size), (card.x - size, y))
    elif card.right <= target.x:
        points = ((card.right - 1, y - size), (card.right - 1, y + size), (card.right + size, y))
    else:
        return ()
    return (Stroke(id="tooltip.pointer", points=points, color="ink", line=0, closed=True, fill="ink"),)
