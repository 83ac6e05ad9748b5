"""The order of reading: rows, and outlined boxes as a whole."""

from __future__ import annotations

from app.drawing.marks import Box, Rect, Scene
from app.publishing.alt_entries import entries
from app.publishing.alt_order import parts


def _cell(name: str, x: float, y: float) -> Box:
    return Box(id=name, rect=Rect(x, y, 40, 20), fill="ink", spoken=f"Cell {name}.")


def _card(name: str, x: float, spoken: str = "", **look) -> Box:
    return Box(id=name, rect=Rect(x, 30, 100, 200), spoken=spoken, **({"stroke": "ink"} | look))


def _told(*marks) -> list[str]:
    scene = Scene(marks)
    return [" ".join(one.text[5:-1] for one in part.entries) for part in parts(scene, entries(scene, ""))]


LEFT = tuple(_cell(f"left{n}", 20, 40 + 30 * n) for n in range(4))
RIGHT = tuple(_cell(f"right{n}", 220, 40 + 30 * n) for n in range(4))


def test_rows_from_top_to_bottom() -> None:
    assert _told(*LEFT, *RIGHT) == ["left0 right0 left1 right1 left2 right2 left3 right3"]


def test_boxes_are_read_one_after_the_other() -> None:
    cards = (_card("a", 0), _card("b", 200))
    over, under = _cell("over", 0, 0), _cell("under", 0, 300)
    assert _told(*cards, over, *LEFT, *RIGHT, under) == [
        "over", "left0 left1 left2 left3", "right0 right1 right2 right3", "under",
    ]  # fmt: skip


def test_a_box_that_speaks_comes_before_what_it_holds() -> None:
    assert _told(_card("a", 0, "Cell card."), *LEFT) == ["card left0 left1 left2 left3"]


def test_grounds_hatches_and_boxes_with_little_in_them_hold_nothing() -> None:
    everything = "left0 right0 left1 right1 left2 right2 left3 right3"
    for look in ({"stroke": "", "fill": "pane"}, {"hatch": "line2"}):
        assert _told(_card("a", 0, **look), *LEFT, *RIGHT) == [everything]
    assert _told(Box(id="all", rect=Rect(0, 0, 888, 772), stroke="ink"), *LEFT, *RIGHT) == [everything]
    assert _told(_card("a", 0), *LEFT[:3], *RIGHT[:3]) == ["left0 right0 left1 right1 left2 right2"]
