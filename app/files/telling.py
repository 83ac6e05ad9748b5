"""A TCP connection as a talk of the ledger: who is the client, when it began, and its bytes with their moments."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING, Final

from app.files.desk import SECOND, began
from protocol.recording import Setup
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.files.desk import Desk
    from protocol.talk import Talk


class Nowhere:
    """In place of a talk where nobody listens."""

    def pieces(self, times: Sequence[float], servers: bytes, pieces: Sequence[bytes]) -> None:
        """Forget these bytes."""


NOWHERE: Final = Nowhere()


class Telling:
    """A connection between two sides, 0 and 1. `client` is the side that is it, None while nobody knows.

    `key` is what finds its packets: addresses and ports, those of side 0 first."""

    def __init__(self, desk: Desk, key: bytes) -> None:
        self.client: int | None = None
        self.talk: Talk | None = None
        """The last WebSocket that was found."""
        self.base = 0
        """Time 0 of the talk, in nanoseconds since 1970."""
        self.last = 0
        """The time of its last entry, in nanoseconds since then."""
        self._desk = desk
        self._key = key

    def role(self, side: int) -> Role:
        """What this side is."""
        return Role.CLIENT if side == self.client else Role.SERVER

    def _begin(self, ns: int, *, whole: bool) -> Talk | None:
        assert self.client is not None
        half = (len(self._key) - 4) // 2
        ends = [
            address(self._key[:half], self._key[-4:-2]),
            address(self._key[half : 2 * half], self._key[-2:]),
        ]
        client, server = ends[self.client], ends[1 - self.client]
        self.talk = self._desk.begin(Setup(client, server, began=began(ns), whole=whole))
        self.base, self.last = ns, 0
        return self.talk

    def _pass(self, side: int, pieces: list[tuple[int, bytes]]) -> None:
        """Hand bytes on to the talk."""
        assert self.talk is not None
        who = self.role(side)
        for ns, data in pieces:
            self.talk.data(self._moment(ns), who, data)

    def _gap(self, ns: int, side: int, size: int) -> None:
        assert self.talk is not None
        self.talk.gap(self._moment(ns), self.role(side), size)

    def _moment(self, ns: int) -> float:
        """A time in seconds since the talk began; it does not run backwards."""
        self.last = max(self.last, ns - self.base)
        return self.last / SECOND


def address(host: bytes, port: bytes) -> str:
    """An address with its port, as people write it."""
    known, number = ip_address(host), int.from_bytes(port, "big")
    return f"{known}:{number}" if known.version == 4 else f"[{known}]:{number}"
