"""What the engine has to tell and the window has not fetched yet. Nothing is ever dropped: when too much waits, the
engine is told to read no more, and TCP makes the peers wait.

The engine's thread puts, the window's thread drains; both hold the lock for as long as it takes to move one item.
"""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING, Final

from app.network.live.values import Batch, Begun, Line, Notice

if TYPE_CHECKING:
    from collections.abc import Callable

OVER: Final = "over"
"""The connection has ended: its last item."""

Item = Begun | Line | Notice | str

WEIGHT: Final = 256
"""What an item counts besides its data: about the bytes that it takes here."""


class Outbox:
    """A queue with a mark. `full` is called in the engine's thread when more than `high` bytes wait, `roomy` in the
    window's when less than half of that does again."""

    def __init__(self, high: int, full: Callable[[], None], roomy: Callable[[], None]) -> None:
        self._high = high
        self._full = full
        self._roomy = roomy
        self._items: deque[tuple[int, Item]] = deque()
        self._lock = threading.Lock()
        self._waiting = 0
        self._is_full = False

    @property
    def waiting(self) -> int:
        """How many bytes wait."""
        return self._waiting

    @property
    def is_full(self) -> bool:
        """Whether the window is behind."""
        return self._is_full

    def put(self, number: int, item: Item) -> None:
        """Something happened on a connection, or with number 0 elsewhere."""
        with self._lock:
            self._items.append((number, item))
            self._waiting += _weight(item)
            is_new = self._waiting > self._high and not self._is_full
            self._is_full = self._is_full or is_new
        if is_new:
            self._full()

    def drain(self, limit_bytes: int, limit_entries: int) -> list[Batch]:
        """What waits, in order, up to these limits; one item at least. What belongs together is one batch."""
        batches: list[Batch] = []
        weight = count = 0
        items = self._items
        while items and count < limit_entries and weight < limit_bytes:
            number, item = items.popleft()
            if not batches or batches[-1].number != number:
                batches.append(Batch(number))
            _add(batches[-1], item)
            weight += _weight(item)
            count += 1
        with self._lock:
            self._waiting -= weight
            is_roomy = self._is_full and self._waiting <= self._high // 2
            self._is_full = self._is_full and not is_roomy
        if is_roomy:
            self._roomy()
        return batches


def _weight(item: Item) -> int:
    return WEIGHT + len(item.data) if isinstance(item, Line) else WEIGHT


def _add(batch: Batch, item: Item) -> None:
    if isinstance(item, Line):
        batch.lines.append(item)
    elif isinstance(item, Notice):
        batch.notices.append(item)
    elif isinstance(item, Begun):
        batch.begun = item
    else:
        batch.over = True
