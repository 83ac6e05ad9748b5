"""Which row each item stands in."""

from __future__ import annotations

from ascii_support import frame, line, word

from app.drawing.marks import Rect
from app.publishing.ascii_items import Bar, Items
from app.publishing.ascii_rows import set_rows


def _rows(*heights: float, apart=0) -> list[int]:
    items = Items(words=[word("one", apart * place, y) for place, y in enumerate(heights)])
    set_rows(items)
    return [one.row for one in items.words]


def test_texts_of_one_height_share_a_row_and_gaps_are_kept_in_part() -> None:
    assert _rows(10, 12, apart=50) == [0, 0]
    assert _rows(10, 40, 300) == [0, 1, 2]


def test_levels_share_a_row_unless_one_stands_over_the_other() -> None:
    assert _rows(10, 18, apart=200) == [0, 0]
    assert _rows(10, 18) == [0, 1]


def test_a_frame_has_room_for_what_it_holds() -> None:
    items = Items(words=[word("a", 20, 30)], frames=[frame(0, 0, 100, 60)])
    assert set_rows(items) == 3
    assert (items.frames[0].top, items.words[0].row, items.frames[0].bottom) == (0, 1, 2)


def test_a_flat_frame_stands_in_the_row_of_its_text() -> None:
    items = Items(words=[word("a", 20, 30)], frames=[frame(10, 20, 50, 20, flat=True)])
    set_rows(items)
    assert (items.frames[0].top, items.frames[0].bottom, items.words[0].row) == (0, 0, 0)


def test_an_arrow_down_has_a_shaft_and_a_bar_its_row() -> None:
    items = Items(lines=[line((300, 0), (300, 60), head=True)], bars=[Bar(Rect(0, 50, 40, 8), "#")])
    set_rows(items)
    assert items.lines[0].rows == [0, 2]
    assert items.bars[0].row == 1


def test_nothing_has_no_rows() -> None:
    assert set_rows(Items()) == 0
