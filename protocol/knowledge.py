"""All facts of one connection, in order. Few of them are kept: most are made when somebody looks.

Nearly all facts of a long connection say the same three things: a frame was sent, it arrived, a message was delivered.
Everything else that they say stands in the recording. So such a fact is kept as one number,

    kind (2 bits)   who (1 bit)   number (29 bits)   entry (32 bits)

and the frame is read again, from the place where it began, whenever its fact is asked for.

Who follows a long connection and wants to know what is new, without a fact being made, remembers three numbers:

    facts.sent(who)     frames in columns (`Sent`): those from number `len(facts.sent(who))` on are new
    facts.kept          the facts that are kept (heads, broken rules, gaps ...): a list that grows at its end
    facts.sent(who).unjudged      the frames that cannot be judged: an array that grows at its end
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final, TypeVar

from protocol.columns import Sent
from protocol.facts import Fact, FrameArrived, FrameSent, MessageArrived, Moved
from protocol.fragments import Message
from protocol.frames import Frame, frame_of
from protocol.recording import Recording
from protocol.vocabulary import Opcode, Role, State, is_control

if TYPE_CHECKING:
    from protocol.cutter import Cut

FactKind = TypeVar("FactKind", bound=Fact)

_KEPT, _SENT, _ARRIVED, _MESSAGE = range(4)
_ROLES: Final = tuple(Role)
_KINDS: Final = {FrameSent: _SENT, FrameArrived: _ARRIVED, MessageArrived: _MESSAGE}
_TO_ARRIVED: Final = _ARRIVED - _SENT << 62
"""What makes the code of a frame that was sent that of one that has arrived."""

MOST: Final = 2**29
"""No direction has more frames, and no connection more facts that are kept."""


class _Direction:
    """What `who` sent: its frames, and the places in `codes` of the facts about them."""

    def __init__(self, who: Role, codes: array[int]) -> None:
        self.index = _ROLES.index(who)
        self.codes = codes
        self.frames = Sent()
        self.sent = array("I")
        self.arrived = array("I")
        self.messages = array("I")
        """The fact before that of a message is the arrival of its last frame."""

    def add_plain(self, count: int, entry: int) -> None:
        """The last `count` frames are whole messages, sent and delivered in this entry."""
        codes, number, message = self.codes, len(self.sent), len(self.messages)
        place = len(codes)
        sent = self.index << 61 | number << 32 | entry | _SENT << 62
        delivered = self.index << 61 | message << 32 | entry | _MESSAGE << 62
        if count == 1:
            codes.append(sent)
            codes.append(sent + _TO_ARRIVED)
            codes.append(delivered)
            self.sent.append(place)
            self.arrived.append(place + 1)
            self.messages.append(place + 2)
            return
        after = place + 3 * count
        codes.frombytes(bytes(24 * count))
        for nth, code in enumerate((sent, sent + _TO_ARRIVED, delivered)):
            codes[place + nth :: 3] = array("Q", range(code, code + (count << 32), 1 << 32))
        self.sent.extend(range(place, after, 3))
        self.arrived.extend(range(place + 1, after, 3))
        self.messages.extend(range(place + 2, after, 3))

    def place(self, what: str, number: int) -> int | None:
        """The place of `frame.NUMBER.sent` and its like."""
        places = {"sent": self.sent, "arrived": self.arrived, "message": self.messages}[what]
        return places[number] if number < len(places) else None


def _number(code: int) -> int:
    return code >> 32 & MOST - 1


class _Store:
    """What is known so far; every `Facts` of one connection looks at the same."""

    def __init__(self, recording: Recording) -> None:
        self.recording = recording
        self.codes = array("Q")
        self.kept: list[Fact] = []
        self.kept_places = array("I")
        self.by_id: dict[str, int] = {}
        self.ways = {role: _Direction(role, self.codes) for role in Role}

    def fact(self, place: int) -> Fact:
        code = self.codes[place]
        kind, number = code >> 62, _number(code)
        if kind == _KEPT:
            return self.kept[number]
        who, entry = _ROLES[code >> 61 & 1], code & 0xFFFF_FFFF
        time = self.recording.time(entry)
        if kind == _MESSAGE:
            message = self.message(who, number)
            return MessageArrived(f"{who.value}.message.{number}", 1, entry, time, who, number, message)
        frame = self.frame(who, number)
        if kind == _SENT:
            return FrameSent(f"{who.value}.frame.{number}.sent", 2, entry, time, who, number, frame)
        return FrameArrived(f"{who.value}.frame.{number}.arrived", 2, entry, time, who, number, frame)

    def frame(self, who: Role, number: int) -> Frame:
        start = self.ways[who].frames.starts[number]
        return frame_of(lambda a, b: self.recording.cut(who, start + a, start + b), start)

    def message(self, who: Role, number: int) -> Message:
        """The message whose last frame is known: its other fragments stand before it, with control frames between."""
        last = _number(self.codes[self.ways[who].messages[number] - 1])
        frames = [(last, self.frame(who, last))]
        while frames[-1][1].opcode == Opcode.CONTINUATION:
            before = frames[-1][0] - 1
            while is_control((frame := self.frame(who, before)).opcode):
                before -= 1
            frames.append((before, frame))
        frames.reverse()
        payload = b"".join(frame.payload for _, frame in frames)
        return Message(frames[0][1].opcode, payload, tuple(number for number, _ in frames))


class Facts:
    """All facts of one connection in order, found by position or by id; `until` gives those of an earlier moment."""

    def __init__(self, facts: Iterable[Fact] = (), recording: Recording | None = None) -> None:
        self._store = _Store(Recording() if recording is None else recording)
        self._stop: int | None = None
        for fact in facts:
            self.append(fact)

    def until(self, cursor: int) -> Facts:
        """The facts before position `cursor`: what is known at that moment."""
        earlier = Facts()
        earlier._store = self._store
        earlier._stop = range(len(self))[:cursor].stop
        return earlier

    @property
    def recording(self) -> Recording:
        """The bytes that all these facts are about."""
        return self._store.recording

    # What becomes true.

    def append(self, fact: Fact) -> None:
        """Add the next fact; its id must be new."""
        if fact.id in self:
            raise ValueError(f"the fact {fact.id!r} is already known")
        store = self._store
        store.by_id[fact.id] = len(store.codes)
        store.kept_places.append(len(store.codes))
        store.codes.append(_KEPT << 62 | len(store.kept) << 32)
        store.kept.append(fact)

    def frame_sent(self, who: Role, cut: Cut, entry: int) -> None:
        """The next frame of `who` was sent: its last byte in this entry."""
        store = self._store
        way, codes = store.ways[who], store.codes
        way.sent.append(len(codes))
        codes.append(_SENT << 62 | way.index << 61 | len(way.frames) << 32 | entry)
        way.frames.add(cut.first, cut.start, cut.stop - cut.payload, cut.stop - cut.start)

    def frame_arrived(self, who: Role, entry: int) -> None:
        """The next frame of `who` that has not arrived yet has."""
        store = self._store
        way, codes = store.ways[who], store.codes
        number = len(way.arrived)
        way.arrived.append(len(codes))
        codes.append(_ARRIVED << 62 | way.index << 61 | number << 32 | entry)

    def message_arrived(self, who: Role, entry: int) -> None:
        """The next message of `who` was delivered; it ended with the frame that has just arrived, and was not
        compressed."""
        store = self._store
        way, codes = store.ways[who], store.codes
        number = len(way.messages)
        way.messages.append(len(codes))
        codes.append(_MESSAGE << 62 | way.index << 61 | number << 32 | entry)

    def adder(self, who: Role) -> Callable[[int, int], None]:
        """`add(count, entry)`: the last `count` frames in `sent(who)` are whole messages, and each of them was sent,
        arrived and was delivered in this entry."""
        return self._store.ways[who].add_plain

    def leave_unjudged(self, who: Role, number: int) -> None:
        """Bytes are missing that frame `number` of `who` is made of, or that it refers to."""
        self._store.ways[who].frames.leave_unjudged(number)

    # What is known.

    def __len__(self) -> int:
        return len(self._store.codes) if self._stop is None else self._stop

    def __iter__(self) -> Iterator[Fact]:
        return (self._store.fact(place) for place in range(len(self)))

    def __getitem__(self, place: int) -> Fact:
        return self._store.fact(range(len(self))[place])

    def __contains__(self, fact_id: object) -> bool:
        return isinstance(fact_id, str) and self.place(fact_id) is not None

    def place(self, fact_id: str) -> int | None:
        """The position of a fact, or None if it has not become true."""
        place = self._store.by_id.get(fact_id)
        if place is None:
            place = self._derived_place(fact_id)
        return None if place is None or place >= len(self) else place

    def _derived_place(self, fact_id: str) -> int | None:
        """`client.frame.7.sent`, `client.frame.7.arrived` and `client.message.3` are looked up by their number."""
        match fact_id.split("."):
            case [who, "frame", number, ("sent" | "arrived") as what] if number.isdecimal():
                pass
            case [who, "message" as what, number] if number.isdecimal():
                pass
            case _:
                return None
        way = next((way for role, way in self._store.ways.items() if role.value == who), None)
        if way is None or len(number) > len(str(MOST)) or str(int(number)) != number:
            return None
        return way.place(what, int(number))

    def get(self, fact_id: str) -> Fact | None:
        """The fact with this id, or None."""
        place = self.place(fact_id)
        return None if place is None else self._store.fact(place)

    def ids(self) -> Iterator[str]:
        """The ids of all facts, in order."""
        return (fact.id for fact in self)

    def frame(self, who: Role, number: int) -> Frame:
        """The frame number `number` of `who`, which must have been sent."""
        return self._store.frame(who, number)

    def sent(self, who: Role) -> Sent:
        """All frames that `who` has sent, in columns; also those of later moments."""
        return self._store.ways[who].frames

    def messages(self, who: Role) -> int:
        """How many messages of `who` were delivered that are read again from their frames."""
        return len(self._store.ways[who].messages)

    @property
    def kept(self) -> list[Fact]:
        """The facts that are kept as they are, in order; also those of later moments."""
        return self._store.kept

    def unjudged(self, who: Role, number: int) -> bool:
        """Whether frame `number` of `who` cannot be judged as a whole: bytes are missing."""
        return self._store.ways[who].frames.is_unjudged(number)

    def of(self, kind: type[FactKind]) -> list[FactKind]:
        """All facts of one kind, in order."""
        if kind in _KINDS or kind is Fact:
            wanted = _KINDS.get(kind)
            codes = self._store.codes
            places = (place for place in range(len(self)) if wanted is None or codes[place] >> 62 in {wanted, _KEPT})
            return [fact for fact in map(self._store.fact, places) if isinstance(fact, kind)]
        kept = zip(self._store.kept_places, self._store.kept, strict=True)
        return [fact for place, fact in kept if place < len(self) and isinstance(fact, kind)]

    def state(self, who: Role) -> State:
        """The state of one endpoint after all these facts."""
        moves = [fact for fact in self.of(Moved) if fact.who is who]
        first = State.CONNECTING if self.recording.setup.whole else State.OPEN
        return moves[-1].transition.next if moves else first
