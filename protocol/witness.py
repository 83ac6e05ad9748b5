"""What the bytes of a connection mean for both of its ends: the heads and frames that have arrived become facts.

It keeps both endpoints in the same `Endpoint` that a `Connection` keeps: what it says of an endpoint is what the
endpoint knows. A broken rule is a fact. Nothing is said of what bytes would have to tell that are missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from protocol.direction import Direction
from protocol.endpoint import Endpoint, all_hold
from protocol.events import Event, MessageReceived
from protocol.extensions import DeflatePolicy, agreed, offered
from protocol.facts import Broke, Checked, Fact, HeadArrived, MessageArrived, Moved, Told
from protocol.fragments import Message
from protocol.handshake import Check, Policy, check_request, check_response
from protocol.http11 import Request, Response
from protocol.knowledge import Facts
from protocol.machine import Transition
from protocol.recording import Recording
from protocol.rules import (
    CLOSE_AFTER,
    FRAME_TOO_BIG,
    REQUEST_SYNTAX,
    RESPONSE_CONNECTION,
    RESPONSE_STATUS,
    RESPONSE_SYNTAX,
    RESPONSE_UPGRADE,
)
from protocol.stream import BadFrameItem, BadHeadItem, FrameItem, HeadItem, Item, PlainItem
from protocol.violations import Violation
from protocol.vocabulary import Opcode, Role, State, is_control

if TYPE_CHECKING:
    from protocol.cutter import Cut
    from protocol.fields import Span

ALONE: Final = frozenset({RESPONSE_STATUS, RESPONSE_UPGRADE, RESPONSE_CONNECTION})
"""The rules of an answer that can be judged without the request."""


class Witness:
    """Both ends of the connection that is recorded here, as far as it is told."""

    def __init__(self, recording: Recording) -> None:
        self.recording = recording
        self.facts = Facts(recording=recording)
        self.endpoints = {role: Endpoint(role) for role in Role}
        self._setup = setup = recording.setup
        limits = {Role.CLIENT: setup.server_limit, Role.SERVER: setup.client_limit}
        self._ways = {role: Direction(role, self.facts, limits[role], whole=setup.whole) for role in Role}
        self._entry = -1
        self._time = 0.0

    # Sending.

    def _say_sent(self, who: Role, way: Direction, until: int | None = None) -> None:
        """Tell of the frames that are whole, up to number `until`."""
        while way.cuts and (until is None or way.frames <= until):
            self._frame_sent(who, way, way.cuts.popleft())

    def _frame_sent(self, who: Role, way: Direction, cut: Cut) -> None:
        way.frames += 1
        opcode = cut.first & 0b1111
        if opcode == Opcode.CLOSE:
            self._moved(who, self.endpoints[who].sent_close())
        self.facts.frame_sent(who, cut, self._entry)
        if opcode == Opcode.PONG:
            self._answered(who, way.frames - 1)

    def _answered(self, who: Role, number: int) -> None:
        """A pong for the last ping is one for those before it as well (section 5.5.3)."""
        asking = self._ways[who.peer]
        ping = asking.open_ping
        if ping is not None and self.facts.frame(who.peer, ping).payload == self.facts.frame(who, number).payload:
            asking.open_ping = None

    def _agree(self, sender: Role, response: Response) -> None:
        """From here on `sender` may compress, if the answer says so."""
        lost = self._ways[Role.CLIENT].written.head_lost
        offers = None if lost else offered(self.endpoints[Role.CLIENT].asked.extensions)
        deflate = agreed(response, offers)
        if deflate is not None:
            way = self._ways[sender]
            way.settle()
            way.messages = self.facts.messages(sender)
            way.compressed = True
            way.stream.agree(deflate)

    # Arriving.

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
        self._ways[Role.CLIENT].is_refused = response.status != 101
        client = self.endpoints[Role.CLIENT]
        if client.state is not State.CONNECTING:
            return
        checks = check_response(response, client.asked)
        if self._ways[Role.CLIENT].written.head_lost:
            checks = tuple(check for check in checks if check.rule in ALONE)
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
            if way.cuts:
                self._say_sent(who, way, number)
            facts.frame_arrived(who, entry)
            if late:
                self._came_too_late(who, way, number)
            elif listening and way.compressed:
                assert isinstance(message, MessageReceived)
                self._kept(who, way, Message(message.opcode, message.payload, (number,)))
            elif listening:
                facts.message_arrived(who, entry)

    def _frame_arrived(self, who: Role, way: Direction, item: FrameItem) -> None:
        self._say_sent(who, way, item.number)
        reader = self.endpoints[who.peer]
        number = item.number
        self.facts.frame_arrived(who, self._entry)
        if not item.judged:
            self.facts.leave_unjudged(who, number)
        # Section 5.5.1 forbids data frames after a Close; pings and pongs may still come (section 5.5.2).
        if reader.close_received is not None and not is_control(item.header.opcode):
            self._came_too_late(who, way, number)
        elif item.violations:
            self._violated(who, way, number, item.violations)
        elif reader.listening and item.close is not None:
            way.close_number, way.close_is_known = number, item.judged
            self._moved(reader.role, reader.received_close(item.close))
        elif reader.listening and item.header.opcode == Opcode.PING:
            way.open_ping = number if item.judged else None
        elif reader.listening and item.message is not None and way.compressed:
            self._kept(who, way, item.message)
        elif reader.listening and item.message is not None:
            self.facts.message_arrived(who, self._entry)

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
        # The limit of somebody else's endpoint is not known: that a message is larger than ours does not end anything.
        ends = [each for each in found if each.rule is not FRAME_TOO_BIG or way.is_limited]
        if ends and reader.listening and reader.state in {State.OPEN, State.CLOSING}:
            reader.fail(ends[0].rule)

    # What all facts have in common.

    def _tcp_closed(self, who: Role) -> None:
        self._moved(who, self.endpoints[who].tcp_closed())

    def _moved(self, who: Role, row: Transition | None) -> None:
        if row is None:
            return
        self._say(Moved(f"{who.value}.{row.next.name.lower()}", 2, *self._stamp(who), row))
        told = self.endpoints[who].told
        if row.next is State.CLOSED and told is not None and not self._is_unsure(who):
            self._say(Told(f"{who.value}.told", 1, *self._stamp(who), told))

    def _is_unsure(self, who: Role) -> bool:
        """Whether bytes are missing that may have been a Close of either side, or part of the one that was read."""
        end, heard = self.endpoints[who], self._ways[who.peer]
        if end.failed is not None:
            return False
        if end.close_received is None:
            return bool(heard.written.stretches)
        return not heard.close_is_known or (not end.close_sent and bool(self._ways[who].written.stretches))

    def _broke(self, who: Role, way: Direction, number: int | None, found: Violation) -> None:
        fact_id = f"{who.value}.broken.{way.broken}"
        way.broken += 1
        self._say(Broke(fact_id, 1, *self._stamp(who), found.rule, number, found.start_bit, found.width))

    def _stamp(self, who: Role) -> tuple[int, float, Role]:
        return self._entry, self._time, who

    def _say(self, fact: Fact) -> None:
        self.facts.append(fact)
