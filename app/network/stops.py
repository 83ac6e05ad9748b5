"""Ctrl+C and SIGTERM for programs without a window: the first asks to stop, the second to stop at once."""

from __future__ import annotations

import asyncio
import logging
import signal
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Any, Final

SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)

logging.getLogger("asyncio").setLevel(logging.ERROR)  # that a peer resets TCP while TLS is read is no news to our user


class Stops:
    """Catches both signals while it is entered, in the main thread of a running loop."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        """Set by the first signal."""
        self.again = asyncio.Event()
        """Set by the second."""
        self._old: dict[int, Any] = {}

    def __enter__(self) -> Stops:
        self._loop = asyncio.get_running_loop()
        for number in SIGNALS:
            self._old[number] = signal.getsignal(number)
            try:
                self._loop.add_signal_handler(number, self._come)
            except NotImplementedError:  # Windows: the handler runs in between, and wakes the loop
                signal.signal(number, self._wake)
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        for number, handler in self._old.items():
            with suppress(NotImplementedError):
                self._loop.remove_signal_handler(number)
            signal.signal(number, handler)

    def _wake(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self._loop.call_soon_threadsafe(self._come)

    def _come(self) -> None:
        (self.again if self.asked.is_set() else self.asked).set()
