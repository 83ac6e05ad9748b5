"""Both ends of a connection told from their bytes alone, live or from a file.

The observer reads each direction with the same `Stream` that an endpoint reads with, and keeps both endpoints in the
same `Endpoint` that a `Connection` keeps: what it says of an endpoint is what the endpoint knows. It never raises on
wire bytes: a broken rule is a fact. Any chunking of the same bytes gives the same facts.

What was sent and what has arrived are different moments. A recording of our own endpoints has READ entries and the
observer waits for them; in a capture file everything arrives at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocol.accept import accept_value
from protocol.direction import Direction
from protocol.endpoint import Endpoint, all_hold
from protocol.events import Event, MessageReceived
from protocol.extensions import DeflatePolicy, agreed, offered
from protocol.facts import (
    AcceptComputed,
    Broke,
    Checked,
    Fact,
    HeadArrived,
    HeadSent,
    MessageArrived,
    Missed,
    Moved,
    TcpEndArrived,
    TcpEnded,
    TcpOpened,
    Told,
)
from protocol.fragments import Message
from protocol.handshake import Check, Policy, check_request, check_response
from protocol.http11 import Request, Response
from protocol.knowledge import Facts
from protocol.machine import Transition
from protocol.recording import Entry, Kind, Recording, Setup
from protocol.rules import (
    CLOSE_AFTER,
    CLOSE_ANSWER,
    CLOSE_LOST,
    PING_ANSWER,
    REQUEST_SYNTAX,
    RESPONSE_STATUS,
    RESPONSE_SYNTAX,
)
from protocol.stream import BadFrameItem, BadHeadItem, FrameItem, HeadItem, Item, PlainItem
from protocol.violations import Violation
from protocol.vocabulary import Opcode, Role, State, is_control

if TYPE_CHECKING:
    from protocol.cutter import Cut
    from protocol.fields import Span
    from protocol.rules import Rule


class Observer:
    """Turns the entries of one recording into facts, one after the other."""

    def __init__(self, setup: Setup | None = None, *, reads: bool = True, recording: Recording | None = None) -> None:
        self.recording = Recording(setup, reads) if recording is None else recording
        self.facts = Facts(recording=self.recording)
        self.endpoints = {role: Endpoint(role) for role in Role}
        self._setup = self.recording.setup
        self._reads = self.recording.reads
        limits = {Role.CLIENT: self._setup.server_limit, Role.SERVER: self._setup.client_limit}
        self._ways = {role: Direction(role, limits[role]) for role in Role}
        self._request: Request | None = None
        self._refused = False
        self._entry = -1
        self._time = 0.0

    def feed(self, entry: Entry) -> None:
        """Record the next entry; what it made true is appended to `facts`."""
        self.recording.append(entry)
        self._take(entry)

    def follow(self) -> None:
        """Take what was appended to the recording since the last time."""
        for entry in self.recording.entries(self._entry + 1):
            self._take(entry)

    def _take(self, entry: Entry) -> None:
        self._entry += 1
        self._time = entry.time
        who, kind = entry.who, entry.kind
        way = self._ways[who]
        if kind is Kind.DATA:
            self._sent(who, way, entry.data)
        elif kind is Kind.READ:
            self._read(who, way, entry.size)
        elif kind is not Kind.SYN:
            self._ended(who, way, kind.value)
        elif "tcp.open" not in self.facts:
            self._say(TcpOpened("tcp.open", 2, *self._stamp(who)))

    # Sending.

    def _sent(self, who: Role, way: Direction, data: bytes) -> None:
        way.sent += len(data)
        if self._refused:
            return  # no WebSocket: what follows a refusal is HTTP again (section 4.2.2)
        cuts = way.written.feed(data)
        if not way.head_said and way.written.head is not None:
            way.head_said = True
            self._head_sent(who, way.written.head)
        if self._reads:
            for cut in cuts:
                self._frame_sent(who, way, cut)
            return
        way.cuts += cuts
        self._arrive(who, way, len(data), data)
        if way.cuts:
            self._say_sent(who, way)

    def _say_sent(self, who: Role, way: Direction, until: int | None = None) -> None:
        """Tell of the frames that are whole, up to number `until`."""
        while way.cuts and (until is None or way.frames <= until):
            self._frame_sent(who, way, way.cuts.popleft())

    def _frame_sent(self, who: Role, way: Direction, cut: Cut) -> None:
        start, _, first = cut
        way.frames += 1
        opcode = first & 0b1111
        if opcode == Opcode.CLOSE:
            self._moved(who, self.endpoints[who].sent_close())
        self.facts.frame_sent(who, start, self._entry)
        if opcode == Opcode.PONG:
            self._answered(who, way.frames - 1)

    def _answered(self, who: Role, number: int) -> None:
        """A pong for the last ping is one for those before it as well (section 5.5.3)."""
        asking = self._ways[who.peer]
        ping = asking.open_ping
        if ping is not None and self.facts.frame(who.peer, ping).payload == self.facts.frame(who, number).payload:
            asking.open_ping = None

    def _head_sent(self, who: Role, head: Request | Response) -> None:
        if isinstance(head, Request):
            self._request = head
            self.endpoints[who].sent_head(head)
            self._say(HeadSent("request.sent", 1, *self._stamp(who), head))
            return
        accept = head.get("Sec-WebSocket-Accept")
        key = self._request.get("Sec-WebSocket-Key") if self._request else None
        if accept is not None and key is not None:
            expected = accept_value(key)
            self._say(AcceptComputed("accept.computed", 3, *self._stamp(who), key, accept, expected))
        self._moved(who, self.endpoints[who].sent_head(head))
        self._refused = head.status != 101
        self._say(HeadSent("response.sent", 1, *self._stamp(who), head))
        self._agree(who.peer, head)
        self._arrive(who.peer, self._ways[who.peer])

    def _agree(self, sender: Role, response: Response) -> None:
        """From here on `sender` may compress, if the answer says so."""
        deflate = agreed(response, offered(self.endpoints[Role.CLIENT].asked.extensions))
        if deflate is not None:
            self._ways[sender].compressed = True
            self._ways[sender].stream.agree(deflate)

    def _ended(self, who: Role, way: Direction, kind: str) -> None:
        if way.ended in {kind, "rst"}:
            return
        missed = [] if way.ended else self._missed(who)
        way.ended = kind
        self._say(TcpEnded(f"{who.value}.{kind}", 2, *self._stamp(who), kind))
        for place, (rule, number) in enumerate(missed):
            self._say(Missed(f"{who.value}.missed.{place}", 2, *self._stamp(who), rule, number))
        if kind == "rst":
            self._tcp_closed(who)
        if not self._reads:
            self._end_arrived(who, way)

    def _missed(self, who: Role) -> list[tuple[Rule, int | None]]:
        """What `who` still had to say when it ends TCP, and which frame asked for it.

        Without READ entries nobody knows whether a frame had arrived when it was too late to answer it.
        """
        end, asking = self.endpoints[who], self._ways[who.peer]
        if end.state not in {State.OPEN, State.CLOSING} or end.failed is not None or asking.ended:
            return []
        missed: list[tuple[Rule, int | None]] = []
        if self._reads and asking.open_ping is not None:
            missed.append((PING_ANSWER, asking.open_ping))
        if self._reads and end.close_received is not None and not end.close_sent:
            missed.append((CLOSE_ANSWER, asking.close_number))
        elif not end.close_sent:
            missed.append((CLOSE_LOST, None))
        return missed

    # Arriving.

    def _read(self, who: Role, way: Direction, size: int) -> None:
        if size == 0:
            self._end_arrived(who, way)
            return
        if self._reads:
            # Nobody reads what was not written, whatever a file says.
            self._arrive(who, way, min(size, way.sent - way.arrived))

    def _arrive(self, who: Role, way: Direction, size: int = 0, data: bytes | None = None) -> None:
        """What was read is understood, but for frames that did not wait for the 101: those stay until it was sent.

        `data` is what has arrived now, if that is at hand."""
        way.arrived += size
        if not way.waits:
            self._understand(who, way, data)
            if way.stream.is_through:
                return
        while not way.waits or self._may_go_on(who, way):
            item = way.stream.next()
            if item is None:
                return
            self._item_arrived(who, way, item)

    def _may_go_on(self, who: Role, way: Direction) -> bool:
        """Whether the frames after a head are read: not before the other side is OPEN, nor after a refusal."""
        way.waits = self._refused or self.endpoints[who.peer].state is State.CONNECTING
        if way.waits:
            return False
        self._understand(who, way)
        return True

    def _understand(self, who: Role, way: Direction, data: bytes | None = None) -> None:
        """Give to the stream what has arrived since the last time."""
        if data is None:
            data = self.recording.cut(who, way.fed, way.arrived)
        way.fed += len(data)
        number = way.stream.frames
        messages = way.stream.feed(data)
        if messages:
            self._plain_arrived(who, way, number, messages)

    def _end_arrived(self, who: Role, way: Direction) -> None:
        fact_id = f"{who.value}.{way.ended or 'fin'}.arrived"
        if fact_id not in self.facts:
            self._say(TcpEndArrived(fact_id, 2, *self._stamp(who), way.ended or "fin"))
        self._tcp_closed(who.peer)

    def _item_arrived(self, who: Role, way: Direction, item: Item) -> None:
        match item:
            case PlainItem():
                self._plain_arrived(who, way, *item)
            case FrameItem():
                self._frame_arrived(who, way, item)
            case BadFrameItem(number=number, violations=violations):
                self._violated(who, way, number, violations)
            case HeadItem(head=Request() as request):
                way.waits = True
                self._request_arrived(who, way, request)
            case HeadItem(head=Response() as response):
                way.waits = True
                self._response_arrived(who, way, response)
            case BadHeadItem(error=error):
                self._bad_head_arrived(who, way, error.span)

    def _bad_head_arrived(self, who: Role, way: Direction, span: Span) -> None:
        rule = REQUEST_SYNTAX if who is Role.CLIENT else RESPONSE_SYNTAX
        self._broke(who, way, None, Violation(rule, span.start * 8, span.size * 8))
        reader = self.endpoints[who.peer]
        if who is Role.SERVER and reader.state is State.CONNECTING:
            self._moved(reader.role, reader.fail_handshake(rule))

    def _request_arrived(self, who: Role, way: Direction, request: Request) -> None:
        self._say(HeadArrived("request.arrived", 2, *self._stamp(who), request))
        setup = self._setup
        deflate = DeflatePolicy() if setup.deflate else None
        policy = Policy(setup.hosts, setup.origins, setup.subprotocols, deflate=deflate)
        checks = check_request(request, policy)
        self._checked(who, way, request, checks)

    def _response_arrived(self, who: Role, way: Direction, response: Response) -> None:
        self._say(HeadArrived("response.arrived", 2, *self._stamp(who), response))
        self._agree(who, response)
        client = self.endpoints[Role.CLIENT]
        if client.state is not State.CONNECTING:
            return
        checks = check_response(response, client.asked)
        self._checked(who, way, response, checks)
        self._moved(Role.CLIENT, client.received_answer(checks))

    def _checked(self, who: Role, way: Direction, head: Request | Response, checks: tuple[Check, ...]) -> None:
        for check in checks:
            self._say(Checked(f"check.{check.rule.id}", 3, *self._stamp(who.peer), check))
        # A server that answers with another status than 101 refuses; it breaks no rule.
        if not all_hold(checks) and checks[-1].rule is not RESPONSE_STATUS:
            span = head.span(checks[-1].line)
            self._broke(who, way, None, Violation(checks[-1].rule, span.start * 8, span.size * 8))

    def _plain_arrived(self, who: Role, way: Direction, first: int, messages: list[Event]) -> None:
        """Whole messages of one frame, side by side; the rules that they can break are those of their moment."""
        reader, facts, entry = self.endpoints[who.peer], self.facts, self._entry
        late, listening = reader.close_received is not None, reader.listening
        for number, message in enumerate(messages, first):
            if way.cuts and listening and not way.compressed:
                way.frames += 1
                facts.plain_message(who, way.cuts.popleft().start, entry)
                continue
            if way.cuts:
                self._say_sent(who, way, number)
            facts.frame_arrived(who, entry)
            if late:
                self._came_too_late(who, way, number)
            elif listening and way.compressed:
                assert isinstance(message, MessageReceived)
                self._kept(who, way, Message(message.opcode, message.payload, (number,)))
            elif listening:
                facts.message_arrived(who, number, entry)

    def _frame_arrived(self, who: Role, way: Direction, item: FrameItem) -> None:
        self._say_sent(who, way, item.number)
        reader = self.endpoints[who.peer]
        number = item.number
        self.facts.frame_arrived(who, self._entry)
        # Section 5.5.1 forbids data frames after a Close; pings and pongs may still come (section 5.5.2).
        if reader.close_received is not None and not is_control(item.header.opcode):
            self._came_too_late(who, way, number)
        elif item.violations:
            self._violated(who, way, number, item.violations)
        elif reader.listening and item.close is not None:
            way.close_number = number
            self._moved(reader.role, reader.received_close(item.close))
        elif reader.listening and item.header.opcode == Opcode.PING:
            way.open_ping = number
        elif reader.listening and item.message is not None and way.compressed:
            self._kept(who, way, item.message)
        elif reader.listening and item.message is not None:
            self.facts.message_arrived(who, number, self._entry)

    def _kept(self, who: Role, way: Direction, message: Message) -> None:
        """Where messages may be compressed, none can be read again from its frames alone, so it is kept."""
        fact_id = f"{who.value}.message.{way.messages}"
        self._say(MessageArrived(fact_id, 1, *self._stamp(who), way.messages, message))
        way.messages += 1

    def _came_too_late(self, who: Role, way: Direction, number: int) -> None:
        frame = self.facts.frame(who, number)
        self._broke(who, way, number, Violation(CLOSE_AFTER, 0, frame.size * 8))

    def _violated(self, who: Role, way: Direction, number: int, found: tuple[Violation, ...]) -> None:
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

    def _broke(self, who: Role, way: Direction, number: int | None, found: Violation) -> None:
        fact_id = f"{who.value}.broken.{way.broken}"
        way.broken += 1
        self._say(Broke(fact_id, 1, *self._stamp(who), found.rule, number, found.start_bit, found.width))

    def _stamp(self, who: Role) -> tuple[int, float, Role]:
        return self._entry, self._time, who

    def _say(self, fact: Fact) -> None:
        self.facts.append(fact)


def observe(recording: Recording) -> Facts:
    """All facts of a recording."""
    observer = Observer(recording=recording)
    observer.follow()
    return observer.facts
