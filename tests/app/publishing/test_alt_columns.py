"""Columns below headings, and where there are none."""

from __future__ import annotations

from app.drawing.marks import Box, Font, Label, Rect, Scene, Stroke
from app.publishing.alt_columns import below_headings, is_first
from app.publishing.alt_entries import entries
from app.publishing.alt_order import parts


def _heading(text: str, x: float, y: float) -> Label:
    return Label(id=f"{text}.{y}", x=x, y=y, text=text, font=Font(14, bold=True), width=8 * len(text))


def _rows(name: str, x: float, y: float, count: int = 4) -> list[Box]:
    return [
        Box(id=f"{name}.{row}", rect=Rect(x, y + 30 * row, 200, 20), fill="ink", spoken=f"Rule {name} {row}.")
        for row in range(count)
    ]


def _columns(*marks) -> dict[str, tuple[float, float]]:
    """Heading -> from where to where its column reaches in height."""
    scene = Scene(marks)
    found = below_headings(scene, entries(scene, ""), [])
    return {one.text: (round(column.y), round(column.bottom)) for one, column in found.items()}


TABLE = [_heading("Request", 32, 50), *_rows("a", 32, 60), _heading("Frame", 452, 50), *_rows("b", 452, 60)]


def test_columns_side_by_side_and_below_each_other() -> None:
    below = [_heading("Response", 32, 250), *_rows("c", 32, 260)]
    assert _columns(*TABLE, *below) == {"Request": (37, 237), "Frame": (37, 772), "Response": (237, 772)}


def test_a_table_is_told_column_by_column() -> None:
    scene = Scene(tuple(TABLE))
    assert [[one.text for one in part.entries] for part in parts(scene, entries(scene, ""))] == [
        ["Request", "Rule a 0.", "Rule a 1.", "Rule a 2.", "Rule a 3."],
        ["Frame", "Rule b 0.", "Rule b 1.", "Rule b 2.", "Rule b 3."],
    ]


def test_a_heading_that_a_sentence_repeats_is_told_where_it_heads_a_column() -> None:
    scene = Scene((*TABLE, _heading("Rule", 32, 300)), description="A request and a frame.")
    told = [one.text for part in parts(scene, entries(scene, "")) for one in part.entries]
    assert told.count("Request") == 1
    assert "Rule" not in told


def test_lifelines_are_no_columns() -> None:
    arrow = Stroke(id="arrow", points=((100, 70), (600, 80)), head=8)
    assert _columns(*TABLE, arrow) == {}


def test_a_legend_ends_a_column() -> None:
    legend = Label(id="legend.taken", x=32, y=400, text="taken", font=Font(13), width=40)
    assert _columns(*TABLE[:5], legend) == {"Request": (37, 388)}


def test_few_entries_or_none_below_are_no_column() -> None:
    assert _columns(_heading("Request", 32, 50), *_rows("a", 32, 60, 2)) == {}
    assert _columns(_heading("Request", 32, 50), *_rows("a", 300, 60)) == {}


def test_the_upmost_heading_of_a_box() -> None:
    scene = Scene((_heading("Checks", 32, 50), _heading("First", 32, 90), *_rows("a", 32, 60)))
    found = entries(scene, "")
    first = {one.text: is_first(one, [Rect(0, 0, 400, 300)], found) for one in found if one.heading}
    assert first == {"Checks": True, "First": False}
