"""The window before and after there is something in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.drawing.theme import CONTRAST, DARK, LIGHT
from app.widgets.main_window import MainWindow
from app.widgets.shell import NAME, NARROW, SMALLEST, USUAL, Shell


@pytest.fixture
def shell(qtbot):
    shell = Shell("light")
    qtbot.addWidget(shell)
    return shell


PLACES = {
    (300, 4): "pane", (700, 47): "line", (100, 400): "pane", (239, 400): "line", (700, 400): "stage",
    (1128, 400): "line", (1300, 400): "pane", (700, 820): "line", (700, 890): "pane",
}  # fmt: skip


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_the_first_picture_has_the_places_of_the_whole_window(qtbot, theme):
    shell, whole = Shell(theme.name), MainWindow()
    for window in (shell, whole):
        qtbot.addWidget(window)
        window.resize(*USUAL)
    whole.set_theme(theme.name, theme)
    first, then = shell.grab().toImage(), whole.grab().toImage()
    for (x, y), token in PLACES.items():
        assert first.pixelColor(x, y).name().upper() == theme.colour(token), (x, y)
        assert then.pixelColor(x, y).name().upper() == theme.colour(token), (x, y)


def test_the_name_stands_where_the_top_bar_has_it(qtbot, shell):
    whole = MainWindow()
    qtbot.addWidget(whole)
    boxes = []
    for window in (shell, whole):
        window.resize(*USUAL)
        window.show()
        image = window.grab().toImage()
        ink = [(x, y) for x in range(60, 200) for y in range(8, 40) if image.pixelColor(x, y).lightness() < 128]
        boxes.append((min(x for x, _ in ink), min(y for _, y in ink), max(x for x, _ in ink), max(y for _, y in ink)))
    assert all(abs(first - then) <= 2 for first, then in zip(*boxes, strict=True)), boxes


@pytest.mark.parametrize(("width", "there"), [(NARROW, True), (NARROW - 1, False)])
def test_a_narrow_window_begins_without_the_lessons(qtbot, shell, width, there):
    whole = MainWindow()
    qtbot.addWidget(whole)
    for window in (shell, whole):
        window.resize(width, SMALLEST[1])
        edge = window.grab().toImage().pixelColor(239, 400).name().upper()
        assert (edge == LIGHT.colour("line")) is there


def test_the_colours_of_the_desktop_are_taken_for_the_system(qtbot):
    shell = Shell("system")
    qtbot.addWidget(shell)
    assert shell.grab().toImage().pixelColor(700, 400).name().upper() == LIGHT.colour("stage")


def test_it_is_painted_for_the_first_time_once(qtbot, shell):
    heard = []
    shell.painted.connect(lambda: heard.append(shell.was_painted))
    shell.show()
    qtbot.waitUntil(lambda: shell.was_painted)
    shell.repaint()
    assert heard == [True]


def test_it_shows_what_it_holds(qtbot, shell):
    content = MainWindow()
    shell.hold(content)
    shell.show()
    assert content.size() == shell.size()
    assert content.window() is shell
    assert not content.windowState()
    content.setWindowTitle("A lesson")
    assert shell.windowTitle() == "A lesson"
    shell.setFocus()
    qtbot.waitUntil(lambda: content.hasFocus() or not shell.isActiveWindow())


def test_its_content_has_the_full_screen(shell):
    content = MainWindow()
    shell.hold(content)
    shell.show()
    content.present(True)
    assert shell.windowState() & Qt.WindowState.WindowFullScreen
    content.present(False)
    content.do("fullscreen")
    assert shell.isFullScreen()
    content.do("leave")
    assert not shell.isFullScreen()


def test_the_place_of_the_window_is_kept(qtbot, shell):
    content = MainWindow()
    shell.hold(content)
    shell.resize(1234, 777)
    saved = content.saved_place()
    other = Shell("light")
    qtbot.addWidget(other)
    assert (other.width(), other.height()) == USUAL
    assert other.restore_place(saved)
    assert (other.width(), other.height()) != USUAL  # as much of it as this screen has room for
    assert not other.restore_place("")
    assert not other.restore_place("nonsense")


class Stubborn(QWidget):
    """Content that does not want to go."""

    def closeEvent(self, event):
        event.ignore()


def test_its_content_is_closed_first(qtbot, shell):
    content = MainWindow()
    heard = []
    content.closing.connect(lambda: heard.append("content"))
    shell.closed.connect(lambda: heard.append("shell"))
    shell.hold(content)
    shell.show()
    assert shell.close()
    assert heard == ["content", "shell"]
    assert shell.was_closed


def test_content_may_refuse(qtbot, shell):
    shell.hold(Stubborn())
    shell.show()
    assert not shell.close()
    assert not shell.was_closed
    shell.hold(QWidget())


def test_an_empty_window_can_be_closed(shell):
    shell.show()
    assert shell.windowTitle() == NAME
    assert shell.close()
    assert shell.was_closed
