"""The window: geometry of the design, the drawer, keys, presenting, languages and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QEnterEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.actions import MENU
from app.drawing.marks import Box, Rect, Scene
from app.drawing.theme import CONTRAST, DARK, LIGHT, Theme
from app.model.page import Fault, Page, Question
from app.translate import Translators
from app.widgets.main_window import HEAD, MainWindow
from app.widgets.tab_order import stops
from app.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from app.model.course import Course
    from app.model.track import Track

QUESTION = Question("What does the server do?", ("It answers 400", "It accepts", "It closes"))


@pytest.fixture
def window(shown: Callable[..., QWidget], course: Course, track: Track) -> MainWindow:
    window = MainWindow(version="0.1.0")
    window.set_course(course)
    window.set_track(track)
    window.set_page(Page("Eight rules", "So far this is ordinary HTTP.", ("RFC 6455 §4.2.1",), "A note."))
    shown(window, 1440, 900)
    return window


@pytest.fixture
def translators(qapp: QApplication) -> Iterator[Translators]:
    translators = Translators(qapp)
    yield translators
    translators.use("en")


def _area(window: MainWindow, widget: QWidget) -> tuple[int, int, int, int]:
    at = widget.mapTo(window, QPoint(0, 0))
    return at.x(), at.y(), widget.width(), widget.height()


def test_the_frame_of_the_design(window: MainWindow) -> None:
    assert _area(window, window.top_bar) == (0, 0, 1440, 48)
    assert _area(window, window.navigation) == (0, 48, 240, 772)
    assert _area(window, window.stage) == (240, 48, 888, 772)
    assert _area(window, window.side_pane) == (1128, 48, 312, 772)
    assert _area(window, window.transport) == (0, 820, 1440, 80)
    assert window.minimumSize().toTuple() == (1200, 760)


def test_below_1320_lessons_and_explanation_share_a_place(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1200, 760)
    assert (window.navigation.isVisible(), window.side_pane.isVisible()) == (False, True)
    qtbot.waitUntil(lambda: window.stage.width() == 888)
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert (window.navigation.isVisible(), window.side_pane.isVisible()) == (True, False)
    window.resize(1440, 900)
    assert (window.navigation.isVisible(), window.side_pane.isVisible()) == (True, True)
    window.resize(1300, 800)
    assert (window.navigation.isVisible(), window.side_pane.isVisible()) == (False, True)


@pytest.mark.parametrize(
    ("key", "action"),
    [
        (Qt.Key.Key_Right, "next"),
        (Qt.Key.Key_Space, "next"),
        (Qt.Key.Key_PageDown, "next"),
        (Qt.Key.Key_Left, "back"),
        (Qt.Key.Key_PageUp, "back"),
        (Qt.Key.Key_Home, "first"),
        (Qt.Key.Key_End, "last"),
        (Qt.Key.Key_P, "play"),
    ],
)
def test_keys_act(window: MainWindow, qtbot: QtBot, key: Qt.Key, action: str) -> None:
    with qtbot.waitSignal(window.action_chosen) as heard:
        qtbot.keyClick(window, key)
    assert heard.args == [action]


@pytest.mark.parametrize("where", ["chip", "canvas", "scrubber", "phase"])
def test_a_clickers_key_steps_wherever_the_focus_is(window: MainWindow, qtbot: QtBot, where: str) -> None:
    spots: dict[str, QWidget] = {
        "chip": window.side_pane.chips.chips[0],
        "canvas": window.stage.canvas,
        "scrubber": window.transport.scrubber,
        "phase": window.navigation.rows[2],
    }
    spots[where].setFocus()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right):
        with qtbot.waitSignal(window.action_chosen) as heard:
            qtbot.keyClick(spots[where], key)
        assert heard.args == ["next"]


def test_space_presses_a_focused_button(window: MainWindow, qtbot: QtBot) -> None:
    window.transport.buttons["back"].setFocus()
    with qtbot.waitSignal(window.action_chosen) as heard:
        qtbot.keyClick(window.transport.buttons["back"], Qt.Key.Key_Space)
    assert heard.args == ["back"]


@pytest.mark.parametrize(("key", "index"), [(Qt.Key.Key_1, 0), (Qt.Key.Key_2, 1), (Qt.Key.Key_3, 2)])
def test_answers_by_key(window: MainWindow, qtbot: QtBot, key: Qt.Key, index: int) -> None:
    window.set_question(QUESTION)
    with qtbot.waitSignal(window.answered) as heard:
        qtbot.keyClick(window, key)
    assert heard.args == [index]


def test_no_question_no_answer(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.answered):
        qtbot.keyClick(window, Qt.Key.Key_1)


def test_speed_language_and_theme_by_key(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.speed_chosen) as speed:
        qtbot.keyClicks(window, "+")
    assert speed.args == [2.0]
    with qtbot.waitSignal(window.language_chosen) as lang:
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert lang.args == ["zh_CN"]
    window.set_theme("light", LIGHT)
    with qtbot.waitSignal(window.theme_chosen) as theme:
        qtbot.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert theme.args == ["dark"]


def test_presenting_leaves_the_stage_alone(window: MainWindow, qtbot: QtBot) -> None:
    window.set_caption("Where payload and key differ, the wire carries a 1.")
    with qtbot.waitSignal(window.presenting_changed):
        qtbot.keyClick(window, Qt.Key.Key_F5)
    parts = (window.top_bar, window.navigation, window.side_pane, window.transport)
    assert not any(part.isVisible() for part in parts)
    assert window.presenter.isVisible()
    assert window.isFullScreen()
    with qtbot.waitSignal(window.action_chosen):
        qtbot.keyClick(window, Qt.Key.Key_PageDown)
    qtbot.keyClicks(window, "b")
    assert window.blank.isVisible()
    assert window.blank.size() == window.size()
    qtbot.keyClicks(window, ".")
    assert not window.blank.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.presenting
    assert not window.isFullScreen()
    assert all(part.isVisible() for part in (window.top_bar, window.transport))


def test_b_does_nothing_outside(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window, "b")
    assert not window.blank.isVisible()


def test_full_screen(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert window.top_bar.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()


def test_a_message_pushes_and_covers_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.show_message("The lesson could not be run.", "error")
    qtbot.waitUntil(lambda: window.stage.height() < 772)
    window.clear_message()
    qtbot.waitUntil(lambda: window.stage.height() == 772)


def test_the_order_of_tab(window: MainWindow) -> None:
    window.set_question(QUESTION)
    sections = (window.top_bar, window.navigation, window.stage, window.side_pane, window.transport)
    order = stops(sections)
    owners = [next(index for index, part in enumerate(sections) if part.isAncestorOf(stop)) for stop in order]
    assert owners == sorted(owners)
    assert set(owners) == {0, 1, 2, 3, 4}
    assert order[0].accessibleName() == "Learn"


def test_tab_goes_round(window: MainWindow, qtbot: QtBot) -> None:
    window.setFocus()
    seen = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen[0] is window.top_bar.modes.buttons[0]
    assert len(set(seen)) == 4


def test_every_button_has_a_name(window: MainWindow) -> None:
    window.set_question(QUESTION)
    window.set_faults((Fault("a", "The server stays silent"),))
    for button in window.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text(), button


def test_words_follow_the_language(window: MainWindow, translators: Translators, qtbot: QtBot) -> None:
    window.set_question(QUESTION)
    translators.use("zh_CN")
    window.set_language("zh_CN")
    wanted = {"先猜一猜", "选一个，就会看到答案；也可以直接进入下一步。", "第 2 / 5 步", "已完成 1 / 3 课"}
    qtbot.waitUntil(lambda: wanted <= {label.text() for label in window.findChildren(Text)})
    assert window.top_bar.present_button.text() == "演示"
    assert window.transport.buttons["play"].accessibleName() == "播放"
    translators.use("en")
    window.set_language("en")
    qtbot.waitUntil(lambda: window.transport.buttons["play"].accessibleName() == "Play")


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST])
def test_the_theme_reaches_every_surface(window: MainWindow, theme: object) -> None:
    window.set_theme(theme.name, theme)  # type: ignore[attr-defined, arg-type]
    image = window.grab().toImage()
    colours = theme.colours  # type: ignore[attr-defined]
    places = {(300, 4): "pane", (4, 500): "pane", (700, 400): "stage", (1436, 815): "pane", (4, 890): "pane"}
    for (x, y), token in places.items():
        assert image.pixelColor(x, y).name().upper() == colours[token], token


def test_the_context_menu_comes_from_the_table(window: MainWindow, qtbot: QtBot) -> None:
    menu = window.stage_menu()
    entries = [entry for entry in menu.actions() if not entry.isSeparator()]
    assert len(entries) == len([name for name in MENU if name])
    first = menu.actions()[0]
    assert first.text() == "Next step\t→"
    with qtbot.waitSignal(window.action_chosen) as heard:
        first.trigger()
    assert heard.args == ["next"]


def test_closing_is_told(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closing):
        window.close()


def test_the_controls_of_a_presentation_come_with_the_pointer_and_go(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    controls = window.presenter_controls
    qtbot.mouseMove(window.stage.canvas, QPoint(50, 50))
    assert not controls.isVisible()
    window.present(True)
    assert not controls.isVisible()
    for x in (100, 140):
        qtbot.mouseMove(window.stage.canvas, QPoint(x, 100))
    qtbot.waitUntil(controls.isVisible)
    assert window.rect().contains(controls.geometry())
    assert controls._timer.interval() == 2000
    monkeypatch.setattr(controls, "underMouse", lambda: False)
    controls._timer.timeout.emit()
    assert not controls.isVisible()
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Tab)
    assert controls.isVisible()
    with qtbot.waitSignal(window.action_chosen) as heard:
        controls.buttons["next"].click()
    assert heard.args == ["present.next"]
    controls.buttons["leave"].click()
    assert not window.presenting
    assert not controls.isVisible()


def test_a_presented_stage_loses_its_head_and_gets_it_back(window: MainWindow) -> None:
    window.present(True)
    assert window.stage.canvas.to_widget(Rect(0, HEAD, 1, 1)).top() >= -0.01
    assert window.stage.canvas.to_widget(Rect(0, 0, 1, HEAD)).bottom() <= window.stage.canvas.height() / 4
    window.present(False)
    assert window.stage.canvas.to_widget(Rect(0, 0, 1, 1)).top() == 0


def test_no_message_covers_a_presentation_and_none_is_lost(window: MainWindow) -> None:
    window.present(True)
    window.show_message("Later.")
    assert not window.message.isVisible()
    window.present(False)
    assert window.message.isVisible()


def test_any_key_completes_the_motion_wherever_the_focus_is(window: MainWindow, qtbot: QtBot) -> None:
    canvas = window.stage.canvas
    canvas.speed = 0.01
    for spot in (window.navigation.rows[0], window.transport.speeds.buttons[0], window):
        canvas.show_scene(Scene((Box(id="a", rect=Rect(100, 100, 40, 40), fill="ink"),)), animate=False)
        canvas.show_scene(Scene((Box(id="a", rect=Rect(500, 100, 40, 40), fill="ink"),)))
        assert canvas.moving
        spot.setFocus()
        qtbot.keyClick(spot, Qt.Key.Key_Down)
        assert not canvas.moving


def test_the_menu_key_opens_the_menu_wherever_the_focus_is(window: MainWindow, qtbot: QtBot) -> None:
    window.stage.menu_wanted.disconnect(window._open_menu)
    with qtbot.waitSignal(window.stage.menu_wanted):
        QApplication.sendEvent(
            window.navigation.rows[0], QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        )


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_pointing_at_a_control_shows(window: MainWindow, theme: Theme) -> None:
    window.set_theme(theme.name, theme)
    window.set_question(QUESTION)
    window.set_faults((Fault("a", "The server stays silent"),))
    controls: list[QWidget] = [
        window.transport.buttons["play"],
        window.transport.buttons["next"],
        window.top_bar.present_button,
        window.top_bar.languages.buttons[1],
        window.navigation.rows[0],
        window.side_pane.chips.chips[0],
        window.side_pane.predict.options[0],
        window.side_pane.faults.rows[0],
    ]
    for control in controls:
        control.leaveEvent(QEvent(QEvent.Type.Leave))  # wherever the pointer is
        plain = control.grab().toImage()
        control.enterEvent(QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
        assert control.grab().toImage() != plain, control
        control.leaveEvent(QEvent(QEvent.Type.Leave))
        assert control.grab().toImage() == plain, control


def test_a_mistake_while_painting_does_not_take_the_window_down(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("nowhere")

    monkeypatch.setattr("app.widgets.button.draw_icon", fail)
    with qtbot.captureExceptions() as raised:
        window.transport.buttons["next"].update()
        qtbot.wait(20)
    assert [kind for kind, _, _ in raised] == [KeyError]
    monkeypatch.undo()
    window.resize(1300, 800)
    with qtbot.captureExceptions() as raised:
        window.update()
        qtbot.wait(20)
    assert raised == []
