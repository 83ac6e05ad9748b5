"""The top bar: mark and name, the mode switch in the middle, language, theme and Present at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from app.widgets.button import IconButton, KeyButton
from app.widgets.icons import icon
from app.widgets.look import look_of, painter_for
from app.widgets.segments import Segments
from app.widgets.text import Text

MODES = ("learn", "lab", "live", "capture")

THEMES = ("light", "dark", "contrast", "system")


class Mark(QWidget):
    """Client and server, joined: the only colour of the chrome."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(34, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self)
        with painter_for(self) as painter:
            painter.setPen(QPen(look.colour("text2"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(QPointF(9, 8), QPointF(26, 8))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("cli.fill"))
            painter.drawEllipse(QPointF(7, 8), 6, 6)
            painter.setBrush(look.colour("srv.fill"))
            painter.drawRoundedRect(QRectF(20.5, 2.5, 11, 11), 2, 2)


class TopBar(QFrame):
    """48 pixels high. It shows the language and theme it is told, and says which were chosen."""

    mode_chosen = Signal(str)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    present_clicked = Signal()
    pane_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("TopBar")
        self.setFixedHeight(48)
        self._theme = "system"
        self._modes: tuple[str, ...] = ("learn",)
        self._drawer_open = True
        self.modes = Segments(parent=self)
        self.languages = Segments(small=True, parent=self)
        self.theme_button = IconButton("theme-light", parent=self)
        self.pane_button = IconButton("pane", parent=self)
        self.present_button = KeyButton("F5", parent=self)
        self._name = Text(16, 22, bold=True, wrap=False)
        self._name.set_text("WebSocket 101")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(0)
        row.addWidget(Mark())
        row.addSpacing(10)
        row.addWidget(self._name)
        row.addStretch(1)
        right = QHBoxLayout()
        right.setSpacing(12)
        for widget in (self.languages, self.theme_button, self.pane_button, self.present_button):
            right.addWidget(widget)
        row.addLayout(right)
        self.menu = QMenu(self)
        self._theme_actions = self._build_menu()
        self.modes.chosen.connect(self.mode_chosen.emit)
        self.languages.chosen.connect(self.language_chosen.emit)
        self.theme_button.clicked.connect(self._open_menu)
        self.pane_button.clicked.connect(self.pane_clicked)
        self.present_button.clicked.connect(self.present_clicked)
        self.retranslate()
        self.modes.set_value("learn")
        self.set_language("en")
        self.set_drawer(narrow=False, drawer_open=True)

    def set_modes(self, offered: tuple[str, ...]) -> None:
        """Which modes there are."""
        self._modes = offered
        self.retranslate()

    def set_mode(self, mode: str) -> None:
        """Raises the mode that is shown."""
        self.modes.set_value(mode)

    def set_language(self, lang: str) -> None:
        """Raises EN or 中文."""
        self.languages.set_value(lang)
        self._centre_modes()

    def set_theme(self, name: str, shown: str) -> None:
        """The chosen theme (`system` included) and the one that it stands for now."""
        self._theme = name
        self.theme_button.set_icon(f"theme-{shown}")
        self._theme_actions[name].setChecked(True)
        self.retranslate()

    def set_drawer(self, *, narrow: bool, drawer_open: bool) -> None:
        """Whether lessons and explanation share one place, and which of them stands there."""
        self._drawer_open = drawer_open
        self.pane_button.setVisible(narrow)
        self.pane_button.set_icon("lessons" if drawer_open else "pane")
        self.retranslate()

    def retranslate(self) -> None:
        """All words anew in the present language."""
        names = {
            "learn": self.tr("Learn"),
            "lab": self.tr("Lab"),
            "live": self.tr("Live"),
            "capture": self.tr("Capture"),
        }
        self.modes.set_choices([(mode, names[mode]) for mode in MODES])
        for number, (mode, button) in enumerate(zip(MODES, self.modes.buttons, strict=True), start=1):
            button.setEnabled(mode in self._modes)
            button.setToolTip(f"{names[mode]}  Ctrl+{number}")
        self.languages.set_choices([("en", "EN"), ("zh_CN", "中文")])
        english, chinese = self.languages.buttons
        english.setAccessibleName("English")
        chinese.setAccessibleName("中文")
        themes = {
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
            "system": self.tr("As the system"),
        }
        for name, action in self._theme_actions.items():
            action.setText(themes[name])
            chosen = name == self._theme
            action.setIcon(icon("tick", look_of(self).colour("text")) if chosen else QIcon())
        self.theme_button.setAccessibleName(self.tr("Theme: {name}").format(name=themes[self._theme]))
        self.theme_button.setToolTip(self.tr("Theme") + "  Ctrl+T")
        pane = self.tr("Show the lessons") if self._drawer_open else self.tr("Show the explanation")
        self.pane_button.setAccessibleName(pane)
        self.pane_button.setToolTip(pane + "  F4")
        self.present_button.setText(self.tr("Present"))
        self.present_button.updateGeometry()
        self._centre_modes()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre_modes()

    def _centre_modes(self) -> None:
        size = self.modes.sizeHint()
        self.modes.setGeometry(round((self.width() - size.width()) / 2), 8, size.width(), 32)

    def _build_menu(self) -> dict[str, QAction]:
        group = QActionGroup(self)
        actions = {}
        for name in THEMES:
            action = QAction(self)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, name=name: self.theme_chosen.emit(name))
            group.addAction(action)
            self.menu.addAction(action)
            actions[name] = action
        return actions

    def _open_menu(self) -> None:
        corner = self.theme_button.mapToGlobal(self.theme_button.rect().bottomLeft())
        self.menu.popup(corner)
