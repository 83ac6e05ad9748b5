"""Reads the marks of a scene: which words, frames, bars and lines it is made of.

Shades, halos and hairlines are left out; what a strong fill means is kept. A frame around one line of text is flat: it
will be a pair of brackets. A curve is known by where it bends.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from app.columns import wide
from app.drawing.marks import Box, Glyph, Label, Rect, Stroke
from app.publishing.ascii_items import SAME_LINE, Bar, Frame, Items, Line, Word
from app.publishing.ascii_strips import is_strong, strips
from app.publishing.ascii_text import GLYPHS, plain
from app.publishing.ascii_textures import is_fine, textures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.marks import Scene
    from app.publishing.ascii_items import Point, Style

TINY: Final = 7.5
"""A box that is smaller each way is texture or a dot."""

SWATCH: Final = 17.0
"""A box without text that is not larger each way is a sign of its own."""

ONE_LINE: Final = 35.0
"""A frame that is not higher holds one line of text at most."""

THIN: Final = 6.0
"""A fill that is not higher is a rule under or over something."""

CELL: Final = 15.5
"""A cell that is not as wide keeps no columns apart: its digits stand close together."""

BENT: Final = 3.0
"""How far a curve is from level where it is taken to bend."""

NARROWEST: Final = 12.0
"""A rule that is not longer is left out."""

FINE: Final = 60
"""Thin fills that are more than these are a texture."""

UNSEEN: Final = frozenset({"stage", "pane", "raise", "sunk"})
"""Colours of lines that only part what they cross."""


def read(scene: Scene) -> Items:
    """The items of a scene, in painting order. Breadcrumb and title of the stage are not among them."""
    items = Items()
    marks = [mark for mark in scene if mark.opacity > 0 and mark.id not in {"stage.title", "stage.crumb"}]
    boxes = [mark for mark in marks if isinstance(mark, Box)]
    strokes = [mark for mark in marks if isinstance(mark, Stroke)]
    for mark in marks:
        if isinstance(mark, Label):
            _label(mark, items)
        elif isinstance(mark, Glyph):
            half = mark.size / 2
            _sign(GLYPHS[mark.name], Rect(mark.x - half, mark.y - half, mark.size, mark.size), items)
    holder = _Holder(items.words)
    held = {id(box): holder.inside(box.rect) for box in boxes}
    done = _fields(boxes, strokes, held, items)
    for box in boxes:
        if id(box) not in done:
            _box(box, items, held[id(box)])
    for stroke in strokes:
        if not is_fine(stroke):
            _line(stroke, items)
    return items


def _sign(text: str, rect: Rect, items: Items) -> None:
    """A sign in the middle of its place."""
    x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
    items.words.append(Word(text, x, y, rect.x, rect.right, "middle", rect.height, sign=True))


def _fields(boxes: list[Box], strokes: list[Stroke], held: dict[int, list[Word]], items: Items) -> set[int]:
    """Reads rows of small boxes and textures as words; the boxes that are done with that."""
    fine = [box for box in boxes if box.rect.height < 4 and not box.stroke and is_strong(box)]
    if len(fine) <= FINE:
        fine = []
    done = {id(box) for box in fine}
    for left, right, y, text in textures(filter(is_fine, strokes), fine):
        items.words.append(Word(text, left, y, left, right, "start", 12, sign=True))
    for strip in strips([box for box in boxes if not held[id(box)]]):
        done.update(id(box) for box in (*strip.boxes, *strip.rings))
        word = Word(strip.text, strip.left, strip.y, strip.left, strip.right, "start", 12, sign=True)
        items.words.append(word)
        items.strips.append((word, strip))
    return done


def _label(label: Label, items: Items) -> None:
    text = plain(label.text)
    if not text:
        return
    if label.struck:
        text = f"~{text}~"
    size = label.font.size
    width = label.width or 0.58 * size * wide(text)
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    items.words.append(Word(text, label.x, label.y - 0.34 * size, left, left + width, label.anchor, 0.7 * size))


class _Holder:
    """Finds the words whose middle lies in a rectangle."""

    def __init__(self, words: list[Word]) -> None:
        self._words = sorted(words, key=lambda word: word.y)
        self._heights = [word.y for word in self._words]

    def inside(self, rect: Rect) -> list[Word]:
        low, high = bisect_left(self._heights, rect.y), bisect_right(self._heights, rect.bottom)
        left, right = rect.x - 1, rect.right + 1
        return [word for word in self._words[low:high] if left <= (word.left + word.right) / 2 <= right]


def _box(box: Box, items: Items, held: list[Word]) -> None:
    rect, strong = box.rect, is_strong(box)
    small, large = sorted((rect.width, rect.height))
    if large < TINY or small <= 0:
        return
    if small <= THIN:
        if strong or box.stroke:
            _thin(rect, items)
        return
    disc = box.radius >= small / 2 - 0.5 and large - small < 2
    if not held and (large <= SWATCH or (disc and large <= 2 * SWATCH)):
        if strong or box.stroke:
            _swatch(box, items, strong=strong, disc=disc)
        return
    if box.stroke:
        style: Style = "dashed" if box.dash else "thick" if box.line >= 1.9 or (strong and held) else "solid"
        flat = rect.height <= ONE_LINE and _in_one_line(held)
        if strong and not held and flat and not box.dash:
            items.bars.append(Bar(rect, "#"))
        else:
            items.frames.append(Frame(rect, style, box.radius >= rect.height / 2 - 1, flat))
    elif held:
        _filled(box, held, items, strong=strong)
    elif (strong or box.hatch) and rect.height <= 40:
        items.bars.append(Bar(rect, "#" if strong else "/"))


def _thin(rect: Rect, items: Items) -> None:
    if rect.width >= rect.height:
        if rect.width > NARROWEST:
            items.bars.append(Bar(rect, "="))
    elif rect.height > 2 * TINY:
        x = rect.x + rect.width / 2
        items.lines.append(Line(((x, rect.y), (x, rect.bottom)), "solid"))


def _swatch(box: Box, items: Items, *, strong: bool, disc: bool) -> None:
    """A small box that stands for itself: a key to a colour, a piece of news, a row that was used, a peer."""
    rect = box.rect
    if disc and rect.width > SWATCH:
        sign = "(C)" if box.fill == "cli.fill" else "(o)" if strong else "( )"
    elif box.stroke:
        sign = "[#]" if strong else "[ ]"
    else:
        sign = "o" if disc else "#"
    _sign(sign, rect, items)


def _filled(box: Box, held: list[Word], items: Items, *, strong: bool) -> None:
    """A fill behind text: the cell of a digit, a length with a name, or mere shade."""
    rect = box.rect
    if len(held) > 1 or rect.height > 48 or rect.width < CELL:
        return
    [word] = held
    centred = word.anchor == "middle" and abs(rect.x + rect.width / 2 - word.x) < 2
    if centred and word.width <= 2 and not word.sign:
        items.frames.append(Frame(rect, "solid", flat=True, seen=False))
    elif strong and word.width > 2 and rect.width > word.right - word.left:
        items.frames.append(Frame(rect, "thick", flat=True))


def _in_one_line(held: list[Word]) -> bool:
    heights = [word.y for word in held]
    return not heights or max(heights) - min(heights) <= SAME_LINE


def _line(stroke: Stroke, items: Items) -> None:
    """The path of a stroke. What is too small to be written is left out; a tick is a word."""
    points: Sequence[Point] = stroke.points
    if len(points) < 2 or stroke.color in UNSEEN or not stroke.line or stroke.closed:
        return
    xs, ys = [x for x, _ in points], [y for _, y in points]
    around = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    small, large = sorted((around.width, around.height))
    if large < TINY:
        return
    if len(points) == 3 and large < SWATCH and not stroke.head:
        _sign("ok", around, items)
        return
    if len(points) == 2 and small >= THIN / 2 and large < SWATCH and not stroke.head:
        (x1, y1), (x2, y2) = points
        _sign("\\" if (x2 - x1) * (y2 - y1) > 0 else "/", around, items)
        return
    if len(points) > 2 and small < THIN and not stroke.head and around.width >= TINY:
        points = ((around.x, ys[0]), (around.right, ys[0]))
    style: Style = "dashed" if stroke.dash else "solid"
    items.lines.append(Line(_simple(tuple(points)), style, bool(stroke.head), bool(stroke.tail)))


def _simple(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The path, level or upright where it nearly is; a curve by where it bends."""
    (x1, y1), (x2, y2) = points[0], points[-1]
    if len(points) == 2:
        if abs(y1 - y2) < 2 <= abs(x1 - x2):
            return (x1, (y1 + y2) / 2), (x2, (y1 + y2) / 2)
        return (((x1 + x2) / 2, y1), ((x1 + x2) / 2, y2)) if abs(x1 - x2) < 2 else points
    return _bends(points) if len(points) > 5 else points


def _bends(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """An arc by its furthest point, a rise or fall by where it begins and ends, anything else as it is."""
    (x1, y1), (x2, y2) = points[0], points[-1]
    ys = [y for _, y in points]
    far = max(ys) if max(ys) - max(y1, y2) > min(y1, y2) - min(ys) else min(ys)
    if abs(y1 - y2) < 0.5 * abs(far - y1) and abs(x1 - x2) > 8:
        return (x1, y1), (x1, far), (x2, far), (x2, y2)
    leaves = next((x for x, y in points if abs(y - y1) > BENT), x1)
    arrives = next((x for x, y in reversed(points) if abs(y - y2) > BENT), x2)
    if abs(y1 - y2) > 2 * BENT and (leaves - x1) * (arrives - leaves) >= 0 and (x2 - arrives) * (x2 - x1) >= 0:
        return (x1, y1), (leaves, y1), (arrives, y2), (x2, y2)
    return points
