"""Waiting without waiting: what another thread does, and what is done with it in the window's thread."""

from __future__ import annotations

from concurrent.futures import CancelledError, Future
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from app.reasons import SaidError
from app.translate import said

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")


class Later(QObject):
    """Settles futures in the thread that it was made in; a failure is told as one sentence."""

    told = Signal(str, str)
    """A sentence for the message strip, and its kind."""
    _settled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settled.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def when(
        self,
        future: Future[_T],
        done: Callable[[_T], object],
        always: Callable[[], object] | None = None,
        *,
        quiet: bool = False,
    ) -> None:
        """Once the future is there: `always`, then `done` with what it has, or its failure as a sentence."""

        def settle() -> None:
            if always is not None:
                always()
            try:
                value = future.result()
            except CancelledError:
                return
            except (SaidError, OSError, ValueError) as error:
                if not quiet:
                    self.say(error)
                return
            done(value)

        future.add_done_callback(lambda _: self._post(settle))

    def _post(self, deed: Callable[[], object]) -> None:
        """From any thread."""
        try:
            self._settled.emit(deed)
        except RuntimeError:  # the page is gone, and nobody waits any more
            return

    def _settle(self, deed: Callable[[], object]) -> None:
        deed()

    def say(self, error: Exception, kind: str = "error") -> None:
        """A failure, in the words of the reader."""
        self.tell(said(error), kind)

    def tell(self, sentence: str, kind: str = "notice") -> None:
        """A sentence."""
        self.told.emit(sentence, kind)
