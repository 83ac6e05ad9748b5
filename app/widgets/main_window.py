"""The window: top bar, message strip, and below them the page of a mode; that of Learn is navigation, stage, side pane
and transport bar.

It shows the values it is given and says what the reader asks for. What concerns the window alone it does
itself: full screen, presenting, the drawer, help. Everything else leaves it as a signal.

Below 1320 pixels of width the lessons and the explanation share one place, so that the stage keeps its
888.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from app.actions import Situation, for_key
from app.drawing.canvas import Canvas
from app.drawing.fonts import load_fonts
from app.model.page import Ways
from app.widgets.about_dialog import AboutDialog
from app.widgets.focus_ring import FocusRing
from app.widgets.help_dialog import HelpDialog
from app.widgets.icons import window_icon
from app.widgets.keys import key_of
from app.widgets.look import Look
from app.widgets.message_strip import MessageKind, MessageStrip
from app.widgets.navigation import Navigation
from app.widgets.pages import Pages
from app.widgets.places import arranged, stacked
from app.widgets.presenter import SHARE, PresenterStrip
from app.widgets.presenter_layers import FULL, PresenterLayers
from app.widgets.relays import relay
from app.widgets.shell import NARROW, SMALLEST
from app.widgets.side_pane import SidePane
from app.widgets.stage import Stage
from app.widgets.stage_menu import menu_of
from app.widgets.style import stylesheet
from app.widgets.tab_order import following, stops
from app.widgets.top_bar import THEMES, TopBar
from app.widgets.transport_bar import TransportBar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.drawing.theme import Theme
    from app.model.control import Control
    from app.model.course import Course
    from app.model.page import Fault, Fork, Goal, Page, Question
    from app.model.track import Track
    from app.widgets.pages import ModePage

HEAD = 76
"""How much of the stage, in its units, is breadcrumb and title; a presented stage does without."""


class MainWindow(QWidget):
    """What `Shell` holds; it can stand alone as well.

    Signals carry ids and numbers; an action that has no signal of its own comes as `action_chosen`: next, back, first,
    last, play, export, copy."""

    action_chosen = Signal(str)
    step_chosen = Signal(int)
    lesson_chosen = Signal(str)
    phase_chosen = Signal(str, str)
    answered = Signal(int)
    fault_toggled = Signal(str, bool)
    move_made = Signal(str)
    undo_wanted = Signal(bool)
    change_chosen = Signal(str)
    depth_chosen = Signal(int)
    mode_chosen = Signal(str)
    mode_changed = Signal(str)
    rfc_chosen = Signal(str)
    control_changed = Signal(str, int)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    speed_chosen = Signal(float)
    presenting_changed = Signal(bool)
    closing = Signal()

    def __init__(self, canvas: Canvas | None = None, version: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = Look()
        self.presenting = False
        self.drawer_open = True
        self._version = version
        self._theme_choice = "system"
        self._variants = 0
        self._goal: Goal | None = None
        self._ways = Ways()
        self.setWindowTitle("WebSocket 101")
        self.setWindowIcon(window_icon())
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*SMALLEST)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.top_bar = TopBar()
        self.message = MessageStrip()
        self.navigation = Navigation()
        self.stage = Stage(canvas or Canvas())
        self.side_pane = SidePane()
        self.transport = TransportBar()
        self.presenter = PresenterStrip()
        panes = (self.navigation, self.stage, self.side_pane)
        self.pages = Pages(arranged((), panes, (self.transport, self.presenter)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(stacked(self.top_bar, self.message, self.pages))
        self.layers = PresenterLayers(self, self.stage.canvas, self.presenter)
        self.presenter_controls, self.blank = self.layers.controls, self.layers.blank
        self.ring = FocusRing(self)
        relay(self)
        self.stage.menu_wanted.connect(self._open_menu)
        self.installEventFilter(self)
        self.set_look(Look())
        self.resize(1440, 900)
        self.setFocus()

    # What is shown.

    def set_look(self, look: Look) -> None:
        """Theme and language of everything inside. The translators of the language are the caller's."""
        load_fonts(look.lang)
        self.look = look
        sheet = stylesheet(look)
        if sheet != self.styleSheet():  # to style every widget anew takes longer than all else here
            self.setStyleSheet(sheet)
        self.stage.set_look(look)
        self.pages.set_look(look)
        self.top_bar.set_language(look.lang)
        self.top_bar.set_theme(self._theme_choice, look.theme.name)
        for widget in self.findChildren(QWidget):
            widget.updateGeometry()
            widget.update()

    def set_theme(self, choice: str, theme: Theme) -> None:
        """The reader's choice (`system` included) and the theme that it stands for."""
        self._theme_choice = choice
        self.set_look(Look(theme, self.look.lang))

    def set_language(self, lang: str) -> None:
        """The language whose translators were installed."""
        self.set_look(Look(self.look.theme, lang))

    def set_course(self, course: Course) -> None:
        """The lessons and how far the reader has come."""
        self.navigation.set_course(course)

    def set_page(self, page: Page) -> None:
        """The words beside the step."""
        self.side_pane.set_page(page)

    def set_question(self, question: Question | None) -> None:
        """The prediction of the step, or none."""
        self.side_pane.set_question(question)

    def set_faults(self, faults: Sequence[Fault]) -> None:
        """What can be broken in this lesson."""
        self.side_pane.set_faults(faults)

    def set_trying(self, goal: Goal | None, fork: Fork, ways: Ways, variants: int) -> None:
        """The goal, None if there is none; what can be changed at this step; how the reader goes through it; and how
        many variants the lesson has, which the figure shows."""
        self._goal, self._ways, self._variants = goal, ways, variants
        self.side_pane.set_trying(goal, fork, ways)

    def set_selection(self, sentence: str) -> None:
        """The sentence of the mark that is pinned in the figure, or nothing."""
        self.side_pane.set_selection(sentence)

    def set_controls(self, controls: tuple[Control, ...]) -> None:
        """The figure's own controls."""
        self.stage.set_controls(() if self.presenting else controls)

    def set_track(self, track: Track) -> None:
        """The steps, and which of them is shown."""
        self.transport.set_track(track)
        self.presenter.set_steps(len(track.names), track.current)
        self.presenter_controls.set_track(track)

    def set_caption(self, caption: str, label: str = "") -> None:
        """The one line under the stage while presenting, and a few words beside the dots."""
        self.presenter.set_caption(caption)
        self.presenter.set_label(label)

    def set_playing(self, playing: bool) -> None:
        """Whether the steps advance by themselves."""
        self.transport.set_playing(playing)
        self.presenter_controls.set_playing(playing)

    def set_speed(self, speed: float) -> None:
        """0.25 to 4."""
        self.transport.set_speed(speed)
        self.stage.canvas.speed = speed

    def show_message(self, sentence: str, kind: MessageKind = "notice") -> None:
        """One clear sentence for the reader; none at all takes the last one away."""
        if not sentence:
            self.message.clear()
            return
        self.message.show_message(sentence, kind)
        self.message.setVisible(not self.presenting)

    def clear_message(self) -> None:
        """The reason of the message is gone."""
        self.message.clear()

    # Modes.

    def offer(self, mode: str, maker: Callable[[], ModePage]) -> None:
        """`maker` builds the page of this mode when somebody first goes there."""
        self.pages.offer(mode, maker)
        self.top_bar.set_modes(self.pages.offered)

    def go(self, mode: str) -> None:
        """Show another mode, if it is there."""
        if self.pages.go(mode, self.look):
            self.top_bar.set_mode(mode)
            self.setFocus()
            self._show_parts()
            self.mode_changed.emit(mode)

    # What the reader does.

    def situation(self) -> Situation:
        """What is shown, as far as it decides which actions are possible."""
        if self.pages.page is not None:
            return Situation(mode=self.pages.mode, presenting=self.presenting)
        track = self.transport.scrubber.track
        predict = self.side_pane.predict
        return Situation(
            steps=len(track.names),
            step=track.current,
            question=predict.is_open,
            options=len(predict.options),
            narrow=self.narrow,
            presenting=self.presenting,
            held=predict.is_open and self._ways.mode == "must",
            lesson=self._ways.written,
            variants=self._variants,
            moves=len(self._goal.made) if self._goal is not None else 0,
        )

    def do(self, action: str) -> None:
        """Does an action of the table, or asks for it."""
        own: dict[str, Callable[[], object]] = {
            "faster": lambda: self.speed_chosen.emit(self.transport.speeds.neighbour(1)),
            "slower": lambda: self.speed_chosen.emit(self.transport.speeds.neighbour(-1)),
            "present": lambda: self.present(not self.presenting),
            "blank": self.layers.toggle_blank,
            "blank.white": lambda: self.layers.toggle_blank(white=True),
            "spotlight": self.layers.toggle_spotlight,
            "fullscreen": self._toggle_full_screen,
            "pane": lambda: self._set_drawer(not self.drawer_open),
            "language": lambda: self.language_chosen.emit("en" if self.look.lang == "zh_CN" else "zh_CN"),
            "theme": lambda: self.theme_chosen.emit(_after(self._theme_choice)),
            "help": lambda: HelpDialog(self.look, self, self.pages.mode).open(),
            "about": lambda: AboutDialog(self.look, self._version, self).open(),
            "leave": self._leave,
            "goal": self.side_pane.goal.toggle,
            "undo": lambda: self.undo_wanted.emit(False),
            "depth": lambda: self.depth_chosen.emit(self._next_depth()),
        }
        if action.startswith("answer."):
            self.side_pane.predict.choose(int(action.rpartition(".")[2]) - 1)
        elif action.startswith("mode."):
            self.go(action.rpartition(".")[2])
        elif action in own:
            own[action]()
        elif self.pages.page is not None:
            self.pages.page.do(action)
        else:
            self.action_chosen.emit(action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window filters its own events: any key press, wherever the focus is, completes the motion before it
        acts."""
        if event.type() == QEvent.Type.ShortcutOverride:
            self.stage.canvas.finish()
        return super().eventFilter(watched, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key opens the menu of the figure wherever the focus is."""
        if event.reason() == event.Reason.Keyboard:
            QApplication.sendEvent(self.stage.canvas, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = key_of(event)
        action = for_key(key, self.situation())
        if action is None:
            event.ignore()
        elif (action.repeats or not event.isAutoRepeat()) and (meant := self.layers.meant(action.id, key)):
            self.do(meant)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self.presenting:
            self.presenter_controls.appear()
        panes = (self.navigation, self.stage, self.side_pane, self.transport, self.presenter_controls)
        page = self.pages.page
        sections = (self.top_bar, self.message, *(page.sections if page is not None else panes))
        target = following(stops(sections), self.focusWidget(), forward=forward)
        if target is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        return True

    # Places.

    @property
    def narrow(self) -> bool:
        """Whether lessons and explanation share one place."""
        return self.width() < NARROW

    def present(self, on: bool) -> None:
        """The stage alone on the full screen, with its caption and dots; or back."""
        if on == self.presenting:
            return
        self.presenting = on
        self.layers.begin(on)
        self.setFocus()
        self._show_parts()
        self.layers.watch(on and self.pages.page is None)
        self.stage.canvas.set_top(HEAD if on else 0)
        self.presenting_changed.emit(on)

    def saved_place(self) -> str:
        """Size and place of the window, for the settings."""
        return bytes(self.window().saveGeometry().toBase64().data()).decode("ascii")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        was_narrow = 0 < event.oldSize().width() < NARROW
        if self.narrow and not was_narrow:
            self.drawer_open = True
        self._show_parts()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.presenting:
            self.present(False)
        self.closing.emit()
        super().closeEvent(event)

    def _show_parts(self) -> None:
        chrome = not self.presenting
        for part in (self.top_bar, self.transport):
            part.setVisible(chrome)
        self.message.setVisible(chrome and bool(self.message.words.text()))
        self.navigation.setVisible(chrome and not (self.narrow and self.drawer_open))
        self.side_pane.setVisible(chrome and not (self.narrow and not self.drawer_open))
        self.presenter.setFixedHeight(round(self.height() * SHARE))
        page = self.pages.page
        self.presenter.setVisible(self.presenting and page is None)
        if page is not None:
            page.set_presenting(self.presenting)
        self.layers.place()
        self.stage.controls.setVisible(chrome and bool(self.stage.controls.parts))
        self.top_bar.set_drawer(narrow=self.narrow and page is None, drawer_open=self.drawer_open)

    def _set_drawer(self, drawer_open: bool) -> None:
        self.drawer_open = drawer_open
        self._show_parts()

    def _next_depth(self) -> int:
        """0 is followed by 1, 3 by the lesson's own steps, or by 1 if there are none."""
        return (self._ways.depth + 1) % 4 or (0 if self._ways.written else 1)

    def _toggle_full_screen(self) -> None:
        if self.presenting:
            self.present(False)
        else:
            self.window().setWindowState(self.window().windowState() ^ FULL)

    def _leave(self) -> None:
        if self.layers.escape():
            return
        if self.presenting:
            self.present(False)
        elif self.stage.canvas.pinned:
            self.stage.canvas.pin(())
        elif self.window().isFullScreen():
            self._toggle_full_screen()

    def _open_menu(self, at: QPoint) -> None:
        menu = self.stage_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def stage_menu(self) -> QMenu:
        """The context menu of the stage, from the table of actions."""
        return menu_of(self, self.situation(), self.look, self.do)


def _after(choice: str) -> str:
    order = THEMES[:3]
    return order[(order.index(choice) + 1) % len(order)] if choice in order else "dark"
