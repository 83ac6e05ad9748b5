"""Both ends of a connection told from their bytes alone, live or from a file.

The observer reads each direction with the same `Stream` that an endpoint reads with, and keeps both endpoints in the
same `Endpoint` that a `Connection` keeps: what it says of an endpoint is what the endpoint knows. It never raises on
wire bytes: a broken rule is a fact. Any chunking of the same bytes gives the same facts.

What was sent and what has arrived are different moments. A recording of our own endpoints has READ entries and the
observer waits for them; in a capture file everything arrives at once.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from protocol.accept import accept_value
from protocol.endpoint import Endpoint, all_hold
from protocol.facts import (
    AcceptComputed,
    Broke,
    Checked,
    Fact,
    Facts,
    FrameArrived,
    FrameSent,
    HeadArrived,
    HeadSent,
    MessageArrived,
    Moved,
    TcpEndArrived,
    TcpEnded,
    TcpOpened,
    Told,
)
from protocol.frames import Violation
from protocol.handshake import Check, Policy, check_request, check_response
from protocol.http11 import Request, Response
from protocol.machine import Transition
from protocol.recording import Entry, Kind, Recording, Setup
from protocol.rules import CLOSE_AFTER, REQUEST_SYNTAX, RESPONSE_STATUS, RESPONSE_SYNTAX
from protocol.stream import BadHeaderItem, BadHeadItem, FrameItem, HeadItem, Item, Stream
from protocol.vocabulary import Role, State, is_control


@dataclass(slots=True)
class _Direction:
    """What one endpoint wrote: read as it is sent, and waiting to arrive."""

    stream: Stream
    arrived: int = 0
    waiting: deque[Item] = field(default_factory=deque)
    ended: str = ""
    broken: int = 0
    messages: int = 0


class Observer:
    """Turns the entries of one recording into facts, one after the other."""

    def __init__(self, setup: Setup | None = None, *, reads: bool = True) -> None:
        self.facts = Facts()
        self.endpoints = {role: Endpoint(role) for role in Role}
        self._setup = setup or Setup()
        self._reads = reads
        self._ways = {role: _Direction(Stream(role)) for role in Role}
        self._request: Request | None = None
        self._refused = False
        self._entry = -1
        self._time = 0.0

    def feed(self, entry: Entry) -> None:
        """Take the next entry; what it made true is appended to `facts`."""
        self._entry += 1
        self._time = entry.time
        way = self._ways[entry.who]
        match entry.kind:
            case Kind.SYN:
                if "tcp.open" not in self.facts:
                    self._say(TcpOpened("tcp.open", 2, *self._stamp(entry.who)))
            case Kind.DATA:
                self._sent(entry.who, way, entry.data)
            case Kind.READ:
                self._read(entry.who, way, entry.size)
            case Kind.FIN | Kind.RST:
                self._ended(entry.who, way, entry.kind.value)

    # Sending.

    def _sent(self, who: Role, way: _Direction, data: bytes) -> None:
        if not self._reads:
            way.arrived += len(data)
        if self._refused:
            return  # no WebSocket: what follows a refusal is HTTP again (section 4.2.2)
        for item in way.stream.feed(data):
            self._item_sent(who, item)
            way.waiting.append(item)
            self._arrive(who, way)

    def _item_sent(self, who: Role, item: Item) -> None:
        match item:
            case HeadItem():
                self._head_sent(who, item)
            case FrameItem(number=number, frame=frame):
                self._moved(who, self.endpoints[who].sent(item))
                self._say(FrameSent(f"{who.value}.frame.{number}.sent", 2, *self._stamp(who), number, frame))
            case BadHeadItem() | BadHeaderItem():
                pass

    def _head_sent(self, who: Role, item: HeadItem) -> None:
        head = item.head
        if isinstance(head, Request):
            self._request = head
            self.endpoints[who].sent(item)
            self._say(HeadSent("request.sent", 1, *self._stamp(who), head))
            return
        accept = head.get("Sec-WebSocket-Accept")
        key = self._request.get("Sec-WebSocket-Key") if self._request else None
        if accept is not None and key is not None:
            expected = accept_value(key)
            self._say(AcceptComputed("accept.computed", 3, *self._stamp(who), key, accept, expected))
        self._moved(who, self.endpoints[who].sent(item))
        self._refused = head.status != 101
        self._say(HeadSent("response.sent", 1, *self._stamp(who), head))
        self._arrive(who.peer, self._ways[who.peer])

    def _ended(self, who: Role, way: _Direction, kind: str) -> None:
        if way.ended in {kind, "rst"}:
            return
        way.ended = kind
        self._say(TcpEnded(f"{who.value}.{kind}", 2, *self._stamp(who), kind))
        if kind == "rst":
            self._tcp_closed(who)
        if not self._reads:
            self._end_arrived(who, way)

    # Arriving.

    def _read(self, who: Role, way: _Direction, size: int) -> None:
        if size == 0:
            self._end_arrived(who, way)
            return
        way.arrived += size
        self._arrive(who, way)

    def _arrive(self, who: Role, way: _Direction) -> None:
        """What was read is understood, but for frames that did not wait for the 101: those stay until it was sent."""
        reader = self.endpoints[who.peer]
        while way.waiting and way.waiting[0].stop <= way.arrived:
            if isinstance(way.waiting[0], FrameItem | BadHeaderItem) and reader.state is State.CONNECTING:
                return
            self._item_arrived(who, way, way.waiting.popleft())

    def _end_arrived(self, who: Role, way: _Direction) -> None:
        fact_id = f"{who.value}.{way.ended or 'fin'}.arrived"
        if fact_id not in self.facts:
            self._say(TcpEndArrived(fact_id, 2, *self._stamp(who), way.ended or "fin"))
        self._tcp_closed(who.peer)

    def _item_arrived(self, who: Role, way: _Direction, item: Item) -> None:
        reader = self.endpoints[who.peer]
        match item:
            case FrameItem() | BadHeaderItem() if self._refused:
                pass  # frames that did not wait for the answer, and now nobody reads them
            case HeadItem(head=Request() as request):
                self._request_arrived(who, way, request)
            case HeadItem(head=Response() as response):
                self._response_arrived(who, way, response)
            case BadHeadItem():
                rule = REQUEST_SYNTAX if who is Role.CLIENT else RESPONSE_SYNTAX
                span = item.error.span
                self._broke(who, way, None, Violation(rule, span.start * 8, span.size * 8))
                if who is Role.SERVER and reader.state is State.CONNECTING:
                    self._moved(reader.role, reader.fail_handshake(rule))
            case BadHeaderItem(number=number, violations=violations):
                self._violated(who, way, number, violations)
            case FrameItem():
                self._frame_arrived(who, way, item)

    def _request_arrived(self, who: Role, way: _Direction, request: Request) -> None:
        self._say(HeadArrived("request.arrived", 2, *self._stamp(who), request))
        setup = self._setup
        policy = Policy(hosts=setup.hosts, origins=setup.origins, subprotocols=setup.subprotocols)
        checks = check_request(request, policy)
        self._checked(who, way, request, checks)

    def _response_arrived(self, who: Role, way: _Direction, response: Response) -> None:
        self._say(HeadArrived("response.arrived", 2, *self._stamp(who), response))
        client = self.endpoints[Role.CLIENT]
        if client.state is not State.CONNECTING:
            return
        checks = check_response(response, client.asked)
        self._checked(who, way, response, checks)
        self._moved(Role.CLIENT, client.received_answer(checks))

    def _checked(self, who: Role, way: _Direction, head: Request | Response, checks: tuple[Check, ...]) -> None:
        for check in checks:
            self._say(Checked(f"check.{check.rule.id}", 3, *self._stamp(who.peer), check))
        # A server that answers with another status than 101 refuses; it breaks no rule.
        if not all_hold(checks) and checks[-1].rule is not RESPONSE_STATUS:
            span = head.span(checks[-1].line)
            self._broke(who, way, None, Violation(checks[-1].rule, span.start * 8, span.size * 8))

    def _frame_arrived(self, who: Role, way: _Direction, item: FrameItem) -> None:
        reader = self.endpoints[who.peer]
        number = item.number
        self._say(FrameArrived(f"{who.value}.frame.{number}.arrived", 2, *self._stamp(who), number, item.frame))
        # Section 5.5.1 forbids data frames after a Close; pings and pongs may still come (section 5.5.2).
        if reader.close_received is not None and not is_control(item.frame.opcode):
            bits = item.frame.size * 8
            self._broke(who, way, number, Violation(CLOSE_AFTER, 0, bits))
        elif item.violations:
            self._violated(who, way, number, item.violations)
        elif reader.listening and item.close is not None:
            self._moved(reader.role, reader.received_close(item.close))
        elif reader.listening and item.message is not None:
            fact_id = f"{who.value}.message.{way.messages}"
            self._say(MessageArrived(fact_id, 1, *self._stamp(who), way.messages, item.message))
            way.messages += 1

    def _violated(self, who: Role, way: _Direction, number: int, found: tuple[Violation, ...]) -> None:
        reader = self.endpoints[who.peer]
        for violation in found:
            self._broke(who, way, number, violation)
        if reader.listening and reader.state in {State.OPEN, State.CLOSING}:
            reader.fail(found[0].rule)

    # What all facts have in common.

    def _tcp_closed(self, who: Role) -> None:
        self._moved(who, self.endpoints[who].tcp_closed())

    def _moved(self, who: Role, row: Transition | None) -> None:
        if row is None:
            return
        self._say(Moved(f"{who.value}.{row.next.name.lower()}", 2, *self._stamp(who), row))
        told = self.endpoints[who].told
        if row.next is State.CLOSED and told is not None:
            self._say(Told(f"{who.value}.told", 1, *self._stamp(who), told))

    def _broke(self, who: Role, way: _Direction, number: int | None, found: Violation) -> None:
        fact_id = f"{who.value}.broken.{way.broken}"
        way.broken += 1
        self._say(Broke(fact_id, 1, *self._stamp(who), found.rule, number, found.start_bit, found.width))

    def _stamp(self, who: Role) -> tuple[int, float, Role]:
        return self._entry, self._time, who

    def _say(self, fact: Fact) -> None:
        self.facts.append(fact)


def observe(recording: Recording) -> Facts:
    """All facts of a recording."""
    observer = Observer(recording.setup, reads=recording.reads)
    for entry in recording:
        observer.feed(entry)
    return observer.facts
