"""Announcing never fails, with or without a reader of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from app.widgets.announce import announce

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("active", [True, False])
def test_it_is_said_or_left(qtbot: QtBot, active: bool) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    QAccessible.setActive(active)
    announce(label, "The port is in use.")
    announce(label, "")
    QAccessible.setActive(False)
