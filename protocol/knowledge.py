"""All facts of one connection, in order. Few of them are kept: most are made when somebody looks.

Nearly all facts of a long connection say the same three things: a frame was sent, it arrived, a message was delivered.
Everything else that they say stands in the recording. So such a fact is kept as one number,

    kind (2 bits)   who (1 bit)   number (29 bits)   entry (32 bits)

and the frame is read again, from the place where it began, whenever its fact is asked for. Those of plain frames are
kept in runs, see `runs`.

Who follows a long connection and wants to know what is new, without a fact being made, remembers three numbers:

    facts.sent(who)     frames in columns (`Sent`): those from number `len(facts.sent(who))` on are new
    facts.kept          the facts that are kept (heads, broken rules, gaps ...): a list that grows at its end
    facts.sent(who).unjudged      the frames that cannot be judged: an array that grows at its end
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final, TypeVar

from protocol.batch import picked
from protocol.columns import Sent
from protocol.facts import Fact, FrameArrived, FrameSent, MessageArrived, Moved
from protocol.fragments import Message
from protocol.frames import Frame, frame_of
from protocol.recording import Recording
from protocol.runs import EACH, Runs, Track
from protocol.vocabulary import Opcode, Role, State, is_control

if TYPE_CHECKING:
    from protocol.batch import Batch
    from protocol.cutter import Cut

FactKind = TypeVar("FactKind", bound=Fact)

_KEPT, _SENT, _ARRIVED, _MESSAGE = range(4)
_ROLES: Final = tuple(Role)
_NAMES: Final = {"sent": _SENT, "arrived": _ARRIVED, "message": _MESSAGE}
_KINDS: Final = {FrameSent: _SENT, FrameArrived: _ARRIVED, MessageArrived: _MESSAGE}
MOST: Final = 2**29
"""No direction has more frames, and no connection more facts that are kept."""


class _Direction:
    """What `who` sent: its frames, and the places of the facts about those that are not plain."""

    def __init__(self, index: int, track: Track) -> None:
        self.index = index
        self.frames = Sent()
        self.track = track
        """Where the facts about plain frames are."""
        self.sent = array("I")
        self.arrived = array("I")
        self.messages = array("I")
        """The fact before that of a message is the arrival of its last frame."""


class _Store:
    """What is known so far; every `Facts` of one connection looks at the same."""

    def __init__(self, recording: Recording) -> None:
        self.recording = recording
        self.codes = array("Q")
        self.runs = Runs()
        self.kept: list[Fact] = []
        self.kept_places = array("I")
        self.by_id: dict[str, int] = {}
        self.ways = {role: _Direction(*each) for role, each in zip(Role, enumerate(self.runs.tracks), strict=True)}

    def __len__(self) -> int:
        return len(self.codes) + EACH * self.runs.size

    def messages(self, who: Role) -> int:
        """How many messages were delivered that are read again from their frames."""
        way = self.ways[who]
        return len(way.messages) + way.track.size

    def code(self, place: int) -> tuple[int, int, int, int]:
        """Kind, who, number and entry of a fact."""
        found = self.runs.fact(place) if self.runs else place
        if not isinstance(found, int):
            return found.which + _SENT, found.who, found.number, found.entry
        code = self.codes[found]
        return code >> 62, code >> 61 & 1, code >> 32 & MOST - 1, code & 0xFFFF_FFFF

    def place(self, who: Role, kind: int, number: int) -> int | None:
        """The place of `frame.NUMBER.sent` and its like."""
        way = self.ways[who]
        run, nth = way.track.find(way.track.messages if kind == _MESSAGE else way.track.frames, number)
        if run >= 0:
            return self.runs.place(run, nth, kind - _SENT)
        places = (way.sent, way.arrived, way.messages)[kind - _SENT]
        return places[nth] if nth < len(places) else None

    def fact(self, place: int) -> Fact:
        kind, sender, number, entry = self.code(place)
        if kind == _KEPT:
            return self.kept[number]
        who, time = _ROLES[sender], self.recording.time(entry)
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
        place = self.place(who, _MESSAGE, number)
        assert place is not None
        last = self.code(place - 1)[2]
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
        place = len(store)
        store.by_id[fact.id] = place
        store.kept_places.append(place)
        store.codes.append(_KEPT << 62 | len(store.kept) << 32)
        store.kept.append(fact)

    def frame_sent(self, who: Role, cut: Cut, entry: int) -> None:
        """The next frame of `who` was sent: its last byte in this entry."""
        store = self._store
        way, codes = store.ways[who], store.codes
        way.sent.append(len(codes) + EACH * store.runs.size)
        codes.append(_SENT << 62 | way.index << 61 | len(way.frames.starts) << 32 | entry)
        way.frames.add(cut.first, cut.start, cut.stop - cut.payload, cut.stop - cut.start)

    def frame_arrived(self, who: Role, entry: int) -> None:
        """The next frame of `who` that has not arrived yet has."""
        store = self._store
        way, codes = store.ways[who], store.codes
        number = len(way.arrived) + way.track.size
        way.arrived.append(len(codes) + EACH * store.runs.size)
        codes.append(_ARRIVED << 62 | way.index << 61 | number << 32 | entry)

    def message_arrived(self, who: Role, entry: int) -> None:
        """The next message of `who` was delivered; it ended with the frame that has just arrived, and was not
        compressed."""
        store = self._store
        way, codes = store.ways[who], store.codes
        number = len(way.messages) + way.track.size
        way.messages.append(len(codes) + EACH * store.runs.size)
        codes.append(_MESSAGE << 62 | way.index << 61 | number << 32 | entry)

    def add_plain(self, who: Role, count: int, entry: int) -> None:
        """The last `count` frames in `sent(who)` are whole messages, and each of them was sent, arrived and was
        delivered in this entry."""
        store = self._store
        way = store.ways[who]
        store.runs.add(way.index, count, len(way.frames) - count, store.messages(who), len(store), entry)

    def adder(self, who: Role) -> Callable[[int, int, int, int, int], None]:
        """`add(first, start, length, size, entry)`: the next frame of `who`, in the columns of `Sent`, is a whole
        message, which was sent, arrived and was delivered in this entry. What it looks up is at hand: most are such."""
        store = self._store
        way = store.ways[who]
        starts, messages, codes, track = way.frames.starts, way.messages, store.codes, way.track
        add_first, add_start, add_length, add_size = way.frames.appends
        add_run = store.runs.adder(way.index)

        def add(first: int, start: int, length: int, size: int, entry: int) -> None:
            add_run(len(starts), len(messages) + track.size, len(codes), entry)
            add_first(first)
            add_start(start)
            add_length(length)
            add_size(size)

        return add

    def add_batch(self, batch: Batch, entry: int) -> None:
        """All of a batch, whose first piece is the entry number `entry`, became known; it is not recorded yet."""
        store = self._store
        starts, senders, passed = [], batch.senders, batch.passed
        for who, way in store.ways.items():
            starts.append((len(way.frames), store.messages(who)))
            columns = [picked(who, column, senders) for column in (passed.firsts, passed.lengths, passed.sizes)]
            way.frames.add_all(self.recording.size(who), *columns)
        store.runs.add_all(batch.servers, passed.counts, starts, len(store), entry)

    def leave_unjudged(self, who: Role, number: int) -> None:
        """Bytes are missing that frame `number` of `who` is made of, or that it refers to."""
        self._store.ways[who].frames.leave_unjudged(number)

    # What is known.

    def __len__(self) -> int:
        return len(self._store) if self._stop is None else self._stop

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
        way = next((role for role in Role if role.value == who), None)
        if way is None or len(number) > len(str(MOST)) or str(int(number)) != number:
            return None
        return self._store.place(way, _NAMES[what], int(number))

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
        return self._store.messages(who)

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
            store = self._store
            places = (place for place in range(len(self)) if wanted is None or store.code(place)[0] in {wanted, _KEPT})
            return [fact for fact in map(store.fact, places) if isinstance(fact, kind)]
        kept = zip(self._store.kept_places, self._store.kept, strict=True)
        return [fact for place, fact in kept if place < len(self) and isinstance(fact, kind)]

    def state(self, who: Role) -> State:
        """The state of one endpoint after all these facts."""
        moves = [fact for fact in self.of(Moved) if fact.who is who]
        first = State.CONNECTING if self.recording.setup.whole else State.OPEN
        return moves[-1].transition.next if moves else first
