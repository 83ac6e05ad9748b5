"""Arrows that fall a little are written level."""

from __future__ import annotations

from ascii_support import line, word

from app.publishing.ascii_items import Items
from app.publishing.ascii_level import make_level


def _level(*lines, words=()) -> Items:
    items = Items(lines=list(lines), words=list(words))
    make_level(items)
    return items


def test_an_arrow_takes_the_height_of_its_text() -> None:
    items = _level(line((0, 10), (200, 22), head=True), words=[word("ping", 60, 14)])
    assert items.lines[0].points == ((0, 14), (200, 14))
    assert _level(line((0, 10), (200, 22), head=True)).lines[0].points == ((0, 16), (200, 16))


def test_arrows_that_cross_stay_as_they_are() -> None:
    falling, rising = line((0, 10), (200, 22), head=True), line((0, 22), (200, 10), head=True)
    assert [one.points for one in _level(falling, rising).lines] == [((0, 10), (200, 22)), ((0, 22), (200, 10))]


def test_steep_arrows_stay_as_they_are() -> None:
    assert _level(line((0, 0), (20, 40), head=True)).lines[0].points == ((0, 0), (20, 40))


def test_dashes_that_lead_to_an_enlargement_are_left_out() -> None:
    assert _level(line((0, 10), (200, 22), style="dashed")).lines == []


def test_the_cross_at_the_end_of_what_is_lost_moves_along() -> None:
    items = _level(line((0, 10), (100, 16), head=True), words=[word("(x)", 108, 16, "middle", sign=True)])
    assert items.lines[0].points == ((0, 13), (100, 13))
    assert [(one.text, one.width, one.y) for one in items.words] == [("x", 1, 13)]
