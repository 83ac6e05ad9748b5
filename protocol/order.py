"""The rules about the order of things, which no frame breaks by itself.

    request.wait    the client sends a frame before the server has answered its request       section 4.1
    close.after     a data frame follows a Close frame of the same side                       section 5.5.1
    ping.answer     a ping is not answered                                                    section 5.5.2
    close.answer    a Close frame is not answered                                             section 5.5.1

That something was not answered shows only when it no longer can be. A recording of our own endpoints has READ entries,
and the observer says it (`Missed`). In a capture nobody sees what has arrived, so that three things must come together:
the one who was asked has ended TCP (or, for a ping, has answered a later Close: bytes arrive in order); since the
question, the time of a round trip has passed; and no bytes are missing in which the answer may have been. Everything
else is left open. For the same reason a client whose frames come first has not waited only when the server's answer
comes after them, or none does: that the capture has lost the answer shows as late as in the server's next bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from protocol.findings import VIOLATION, Finding
from protocol.rules import CLOSE_AFTER, CLOSE_ANSWER, PING_ANSWER, REQUEST_WAIT
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from protocol.rules import Rule
    from protocol.talk import Talk

PATIENCE: Final = 1.0
"""Seconds for which somebody who has said Close waits before it is taken to have waited for the answer."""

NEARLY: Final = 0.9
"""A round trip is measured, so that an answer may be a little faster."""

_CONTROL: Final = bytes(1 if first & 0x8 else 0 for first in range(256))
"""For each first byte of a frame: 1 if the frame is a control frame."""


class _Side:
    """What one side has said and not been answered."""

    def __init__(self) -> None:
        self.close: tuple[int, float] | None = None
        """Number and time of its first Close frame."""
        self.ping: tuple[int, float] | None = None
        """Its last ping, while that is not answered."""
        self.ended: float | None = None
        self.lost: bool = False
        """Whether bytes are missing that may have been an answer."""


class Order:
    """Follows one connection; `take` gives what was found since the last time."""

    def __init__(self, *, whole: bool, reads: bool) -> None:
        self._sides = {role: _Side() for role in Role}
        self._reads = reads
        self._waits = whole
        """Whether the client still has to wait for the server's answer."""
        self._early = range(0)
        """The frames of a client that seems not to have waited."""
        self.watches = {Role.CLIENT: whole, Role.SERVER: False}
        """Whether data frames of a side have to be shown to `frames` as well; control frames always have."""
        self._asked: float | None = None
        self._opened: float | None = None
        self._round: float | None = None
        """The shortest round trip that was seen, in seconds."""
        self.found: list[Finding] = []
        """What was found since the last `take`."""

    def take(self) -> list[Finding]:
        """What was found; the next call gives what comes after it."""
        found, self.found = self.found, []
        return found

    def first_close(self, who: Role) -> int | None:
        """The number of the first Close frame of `who`."""
        close = self._sides[who].close
        return None if close is None else close[0]

    def opened(self, who: Role, time: float) -> None:
        """SYN was seen; the server's answers the client's."""
        if who is Role.CLIENT:
            self._opened = time
        elif self._opened is not None:
            self._went_round(time - self._opened)

    def asked(self, time: float) -> None:
        """The request was sent."""
        self._asked = time

    def answered(self, time: float, talk: Talk) -> None:
        """The server's answer was sent."""
        self._did_not_wait(talk)
        self._wait_no_more()
        if self._asked is not None:
            self._went_round(time - self._asked)

    def _went_round(self, seconds: float) -> None:
        self._round = seconds if self._round is None else min(self._round, seconds)

    def lost(self, who: Role) -> None:
        """Bytes of `who` are missing: perhaps the answer to what the other side has asked, perhaps the 101."""
        side, peer = self._sides[who], self._sides[who.peer]
        side.lost = side.lost or peer.close is not None
        peer.ping = None
        if who is Role.SERVER:
            self._wait_no_more()

    def reset(self, who: Role, talk: Talk) -> None:
        """`who` has broken off."""
        if who is Role.SERVER:
            self._did_not_wait(talk)

    def _did_not_wait(self, talk: Talk) -> None:
        """The server's answer was not lost: it comes only now, or never."""
        for number in self._early:
            self._say(REQUEST_WAIT, Role.CLIENT, Role.CLIENT, number, talk)
        self._early = range(0)

    def _wait_no_more(self) -> None:
        self._waits, self._early = False, range(0)
        self.watches[Role.CLIENT] = self._sides[Role.CLIENT].close is not None

    def frames(self, who: Role, first: int, firsts: bytes, time: float, talk: Talk) -> None:
        """`who` sent frames side by side, the first of them with the number `first`."""
        if self._waits and who is Role.CLIENT:
            self._early = range(self._early.start if self._early else first, first + len(firsts))
            if self._reads:
                self._did_not_wait(talk)
        side = self._sides[who]
        kinds = firsts.translate(_CONTROL)
        at = 0 if side.close is not None else kinds.find(1)
        while 0 <= at < len(kinds):
            if kinds[at]:
                self._control(who, first + at, firsts[at] & 0b1111, time, talk)
            elif side.close is not None:
                self._say(CLOSE_AFTER, who, who, first + at, talk)
            at = at + 1 if side.close is not None else kinds.find(1, at + 1)

    def _control(self, who: Role, number: int, opcode: int, time: float, talk: Talk) -> None:
        side, peer = self._sides[who], self._sides[who.peer]
        if opcode == Opcode.CLOSE and side.close is None:
            side.close = (number, time)
            self.watches[who] = True
            if peer.close is not None and self._has_arrived(peer.close[1], time):
                self._unanswered_ping(who, time, talk)
        elif opcode == Opcode.PING and not self._reads and side.close is None and peer.close is None:
            side.ping = (number, time)
        elif opcode == Opcode.PONG and peer.ping is not None:
            asked = talk.facts.frame(who.peer, peer.ping[0]).payload
            if asked == talk.facts.frame(who, number).payload:
                peer.ping = None

    def ended(self, who: Role, time: float, talk: Talk) -> None:
        """`who` sends no more."""
        side, peer = self._sides[who], self._sides[who.peer]
        if side.ended is not None:
            return
        side.ended = time
        if who is Role.SERVER:
            self._did_not_wait(talk)
        if self._reads or talk.has_failed(who):
            return
        if peer.ended is None:
            self._unanswered_ping(who, time, talk)
        if side.close is not None or peer.close is None or side.lost or self._waits:
            return
        number, asked = peer.close
        waited = peer.ended is None or peer.ended - asked >= max(PATIENCE, 3 * (self._round or 0))
        if waited and self._has_arrived(asked, time):
            self._say(CLOSE_ANSWER, who, who.peer, number, talk)

    def _unanswered_ping(self, who: Role, time: float, talk: Talk) -> None:
        peer = self._sides[who.peer]
        if peer.ping is not None and self._has_arrived(peer.ping[1], time):
            self._say(PING_ANSWER, who, who.peer, peer.ping[0], talk)
        peer.ping = None

    def _has_arrived(self, sent: float, now: float) -> bool:
        """Whether what was sent then had arrived before the other side sent what was seen now."""
        return now - sent >= NEARLY * (self._round or 0)

    def _say(self, rule: Rule, by: Role, who: Role, number: int, talk: Talk) -> None:
        self.found.append(Finding(rule, by, who, number, 0, talk.facts.frame(who, number).size * 8, VIOLATION))
