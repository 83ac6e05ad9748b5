"""The context menu of the stage, from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from app.actions import BY_ID, MENU, Situation, possible
from app.widgets.help_dialog import action_words, key_name
from app.widgets.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.widgets.look import Look


def menu_of(parent: QWidget, now: Situation, look: Look, do: Callable[[str], None]) -> QMenu:
    """The menu as it is now; what is chosen is done by its id."""
    menu = QMenu(parent)
    for name in MENU:
        if not name:
            menu.addSeparator()
            continue
        action = BY_ID[name]
        words = action_words(action)
        entry = menu.addAction(f"{words}\t{key_name(action.keys[0])}" if action.keys else words)
        if action.icon:
            entry.setIcon(icon(action.icon, look.colour("text")))
        entry.setEnabled(possible(action, now))
        entry.triggered.connect(lambda _checked=False, name=name: do(name))
    return menu
