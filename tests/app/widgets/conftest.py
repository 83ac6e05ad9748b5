"""Widgets under test: shown at a size, in English, without a display."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtWidgets import QWidget

from app.drawing.fonts import load_fonts
from app.model.course import Course, NavGroup, NavLesson, NavPhase
from app.model.track import Track, TrackPhase

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

Shown = TypeVar("Shown", bound=QWidget)


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., QWidget]:
    """Shows a widget and waits until it stands."""
    load_fonts("en")

    def show(widget: QWidget, width: int = 0, height: int = 0) -> QWidget:
        qtbot.addWidget(widget)
        if width:
            widget.resize(width, height or widget.sizeHint().height())
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show


@pytest.fixture
def track() -> Track:
    """Five steps in two phases; the second step is current."""
    phases = (TrackPhase("tcp", "TCP", 0, 2), TrackPhase("request", "Request", 2, 3))
    return Track(("open", "sent", "line", "check", "done"), phases, 1)


@pytest.fixture
def course() -> Course:
    """Three lessons in two groups; the first is open."""
    phases = (
        NavPhase("a", "HTTP or WebSocket?", "done"),
        NavPhase("b", "Line by line", "current"),
        NavPhase("c", "When it fails"),
    )
    connect = NavGroup("Connect", (NavLesson("hs", "Opening handshake", 1, 3, phases), NavLesson("key", "Accept key")))
    return Course((connect, NavGroup("Close", (NavLesson("close", "Closing handshake", 4, 4),))), "hs")
