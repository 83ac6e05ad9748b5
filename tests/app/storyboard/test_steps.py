"""A step of a storyboard is what the window shows."""

import pytest
from desk_support import make_desk
from storyboard_support import played, recording_of, told

from app.drawing.svg_device import to_svg
from app.drawing.theme import PAPER
from app.storyboard.steps import Board

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(("slug", "lang"), [("closing-handshake", "zh_CN"), ("scaling-out", "en")])
def test_a_step_is_drawn_as_in_the_window(qtbot, slug, lang):
    desk = make_desk(size=(1440, 1300), lang=lang, runner=lambda order, done: done(played(slug)))
    qtbot.addWidget(desk.window)
    desk.window.show()
    assert desk.canvas.room_height == 772  # lower windows have lower figures
    desk.session.quizzing.set_mode("off")
    desk.session.open_slug(slug)
    board = Board(told(slug), lang)
    for panel in map(board.panel, range(1, board.count + 1, 4)):
        desk.session.timeline.seek(panel.number - 1)
        desk.draw()
        shown = desk._scene
        assert to_svg(panel.scene, PAPER, lang) == to_svg(shown, PAPER, lang)
        view = desk.session.view()
        assert (panel.title, panel.label, panel.rfc) == (view.title, view.label, view.rfc)
    desk.set_language("en")


def test_a_recording_tells_itself():
    board = Board(recording_of(b"Hello", b"World"), "en")
    assert board.title == "talk.jsonl"
    assert board.count >= 4
    said = " ".join(run.text for panel in board for runs in panel.body for run in runs)
    assert "The client sends frame 1: text, 5 bytes of payload" in said
    assert all(panel.scene.title and panel.phase == "" for panel in board)
