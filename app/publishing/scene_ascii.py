"""Any figure as plain text, in the style of the RFCs: boxes of `+-|`, arrows, and every word that the figure has.

    |                                     |
    |------------- ping "a" ------------->|
    |<------------ pong "a" --------------|

It is computed from the marks of the scene: `ascii_items` reads them, `ascii_rows` and `ascii_columns` lay a grid of
characters that gives every text its room, `ascii_grid` and `ascii_lines` draw. What finds no room stands below as a
numbered note. Nothing here needs Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.columns import filled, wide
from app.drawing.marks import Label
from app.publishing.ascii_columns import Columns
from app.publishing.ascii_grid import Grid
from app.publishing.ascii_level import make_level
from app.publishing.ascii_lines import draw_path
from app.publishing.ascii_reading import read
from app.publishing.ascii_rows import set_rows
from app.publishing.ascii_snap import snap
from app.publishing.ascii_text import plain

if TYPE_CHECKING:
    from app.drawing.marks import Scene
    from app.publishing.ascii_items import Bar, Frame, Items, Line, Style, Word

WISH: Final = 100
"""Columns of a figure if its texts do not need more."""

FULL: Final = 888.0
"""Stage units that are worth so many columns; a narrower figure is worth fewer."""

MOST: Final = 160
"""Columns that no line goes beyond."""

NARROW: Final = 32.0
"""A frame that is not wider may ring one box of each of several strips."""

BRACKETS: Final = {"solid": "||", "thick": "[]", "dashed": "::"}


def to_ascii(scene: Scene, columns: int = WISH) -> str:
    """The scene in lines, with a line feed behind each."""
    items = read(scene)
    snap(items)
    make_level(items)
    set_rows(items)
    places = Columns(items, scene.width)
    notes = _settled(places, min(round(columns * min(scene.width / FULL, 1)), MOST))
    return _assembled(scene, _drawn(items, places, notes), notes)


def _settled(places: Columns, columns: int) -> list[str]:
    """Lays the columns out; the words that had to become notes so that no line is too long, in the order of reading."""
    if places.settle(columns) <= MOST:
        return []
    noted: dict[Word, str] = {}
    while places.settle(columns, tight=True) > MOST:
        widest = places.widest()
        if widest is None:
            break
        noted[widest] = widest.text
        _shorten(widest, f"[{len(noted)}]")
    order = sorted(noted, key=lambda word: (word.row, word.left))
    for number, word in enumerate(order, 1):
        _shorten(word, f"[{number}]")
    places.settle(columns, tight=True)
    return [noted[word] for word in order]


def _shorten(word: Word, text: str) -> None:
    word.text, word.width = text, wide(text)


def _drawn(items: Items, places: Columns, notes: list[str]) -> Grid:
    grid = Grid()
    for bar in items.bars:
        _draw_bar(bar, grid, places)
    for frame in items.frames:
        if frame.seen and not frame.flat:
            _draw_frame(frame, grid, places)
    rings = {x: column for frame in items.frames for x, column in zip(_xs(frame), _sides(frame, places), strict=True)}
    for line in items.lines:
        _draw_line(line, grid, places, rings)
    for frame in items.frames:
        if frame.seen and frame.flat and frame.hugs is None:
            _draw_brackets(frame, grid, places)
            for bar in items.bars:
                if bar.row == frame.top and bar.sign != "=" and _holds(frame, bar):
                    _draw_bar(bar, grid, places)
    hugs = {id(frame.hugs): _brackets(frame) for frame in items.frames if frame.seen and frame.hugs is not None}
    for word in sorted(items.words, key=lambda word: (word.around is not None, word.row, word.left)):
        _write(word, grid, places, notes, hugs)
    return grid


def _draw_bar(bar: Bar, grid: Grid, places: Columns) -> None:
    first, last = places.at(bar.rect.x).column, places.at(bar.rect.right).column
    if bar.sign == "=":
        first, last = min(first + 1, last), max(last - 1, first)
    for column in range(first, max(last, first + 1)):
        cell = grid.cell(bar.row, column)
        cell.sign = bar.sign
        if bar.sign != "=":
            cell.ways = 0


def _holds(frame: Frame, bar: Bar) -> bool:
    return frame.rect.x <= bar.rect.x + 2 and bar.rect.right <= frame.rect.right + 2


def _draw_frame(frame: Frame, grid: Grid, places: Columns) -> None:
    left, right = _sides(frame, places)
    for row in (frame.top, frame.bottom):
        grid.level(row, left, right, frame.style)
        grid.cell(row, left).corner = grid.cell(row, right).corner = True
    side: Style = "dashed" if frame.style == "dashed" else "solid"
    for column in (left, right):
        grid.upright(column, frame.top, frame.bottom, side)


def _sides(frame: Frame, places: Columns) -> tuple[int, int]:
    """The columns of its sides; around the boxes of strips, around their characters."""
    if frame.rect.width < NARROW:
        left = places.in_strip(frame.rect.x, frame.top, frame.bottom)
        right = places.in_strip(frame.rect.right, frame.top, frame.bottom)
        if left is not None and right is not None:
            return max(left, 0), right + 1
    return places.at(frame.rect.x).column, places.at(frame.rect.right).column


def _draw_brackets(frame: Frame, grid: Grid, places: Columns) -> None:
    for x, sign in zip((frame.rect.x, frame.rect.right), _brackets(frame), strict=True):
        grid.cell(frame.top, places.at(x).column).head = sign


def _brackets(frame: Frame) -> str:
    return "()" if frame.round else BRACKETS[frame.style]


def _xs(frame: Frame) -> tuple[float, float]:
    return frame.rect.x, frame.rect.right


def _draw_line(line: Line, grid: Grid, places: Columns, rings: dict[float, int]) -> None:
    points = zip(line.points, line.rows, strict=True)
    spots = [(rings[x] if x in rings else places.between(x), row) for (x, _), row in points]
    draw_path(grid, spots, line.style, head=line.head, tail=line.tail)


def _write(word: Word, grid: Grid, places: Columns, notes: list[str], hugs: dict[int, str]) -> None:
    """The word at its place, else in the row below or above, else as a note; a sign that has no room is left out."""
    column = _column(word, grid, places)
    for row in (word.row, word.row + 1, word.row - 1):
        if row >= 0 and grid.is_free(row, column, word.width):
            grid.write(row, column, word.text, hugs.get(id(word), ""))
            return
    if not word.sign or word.width > len("[ok]"):
        notes.append(word.text)
        number = f"[{len(notes)}]"
        if grid.is_free(word.row, column, len(number)):
            grid.write(word.row, column, number)


def _column(word: Word, grid: Grid, places: Columns) -> int:
    """Where a word begins: in the middle of what it is the middle of, if nothing is in the way."""
    column = max(places.of_word(word).column - word.before, 0)
    if word.around is None:
        return column
    first, last = (places.between(x) for x in word.around)
    centred = first + max(last - first + 1 - word.width, 0) // 2
    if centred == column:
        return column
    new = [at for at in range(centred - 1, centred + word.width + 1) if not column <= at < column + word.width]
    return centred if all(grid.is_open(word.row, at) for at in new) else column


def _assembled(scene: Scene, grid: Grid, notes: list[str]) -> str:
    """Title, figure and notes."""
    crumb = scene.find("stage.crumb")
    head = [plain(scene.title), plain(crumb.text) if isinstance(crumb, Label) else ""]
    lines = [line for text in head if text for line in filled(text, MOST)]
    drawn = grid.lines()
    while drawn and not drawn[0]:
        drawn.pop(0)
    if lines and drawn:
        lines.append("")
    lines += drawn
    if notes:
        lines.append("")
        for number, note in enumerate(notes, 1):
            lines += filled(f"[{number}] {note}", MOST)
    return "".join(f"{line}\n" for line in lines)
