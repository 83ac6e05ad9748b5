"""The pages of the modes: built at the first visit, given what concerns them, and left as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.drawing.theme import DARK
from app.widgets.look import Look
from app.widgets.main_window import MainWindow
from app.widgets.pages import ModePage, Pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


class Bench(ModePage):
    """A page that remembers what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.looks: list[Look] = []
        self.done: list[str] = []
        self.big: list[bool] = []
        self.button = QPushButton("bench")
        QVBoxLayout(self).addWidget(self.button)

    def set_look(self, look: Look) -> None:
        self.looks.append(look)

    def do(self, action: str) -> None:
        self.done.append(action)

    def set_presenting(self, on: bool) -> None:
        self.big.append(on)


@pytest.fixture
def window(shown: Callable[..., QWidget]) -> MainWindow:
    window = MainWindow()
    window.offer("lab", Bench)
    shown(window, 1440, 900)
    return window


def _bench(window: MainWindow) -> Bench:
    page = window.pages.page
    assert isinstance(page, Bench)
    return page


def test_a_page_is_built_at_the_first_visit_only(shown: Callable[..., QWidget]) -> None:
    built: list[Bench] = []

    def make() -> Bench:
        built.append(Bench())
        return built[-1]

    pages = Pages(QWidget())
    shown(pages, 600, 400)
    pages.offer("lab", make)
    assert (built, pages.offered) == ([], ("learn", "lab"))
    assert pages.go("lab", Look())
    assert pages.go("learn", Look())
    assert pages.page is None
    assert pages.go("lab", Look())
    assert built == [pages.page]
    assert not pages.go("live", Look())
    assert pages.mode == "lab"


def test_keys_and_the_switch_change_the_mode(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert (window.pages.mode, window.top_bar.modes.value()) == ("lab", "lab")
    assert not window.stage.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.mode == "lab"  # nobody offers Live here
    with qtbot.waitSignal(window.mode_changed) as heard:
        qtbot.mouseClick(window.top_bar.modes.buttons[0], Qt.MouseButton.LeftButton)
    assert heard.args == ["learn"]
    assert window.stage.isVisible()


def test_a_page_follows_the_look(window: MainWindow) -> None:
    window.go("lab")
    window.set_theme("dark", DARK)
    assert [look.theme.name for look in _bench(window).looks] == ["light", "dark"]


def test_what_all_modes_share_goes_to_the_page_and_steps_do_not(window: MainWindow, qtbot: QtBot) -> None:
    window.go("lab")
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_Right)
    qtbot.keyClick(window, Qt.Key.Key_V)
    assert _bench(window).done == ["export"]


def test_tab_goes_round_the_top_bar_and_the_page(window: MainWindow) -> None:
    window.go("lab")
    seen = set()
    for _ in range(20):
        window.focusNextPrevChild(True)
        seen.add(window.focusWidget())
    assert _bench(window).button in seen
    assert window.top_bar.present_button in seen
    assert not any(window.side_pane.isAncestorOf(widget) for widget in seen)


def test_a_presented_page_has_the_screen_for_itself(window: MainWindow) -> None:
    window.go("lab")
    window.present(True)
    assert not window.top_bar.isVisible()
    assert not window.presenter.isVisible()
    window.present(False)
    assert window.top_bar.isVisible()
    assert _bench(window).big[-2:] == [True, False]
