"""The handout: every step on its page with all its words as text, and the same bytes every time."""

import re
import subprocess
from shutil import which

import pytest
from storyboard_support import told

from app.citations import address
from app.drawing.fonts import QtMeasure
from app.drawing.theme import PAPER
from app.storyboard.handout import GRIDS, MARGIN, PAGE, _row, _set_up, cell, pages_of, to_handout
from app.storyboard.handout_words import SMALLEST, fitted
from app.storyboard.steps import Board, figure, lettered
from app.widgets.markdown import plain

pytestmark = pytest.mark.usefixtures("qapp")
poppler = pytest.mark.skipif(which("pdftotext") is None, reason="pdftotext is not installed")


def pages(data, folder):
    """The words of each page, without any space."""
    path = folder / "a.pdf"
    path.write_bytes(data)
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True)
    return ["".join(page.split()) for page in done.stdout.decode().split("\f")[:-1]]


@poppler
@pytest.mark.parametrize(("lang", "per_page"), [("en", 1), ("zh_CN", 2), ("en", 4), ("zh_CN", 6)])
def test_all_words_of_a_step_are_on_its_page(tmp_path, lang, per_page):
    board = Board(told("closing-handshake"), lang)
    found = pages(to_handout(board, PAPER, per_page), tmp_path)
    assert len(found) == -(-board.count // per_page)
    for panel in board:
        page = found[(panel.number - 1) // per_page]
        runs = [*panel.body, panel.note]
        for words in [panel.title, *("".join(run.text for run in paragraph) for paragraph in runs), *panel.rfc]:
            assert "".join(words.split()) in page
    for number, page in enumerate(found, 1):
        assert f"{number}/{len(found)}" in page
        assert "".join(board.heading.split()) in page


@poppler
def test_answers_stand_on_the_last_page_only(tmp_path):
    board = Board(told("closing-handshake"), "en", questions=True)
    found = pages(to_handout(board, PAPER, 4), tmp_path)
    assert len(found) == pages_of(board, 4) == 6
    for panel in filter(lambda one: one.question, board):
        page, question = found[(panel.number - 1) // 4], panel.question
        for place, option in enumerate(question.options):
            assert lettered(place) + "".join(plain(option).split()) in page
        answer = "".join(plain(question.answer).split())
        assert ["Answers" in one and answer in one for one in found] == [*[False] * 5, True]


@pytest.mark.parametrize("questions", [False, True])
def test_figures_side_by_side_are_of_one_height_and_fit(questions):
    board = Board(told("security"), "en", questions=questions)
    area = cell(6, 0)
    for first in range(1, board.count + 1, 2):
        row = [_set_up(board, number, 6) for number in _row(board, first, 6)]
        top, high = max(one for one, _ in row), min(one for _, one in row)
        for number in _row(board, first, 6):
            panel = board.panel(number)
            assert top + high + fitted(panel, area, board.measure, 6).below <= area.height + 20
            assert high > 0.3 * area.height


def test_the_same_bytes_every_time_and_no_date():
    board = Board(told("accept-key"), "zh_CN")
    data = to_handout(board, PAPER, 4)
    assert data == to_handout(Board(told("accept-key"), "zh_CN"), PAPER, 4)
    assert set(re.findall(rb"\(D:(\d{8})", data)) == {b"20000101"}


@pytest.mark.parametrize("per_page", GRIDS)
def test_steps_stand_beside_each_other_within_the_margins(per_page):
    cells = [cell(per_page, place) for place in range(per_page)]
    for number, one in enumerate(cells):
        assert one.x >= MARGIN
        assert one.right <= PAGE[0] - MARGIN + 0.01
        assert MARGIN < one.y < one.bottom < PAGE[1] - MARGIN
        for other in cells[:number]:
            assert other.right < one.x or other.bottom < one.y


@pytest.fixture(scope="module", params=["en", "zh_CN"])
def panels(request):
    return request.param, list(Board(told("security"), request.param))


@pytest.mark.parametrize("per_page", GRIDS)
def test_the_figure_has_room_and_the_words_can_be_read(panels, per_page):
    lang, every = panels
    area = cell(per_page, 0)
    for panel in every:
        words = fitted(panel, area, QtMeasure(lang), per_page)
        room = area.height - words.title.height - 6 - words.below
        scale = min(area.width / panel.scene.width, room / figure(panel.scene).height)
        assert words.body.size > SMALLEST
        assert scale * panel.scene.width > 0.5 * area.width


def test_citations_of_lessons_are_known():
    assert all(address(one) for panel in Board(told("closing-handshake"), "en") for one in panel.rfc)
