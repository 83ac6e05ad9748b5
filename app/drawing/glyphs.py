"""The shapes of the glyphs, each drawn around (0, 0) in a square of a given size.

A glyph is a row of pieces: a path, the tokens that fill and outline it, the width of the outline. Verdicts, peers
and connection states can be told apart by shape alone; colour only repeats it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.drawing.device import Path, Step, circle, left_half, polyline

if TYPE_CHECKING:
    from app.drawing.marks import Glyph, GlyphName


@dataclass(frozen=True, slots=True)
class Piece:
    """One path of a glyph; colours are tokens."""

    path: Path
    fill: str = ""
    stroke: str = ""
    line: float = 1
    dash: tuple[float, ...] = ()


Pieces = tuple[Piece, ...]
Draw = Callable[[float, str, str], Pieces]
"""(size, main colour, inner colour) -> pieces"""


def pieces(glyph: Glyph) -> Pieces:
    """The pieces of a glyph mark, at its place, in its own colours or the usual ones."""
    draw, main, inner = _GLYPHS[glyph.name]
    drawn = draw(glyph.size, glyph.color or main, glyph.on or inner)
    return tuple(replace(piece, path=_moved(piece.path, glyph.x, glyph.y)) for piece in drawn)


def _moved(path: Path, dx: float, dy: float) -> Path:
    steps: list[Step] = []
    for letter, *numbers in path.steps:
        steps.append((letter, *(n + (dy if i % 2 else dx) for i, n in enumerate(numbers))))
    return Path(tuple(steps))


def _tick(size: float, main: str, inner: str) -> Pieces:
    r = size / 2
    check = polyline([(-0.42 * r, 0.03 * r), (-0.12 * r, 0.33 * r), (0.44 * r, -0.32 * r)])
    return Piece(circle(0, 0, r), fill=main), Piece(check, stroke=inner, line=0.2 * r)


def _octagon(r: float) -> Path:
    c = 0.4142 * r
    corners = [(-r, -c), (-c, -r), (c, -r), (r, -c), (r, c), (c, r), (-c, r), (-r, c)]
    return polyline(corners, closed=True)


def _cross(size: float, main: str, inner: str) -> Pieces:
    r = size / 2
    a = 0.34 * r
    arms = polyline([(-a, -a), (a, a)]) + polyline([(a, -a), (-a, a)])
    return Piece(_octagon(r), fill=main), Piece(arms, stroke=inner, line=0.2 * r)


def _warning(size: float, main: str, inner: str) -> Pieces:
    r = size / 2
    triangle = polyline([(0, -0.87 * r), (0.87 * r, 0.65 * r), (-0.87 * r, 0.65 * r)], closed=True)
    return (
        Piece(triangle, fill=main, stroke=main, line=0.2 * r),
        Piece(polyline([(0, -0.35 * r), (0, 0.13 * r)]), stroke=inner, line=0.21 * r),
        Piece(circle(0, 0.41 * r, 0.127 * r), fill=inner),
    )


def _now(size: float, main: str, inner: str) -> Pieces:
    r = 0.45 * size
    return (
        Piece(circle(0, 0, r), fill=inner, stroke=main, line=0.125 * size),
        Piece(circle(0, 0, 0.21 * size), fill=main),
    )


def _pending(size: float, main: str, _inner: str) -> Pieces:
    return (Piece(circle(0, 0, 0.45 * size), stroke=main, line=0.1 * size),)


def _none(size: float, main: str, _inner: str) -> Pieces:
    dash = polyline([(-0.2 * size, 0), (0.2 * size, 0)])
    return (*_pending(size, main, ""), Piece(dash, stroke=main, line=0.1 * size))


def _connecting(size: float, main: str, _inner: str) -> Pieces:
    ring = circle(0, 0, size / 2 - 1)
    return (Piece(ring, stroke=main, line=2, dash=(3, 2.2)),)


def _open(size: float, main: str, _inner: str) -> Pieces:
    return (Piece(circle(0, 0, size / 2 - 0.5), fill=main),)


def _closing(size: float, main: str, _inner: str) -> Pieces:
    r = size / 2 - 1
    return Piece(circle(0, 0, r), stroke=main, line=2), Piece(left_half(0, 0, r), fill=main)


def _closed(size: float, main: str, _inner: str) -> Pieces:
    r = size / 2 - 1
    stroke = polyline([(-0.6 * r, 0.6 * r), (0.6 * r, -0.6 * r)])
    return Piece(circle(0, 0, r), stroke=main, line=2), Piece(stroke, stroke=main, line=1.6)


def _client(size: float, main: str, _inner: str) -> Pieces:
    return (Piece(circle(0, 0, size / 2), fill=main),)


def _server(size: float, main: str, _inner: str) -> Pieces:
    """A square a little smaller than the disc, so that both weigh the same; corners as if rounded by 2."""
    a, r = 0.46 * size, min(2, 0.1 * size)
    k = r * 0.45
    corners = []
    for x, y, turned in ((-a, -a, False), (a, -a, True), (a, a, False), (-a, a, True)):
        inward_x, inward_y = (r if x < 0 else -r), (r if y < 0 else -r)
        near_x, near_y = (k if x < 0 else -k), (k if y < 0 else -k)
        along = [(x, y + inward_y), (x, y), (x, y), (x + inward_x, y)]
        along[1] = (x, y + near_y)
        along[2] = (x + near_x, y)
        corners.append(along[::-1] if turned else along)
    steps: list[Step] = []
    for start, first, second, stop in corners:
        steps += [("L" if steps else "M", *start), ("C", *first, *second, *stop)]
    return (Piece(Path((*steps, ("Z",))), fill=main),)


def _done(size: float, main: str, _inner: str) -> Pieces:
    """The bare tick of finished stages and lessons: 10 wide and 7 high in a square of 14."""
    s = size / 14
    return (Piece(polyline([(-5 * s, 0), (-1.6 * s, 3.4 * s), (5 * s, -3.6 * s)]), stroke=main, line=2 * s),)


def _document(size: float, main: str, inner: str) -> Pieces:
    """A sheet with a cut corner and two lines, 9 wide and 12 high in a square of 14."""
    s = size / 14
    sheet = [(-4.5 * s, -6 * s), (1.5 * s, -6 * s), (4.5 * s, -3 * s), (4.5 * s, 6 * s), (-4.5 * s, 6 * s)]
    lines = polyline([(-2.2 * s, -0.5 * s), (2.2 * s, -0.5 * s)]) + polyline([(-2.2 * s, 2.3 * s), (2.2 * s, 2.3 * s)])
    return (
        Piece(polyline(sheet, closed=True), stroke=main, line=1.3 * s),
        Piece(lines, stroke=inner, line=1.2 * s),
    )


def _question(size: float, main: str, _inner: str) -> Pieces:
    """A ring with a question mark drawn as a hook and a dot, so that it needs no font."""
    s = size / 16
    hook = Path(
        (
            ("M", -2.1 * s, -1.7 * s),
            ("C", -2.1 * s, -3.1 * s, -1.2 * s, -4 * s, 0.1 * s, -4 * s),
            ("C", 1.3 * s, -4 * s, 2.2 * s, -3.2 * s, 2.2 * s, -2.1 * s),
            ("C", 2.2 * s, -0.4 * s, 0, -0.5 * s, 0, 1.3 * s),
        )
    )
    return (
        Piece(circle(0, 0, 7 * s), stroke=main, line=1.5 * s),
        Piece(hook, stroke=main, line=1.6 * s),
        Piece(circle(0, 3.6 * s, 1.05 * s), fill=main),
    )


def _proxy(size: float, main: str, inner: str) -> Pieces:
    """Who stands between the peers: a diamond, neither circle nor square."""
    a = size / 2 - 1
    return (Piece(polyline([(0, -a), (a, 0), (0, a), (-a, 0)], closed=True), fill=inner, stroke=main, line=2),)


_GLYPHS: Final[dict[GlyphName, tuple[Draw, str, str]]] = {
    "tick": (_tick, "ok.fill", "ok.on"),
    "cross": (_cross, "err.fill", "err.on"),
    "warning": (_warning, "warn.fill", "warn.on"),
    "now": (_now, "ink", "raise"),
    "pending": (_pending, "line3", ""),
    "none": (_none, "line3", ""),
    "connecting": (_connecting, "text", ""),
    "open": (_open, "text", ""),
    "closing": (_closing, "text", ""),
    "closed": (_closed, "text", ""),
    "client": (_client, "cli.fill", ""),
    "server": (_server, "srv.fill", ""),
    "done": (_done, "text2", ""),
    "document": (_document, "text3", "text3"),
    "question": (_question, "text2", ""),
    "proxy": (_proxy, "ink", "raise"),
}
