"""One direction of a connection as three cuts of the same bytes: TCP segments, frames, messages.

Offsets are in bytes from the first byte after the opening handshake. `arrived` is how far the other side has read,
`read` how far its parser has come: inside a segment that holds several frames it stops for a moment at the end of each.
Pure data, no geometry.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from app.figures.frame_parts import UNPRINTABLE
from protocol.chorus import as_chorus
from protocol.facts import Broke, FrameArrived, HeadSent
from protocol.fragments import first_bad_byte
from protocol.frames import FrameReader
from protocol.http11 import Response
from protocol.recording import Kind
from protocol.vocabulary import Opcode, Role, is_control

if TYPE_CHECKING:
    from collections.abc import Iterator

    from protocol.chorus import Chorus
    from protocol.frames import Frame
    from protocol.knowledge import Facts

ARRIVED, SENT, FUTURE = "arrived", "sent", "future"
MOST_READ: Final = 2**20
"""No figure reads more of a stream than so many bytes."""


@dataclass(frozen=True, slots=True)
class Segment:
    """What was written to TCP at once: the bytes `[start, stop)`, and whether they have `arrived`, were `sent` or are
    `future`."""

    number: int
    start: int
    stop: int
    state: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A whole frame of the stream; `fragment` counts within its message, 0 for a control frame."""

    number: int
    start: int
    frame: Frame
    fragment: int
    message: int | None

    @property
    def stop(self) -> int:
        """The first byte after it."""
        return self.start + self.frame.size

    @property
    def payload(self) -> int:
        """The first byte after its header."""
        return self.start + len(self.frame.header)


@dataclass(frozen=True, slots=True)
class Character:
    """One character of a message and where its bytes stand in the stream; those of one cut in two stand apart."""

    text: str
    offsets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """The frames of one message; `whole` if its last fragment is among them."""

    number: int
    opcode: int
    pieces: tuple[Piece, ...]

    @property
    def whole(self) -> bool:
        """Whether the message has an end."""
        return self.pieces[-1].frame.fin

    @property
    def start(self) -> int:
        """Where its first payload begins."""
        return self.pieces[0].payload

    @property
    def stop(self) -> int:
        """Where its last frame ends."""
        return self.pieces[-1].stop

    @property
    def size(self) -> int:
        """How many bytes of payload its frames carry."""
        return sum(piece.frame.length for piece in self.pieces)

    def characters(self) -> tuple[Character, ...]:
        """What its payload says, character by character; a byte of binary, or one that is no UTF-8, is a dot."""
        return _characters(self)


@dataclass(frozen=True, slots=True)
class View:
    """All that the figure shows."""

    sender: Role
    stream: bytes
    segments: tuple[Segment, ...]
    pieces: tuple[Piece, ...]
    messages: tuple[Joined, ...]
    arrived: int
    read: int
    broken: Broke | None
    """The first rule that the receiver has found broken; it reads no further."""

    def piece_at(self, offset: int) -> Piece | None:
        """The frame in which this byte lies."""
        return next((piece for piece in self.pieces if piece.start <= offset < piece.stop), None)

    @property
    def current(self) -> Segment | None:
        """The segment in which the parser has read last."""
        return next((one for one in self.segments if one.start < self.read <= one.stop), None)

    @property
    def cuts(self) -> tuple[int, ...]:
        """Where one segment ends and the next one begins."""
        return tuple(segment.stop for segment in self.segments[:-1])


def find_view(facts: Facts | Chorus, cursor: int, focus: str) -> View:
    """What is known at the cursor of what the sender named by the focus (`client`, `server/scale`) writes."""
    chorus = as_chorus(facts)
    whole, local = chorus.whole(), chorus.until(cursor).local()
    return _view(whole, local, Role.SERVER if focus.startswith("server") else Role.CLIENT)


def _view(facts: Facts, cursor: int, sender: Role) -> View:
    base = head_size(facts, sender)
    if base is None:
        return View(sender, b"", (), (), (), 0, 0, None)
    stream = facts.recording.cut(sender, base, base + MOST_READ)
    pieces = tuple(_pieces(stream))
    known = facts.until(cursor)
    entry = known[len(known) - 1].entry if len(known) else -1
    segments, arrived = _segments(facts, sender, base, entry)
    broken = next((fact for fact in known.of(Broke) if fact.who is sender and fact.number is not None), None)
    read = _read(facts, cursor, sender, base, arrived)
    if broken is not None and broken.number is not None and broken.number < len(pieces):
        read = min(arrived, _stops_at(pieces[broken.number], broken))
    return View(sender, stream, segments, pieces, _messages(pieces), arrived, read, broken)


def head_size(facts: Facts, sender: Role) -> int | None:
    """How many bytes of the opening handshake come before the sender's first frame; None if it sends none."""
    fact = facts.get("request.sent" if sender is Role.CLIENT else "response.sent")
    if not isinstance(fact, HeadSent) or (isinstance(fact.head, Response) and fact.head.status != 101):
        return None
    return len(fact.head.raw)


def _segments(facts: Facts, sender: Role, base: int, last: int) -> tuple[tuple[Segment, ...], int]:
    """Every write after the head, and how far the other side has read at entry `last`."""
    places: list[tuple[int, int, bool]] = []
    at, arrived = 0, 0
    for number, entry in enumerate(facts.recording):
        if entry.who is not sender:
            continue
        if entry.kind is Kind.DATA:
            if at + entry.size > base:
                places.append((max(at, base) - base, at + entry.size - base, number <= last))
            at += entry.size
            if not facts.recording.reads and number <= last:
                arrived = at
        elif entry.kind is Kind.READ and number <= last:
            arrived += entry.size
    arrived = max(0, min(arrived, base + MOST_READ) - base)
    segments = tuple(
        Segment(number, start, stop, ARRIVED if stop <= arrived else SENT if sent else FUTURE)
        for number, (start, stop, sent) in enumerate(places)
        if start < MOST_READ
    )
    return segments, arrived


def _read(facts: Facts, cursor: int, sender: Role, base: int, arrived: int) -> int:
    """How far the parser has come: to the end of a frame, if the same read completes another one after it."""
    here = cursor - 1
    while 0 <= here < len(facts) and not isinstance(facts[here], FrameArrived):
        here -= 1
    last = facts[here] if 0 <= here < len(facts) else None
    if not isinstance(last, FrameArrived) or last.who is not sender or last.entry != facts[cursor - 1].entry:
        return arrived
    for place in range(cursor, len(facts)):
        later = facts[place]
        if later.entry != last.entry:
            break
        if isinstance(later, FrameArrived) and later.who is sender:
            return min(arrived, last.frame.offset + last.frame.size - base)
    return arrived


def _stops_at(piece: Piece, broken: Broke) -> int:
    """The first byte that is not read any more: after the header that breaks a rule, or after the bad byte."""
    header = len(piece.frame.header)
    bad = (broken.start_bit + broken.width + 7) // 8
    return piece.start + (header if bad <= header else bad)


def _pieces(stream: bytes) -> Iterator[Piece]:
    message, fragment, begun = -1, 0, False
    for number, frame in enumerate(FrameReader().feed(stream)):
        if is_control(frame.opcode):
            yield Piece(number, frame.offset, frame, 0, None)
            continue
        if frame.opcode != Opcode.CONTINUATION or not begun:
            message, fragment = message + 1, 0
        fragment += 1
        begun = not frame.fin
        yield Piece(number, frame.offset, frame, fragment, message)


def _messages(pieces: tuple[Piece, ...]) -> tuple[Joined, ...]:
    found: dict[int, list[Piece]] = {}
    for piece in pieces:
        if piece.message is not None:
            found.setdefault(piece.message, []).append(piece)
    return tuple(Joined(number, own[0].frame.opcode, tuple(own)) for number, own in found.items())


@lru_cache(maxsize=8)
def _characters(message: Joined) -> tuple[Character, ...]:
    found: list[Character] = []
    payload = b"".join(piece.frame.payload for piece in message.pieces)
    offsets = [at for piece in message.pieces for at in range(piece.payload, piece.stop)]
    place = 0
    while place < len(payload):
        size = _size(payload, place) if message.opcode == Opcode.TEXT else 0
        text = payload[place : place + size].decode() if size else UNPRINTABLE
        size = size or 1
        found.append(Character(text if text.isprintable() else UNPRINTABLE, tuple(offsets[place : place + size])))
        place += size
    return tuple(found)


def _size(payload: bytes, place: int) -> int:
    """How many bytes the character has that begins here, 0 if none does."""
    lead = payload[place]
    size = 1 if lead < 0x80 else 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
    part = payload[place : place + size]
    return size if len(part) == size and first_bad_byte(part) is None else 0


def spans(view: View) -> tuple[tuple[int, int], ...]:
    """The stream in runs that belong together: each message with the control frames between and after its fragments."""
    starts, ended = [0], True
    for piece in view.pieces:
        if piece.message is None:
            continue
        if ended and piece.fragment == 1 and piece.start:
            starts.append(piece.start)
        ended = piece.frame.fin
    return tuple(pairwise((*starts, max(len(view.stream), 1))))
