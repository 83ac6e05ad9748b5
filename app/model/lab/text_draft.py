"""A message on the bench, cut into fragments wherever somebody likes: its frames are made, sent and judged for real."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from app.figures.utf8_bytes import row_of, row_size, state_after
from app.model.lab.limits import LabError
from app.model.lab.wire import SAMPLE_MASK, Wire
from app.reasons import QT_TRANSLATE_NOOP
from protocol.facts import Broke, MessageArrived
from protocol.fragments import WELL_FORMED, Utf8
from protocol.frames import encode_frame
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from app.figures.utf8_bytes import State
    from protocol.fragments import Message
    from protocol.knowledge import Facts

MOST: Final = 256
"""How many bytes a message has here: each is shown bit by bit."""

TOO_LARGE = QT_TRANSLATE_NOOP(
    "lab", "That is {size} bytes; this bench takes {most}, because it shows every one of them."
)

SAMPLE: Final = "Grüße 猫 😀".encode()


@dataclass(frozen=True, slots=True)
class TextDraft:
    """`cuts` are the places in the payload where one fragment ends and the next begins, rising; two equal ones hold an
    empty fragment."""

    payload: bytes = SAMPLE
    cuts: tuple[int, ...] = (8, 13)
    binary: bool = False
    sender: Role = Role.CLIENT

    @property
    def pieces(self) -> tuple[bytes, ...]:
        """The payloads of the fragments."""
        edges = (0, *self.cuts, len(self.payload))
        return tuple(self.payload[start:stop] for start, stop in pairwise(edges))

    @property
    def opcode(self) -> Opcode:
        """That of the first fragment."""
        return Opcode.BINARY if self.binary else Opcode.TEXT

    def frames(self) -> tuple[bytes, ...]:
        """One frame for each fragment (section 5.4)."""
        key = SAMPLE_MASK if self.sender is Role.CLIENT else None
        last = len(self.cuts)
        return tuple(
            encode_frame(self.opcode if place == 0 else Opcode.CONTINUATION, piece, fin=place == last, key=key)
            for place, piece in enumerate(self.pieces)
        )

    def with_payload(self, payload: bytes) -> TextDraft:
        """Another payload; cuts behind its end come with it."""
        if len(payload) > MOST:
            raise LabError(TOO_LARGE, size=f"{len(payload):,}", most=str(MOST))
        cuts = tuple(min(cut, len(payload)) for cut in self.cuts)
        return replace(self, payload=payload, cuts=tuple(cut for cut in cuts if cut < len(payload)))

    def with_cut(self, place: int) -> TextDraft:
        """A cut before byte `place`, or none any more."""
        if not 0 < place < len(self.payload):
            return self
        cuts = set(self.cuts) ^ {place}
        return replace(self, cuts=tuple(sorted(cuts)))

    def with_moved(self, number: int, place: int) -> TextDraft:
        """Cut `number` (from 0) moved to another place, no further than its neighbours."""
        if not 0 <= number < len(self.cuts):
            return self
        low = self.cuts[number - 1] + 1 if number else 1
        high = self.cuts[number + 1] - 1 if number + 1 < len(self.cuts) else len(self.payload) - 1
        if low > high:
            return self
        cuts = list(self.cuts)
        cuts[number] = max(low, min(high, place))
        return replace(self, cuts=tuple(cuts))

    def with_no_cuts(self) -> TextDraft:
        """One frame."""
        return replace(self, cuts=())

    def with_every_cut(self) -> TextDraft:
        """A frame for each byte."""
        return replace(self, cuts=tuple(range(1, len(self.payload))))

    def with_binary(self, binary: bool) -> TextDraft:
        """Text or binary."""
        return replace(self, binary=binary)

    def with_sender(self, sender: Role) -> TextDraft:
        """From the other side."""
        return replace(self, sender=sender)


@dataclass(frozen=True, slots=True)
class TextRun:
    """What became of it: the facts, the first broken rule, the message that was delivered."""

    facts: Facts
    broken: Broke | None
    message: Message | None


@lru_cache(maxsize=2)
def run_text(draft: TextDraft) -> TextRun:
    """Send all fragments, each as a segment of its own, and look on."""
    wire = Wire().open()
    for frame in draft.frames():
        wire.put(draft.sender, frame)
    facts = wire.facts()
    broken = next((fact for fact in facts.of(Broke) if fact.who is draft.sender), None)
    message = next((fact.message for fact in facts.of(MessageArrived) if fact.who is draft.sender), None)
    return TextRun(facts, broken, message)


@dataclass(frozen=True, slots=True)
class Step:
    """What the validator knows after one more byte: whether this byte is the first bad one, and how many bytes of a
    character of `size` bytes have come (0: it stands between two)."""

    is_bad: bool
    pending: int
    size: int


def steps(payload: bytes) -> tuple[Step, ...]:
    """The validator after each byte, up to the first bad one."""
    check = Utf8()
    found: list[Step] = []
    for index in range(len(payload)):
        is_bad = check.feed(payload[index : index + 1]) is not None
        pending = 0 if is_bad else check.pending
        row = row_of(payload[index - pending + 1]) if pending else None
        found.append(Step(is_bad, pending, 0 if row is None else row_size(WELL_FORMED[row])))
        if is_bad:
            break
    return tuple(found)


@lru_cache(maxsize=4)
def state_at(payload: bytes) -> State:
    """What the validator knows after these bytes."""
    return state_after(payload)
