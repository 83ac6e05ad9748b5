"""Ctrl+C and a polite end from outside close the window as a click does.

Qt waits in C++, where Python's signal handlers do not run. A signal therefore also writes a byte into a socket that Qt
watches; that wakes Python, which then runs the handler.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier

SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


class Interrupts(QObject):
    """Calls `close` in the main thread when one of `SIGNALS` comes. `restore` gives the old handlers back."""

    def __init__(self, close: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)
        self._old_fd = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._old = {number: signal.signal(number, lambda *_: close()) for number in SIGNALS}

    def restore(self) -> None:
        """Undo everything."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old_fd)
        for number, handler in self._old.items():
            signal.signal(number, handler)
        self._reader.close()
        self._writer.close()

    def _drain(self) -> None:
        self._reader.recv(64)
