"""The menu of a figure in Live and Capture: it can be taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


def offer_figure(pane: QWidget, export: Callable[[], object]) -> None:
    """A right click on the pane offers its figure."""

    def show(at: QPoint) -> None:
        menu = figure_menu(pane, export)
        menu.popup(pane.mapToGlobal(at))

    pane.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    pane.customContextMenuRequested.connect(show)


def figure_menu(pane: QWidget, export: Callable[[], object]) -> QMenu:
    """The menu, which is gone once it is closed."""
    menu = QMenu(pane)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    entry = menu.addAction(QCoreApplication.translate("actions", "Export the figure…"))
    entry.setShortcut(QKeySequence("Ctrl+Shift+E"))
    entry.triggered.connect(lambda _checked=False: export())
    return menu
