"""What stands beside what in a row."""

from __future__ import annotations

from ascii_support import frame, line, word

from app.publishing.ascii_items import Items
from app.publishing.ascii_neighbours import Place, apart, ends, keep_apart, rows_of


class _Places:
    """A place for every x."""

    def __init__(self) -> None:
        self._known: dict[float, Place] = {}

    def at(self, x: float) -> Place:
        return self._known.setdefault(x, Place(x, index=int(x)))

    def of_word(self, one) -> Place:
        return self.at(one.x)


def _gaps(items: Items, row: int, *, tight=False) -> dict[tuple[float, float], int]:
    places = _Places()
    standing = rows_of(items, places)[row]
    keep_apart(standing, tight=tight)
    found = [places.at(x) for x in range(1000)]
    return {(left.x, one.x): least for one in found for left, least in one.from_left.items()}


def test_only_the_ends_of_a_curve_have_places() -> None:
    assert ends(line((0, 0), (9, 0))) == ((0, 0), (9, 0))
    assert ends(line(*((x, x * x) for x in range(9)))) == ((0, 0), (8, 64))


def test_words_have_their_width_and_a_space_between_them() -> None:
    items = Items(words=[word("left", 0, row=0), word("right", 100, row=0)])
    assert _gaps(items, 0) == {(0, 100): 6}
    assert _gaps(items, 0, tight=True) == {(0, 100): 5}


def test_a_side_of_a_frame_keeps_a_distance_from_its_text() -> None:
    items = Items(words=[word("in", 20, row=1)], frames=[frame(0, 0, 60, 50, top=0, bottom=2)])
    assert _gaps(items, 1) == {(0, 20): 2, (20, 60): 3, (0, 60): 1}


def test_the_larger_distance_counts() -> None:
    left, right = Place(0, index=0), Place(9, index=1)
    apart(left, right, 3)
    apart(left, right, 2)
    apart(right, left, 7)
    assert right.from_left == {left: 3}
    assert left.from_left == {}
