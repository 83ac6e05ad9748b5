"""The menu of a figure in Live and Capture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from app.widgets.traffic.figure_menu import figure_menu, offer_figure

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""Without a desktop no menu comes to the front."""


def test_a_right_click_offers_to_export_the_figure(shown):
    pane, asked = shown(QWidget(), 200, 100), []
    offer_figure(pane, lambda: asked.append(1))
    pane.customContextMenuRequested.emit(QPoint(5, 5))
    (menu,) = pane.findChildren(QMenu)
    (entry,) = menu.actions()
    assert entry.text() == "Export the figure…"
    entry.trigger()
    assert asked == [1]
    menu.close()


def test_it_is_gone_once_it_is_closed(qtbot, shown):
    pane = shown(QWidget(), 200, 100)
    menu = figure_menu(pane, lambda: None)
    menu.popup(QPoint(0, 0))
    menu.close()
    qtbot.waitUntil(lambda: not pane.findChildren(QMenu))
