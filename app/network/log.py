"""What one of our endpoints, or a proxy between two others, saw of a connection: entries for those who listen.

One end sees its own bytes when it writes them and the other's when they arrive; when the other end read ours, nobody
tells it. So such a recording has no READ entries, like a capture file (`Recording.reads` is False).
"""

from __future__ import annotations

from collections.abc import Callable

from protocol.recording import Entry, Kind
from protocol.vocabulary import Role

Listener = Callable[[Entry], None]
"""Takes the next entry: `Recording.append`, `Journal.append`, `Observer.feed`."""


class Log:
    """Tells every listener what happens, with the seconds that `clock` has counted since the first entry."""

    def __init__(self, clock: Callable[[], float], *listeners: Listener) -> None:
        self._clock = clock
        self._start: float | None = None
        self._listeners = listeners
        self._ended: set[Role] = set()

    def opened(self) -> None:
        """The TCP connection stands."""
        self._tell(Role.CLIENT, Kind.SYN)

    def data(self, who: Role, data: bytes) -> None:
        """`who` wrote these bytes."""
        if self._listeners and data:
            self._tell(who, Kind.DATA, bytes(data))

    def ended(self, who: Role, kind: Kind) -> None:
        """`who` sent FIN or RST: each end counts once."""
        if who not in self._ended:
            self._ended.add(who)
            self._tell(who, kind)

    def _tell(self, who: Role, kind: Kind, data: bytes = b"") -> None:
        if not self._listeners:
            return
        now = self._clock()
        if self._start is None:
            self._start = now
        entry = Entry(round(now - self._start, 6), who, kind, data, len(data))
        for listener in self._listeners:
            listener(entry)
