"""What can be asked of a talk: its bytes, its facts, its state, its findings, and where its rows are."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from protocol.facts import HeadSent, MessageArrived
from protocol.findings import VIOLATION, Findings
from protocol.frames import header_of, header_size
from protocol.http11 import Response
from protocol.masking import mask
from protocol.observer import Observer
from protocol.openings import Opening, Outcome, agreed_in, head_checks
from protocol.order import Order
from protocol.rows import Counts
from protocol.vocabulary import Opcode, Role, State, is_control

if TYPE_CHECKING:
    from protocol.closing import CloseTold
    from protocol.columns import Sent
    from protocol.extensions import Deflate
    from protocol.fragments import Message
    from protocol.frames import FrameHeader
    from protocol.handshake import Check
    from protocol.http11 import Request
    from protocol.ledger import Ledger
    from protocol.recording import Recording, Setup

FARTHEST: Final = 4096
"""How many frames are looked at to find the one that began a message."""


class Way:
    """What is known of one direction: the rows of its frames, what was found in them, how much was looked at."""

    def __init__(self, who: Role, sent: Sent) -> None:
        self.who = who
        self.sent = sent
        self.starts = sent.starts
        self.findings = Findings(who)
        self.rows = array("I")
        self.head: int | None = None
        """The row of the head."""
        self.messages = array("I")
        """The places of messages that are kept because they may be compressed."""
        self.unjudged = 0
        self.found = (0, 0)
        """The frame with this number begins at this byte."""
        self.zeros = False
        """Whether four zeros stand side by side in what may hold a masking key that nobody has looked at."""
        self.ends_with_zero = False


class Known:
    """One connection as it is known now."""

    def __init__(
        self, ledger: Ledger, number: int, setup: Setup, *, reads: bool, name: str, parent: Known | None
    ) -> None:
        self.number = number
        self.name = name
        self.parent = parent
        self.observer = Observer(setup, reads=reads)
        self.counts = Counts()
        self._ledger = ledger
        self.facts = self.observer.facts
        self._ways = {role: Way(role, self.facts.sent(role)) for role in Role}
        self._both = tuple(self._ways.values())
        self._order = Order(whole=setup.whole, reads=reads)
        self._kept = 0
        self._last = 0.0
        self._began = setup.began
        self._knows_extensions = setup.whole

    @property
    def recording(self) -> Recording:
        """Its bytes."""
        return self.observer.recording

    @property
    def setup(self) -> Setup:
        """What is known besides the bytes."""
        return self.recording.setup

    def state(self, who: Role) -> State:
        """The state of one end now."""
        return self.observer.endpoints[who].state

    @property
    def told(self) -> dict[Role, CloseTold | None]:
        """What each program was told at the end."""
        return {role: self.observer.endpoints[role].told for role in Role}

    @property
    def outcome(self) -> Outcome:
        """What came of the opening handshake."""
        if not self.setup.whole:
            return Outcome(Opening.MIDWAY)
        answer = self.facts.get("response.sent")
        head = answer.head if isinstance(answer, HeadSent) else None
        status, reason = (head.status, head.reason) if isinstance(head, Response) else (None, "")
        broken = [found for who in Role for found in self._ways[who].findings.of(None) if found.verdict == VIOLATION]
        if status is not None and status != 101:
            return Outcome(Opening.REFUSED, status, reason, broken[0].rule if broken else None)
        if broken:
            return Outcome(Opening.BROKEN, status, reason, broken[0].rule)
        if status is None:
            return Outcome(Opening.LOST if self.recording.gaps(Role.SERVER) else Opening.WAITING)
        return Outcome(Opening.OPENED, status, reason)

    def checks(self, head: Request | Response) -> tuple[Check, ...]:
        """Every rule of a head, each judged by itself."""
        asked = self.observer.endpoints[Role.CLIENT].asked if "request.sent" in self.facts else None
        return head_checks(head, self.setup, asked)

    def has_failed(self, who: Role) -> bool:
        """Whether `who` has given up because the other side broke a rule."""
        return self.observer.endpoints[who].failed is not None

    def message_of(self, who: Role, first: int) -> Message | None:
        """The compressed message whose first frame is this one, if it was delivered."""
        way = self._ways[who]
        place = bisect_left(way.messages, first, key=lambda at: self._message(at).frames[0])
        if place == len(way.messages):
            return None
        message = self._message(way.messages[place])
        return message if message.frames[0] == first else None

    def _message(self, place: int) -> Message:
        fact = self.facts.kept[place]
        assert isinstance(fact, MessageArrived)
        return fact.message

    @property
    def deflate(self) -> Deflate | None:
        """The compression that both sides agreed on."""
        return agreed_in(self.facts)

    @property
    def knows_extensions(self) -> bool:
        """Whether nothing else was agreed on, and nothing that is not known, which may give RSV bits and opcodes a
        meaning (section 5.2)."""
        return self._knows_extensions

    def limit_of(self, who: Role) -> int | None:
        """The largest message that `who` takes."""
        return self.setup.client_limit if who is Role.CLIENT else self.setup.server_limit

    def is_whole(self, who: Role, number: int) -> bool:
        """Whether all bytes of a frame are here."""
        return number < len(self._ways[who].sent) and not self.facts.unjudged(who, number)

    def first_close(self, who: Role) -> int | None:
        """The first Close frame of `who`."""
        return self._order.first_close(who)

    def first_of(self, who: Role, number: int) -> int | None:
        """The frame that began the message to which a frame belongs, if it is not too far away."""
        firsts = self._ways[who].sent.firsts
        for place in range(min(number, len(firsts) - 1), max(number - FARTHEST, -1), -1):
            opcode = firsts[place] & 0b1111
            if not is_control(opcode) and opcode != Opcode.CONTINUATION:
                return place
        return None

    def frames_before(self, who: Role, place: int) -> int:
        """How many frames of `who` have a row before this one."""
        return bisect_left(self._ways[who].rows, place)

    def moment(self, place: int) -> float:
        """The time of a row, in seconds since the recording began; the ledger's are as fine as microseconds."""
        return round(self._ledger.times[place] - self.setup.began, 6)

    def verdict(self, place: int) -> int:
        """The verdict of a row."""
        return self._ledger.verdicts[place]

    def frames(self, who: Role) -> int:
        """How many frames of `who` have a row."""
        return len(self._ways[who].rows)

    def findings(self, who: Role) -> Findings:
        """The rules that are broken in what `who` sent."""
        return self._ways[who].findings

    def place_of(self, who: Role, number: int | None) -> int | None:
        """The row of a frame, or of the head of `who`."""
        way = self._ways[who]
        if number is None:
            return way.head
        return way.rows[number] if 0 <= number < len(way.rows) else None

    def header(self, who: Role, number: int) -> FrameHeader | None:
        """The header of a frame, which need not be whole; None if not even that is here."""
        sent = self.facts.sent(who)
        start = sent.starts[number] if number < len(sent) else self._begins(who, number)
        begun = self.recording.cut(who, start, start + 14)
        if len(begun) < 2 or len(begun) < header_size(begun[1]):
            return None
        return header_of(begun[: header_size(begun[1])], start)

    def payload(self, who: Role, number: int, most: int) -> bytes:
        """The first bytes of a frame's payload, unmasked, as far as they are here."""
        header = self.header(who, number)
        if header is None:
            return b""
        start = header.offset + len(header.header)
        part = self.recording.cut(who, start, start + min(most, header.length))
        return mask(part, header.key) if header.masked else part

    def _begins(self, who: Role, number: int) -> int:
        """Where the frame after the last whole one begins."""
        sent, (found, start) = self.facts.sent(who), self._ways[who].found
        if found == number and start:
            return start
        if number:
            return sent.starts[number - 1] + sent.sizes[number - 1]
        head = self.facts.get("request.sent" if who is Role.CLIENT else "response.sent")
        return len(head.head.raw) if isinstance(head, HeadSent) else 0
