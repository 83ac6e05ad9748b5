"""A mailbox: what waits for one consumer, and what happens when it does not keep up.

A server that sends faster than one of its clients reads must keep the difference somewhere. Without a bound the slowest
client decides how much memory the server needs, so every queue has one, and a rule for the day it is full:

    rule         who loses                        fits
    ----         ---------                        ----
    DROP_OLDEST  the consumer, what it missed     prices, positions: only the latest value counts
    DROP_NEWEST  the consumer, what comes next    logs: the beginning explains the rest
    DISCONNECT   the consumer, its connection     chat, orders: a gap would be a lie; it comes back and asks anew

A consumer that is disconnected is told 1013 (try again later: it may come back) or 1008 (policy: it is too slow here).
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from protocol.vocabulary import CloseCode

T = TypeVar("T")


class Slow(Enum):
    """The rule for a full mailbox."""

    DROP_OLDEST = "drop oldest"
    DROP_NEWEST = "drop newest"
    DISCONNECT = "disconnect"


@dataclass(frozen=True, slots=True)
class Bound:
    """How many items a mailbox holds, what happens to one more, and with which code a consumer is disconnected."""

    limit: int = 64
    slow: Slow = Slow.DROP_OLDEST
    code: CloseCode = CloseCode.TRY_AGAIN_LATER

    def __post_init__(self) -> None:
        if self.limit < 1:
            raise ValueError("a mailbox holds at least 1 item")
        if self.code not in {CloseCode.TRY_AGAIN_LATER, CloseCode.POLICY}:
            raise ValueError("a slow consumer is disconnected with 1013 or 1008")


class Mailbox(Generic[T]):
    """The items that wait for one consumer, oldest first."""

    def __init__(self, bound: Bound) -> None:
        self.bound = bound
        self.dropped = 0
        """How many items were lost in all: a client may be told."""
        self.overflowed = False
        """Whether the rule is to disconnect and the moment has come; nothing is taken any more."""
        self._items: deque[T] = deque()

    def __len__(self) -> int:
        return len(self._items)

    def put(self, item: T) -> T | None:
        """Add an item; what was lost for it, be it an older one or itself, or None."""
        if self.overflowed:
            return self._lose(item)
        if len(self._items) < self.bound.limit:
            self._items.append(item)
            return None
        match self.bound.slow:
            case Slow.DROP_OLDEST:
                self._items.append(item)
                return self._lose(self._items.popleft())
            case Slow.DROP_NEWEST:
                return self._lose(item)
            case Slow.DISCONNECT:
                self.overflowed = True
                return self._lose(item)

    def take(self, most: int | None = None) -> list[T]:
        """The oldest items, `most` of them or all; they are gone from the mailbox."""
        count = len(self._items) if most is None else min(most, len(self._items))
        return [self._items.popleft() for _ in range(count)]

    def _lose(self, item: T) -> T:
        self.dropped += 1
        return item
