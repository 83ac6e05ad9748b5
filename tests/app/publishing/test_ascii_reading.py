"""Marks as words, frames, bars and lines."""

from __future__ import annotations

import pytest
from ascii_support import box, label, stroke

from app.drawing.marks import Glyph, Scene
from app.publishing.ascii_items import Items
from app.publishing.ascii_reading import read


def _read(*marks) -> Items:
    return read(Scene(marks))


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        (label("Hello “x”", 10, 20), 'Hello "x"'),
        (label("gone", 10, 20, struck=True), "~gone~"),
        (Glyph(id="g", name="tick", x=9, y=9), "[ok]"),
        (box(0, 0, 12, 12, fill="op.fill"), "#"),
        (box(0, 0, 12, 12, fill="op.fill", stroke="line"), "[#]"),
        (box(0, 0, 12, 12, stroke="line"), "[ ]"),
        (box(0, 0, 12, 12, fill="op.fill", radius=6), "o"),
        (box(0, 0, 30, 30, fill="cli.fill", radius=15), "(C)"),
        (stroke((0, 0), (4, 6), (12, 0)), "ok"),
        (stroke((0, 0), (10, 10)), "\\"),
        (stroke((0, 10), (10, 0)), "/"),
    ],
)
def test_what_becomes_a_word(mark, text: str) -> None:
    items = _read(mark)
    assert [one.text for one in items.words] == [text]
    assert (items.frames, items.bars, items.lines) == ([], [], [])


def test_a_label_has_its_middle_and_its_ends() -> None:
    [one] = _read(label("four", 100, 20, "end")).words
    assert (one.left, one.right, one.anchor) == (68, 100, "end")
    assert 13 < one.y < 17


@pytest.mark.parametrize(
    ("more", "style", "flat"),
    [({}, "solid", False), ({"dash": (2, 2)}, "dashed", False), ({"line": 2.5}, "thick", False)],
)
def test_frames(more: dict, style: str, flat: bool) -> None:
    [one] = _read(box(0, 0, 100, 60, stroke="line", **more)).frames
    assert (one.style, one.flat, one.seen) == (style, flat, True)


def test_a_frame_around_one_line_is_flat_and_the_cell_of_a_digit_unseen() -> None:
    [one] = _read(box(0, 0, 100, 20, stroke="line", radius=10), label("OPEN", 50, 14, "middle")).frames
    assert (one.flat, one.round, one.seen) == (True, True, True)
    [cell] = _read(box(0, 0, 28, 30, fill="op.fill"), label("1", 14, 20, "middle")).frames
    assert (cell.flat, cell.seen) == (True, False)


@pytest.mark.parametrize(
    ("mark", "sign"),
    [
        (box(0, 0, 100, 2, fill="op.fill"), "="),
        (box(0, 0, 200, 20, fill="op.fill"), "#"),
        (box(0, 0, 200, 20, hatch="line"), "/"),
    ],
)
def test_bars(mark, sign: str) -> None:
    assert [one.sign for one in _read(mark).bars] == [sign]


def test_lines() -> None:
    assert [one.points for one in _read(stroke((0, 0), (100, 1))).lines] == [((0, 0.5), (100, 0.5))]
    assert [one.points for one in _read(box(0, 0, 2, 100, fill="op.fill")).lines] == [((1, 0), (1, 100))]
    [bent] = _read(stroke((0, 0), (50, 0), (50, 40), head=8, dash=(3, 3))).lines
    assert (bent.style, bent.head, bent.tail, len(bent.points)) == ("dashed", True, False, 3)


def test_curves_are_known_by_their_bends() -> None:
    arc = [(x, 40 - (x - 50) ** 2 / 62.5) for x in range(0, 101, 10)]
    [one] = _read(stroke(*arc)).lines
    assert one.points == ((0, 0), (0, 40), (100, 40), (100, 0))


@pytest.mark.parametrize(
    "mark",
    [
        box(0, 0, 5, 5, fill="op.fill"),
        box(0, 0, 400, 300, fill="sunk"),
        stroke((0, 0), (100, 0), color="pane"),
        stroke((0, 0), (4, 4)),
        label("", 10, 20),
        label("unseen", 10, 20, opacity=0),
    ],
)
def test_what_is_left_out(mark) -> None:
    assert _read(mark) == Items()
