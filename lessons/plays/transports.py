"""The same events brought to a page in four ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

WAYS: Final = ("polling", "longpoll", "stream", "websocket")
"""What a way is called: polling, long polling, server-sent events and WebSocket. The connections are named so, too."""


@dataclass(frozen=True, slots=True)
class TransportsSetup:
    """`events` events of `size` bytes come up at the server, one in each `every` seconds.

    A page that polls asks every `poll` seconds; a long poll is answered empty after `hold` seconds. The page's own
    program has `says` things to tell the server. A byte is `latency` seconds on its way, in either direction.
    `used` is the way that the learner's application takes."""

    events: int = 12
    size: int = 20
    every: float = 2.5
    poll: float = 1.0
    hold: float = 25.0
    says: int = 0
    latency: float = 0.05
    used: str = WAYS[0]
