"""A WebSocket endpoint without sockets: bytes in, events and bytes out (RFC 6455, both roles).

    connection = Connection.client(offer, masks)         connection = Connection.server(policy)
    connection.connect()                                 events = connection.receive(data)
    transport.write(connection.bytes_to_send())          transport.write(connection.bytes_to_send())

Keys, masks and time come in from outside, so that a run can be repeated to the bit. What the peer does wrong is an
event (`Failed`, `Refused`); what our own program does wrong is an exception (`StateError`). After every call, write
`bytes_to_send()`, then close TCP if `close_tcp` says so, and tell the connection with `tcp_closed()` when TCP is over.
"""

from __future__ import annotations

from collections.abc import Callable

from protocol.closing import close_payload
from protocol.endpoint import Endpoint, all_hold
from protocol.events import (
    Closed,
    CloseReceived,
    Event,
    Failed,
    MessageReceived,
    Opened,
    PingReceived,
    PongReceived,
    Refused,
)
from protocol.frames import Frame, Violation, encode_frame
from protocol.handshake import (
    Check,
    Offer,
    Policy,
    answer,
    bad_request,
    build_request,
    build_response,
    check_request,
    check_response,
)
from protocol.http11 import Request, Response
from protocol.rules import REQUEST_SYNTAX, RESPONSE_SYNTAX, Rule
from protocol.stream import MESSAGE_LIMIT, BadHeaderItem, BadHeadItem, FrameItem, HeadItem, Item, Stream
from protocol.vocabulary import CloseCode, Opcode, Role, State


class StateError(RuntimeError):
    """Our own program asked for something that its connection may not do now."""


class Connection:
    """One endpoint of one connection. `masks` gives a fresh 4-byte key for each frame that a client sends."""

    def __init__(
        self,
        role: Role,
        *,
        offer: Offer | None = None,
        policy: Policy | None = None,
        masks: Callable[[], bytes] | None = None,
        limit: int = MESSAGE_LIMIT,
    ) -> None:
        self.endpoint = Endpoint(role)
        self.close_tcp = False
        self.answers_close = True
        self.answers_pings = True
        self._offer = offer
        self._policy = policy
        self._masks = masks
        self._stream = Stream(role.peer, limit)
        self._written = Stream(role)
        self._out = bytearray()

    @classmethod
    def client(cls, offer: Offer, masks: Callable[[], bytes], limit: int = MESSAGE_LIMIT) -> Connection:
        """An endpoint that opens a connection with this offer."""
        return cls(Role.CLIENT, offer=offer, masks=masks, limit=limit)

    @classmethod
    def server(cls, policy: Policy, limit: int = MESSAGE_LIMIT) -> Connection:
        """An endpoint that answers by this policy."""
        return cls(Role.SERVER, policy=policy, limit=limit)

    @property
    def role(self) -> Role:
        """Client or server."""
        return self.endpoint.role

    @property
    def state(self) -> State:
        """The state of the transition table."""
        return self.endpoint.state

    def bytes_to_send(self) -> bytes:
        """What has to go to the transport now; each byte is given once."""
        data = bytes(self._out)
        self._out.clear()
        return data

    # Sending.

    def connect(self) -> None:
        """Queue the client's opening handshake (section 4.1)."""
        if self._offer is None or self.state is not State.CONNECTING:
            raise StateError("only a client that is CONNECTING sends the opening handshake")
        self.send_raw(build_request(self._offer))

    def send_text(self, text: str, *, fin: bool = True) -> None:
        """Queue a text message, or with `fin` false its first fragment."""
        self._send(Opcode.TEXT, text.encode(), fin=fin)

    def send_binary(self, data: bytes, *, fin: bool = True) -> None:
        """Queue a binary message, or with `fin` false its first fragment."""
        self._send(Opcode.BINARY, data, fin=fin)

    def send_continuation(self, data: bytes, *, fin: bool) -> None:
        """Queue the next fragment of a message (section 5.4)."""
        self._send(Opcode.CONTINUATION, data, fin=fin)

    def send_ping(self, payload: bytes = b"") -> None:
        """Queue a ping (section 5.5.2)."""
        self._send(Opcode.PING, payload)

    def send_pong(self, payload: bytes = b"") -> None:
        """Queue a pong that nobody asked for (section 5.5.3)."""
        self._send(Opcode.PONG, payload)

    def send_close(self, code: int | None = CloseCode.NORMAL, reason: str = "") -> None:
        """Queue a Close frame: ours, or our answer to the peer's (section 5.5.1). Codes are not checked here: a
        teaching endpoint must be able to send a wrong one."""
        if not self._may_send:
            raise StateError(f"a Close frame is sent once, OPEN or CLOSING, not {self.state.name}")
        self.send_frame(Opcode.CLOSE, close_payload(code, reason))

    def send_frame(self, opcode: int, payload: bytes = b"", *, fin: bool = True, rsv: int = 0) -> None:
        """Queue one frame whatever the rules say of it, for those who want to see a rule broken."""
        key = self._masks() if self._masks is not None else None
        self.send_raw(encode_frame(opcode, payload, fin=fin, rsv=rsv, key=key))

    def send_raw(self, data: bytes) -> None:
        """Queue bytes as they are, right or wrong. A head or a Close frame in them was said, however it was made.

        After the end of our direction of TCP nothing can follow, so that what comes then is dropped."""
        if self.close_tcp:
            return
        self._out += data
        for item in self._written.feed(data):
            self.endpoint.sent(item)
        self._close_tcp_if_done()

    def tcp_closed(self) -> list[Event]:
        """TCP is over: the peer ended or reset it, or we did (section 7.1.4)."""
        before = self.endpoint.told
        self.endpoint.tcp_closed()
        self.close_tcp = True
        told = self.endpoint.told
        return [Closed(told)] if told is not None and before is None else []

    @property
    def _may_send(self) -> bool:
        """Whether our program may still say something."""
        return self.state in {State.OPEN, State.CLOSING} and not self.endpoint.close_sent and not self.close_tcp

    def _send(self, opcode: Opcode, payload: bytes, *, fin: bool = True) -> None:
        if not self._may_send:
            raise StateError(f"frames are sent while OPEN and before our own Close, not {self.state.name}")
        self.send_frame(opcode, payload, fin=fin)

    # Receiving.

    def receive(self, data: bytes) -> list[Event]:
        """What `data` means; nothing is read, or even kept, after a failure or a Close."""
        events: list[Event] = []
        if not self.endpoint.listening:
            return events
        for item in self._stream.feed(data):
            if self.endpoint.listening:
                events += self._handle(item)
        return events

    def _handle(self, item: Item) -> list[Event]:
        # Heads are for CONNECTING, frames for what follows; only bytes made by hand can be out of turn.
        if isinstance(item, HeadItem | BadHeadItem) is not (self.state is State.CONNECTING):
            return []
        match item:
            case HeadItem(head=head):
                return self._read_request(head) if isinstance(head, Request) else self._read_response(head)
            case BadHeadItem():
                return self._read_garbage()
            case BadHeaderItem(violations=violations):
                return self._fail(violations[0])
            case FrameItem(violations=violations):
                return self._fail(violations[0]) if violations else self._read_frame(item)

    def _read_request(self, request: Request) -> list[Event]:
        assert self._policy is not None
        checks = check_request(request, self._policy)
        reply = answer(request, checks, self._policy)
        self.send_raw(build_response(reply))
        if reply.status == 101:
            return [Opened(reply.subprotocol)]
        self.close_tcp = True
        return [Refused(_broken(checks), reply.status)]

    def _read_response(self, response: Response) -> list[Event]:
        checks = check_response(response, self.endpoint.asked)
        self.endpoint.received_answer(checks)
        if all_hold(checks):
            return [Opened(response.get("Sec-WebSocket-Protocol"))]
        return self._handshake_failed(_broken(checks), response.status)

    def _read_garbage(self) -> list[Event]:
        if self.role is Role.CLIENT:
            self.endpoint.fail_handshake(RESPONSE_SYNTAX)
            return self._handshake_failed(RESPONSE_SYNTAX, 0)
        reply = bad_request()
        self.send_raw(build_response(reply))
        self.close_tcp = True
        return [Refused(REQUEST_SYNTAX, reply.status)]

    def _handshake_failed(self, rule: Rule, status: int) -> list[Event]:
        self.close_tcp = True
        told = self.endpoint.told
        return [Refused(rule, status), *([Closed(told)] if told is not None else [])]

    def _read_frame(self, item: FrameItem) -> list[Event]:
        frame = item.frame
        if item.close is not None:
            return self._read_close(item)
        if frame.opcode == Opcode.PING:
            return self._read_ping(frame)
        if frame.opcode == Opcode.PONG:
            return [PongReceived(frame.payload)]
        if item.message is None:
            return []
        message = item.message
        return [MessageReceived(message.opcode, message.payload, message.text)]

    def _read_ping(self, frame: Frame) -> list[Event]:
        """Section 5.5.2: a pong is due "unless it already received a Close frame"; one that was sent does not count."""
        if self.answers_pings:
            self.send_frame(Opcode.PONG, frame.payload)
        return [PingReceived(frame.payload)]

    def _read_close(self, item: FrameItem) -> list[Event]:
        assert item.close is not None
        self.endpoint.received_close(item.close)
        if self.answers_close and not self.endpoint.close_sent:
            self.send_close(item.close.code)
        self._close_tcp_if_done()
        return [CloseReceived(item.close.code, item.close.reason)]

    def _close_tcp_if_done(self) -> None:
        """After both Close frames the server closes TCP first; the client waits for it (section 7.1.1)."""
        done = self.endpoint.close_sent and self.endpoint.close_received is not None
        if done and self.role is Role.SERVER:
            self.close_tcp = True

    def _fail(self, violation: Violation) -> list[Event]:
        """Fail the connection: one Close frame if none was sent yet, then TCP (section 7.1.7)."""
        self.endpoint.fail(violation.rule)
        if not self.endpoint.close_sent:
            self.send_frame(Opcode.CLOSE, close_payload(violation.rule.close_code))
        self.close_tcp = True
        return [Failed(violation)]


def _broken(checks: tuple[Check, ...]) -> Rule:
    """The rule at which checking stopped: the last of the checks."""
    return checks[-1].rule
