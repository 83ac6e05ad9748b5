"""What nearly meets meets."""

from __future__ import annotations

from ascii_support import frame, line, word

from app.publishing.ascii_items import Items
from app.publishing.ascii_snap import snap


def _snapped(**found) -> Items:
    items = Items(**{name: list(each) for name, each in found.items()})
    snap(items)
    return items


def test_twin_lines_are_one_and_arrows_touch_what_they_end_at() -> None:
    items = _snapped(
        lines=[line((100, 0), (100, 200)), line((105, 20), (105, 90)), line((4, 50), (94, 50), head=True)],
        frames=[frame(0, 40, 90, 30)],
    )
    assert [one.points for one in items.lines] == [
        ((100, 0), (100, 200)), ((100, 20), (100, 90)), ((0, 50), (90, 50)),
    ]  # fmt: skip


def test_a_row_of_short_lines_is_one() -> None:
    items = _snapped(lines=[line((x, 50), (x + 9, 50)) for x in range(0, 50, 10)])
    assert [one.points for one in items.lines] == [((0, 50), (49, 50))]


def test_dots_upon_lines_are_dropped() -> None:
    items = _snapped(words=[word("o", 101, 50, "middle"), word("o", 300, 50)], lines=[line((100, 0), (100, 99))])
    assert [one.x for one in items.words] == [300]


def test_what_a_word_is_the_middle_of() -> None:
    wide, narrow = frame(0, 40, 100, 20, flat=True), frame(200, 40, 40, 20, flat=True)
    items = _snapped(words=[word("say", 50, 50, "middle"), word("say", 220, 50, "middle")], frames=[wide, narrow])
    assert [one.around for one in items.words] == [(0, 100), (200, 240)]
    assert [one.hugs for one in items.frames] == [None, items.words[1]]
