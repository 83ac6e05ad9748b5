"""Arcs below the messages, from each copy to what it copies: past ones thin, the current one strong, later dashed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font, Rect, Stroke
from app.figures.deflate_layout import LEFT, RIGHT
from protocol.deflate_blocks import Reference

if TYPE_CHECKING:
    from app.figures.deflate_text import Strips
    from app.figures.deflate_view import View
    from app.figures.pen import Pen

STEP: Final = 22.0
"""The least distance from one label to the next."""

POINTS: Final = 28
PLACES: Final = (14, 11, 9, 17, 19, 7, 21)
"""Where on an arc its label may stand: the first of these points at which it covers no other arc."""

FUTURE: Final = (5.0, 4.0)
HEAD: Final = 9.0

Points = tuple[tuple[float, float], ...]


def draw_arcs(pen: Pen, view: View, strips: Strips, bottom: float) -> None:
    """As many references as there is room for, those around the current one first."""
    if view.shown is None or strips.current is None or not view.shown.copies:
        return
    copies = view.shown.copies
    rows = max(1, min(4, int((bottom - strips.under - 8) / STEP)))
    chosen = _chosen(view, rows, strips.current.size)
    depth = (bottom - strips.under - 11) / max(len(chosen), 1)
    curves: dict[int, Points] = {}
    for row, place in enumerate(chosen):
        low = strips.under + min(depth * (row + 1), 36.0 + 30 * row)
        curves[place] = _draw_arc(pen, view, strips, copies[place], low)
    taken: list[Rect] = []
    for place, points in curves.items():
        others = [other for key, other in curves.items() if key != place]
        taken.append(_draw_label(pen, view, copies[place], points, others, taken))
    if isinstance(view.at, Reference) and view.at.at >= strips.current.size:
        _draw_label(pen, view, view.at, ((RIGHT, bottom - 12),) * POINTS, [], [])


def _chosen(view: View, rows: int, size: int) -> list[int]:
    """Neighbours of the current reference: the next one, and those before it; only what begins in the first `size`
    bytes, for the others stand behind the end of the strip."""
    assert view.shown is not None
    copies = [(place, symbol) for place, symbol in enumerate(view.shown.copies) if symbol.at < size]
    now = sum(view.is_past(symbol) for _, symbol in copies) - 1 if view.at is not None else 0
    first = max(0, min(now - rows + 2, len(copies) - rows))
    return [place for place, _ in copies[first : first + rows]]


def _draw_arc(pen: Pen, view: View, strips: Strips, symbol: Reference, low: float) -> Points:
    current, past = symbol is view.at, view.is_past(symbol)
    color, line, dash = ("ink", 3.0, ()) if current else ("text2", 1.5, ()) if past else ("line3", 1.5, FUTURE)
    if view.is_faulty(symbol):
        color, line = "err.fill", 3.0
    y = strips.under + (0 if past else 5)
    name = _name(view, symbol)
    for part, (left, right) in (("source", strips.source(symbol)), ("target", strips.target(symbol))):
        thick = 3.0 if line > 2 else 2.0
        pen.line(f"{name}/{part}", ((left + 1, y), (right - 1, y)), color, thick, dash=dash, above=int(current))
    start, stop = (sum(ends) / 2 for ends in (strips.target(symbol), strips.source(symbol)))
    points = _curve(start, stop, y + 1, low)
    pen.marks.append(
        Stroke(
            id=f"{name}/arc", points=points, color=color, line=line, dash=dash, head=11 if current else 9, round=True,
            enter="grow", above=2 * current,
        )
    )  # fmt: skip
    return points


def _name(view: View, symbol: Reference) -> str:
    assert view.shown is not None
    return f"copy.{view.shown.copies.index(symbol)}"


def _curve(start: float, stop: float, y: float, bottom: float) -> Points:
    """A cubic from (start, y) down to `bottom` and up to (stop, y), the last bit of it straight."""
    low = y + (bottom - y) / 0.75
    found = []
    for step in range(POINTS + 1):
        t = step / POINTS
        x = start * (1 - t) ** 3 + 3 * start * t * (1 - t) ** 2 + 3 * stop * t**2 * (1 - t) + stop * t**3
        found.append((x, y * (1 - t) ** 3 + low * 3 * t * (1 - t) + (y + HEAD) * t**3))
    return (*found, (stop, y))


def _draw_label(
    pen: Pen, view: View, symbol: Reference, points: Points, others: list[Points], taken: list[Rect]
) -> Rect:
    """`copy 15 from 29 back` on the arc; the ground on which it stands."""
    assert view.shown is not None
    current, past = symbol is view.at, view.is_past(symbol)
    text = pen.words.translate("figures", "copy {length} from {distance} back")
    text = text.format(length=symbol.length, distance=symbol.distance)
    font = Font(13, bold=current)
    width = pen.width(text, font) + (24 if current else 12)
    grounds = [_ground(points[place], width) for place in PLACES]
    ground = next((one for one in grounds if _is_free(one, others, taken)), grounds[0])
    name = _name(view, symbol)
    number = view.shown.symbols.index(symbol)
    pen.rect(
        f"{name}/ground", ground, "ink" if current else "stage", radius=11 if current else 0, above=3, spoken=text,
        links=(f"code:{number}",),
    )  # fmt: skip
    color = "on-ink" if current else "err.edge" if view.is_faulty(symbol) else "text2" if past else "text3"
    pen.text(f"{name}/label", ground.x + width / 2, ground.y + 15.5, text, font, color=color, above=4)
    return ground


def _ground(point: tuple[float, float], width: float) -> Rect:
    x = min(max(point[0], LEFT + 2 + width / 2), RIGHT - 2 - width / 2)
    return Rect(x - width / 2, point[1] - 11, width, 22)


def _is_free(ground: Rect, others: list[Points], taken: list[Rect]) -> bool:
    """Whether no other arc runs through it and no label stands there."""
    if any(_overlap(ground, other) for other in taken):
        return False
    return not any(ground.contains(x, y) for points in others for x, y in points)


def _overlap(one: Rect, other: Rect) -> bool:
    apart = one.right < other.x or other.right < one.x or one.bottom < other.y or other.bottom < one.y
    return not apart
