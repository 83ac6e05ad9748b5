"""What the export dialog says of sizes and formats."""

from __future__ import annotations

import pytest

from app.exporting_said import board_words, dots_words, file_filters, width_words
from app.publishing.choices import MILLIMETRE
from app.publishing.remembered import BOARDS, Wanted


@pytest.mark.parametrize(
    ("points", "small", "sentence"),
    [
        (0.0, False, "84 × 42 mm."),
        (7.25, False, "84 × 42 mm. The smallest letters have 7.2 pt."),
        (2.2, True, "84 × 42 mm. The smallest letters have 2.2 pt: too small for print."),
    ],
)
def test_a_width_is_said_on_paper(points, small, sentence):
    assert width_words((84 * MILLIMETRE, 42 * MILLIMETRE), points, small=small) == sentence


def test_dots_are_said_in_thousands():
    assert dots_words((1280, 720)) == "1,280 × 720 pixels."


def test_every_storyboard_is_said():
    said = {board: board_words(Wanted(whole=True, board=board, per_page=4), 17) for board in BOARDS}
    assert len(set(said.values())) == len(BOARDS)
    assert said[".pdf"].startswith("A handout: 17 steps on 5 pages of A4")


def test_a_filter_ends_in_its_suffix():
    assert file_filters((".svg", ".alt.txt")) == {".svg": "SVG (*.svg)", ".alt.txt": "In words (*.alt.txt)"}
