"""Lines for a reader who may be slow, or gone: a server must not wait for whoever watches it.

A thread of its own writes them. If the reader stops, the lines that do not fit are left out and counted; if it is gone,
nothing is written any more, and the server goes on.
"""

from __future__ import annotations

import queue
import sys
import threading
from typing import Final

ROOM: Final = 10_000
"""How many lines may wait."""


class Spool:
    """Writes lines to stdout, in order."""

    def __init__(self, room: int = ROOM) -> None:
        self._lines: queue.Queue[str | None] = queue.Queue(room)
        self._left_out = 0
        self._thread = threading.Thread(target=self._write, name="spool", daemon=True)
        self._thread.start()

    def say(self, line: str) -> None:
        """Write this line as soon as the reader takes it."""
        try:
            if self._left_out:
                self._lines.put_nowait(f"({self._left_out} lines were left out: nobody read them)")
                self._left_out = 0
            self._lines.put_nowait(line)
        except queue.Full:
            self._left_out += 1

    @property
    def waiting(self) -> int:
        """How many lines the reader has not taken; none if it is gone."""
        return self._lines.qsize() if self._thread.is_alive() else 0

    def close(self, seconds: float = 1.0) -> None:
        """Wait so long for the reader to take the rest."""
        try:
            self._lines.put(None, timeout=seconds)
        except queue.Full:
            return
        self._thread.join(seconds)

    def _write(self) -> None:
        while (line := self._lines.get()) is not None:
            encoding = sys.stdout.encoding or "utf-8"
            try:
                sys.stdout.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")
                sys.stdout.flush()
            except (OSError, ValueError):  # the reader is gone, or the disk is full
                return
