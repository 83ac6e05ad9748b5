"""Which column each edge and each text stands in."""

from __future__ import annotations

from ascii_support import frame, word

from app.publishing.ascii_columns import Columns
from app.publishing.ascii_items import Items
from app.publishing.ascii_rows import set_rows


def _places(*words, frames=()) -> Columns:
    items = Items(words=list(words), frames=list(frames))
    set_rows(items)
    return Columns(items, 800)


def test_where_there_is_room_places_are_in_proportion() -> None:
    left, right = word("left", 0, 10), word("right", 400, 10)
    places = _places(left, right)
    assert places.settle(80) == 80
    assert [places.of_word(one).column for one in (left, right)] == [0, 40]
    assert places.between(200) == 20


def test_texts_side_by_side_keep_apart_however_few_columns_are_wished() -> None:
    left, right = word("a long text", 0, 10), word("another one", 100, 10)
    places = _places(left, right)
    assert places.settle(10) == 24
    assert places.of_word(right).column == 13
    assert places.widest() in {left, right}
    assert places.settle(10, tight=True) == 23


def test_edges_that_are_close_are_one_and_hold_their_text() -> None:
    inside = word("inside", 20, 30)
    places = _places(inside, frames=[frame(0, 0, 100, 60), frame(102, 0, 100, 60)])
    assert places.settle(40) == 40
    assert (places.at(0).column, places.at(100), places.of_word(inside).column) == (0, places.at(102), 2)
    assert places.at(100).column >= 2 + len("inside") + 1


def test_nothing_is_somewhere() -> None:
    places = _places()
    assert places.settle(40) == 40
    assert places.between(100) == 0
    assert places.widest() is None
