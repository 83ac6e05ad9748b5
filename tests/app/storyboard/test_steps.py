"""A step of a storyboard is what the window shows, and what it rests on is cited."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from desk_support import make_desk
from storyboard_support import played, recording_of, told

from app.citations import address
from app.drawing.marks import Label
from app.drawing.svg_device import to_svg
from app.drawing.theme import PAPER
from app.storyboard.steps import HEADING, Board, figure
from app.widgets.markdown import plain

pytestmark = pytest.mark.usefixtures("qapp")

NEAR = 0.05
"""Units by which a layout without Qt may differ from the window's."""


def same(one, two):
    """Whether two figures differ by no more than NEAR in any number, and in nothing else."""
    ours, theirs = (re.split(r"(\d+(?:\.\d+)?)", svg) for svg in (one, two))
    if ours[::2] != theirs[::2]:
        return False
    return all(abs(float(a) - float(b)) <= NEAR for a, b in zip(ours[1::2], theirs[1::2], strict=True))


@pytest.fixture
def window(qtbot, request):
    slug, lang = request.param
    desk = make_desk(size=(1440, 1300), lang=lang, runner=lambda order, done: done(played(slug)))
    qtbot.addWidget(desk.window)
    desk.window.show()
    assert desk.canvas.room_height == 772  # lower windows have lower figures
    desk.session.quizzing.set_mode("off")
    desk.session.open_slug(slug)
    yield desk, Board(told(slug), lang)
    desk.set_language("en")


def steps(window):
    """Some of the steps, as they are here and as the window shows them."""
    desk, board = window
    for panel in map(board.panel, range(1, board.count + 1, 4)):
        desk.session.timeline.seek(panel.number - 1)
        desk.draw()
        view = desk.session.view()
        assert (panel.title, panel.label, panel.rfc) == (view.title, view.label, view.rfc)
        yield panel.scene, desk._scene


@pytest.mark.parametrize("window", [("scaling-out", "en"), ("scaling-out", "zh_CN")], indirect=True)
def test_a_step_is_drawn_as_in_the_window(window):
    for own, shown in steps(window):
        assert same(to_svg(own, PAPER, window[1].lang), to_svg(shown, PAPER, window[1].lang))


@pytest.mark.parametrize("window", [("closing-handshake", "zh_CN")], indirect=True)
def test_only_the_strip_of_variants_is_left_out(window):
    assert window[1].run == "客户端先"
    for own, shown in steps(window):
        left = [mark for mark in shown.marks if not mark.id.startswith("variants.")]
        assert len(left) < len(shown.marks)
        assert {mark.id for mark in own.marks} >= {mark.id for mark in left if isinstance(mark, Label)}


def test_without_its_heading_a_figure_moves_up():
    scene = Board(told("myths"), "en").panel(2).scene
    bare = figure(scene)
    assert bare.height == scene.height - HEADING
    assert [mark.id for mark in bare.marks] == [one.id for one in scene.marks if not one.id.startswith("stage.")]
    label = next(mark for mark in bare.marks if isinstance(mark, Label))
    assert label.y == scene.find(label.id).y - HEADING


def test_a_recording_tells_itself_and_cites_what_it_rests_on():
    board = Board(recording_of(b"Hello", b"World"), "en")
    assert board.title == board.heading == "talk.jsonl"
    assert board.count >= 4
    said = " ".join(plain(runs) for panel in board for runs in panel.body)
    assert "The client sends frame 1: text, 5 bytes of payload" in said
    assert all(panel.scene.title and panel.phase == "" for panel in board)
    sent, read, told_of = ("5.2", "5.6"), ("6.2", "5.6"), ("6.2",)
    wanted = [tuple(f"RFC 6455 §{section}" for section in sections) for sections in ((), sent, read, told_of)]
    assert {panel.rfc for panel in board} == set(wanted)
    assert all(address(one) for panel in board for one in panel.rfc)


def test_questions_are_asked_only_if_wanted_and_hide_their_answer():
    assert all(panel.question is None and panel.veiled is None for panel in Board(told("closing-handshake"), "en"))
    asked = [panel for panel in Board(told("closing-handshake"), "en", questions=True) if panel.question]
    state = next(panel for panel in asked if "What is its state then?" in plain(panel.question.text))
    assert plain(state.question.options[state.question.right]) == "CLOSING"
    assert "?" in [mark.text for mark in state.veiled if isinstance(mark, Label)]
    assert "?" not in [mark.text for mark in state.scene if isinstance(mark, Label)]


def test_no_qt_is_loaded_to_draw_a_page():
    code = (
        "import sys\nfrom storyboard_support import recording_of\nfrom app.drawing.theme import PAPER\n"
        "from app.storyboard.page import to_page\nfrom app.storyboard.steps import Board\n"
        "assert to_page([Board(recording_of(b'Hello'), 'en')], PAPER)\n"
        "sys.exit('PySide6.QtCore' in sys.modules)"
    )
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": f"{root}:{root / 'tests'}"})
