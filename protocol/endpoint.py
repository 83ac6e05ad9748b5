"""What one endpoint knows: its state, who said Close, whether it failed, and what its program is told.

Both the `Connection` that really speaks and the `Observer` that only watches keep their endpoints in this one class,
so that the picture of an endpoint cannot differ from the endpoint. What an endpoint has said is what stands in the
bytes that it wrote (`written`), so that bytes made by hand count as well.

The close code of a connection (section 7.1.5) is the code of the first Close frame *received*: 1005 if that frame had
no body, 1006 if no Close frame was received before TCP ended. An endpoint that fails the connection does not read the
peer's answer any more (section 7.1.7), so its own program is told 1006 as well. The closure is clean if TCP ended after
both sides had sent a Close frame (section 7.1.4).
"""

from __future__ import annotations

from collections.abc import Iterable

from protocol.closing import CloseBody, CloseTold
from protocol.handshake import Check, Offer, Verdict, offer_of
from protocol.http11 import Request, Response
from protocol.machine import Signal, Transition, transition
from protocol.rules import Rule
from protocol.vocabulary import CloseCode, Role, State


def all_hold(checks: Iterable[Check]) -> bool:
    """Whether no check of a head was broken."""
    return all(check.verdict is not Verdict.BROKEN for check in checks)


class Endpoint:
    """One end of a connection; each method is something that happened to it and returns the row it took, if any."""

    def __init__(self, role: Role) -> None:
        self.role = role
        self.state = State.CONNECTING
        self.asked = Offer(host="", target="", key="")
        """What this client asked for: nothing as yet."""
        self.close_sent = False
        self.close_received: CloseBody | None = None
        self.failed: Rule | None = None
        self.told: CloseTold | None = None

    @property
    def listening(self) -> bool:
        """Whether what arrives is still read as messages: not after a failure, not after a Close (section 5.5.1)."""
        return self.failed is None and self.close_received is None and self.state is not State.CLOSED

    def sent_head(self, head: Request | Response) -> Transition | None:
        """The opening handshake, or the answer to it, left this endpoint."""
        if isinstance(head, Request):
            self.asked = offer_of(head)
            return None
        return self.sent_answer(head.status)

    def sent_answer(self, status: int) -> Transition | None:
        """The server sent its HTTP answer (section 4.2.2)."""
        return self._take(Signal.SENT_101 if status == 101 else Signal.REFUSED)

    def received_answer(self, checks: Iterable[Check]) -> Transition | None:
        """The client validated the server's answer (section 4.1)."""
        for check in checks:
            if check.verdict is Verdict.BROKEN:
                return self.fail_handshake(check.rule)
        return self._take(Signal.RECEIVED_101)

    def fail_handshake(self, rule: Rule) -> Transition | None:
        """The client fails the connection before it was open (sections 4.1 and 7.1.7)."""
        self.failed = rule
        return self._take(Signal.HANDSHAKE_FAILED)

    def found_open(self) -> Transition | None:
        """Frames follow an opening handshake that nobody could read: there was one, and it succeeded."""
        return self._take(Signal.RECEIVED_101 if self.role is Role.CLIENT else Signal.SENT_101)

    def sent_close(self) -> Transition | None:
        """A Close frame left this endpoint (section 7.1.2)."""
        self.close_sent = True
        return self._take(Signal.SENT_CLOSE)

    def received_close(self, body: CloseBody) -> Transition | None:
        """A valid Close frame was read (section 7.1.3)."""
        self.close_received = body
        return self._take(Signal.RECEIVED_CLOSE)

    def fail(self, rule: Rule) -> None:
        """The peer broke a rule; nothing more of it is read (section 7.1.7)."""
        self.failed = rule

    def tcp_closed(self) -> Transition | None:
        """The TCP connection is over for this endpoint (section 7.1.4)."""
        return self._take(Signal.TCP_CLOSED)

    def _take(self, signal: Signal) -> Transition | None:
        row = transition(self.role, self.state, signal)
        if row is None:
            return None
        self.state = row.next
        if row.next is State.CLOSED and row.signal is not Signal.REFUSED:
            self.told = self._close_told()
        return row

    def _close_told(self) -> CloseTold:
        body = self.close_received
        if body is None or self.failed is not None:
            return CloseTold(CloseCode.ABNORMAL, "", clean=False)
        code = CloseCode.NO_STATUS if body.code is None else body.code
        return CloseTold(code, body.reason, clean=self.close_sent)
