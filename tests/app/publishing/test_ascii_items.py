"""What a scene is read into."""

from __future__ import annotations

import pytest
from ascii_support import line, word


@pytest.mark.parametrize(("anchor", "before", "after"), [("start", 0, 5), ("middle", 2, 3), ("end", 5, 0)])
def test_columns_on_both_sides_of_the_anchor(anchor: str, before: int, after: int) -> None:
    one = word("hello", 40, anchor=anchor)
    assert (one.before, one.after, one.width) == (before, after, 5)


def test_a_chinese_word_is_twice_as_wide() -> None:
    assert word("握手", 0).width == 4


def test_level_upright_and_neither() -> None:
    level, upright, falling = line((0, 5), (9, 5)), line((5, 0), (5, 9)), line((0, 0), (9, 9))
    assert [(one.level, one.upright) for one in (level, upright, falling)] == [
        (True, False), (False, True), (False, False),
    ]  # fmt: skip
