"""One-time tickets: a token that may be seen, because it is good once and for seconds only.

    page                         server
      | -- POST /ticket, logged in -> |   an ordinary request, with its cookie and all its checks
      | <----------------- "k3Vq…" -- |   issue("ann")
      | -- GET /chat?ticket=k3Vq… --> |   redeem: ann, and the ticket is gone
      | -- GET /chat?ticket=k3Vq… --> |   redeem again: refused

A page has to put what it knows into the URL, where it ends up in histories and logs. A ticket that lies there has been
used already. The server keeps the SHA-256 of each ticket, not the ticket: what leaks from its memory opens nothing, and
looking one up takes a time that tells nothing of the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from protocol.vocabulary import CloseCode

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE_LEAST: Final = 16
"""No ticket has fewer characters: 16 of base64url are 96 bits, which nobody guesses in a few seconds."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A ticket for someone, good until the moment `until`."""

    ticket: str
    until: float


@dataclass(frozen=True, slots=True)
class NoRoom:
    """No ticket was issued: `limit` are not redeemed yet. Answer with status 503."""

    limit: int


@dataclass(frozen=True, slots=True)
class Redeemed:
    """The ticket was good: this is `who`. It is good no more."""

    who: str


@dataclass(frozen=True, slots=True)
class TicketRefused:
    """The ticket is not good: `why` is one sentence for our log; the client learns the status or the code only."""

    why: str
    status: int = 401
    close_code: CloseCode = CloseCode.POLICY


class Tickets:
    """The tickets of one server. `fresh` gives a new ticket at each call (chance comes from outside); each is good for
    `lifetime` seconds; at most `limit` are kept."""

    def __init__(self, fresh: Callable[[], str], *, lifetime: float = 30.0, limit: int = 10_000) -> None:
        if not (lifetime > 0 and limit >= 1):
            raise ValueError("tickets need a lifetime above 0 seconds and a limit of at least 1")
        self._fresh = fresh
        self._lifetime = lifetime
        self._limit = limit
        self._open: dict[bytes, tuple[str, float]] = {}
        """Who and until when, by the hash of the ticket; the oldest first."""

    def __len__(self) -> int:
        return len(self._open)

    def issue(self, who: str, now: float) -> Issued | NoRoom:
        """A ticket for `who`. ValueError if `fresh` gives a short one or one that is in use: then it is not chance."""
        self._forget(now)
        if len(self._open) >= self._limit:
            return NoRoom(self._limit)
        ticket = self._fresh()
        place = _hash(ticket)
        if len(ticket) < SIZE_LEAST or place in self._open:
            raise ValueError(f"a ticket is at least {SIZE_LEAST} characters of chance that did not come before")
        self._open[place] = (who, now + self._lifetime)
        return Issued(ticket, now + self._lifetime)

    def redeem(self, ticket: str, now: float) -> Redeemed | TicketRefused:
        """Who the ticket is for. Looking at it uses it up, whatever the answer."""
        found = self._open.pop(_hash(ticket), None)
        if found is None:
            return TicketRefused("The ticket is unknown, or was used before.")
        who, until = found
        if now >= until:
            return TicketRefused(f"The ticket expired {now - until:.0f} seconds ago.")
        return Redeemed(who)

    def _forget(self, now: float) -> None:
        """Tickets expire in the order in which they were issued."""
        for place, (_, until) in list(self._open.items()):
            if now < until:
                break
            del self._open[place]


def _hash(ticket: str) -> bytes:
    return sha256(ticket.encode("utf-8", "surrogatepass")).digest()
