"""Columns: where each edge and each text of a figure stands in a grid of characters.

Every edge and every anchor of a text is a place. Places keep their order from left to right; what stands in one row
says how far apart two of them must be at least. The longest chain of such distances is the width of the figure; places
that have room are put where the stage has them, in proportion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.publishing.ascii_neighbours import Place, apart, ends, keep_apart, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.publishing.ascii_items import Items, Word

CLOSE: Final = 5.0
"""Edges that are not further apart are one."""

CLOSE_ANCHORS: Final = 2.0

SHORT: Final = 8
"""Columns of a word that is never put into a note."""


class Columns:
    """The columns of all items of a scene whose rows are known."""

    def __init__(self, items: Items, stage: float) -> None:
        self._edges = _places(_xs(items), CLOSE)
        self._anchors = {
            anchor: _places((word.x for word in items.words if word.anchor == anchor), CLOSE_ANCHORS)
            for anchor in ("start", "middle", "end")
        }
        self._items = items
        self._stage = stage
        ranked = (self._anchors["end"], self._edges, self._anchors["start"], self._anchors["middle"])
        every = dict.fromkeys(place for places in ranked for place in places.values())
        self._order = sorted(every, key=lambda place: place.x)
        for index, place in enumerate(self._order):
            place.index = index

    def settle(self, columns: int, *, tight: bool = False) -> int:
        """Gives every place its column, in `columns` columns if that is enough; how many are used. `tight` leaves no
        room between texts and what is around them."""
        for place in self._order:
            place.before = place.after = 0
            place.from_left.clear()
            place.causes.clear()
        for word in self._items.words:
            place = self.of_word(word)
            place.before, place.after = max(place.before, word.before), max(place.after, word.after)
        for row in rows_of(self._items, self).values():
            keep_apart(row, tight=tight)
        for line in self._items.lines:
            if line.level:
                xs = [x for x, _ in line.points]
                apart(self.at(min(xs)), self.at(max(xs)), 3 if line.head or line.tail else 1)
        for frame in self._items.frames:
            if frame.seen:
                apart(self.at(frame.rect.x), self.at(frame.rect.right), 2)
        least = self._push()
        width = max(columns, least)
        self._pull(width)
        self._spread(width)
        return width

    def at(self, x: float) -> Place:
        """The place of an edge."""
        return self._edges[x]

    def of_word(self, word: Word) -> Place:
        """The place of a word's anchor."""
        return self._anchors[word.anchor][word.x]

    def between(self, x: float) -> int:
        """The column of any x of the stage."""
        found = self._edges.get(x)
        if found is not None:
            return found.column
        before = max((place for place in self._order if place.x <= x), key=lambda place: place.x, default=None)
        after = min((place for place in self._order if place.x >= x), key=lambda place: place.x, default=None)
        if before is None or after is None:
            only = before or after
            return only.column if only is not None else 0
        if after.x <= before.x:
            return before.column
        return before.column + round((after.column - before.column) * (x - before.x) / (after.x - before.x))

    def in_strip(self, x: float, first: int, last: int) -> int | None:
        """The column left of an x, if it is inside a strip of boxes in one of these rows."""
        for word, strip in self._items.strips:
            if first <= word.row <= last and strip.left - 4 <= x <= strip.right + 4:
                return self.of_word(word).column + strip.column(x) - 1
        return None

    def widest(self) -> Word | None:
        """The longest word that makes the figure as wide as it is."""
        tight = [place for place in self._order if place.low == place.high]
        words = [
            word
            for place in tight
            for other, least in place.from_left.items()
            if other.low == other.high and other.low + least == place.low
            for word in place.causes[other]
        ]
        last = max((place.low + place.after for place in tight), default=0)
        words += [word for word in self._items.words if self._ends(word, last)]
        return max((word for word in words if word.width > SHORT), key=lambda word: word.width, default=None)

    def _ends(self, word: Word, last: int) -> bool:
        place = self.of_word(word)
        return (
            place.low == place.high and word.width > 1 and (place.low == word.before or place.low + word.after == last)
        )

    def _push(self) -> int:
        """The first column that each place can have; the width that comes of it."""
        last = 0
        for place in self._order:
            last = max([last, place.before, *(other.low + least for other, least in place.from_left.items())])
            place.low = last
        return max((place.low + max(place.after, 1) for place in self._order), default=0)

    def _pull(self, width: int) -> None:
        """The last column that each place can have."""
        for place in self._order:
            place.high = width - max(place.after, 1)
        last = width
        for place in reversed(self._order):
            last = place.high = min(place.high, last)
            for other, least in place.from_left.items():
                other.high = min(other.high, place.high - least)

    def _spread(self, width: int) -> None:
        """The column of each place: as on the stage between the places that have no choice."""
        fixed = [(0.0, 0)]
        for place in self._order:
            if place.low == place.high and place.x > fixed[-1][0] and place.low >= fixed[-1][1]:
                fixed.append((place.x, place.low))
        if fixed[-1][0] < self._stage:
            fixed.append((self._stage, max(width - 1, fixed[-1][1])))
        at, last = 0, 0
        for place in self._order:
            while at + 2 < len(fixed) and place.x > fixed[at + 1][0]:
                at += 1
            (x1, column1), (x2, column2) = fixed[at], fixed[at + 1]
            wish = round(column1 + (column2 - column1) * (place.x - x1) / (x2 - x1)) if x2 > x1 else column1
            least = max([last, place.low, *(other.column + gap for other, gap in place.from_left.items())])
            last = place.column = max(least, min(place.high, wish))


def _xs(items: Items) -> Iterable[float]:
    for frame in items.frames:
        yield from (frame.rect.x, frame.rect.right)
    for bar in items.bars:
        yield from (bar.rect.x, bar.rect.right)
    for line in items.lines:
        yield from (x for x, _ in ends(line))


def _places(xs: Iterable[float], close: float) -> dict[float, Place]:
    """A place for each x; those that are close share one."""
    places: dict[float, Place] = {}
    last: Place | None = None
    for x in sorted(set(xs)):
        if last is None or x - last.x > close:
            last = Place(x)
        places[x] = last
    return places
