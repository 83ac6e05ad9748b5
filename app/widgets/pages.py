"""The four modes of the window, one page each. Learn stands from the beginning; the others are built when somebody
first goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.widgets.look import Look


class ModePage(QWidget):
    """What stands below the top bar in one mode."""

    def set_look(self, look: Look) -> None:
        """Theme and language; the translators of the language were installed before."""

    def do(self, action: str) -> None:
        """Does an action of the table whose place is this mode, or one that all modes share: export, copy."""

    def set_presenting(self, on: bool) -> None:
        """The page has the whole screen, or no longer."""

    @property
    def sections(self) -> tuple[QWidget, ...]:
        """The panes in the order in which Tab goes through them."""
        return (self,)


class Pages(QStackedWidget):
    """Learn, and beside it the pages that were visited."""

    def __init__(self, learn: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mode = "learn"
        self._makers: dict[str, Callable[[], ModePage]] = {}
        self._pages: dict[str, ModePage] = {}
        self._learn = learn
        self.addWidget(learn)

    @property
    def offered(self) -> tuple[str, ...]:
        """The modes that can be shown."""
        return ("learn", *self._makers)

    @property
    def page(self) -> ModePage | None:
        """The page that is shown; None in Learn."""
        return self._pages.get(self.mode)

    def offer(self, mode: str, maker: Callable[[], ModePage]) -> None:
        """`maker` builds the page of `mode` at its first visit."""
        self._makers[mode] = maker

    def go(self, mode: str, look: Look) -> bool:
        """Show the page of `mode`; whether there is one."""
        if mode != "learn" and mode not in self._makers:
            return False
        if mode != "learn" and mode not in self._pages:
            page = self._makers[mode]()
            self._pages[mode] = page
            self.addWidget(page)
            page.set_look(look)
        self.mode = mode
        self.setCurrentWidget(self._pages.get(mode, self._learn))
        return True

    def set_look(self, look: Look) -> None:
        """Theme and language of every page that was built."""
        for page in self._pages.values():
            page.set_look(look)
