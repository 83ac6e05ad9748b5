"""The head of the stage: where the server can be reached, in letters to be copied from a projector, and what can be
started from here; at the right the frames per second of the last minute.

A proxy that runs has a line of its own below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.figures import live_rates
from app.model.live.cards import Overview, Station
from app.widgets.button import Button, KeyButton
from app.widgets.live.figure_view import FigureView
from app.widgets.look import draw_panel, draw_words, look_of, painter_for
from app.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.drawing.marks import Room, Scene

GAP = 16
DOT = 13.0


class AddressCard(Button):
    """The address, 19 pixels high. A click copies it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.station = Station()
        self.setFixedHeight(44)
        self.setMinimumWidth(200)
        self.setMaximumWidth(420)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_station(Station())

    def set_station(self, station: Station) -> None:
        """Shows where it listens, or that it does not."""
        self.station = station
        self.setEnabled(bool(station.address))
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """All words anew in the present language."""
        words = {
            "stopped": self.tr("not running"),
            "starting": self.tr("starting…"),
            "listening": self.station.address,
            "stopping": self.tr("stopping…"),
        }[self.station.state]
        self.setText(words)
        copied = self.tr("{address}, copies the address").format(address=words)
        self.setAccessibleName(copied if self.station.address else words)
        self.setToolTip(self.tr("Copy the address") if self.station.address else "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(420, 44)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, area = look_of(self), QRectF(self.rect())
        listens = self.station.state == "listening"
        with painter_for(self) as painter:
            border, line = self.border(look, "line2")
            draw_panel(painter, area, 8, look.colour(self.fill_token()), look.colour(border), line=max(line, 1.5))
            dot = QRectF(16, (area.height() - DOT) / 2, DOT, DOT)
            if listens:
                draw_panel(painter, dot, DOT / 2, look.colour("ok.edge"))
            else:
                draw_panel(painter, dot, DOT / 2, None, look.colour("line3"), line=2)
            painter.setPen(look.colour("text" if listens else "text3"))
            room = area.width() - 40 - 12
            for size in (19, 17, 15, 13):
                font = look.font(size, bold=listens, mono=listens)
                if QFontMetricsF(font).horizontalAdvance(self.text()) <= room:
                    break
            text = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)
            painter.setFont(font)
            draw_words(painter, area.adjusted(40, 0, -12, 0), text)


class QuietButton(Button):
    """Words without a frame, 28 pixels high, for what is not done all the time."""

    focus_radius = 6.0

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(look_of(self).font(13)).horizontalAdvance(self.text())
        return QSize(round(words + 17), 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, area = look_of(self), QRectF(self.rect())
        with painter_for(self) as painter:
            if self._hover and self.isEnabled():
                draw_panel(painter, area, 6, look.colour("sel"), look.colour("line2"))
            painter.setFont(look.font(13))
            painter.setPen(look.colour("text2" if self.isEnabled() else "text3"))
            painter.setOpacity(1 if self.isEnabled() else 0.6)
            draw_words(painter, area, self.text(), "middle")


ASKS = ("settings", "page", "connect", "proxy", "weather")


class StationBar(QWidget):
    """Says what is asked for: `start`, `stop`, `copy`, one of `ASKS`, `proxy.stop`, `proxy.copy`."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overview = Overview()
        self._server, self._proxy = Station(), Station()
        self.address = AddressCard()
        self.switch = KeyButton()
        self.switch.setFixedHeight(36)
        self.asks = {name: QuietButton() for name in ASKS}
        self.rates = FigureView(self._draw_rates, round(live_rates.HEIGHT), least=300)
        self._title = Text(13, 28, bold=True, colour="text2", wrap=False)
        self._note = Text(13, 18, colour="warn.edge", wrap=False)
        self._proxy_line = QWidget()
        self._proxy_words = Text(14, 28, mono=True, wrap=False)
        self._proxy_title = Text(13, 28, bold=True, colour="text2", wrap=False)
        self.proxy_buttons = {name: QuietButton() for name in ("proxy.copy", "proxy.stop")}
        self._arrange()
        self._connect()
        self.set_stations(Station(), Station())
        self.retranslate()

    def set_stations(self, server: Station, proxy: Station) -> None:
        """Shows the server and the proxy."""
        self._server, self._proxy = server, proxy
        self.address.set_station(server)
        self.switch.setEnabled(server.state in {"stopped", "listening"})
        self.asks["page"].setEnabled(bool(server.page))
        self._proxy_line.setVisible(bool(proxy.address))
        self._proxy_words.set_text(f"{proxy.address}  →  {proxy.proxy}")
        self._note.setVisible(server.exposed and server.state == "listening")
        self.retranslate()

    def set_overview(self, overview: Overview) -> None:
        """Shows the frames per second."""
        if (overview.up, overview.down) != (self._overview.up, self._overview.down):
            self._overview = overview
            self.rates.refresh()

    def retranslate(self) -> None:
        """All words anew in the present language."""
        self._title.set_text(self.tr("Server"))
        self._title.setMinimumWidth(round(self._title.natural_width() + 1))
        running = self._server.state in {"listening", "stopping"}
        self.switch.setText(self.tr("Stop") if running else self.tr("Start"))
        self.switch.setAccessibleName(self.tr("Stop the server") if running else self.tr("Start the server"))
        self.switch.updateGeometry()
        words = {
            "settings": (self.tr("Settings"), self.tr("Settings of the server")),
            "page": (self.tr("Open page"), self.tr("Open the server’s page in a browser")),
            "connect": (self.tr("Connect"), self.tr("Connect to a server as its client")),
            "proxy": (self.tr("Proxy"), self.tr("Stand between a client and a server")),
            "weather": (self.tr("Weather"), self.tr("Delay, cut or break what is sent")),
            "proxy.copy": (self.tr("Copy"), self.tr("Copy the address of the proxy")),
            "proxy.stop": (self.tr("Stop"), self.tr("Stop the proxy")),
        }
        for name, button in (self.asks | self.proxy_buttons).items():
            button.setText(words[name][0])
            button.setAccessibleName(words[name][1])
            button.setToolTip(words[name][1])
            button.updateGeometry()
        self._proxy_title.set_text(self.tr("Proxy"))
        self._note.set_text(self.tr("Other machines can reach it"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.address.clicked.connect(lambda: self.asked.emit("copy"))
        self.switch.clicked.connect(lambda: self.asked.emit("start" if self._server.state == "stopped" else "stop"))
        for name, button in (self.asks | self.proxy_buttons).items():
            button.clicked.connect(lambda _checked=False, name=name: self.asked.emit(name))

    def _draw_rates(self, width: float, room: Room) -> Scene:
        return live_rates.draw(self._overview.up, self._overview.down, width, room)

    def _arrange(self) -> None:
        titles = QHBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self._title)
        titles.addSpacing(8)
        for button in self.asks.values():
            titles.addWidget(button)
        titles.addSpacing(8)
        titles.addWidget(self._note)
        titles.addStretch(1)
        place = QHBoxLayout()
        place.setSpacing(GAP)
        place.addWidget(self.address, 1)
        place.addWidget(self.switch)
        place.addStretch(0)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addLayout(titles)
        left.addLayout(place)
        sides = QHBoxLayout()
        sides.setSpacing(24)
        sides.addLayout(left, 3)
        sides.addWidget(self.rates, 4)
        line = QHBoxLayout(self._proxy_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._proxy_title)
        line.addWidget(self._proxy_words)
        for button in self.proxy_buttons.values():
            line.addWidget(button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 4)
        column.setSpacing(4)
        column.addLayout(sides)
        column.addWidget(self._proxy_line)
