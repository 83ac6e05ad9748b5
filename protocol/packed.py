"""Compressed messages as they lie in the frames of one direction, each opened up (RFC 7692 section 7.2).

What was agreed on is read from the two heads, the payloads from the frames that were sent; the window of a message is
the text of the compressed ones before it, if the sender takes over its context.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from protocol.deflate import WINDOW_BITS, Deflater, InflateError, Inflater, TooBigError
from protocol.deflate_blocks import Literal, Reference
from protocol.facts import FrameSent
from protocol.frames import RSV1
from protocol.inflate import inflate
from protocol.openings import agreed_in
from protocol.vocabulary import is_control

if TYPE_CHECKING:
    from collections.abc import Iterable

    from protocol.deflate_blocks import Inflated
    from protocol.knowledge import Facts
    from protocol.vocabulary import Role

ROOM: Final = 2**18
"""No text with more bytes is opened up."""

Piece = Literal | Reference
"""A symbol that stands for text."""


@dataclass(frozen=True)
class Packed:
    """One message: its frames, and what they hold. `window` is the text that its references may copy from; `pieces` are
    what came out of each frame."""

    number: int
    frames: tuple[FrameSent, ...]
    compressed: bool
    window: bytes
    opened: Inflated | None
    pieces: tuple[bytes, ...]
    fault: int | None = None
    """The bit at which the receiver cannot go on. `opened` is then what the sender may have meant: its references copy
    from everything that was sent before, kept or not."""

    @cached_property
    def payload(self) -> bytes:
        """The payloads of all frames, without masks."""
        return b"".join(fact.frame.payload for fact in self.frames)

    @cached_property
    def text(self) -> bytes:
        """What the message says."""
        return b"".join(self.pieces)

    @property
    def is_readable(self) -> bool:
        """Whether it is compressed, and the receiver can inflate it."""
        return self.compressed and self.fault is None

    @property
    def meant(self) -> bytes:
        """What the sender wrote, also where the receiver could not follow."""
        return self.opened.text if self.fault is not None and self.opened is not None else self.text

    @cached_property
    def symbols(self) -> tuple[Piece, ...]:
        """Literals and references of all blocks, in order."""
        blocks = self.opened.blocks if self.opened is not None else ()
        return tuple(one for block in blocks for one in block.symbols if isinstance(one, Piece))

    @cached_property
    def copies(self) -> tuple[Reference, ...]:
        """The references."""
        return tuple(one for one in self.symbols if isinstance(one, Reference))


@dataclass(frozen=True, slots=True)
class Sizes:
    """A message's bytes of payload before compression and after."""

    before: int
    after: int


def by_message(frames: Iterable[FrameSent]) -> list[list[FrameSent]]:
    """Data frames by message."""
    groups: list[list[FrameSent]] = []
    for fact in frames:
        if is_control(fact.frame.opcode):
            continue
        if fact.frame.opcode or not groups:
            groups.append([])
        groups[-1].append(fact)
    return groups


def packed_messages(facts: Facts, who: Role) -> list[Packed]:
    """All messages of one side, also the one whose last frame has not been sent."""
    deflate = agreed_in(facts)
    bits, takeover = deflate.of(who) if deflate is not None else (15, False)
    window, history = b"", b""
    found: list[Packed] = []
    for number, frames in enumerate(by_message(fact for fact in facts.of(FrameSent) if fact.who is who)):
        payloads = tuple(fact.frame.payload for fact in frames)
        compressed = deflate is not None and bool(frames[0].frame.rsv & RSV1)
        if not compressed:
            found.append(Packed(number, tuple(frames), compressed, window, None, payloads))
            continue
        payload = b"".join(payloads)
        opened, fault = _opened(payload, window, bits)
        if fault is not None:
            opened, _ = _opened(payload, history, WINDOW_BITS[-1])
        pieces = _pieces(payloads, window, bits)
        found.append(Packed(number, tuple(frames), compressed, window, opened, pieces, fault))
        history = (history + b"".join(pieces))[-(2 ** WINDOW_BITS[-1]) :]
        window = (window + b"".join(pieces))[-(2**bits) :] if takeover else b""
    return found


@lru_cache(maxsize=32)
def _opened(payload: bytes, window: bytes, bits: int) -> tuple[Inflated | None, int | None]:
    """The payload opened up, or the bit at which it is no DEFLATE; neither if its text is too long to be opened up."""
    try:
        return inflate(payload, window, bits, room=ROOM), None
    except TooBigError:
        return None, None
    except InflateError as error:
        return None, error.bit


@lru_cache(maxsize=32)
def _pieces(payloads: tuple[bytes, ...], window: bytes, bits: int) -> tuple[bytes, ...]:
    """What comes out of each frame, up to an error."""
    inflater = Inflater(bits)
    if window:
        inflater.feed(Deflater(bits).deflate(window, fin=False), ROOM)
    pieces = []
    for payload in payloads:
        try:
            pieces.append(inflater.feed(payload, 2 * ROOM))
        except InflateError:
            pieces.append(inflater.cut_short)
    return tuple(pieces)


def otherwise(pair: Iterable[Packed], bits: int, *, takeover: bool) -> Iterable[Sizes]:
    """What these consecutive messages would be with a window of `bits` that outlives a message or does not: compressed
    by the same compressor in the same pieces."""
    deflater = Deflater(bits, takeover=takeover)
    for place, each in enumerate(pair):
        if place == 0 and each.window and takeover:
            deflater.deflate(each.window)
        if not each.compressed:
            yield Sizes(len(each.text), len(each.payload))
            continue
        last = len(each.pieces) - 1
        after = sum(len(deflater.deflate(part, fin=at == last)) for at, part in enumerate(each.pieces))
        yield Sizes(len(each.text), after)
