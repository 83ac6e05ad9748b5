"""A WebSocket endpoint without sockets: bytes in, events and bytes out (RFC 6455, both roles; RFC 7692).

    connection = Connection.client(offer, masks)         connection = Connection.server(policy)
    connection.connect()                                 for event in connection.receive(data): ...
    transport.write(connection.bytes_to_send())          transport.write(connection.bytes_to_send())

Keys, masks and time come in from outside, so that a run can be repeated to the bit. What the peer does wrong is an
event (`Failed`, `Refused`); what our own program does wrong is an exception (`StateError`). After every call, write
`bytes_to_send()`, then close TCP if `close_tcp` says so, and tell the connection with `tcp_closed()` when TCP is over.

What arrives before a Close or before a broken rule counts: the program may answer the events that `receive` gives, one
after the other, and only then, with `bytes_to_send`, goes the Close frame that is due.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from protocol.closing import CloseBody, close_payload
from protocol.deflate import Deflater
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
from protocol.extensions import Deflate, Extension, agreed, offered
from protocol.frames import RSV1, encode_frame
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
from protocol.rules import FRAME_TOO_BIG, REQUEST_SYNTAX, RESPONSE_SYNTAX, Rule
from protocol.stream import MESSAGE_LIMIT, BadFrameItem, BadHeadItem, FrameItem, HeadItem, Item, PlainItem, Stream
from protocol.violations import Violation
from protocol.vocabulary import CloseCode, Opcode, Role, State
from protocol.written import Written, is_close


class StateError(RuntimeError):
    """Our own program asked for something that its connection may not do now."""


@dataclass(frozen=True, slots=True)
class Goodbye:
    """A Close frame that we have to send; `is_final` if TCP ends after it."""

    code: int | None
    is_final: bool


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
        self.compresses = True
        self._offer = offer
        self._policy = policy
        self._masks = masks
        self.deflate: Deflate | None = None
        """What both sides agreed on: data messages are compressed."""
        self._deflater: Deflater | None = None
        self._offers: tuple[Extension, ...] = ()
        """The extensions that the request offered to this server."""
        self._stream = Stream(role.peer, limit)
        self._written = Written(role)
        self._out = bytearray()
        self._due: Goodbye | None = None

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

    @property
    def held(self) -> int:
        """How many bytes are kept of a message that is not whole."""
        return self._stream.held

    @property
    def missing(self) -> int:
        """How many bytes of payload the frame still needs that is being read; 0 between frames."""
        return self._stream.missing

    def bytes_to_send(self) -> bytes:
        """What has to go to the transport now; each byte is given once. A Close frame that is due goes last."""
        due, self._due = self._due, None
        if due is not None:
            self._say(due)
        data = bytes(self._out)
        self._out.clear()
        return data

    def _say(self, due: Goodbye) -> None:
        if not self.endpoint.close_sent:
            self.send_frame(Opcode.CLOSE, close_payload(due.code))
        self.close_tcp = self.close_tcp or due.is_final
        self._close_tcp_if_done()

    # Sending.

    def connect(self) -> None:
        """Queue the client's opening handshake (section 4.1)."""
        if self._offer is None or self.state is not State.CONNECTING:
            raise StateError("only a client that is CONNECTING sends the opening handshake")
        self.send_raw(build_request(self._offer))

    def send_text(self, text: str, *, fin: bool = True) -> None:
        """Queue a text message, or with `fin` false its first fragment."""
        self.send_data(Opcode.TEXT, text.encode(), fin=fin)

    def send_binary(self, data: bytes, *, fin: bool = True) -> None:
        """Queue a binary message, or with `fin` false its first fragment."""
        self.send_data(Opcode.BINARY, data, fin=fin)

    def send_continuation(self, data: bytes, *, fin: bool) -> None:
        """Queue the next fragment of a message (section 5.4)."""
        self.send_data(Opcode.CONTINUATION, data, fin=fin)

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
        head = self._written.head
        cuts = self._written.feed(data)
        if head is None and self._written.head is not None:
            self._said(self._written.head)
        if any(map(is_close, cuts)):
            self.endpoint.sent_close()
            self._close_tcp_if_done()

    def _said(self, head: Request | Response) -> None:
        """Our head went out: what a server answers holds for itself, too."""
        self.endpoint.sent_head(head)
        if isinstance(head, Response):
            self._agree(agreed(head, self._offers))

    def agree_to_no_compression(self) -> None:
        """A server has no room for it now (RFC 7692 section 5: it may decline any offer)."""
        if self._policy is not None:
            self._policy = replace(self._policy, deflate=None)

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

    def _send(self, opcode: Opcode, payload: bytes, *, fin: bool = True, rsv: int = 0) -> None:
        self._check_may_send()
        self.send_frame(opcode, payload, fin=fin, rsv=rsv)

    def send_data(self, opcode: int, data: bytes, *, fin: bool = True) -> None:
        """Queue a message, or a fragment of it that may end inside a character, compressed if both sides agreed (RFC
        7692 section 6.1)."""
        self._check_may_send()
        if self._deflater is None or not self.compresses:
            self.send_frame(opcode, data, fin=fin)
        else:
            rsv = 0 if opcode == Opcode.CONTINUATION else RSV1
            self.send_frame(opcode, self._deflater.deflate(data, fin=fin), fin=fin, rsv=rsv)

    def _check_may_send(self) -> None:
        if not self._may_send:
            raise StateError(f"frames are sent while OPEN and before our own Close, not {self.state.name}")

    # Receiving.

    def receive(self, data: bytes) -> list[Event]:
        """What `data` means; nothing is read, or even kept, after a failure or a Close."""
        if not self.endpoint.listening:
            return []
        events = self._stream.feed(data)
        if self._stream.is_through:
            return events
        while self.endpoint.listening and (item := self._stream.next()) is not None:
            events += self._handle(item)
        return events

    def give_up(self) -> list[Event]:
        """Our program has no room for the message that has begun: fail the connection, as if it were too big."""
        if not self.endpoint.listening or self.state is State.CONNECTING:
            return []
        self._stream.stop()
        return self._fail(Violation(FRAME_TOO_BIG, 0, 0))

    def _handle(self, item: Item) -> list[Event]:
        # A head is for CONNECTING; only bytes made by hand can be out of turn.
        if isinstance(item, HeadItem | BadHeadItem) and self.state is not State.CONNECTING:
            return []
        match item:
            case PlainItem(messages=messages):
                return messages
            case HeadItem(head=head):
                return self._read_request(head) if isinstance(head, Request) else self._read_response(head)
            case BadHeadItem():
                return self._read_garbage()
            case BadFrameItem(violations=violations):
                return self._fail(violations[0])
            case FrameItem(violations=violations):
                return self._fail(violations[0]) if violations else self._read_frame(item)

    def _read_request(self, request: Request) -> list[Event]:
        assert self._policy is not None
        checks = check_request(request, self._policy)
        reply = answer(request, checks, self._policy)
        self._offers = offered(request.get_all("Sec-WebSocket-Extensions"))
        self.send_raw(build_response(reply))
        if self.state is State.CONNECTING:  # our direction of TCP was ended before: nobody was answered
            self._stream.stop()
        if reply.status == 101:
            return [Opened(reply.subprotocol)]
        self.close_tcp = True
        return [Refused(_broken(checks) if not all_hold(checks) else None, reply.status)]

    def _read_response(self, response: Response) -> list[Event]:
        checks = check_response(response, self.endpoint.asked)
        self.endpoint.received_answer(checks)
        if all_hold(checks):
            self._agree(agreed(response, offered(self.endpoint.asked.extensions)))
            return [Opened(response.get("Sec-WebSocket-Protocol"))]
        return self._handshake_failed(_broken(checks), response.status)

    def _agree(self, deflate: Deflate | None) -> None:
        """From now on both sides compress their messages."""
        self.deflate = deflate
        if deflate is not None:
            bits, takeover = deflate.of(self.role)
            self._deflater = Deflater(bits, takeover=takeover)
            self._stream.agree(deflate)

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
        if item.close is not None:
            return self._read_close(item.close)
        if item.header.opcode == Opcode.PING:
            return self._read_ping(item.payload)
        if item.header.opcode == Opcode.PONG:
            return [PongReceived(item.payload)]
        if item.message is None:
            return []
        message = item.message
        return [MessageReceived(message.opcode, message.payload, message.text)]

    def _read_ping(self, payload: bytes) -> list[Event]:
        """Section 5.5.2: a pong is due "unless it already received a Close frame"; one that was sent does not count."""
        if self.answers_pings:
            self.send_frame(Opcode.PONG, payload)
        return [PingReceived(payload)]

    def _read_close(self, close: CloseBody) -> list[Event]:
        self.endpoint.received_close(close)
        if self.answers_close and not self.endpoint.close_sent:
            self._due = Goodbye(close.code, is_final=False)
        self._close_tcp_if_done()
        return [CloseReceived(close.code, close.reason)]

    def _close_tcp_if_done(self) -> None:
        """After both Close frames the server closes TCP first; the client waits for it (section 7.1.1)."""
        done = self.endpoint.close_sent and self.endpoint.close_received is not None
        if done and self.role is Role.SERVER:
            self.close_tcp = True

    def _fail(self, violation: Violation) -> list[Event]:
        """Fail the connection: one Close frame if none was sent yet, then TCP (section 7.1.7)."""
        self.endpoint.fail(violation.rule)
        self._due = Goodbye(violation.rule.close_code, is_final=True)
        return [Failed(violation)]


def _broken(checks: tuple[Check, ...]) -> Rule:
    """The rule at which checking stopped: the last of the checks."""
    return checks[-1].rule
