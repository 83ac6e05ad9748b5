"""Frames found again after the reading of a stream has lost its place.

Where a frame begins is known from the one before it (RFC 6455 section 5.2). If the bytes that say so are missing, as in
a capture that has lost some or that began too late, nothing in the stream marks the next beginning. But most endpoints
write whole frames, and what they wrote at once comes in segments of its own. So every segment may begin with a frame,
and whether it does is told by what a sender may write:

    RSV2 and RSV3 are 0, RSV1 only where compression is possible, and in the first frame of a message
    the opcode is one of the six that are defined; a control frame has FIN and at most 125 bytes
    MASK is that of its sender; the length stands in its shortest form

An empty fragment that is not the last one may be sent, too, but hardly ever is, and many zeros are often data: from a
server, 00 00 is such a fragment. It is not taken for a frame here.

Of random bytes, one header in forty passes. So more is asked for: the chain of frames that begins there ends where a
segment ends, or has `ENOUGH` frames. Until then several chains may be under way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from protocol.cutter import Cut, Cutter
from protocol.vocabulary import DEFINED, Opcode, Role, is_control

if TYPE_CHECKING:
    from collections.abc import Iterable

ENOUGH: Final = 4
"""So many whole frames in a row are believed wherever they end."""

MOST_CHAINS: Final = 8
"""So many chains are followed at a time; of more, that with the frame goes that ends last."""

LONGEST: Final = 2**32
"""No frame that is believed has more bytes."""


@dataclass(slots=True)
class Stretch:
    """Bytes of a stream that cannot be read, missing ones among them: from byte `start` on, up to byte `stop` if frames
    were found again there."""

    start: int
    stop: int | None = None


def plausible(cut: Cut, sender: Role) -> bool:
    """Whether this could be a frame that `sender` may write, if compression is possible."""
    first, length = cut.first, cut.stop - cut.payload
    opcode, rsv = first & 0b1111, first >> 4 & 0b111
    if opcode not in DEFINED or rsv & 0b011 or length > LONGEST:
        return False
    if not length and not first & 0b1000_1111:
        return False
    if rsv and opcode not in {Opcode.TEXT, Opcode.BINARY}:
        return False
    if is_control(opcode) and (length > 125 or not first & 0b1000_0000):
        return False
    header = 2 if length < 126 else 4 if length < 65536 else 10
    return cut.payload - cut.start == header + (4 if sender is Role.CLIENT else 0)


class _Chain:
    """Frames that may begin at byte `start`."""

    def __init__(self, start: int, sender: Role) -> None:
        self.start = start
        self.cuts: list[Cut] = []
        self.cutter = Cutter(start)
        self._sender = sender

    def feed(self, data: bytes) -> bool:
        """Go on; whether all of it could be frames."""
        return self._holds(self.cutter.feed(data))

    def gap(self, size: int) -> bool:
        """Go on over missing bytes."""
        cuts, _ = self.cutter.gap(size)
        return self._holds(cuts) and self.cutter.lost is None

    def _holds(self, cuts: Iterable[Cut]) -> bool:
        self.cuts += cuts
        begun = self.cutter.begun
        return all(plausible(cut, self._sender) for cut in (*cuts, *((begun,) if begun is not None else ())))

    @property
    def stop(self) -> int:
        """Where the frame ends that has begun."""
        begun = self.cutter.begun
        return self.cutter.offset if begun is None else begun.stop

    @property
    def is_believed(self) -> bool:
        """Whether it has shown enough, at the end of a segment."""
        return len(self.cuts) >= ENOUGH or (bool(self.cuts) and self.cutter.is_between)


class Search:
    """Looks for frames in what `sender` writes, from byte `offset` of its stream on."""

    def __init__(self, sender: Role, offset: int) -> None:
        self._sender = sender
        self._offset = offset
        self._chains: list[_Chain] = []

    def feed(self, segment: bytes) -> tuple[Cutter, list[Cut]] | None:
        """Read a segment: None, or the frames that were found, and the cutter that goes on after them."""
        chains = [*self._chains, _Chain(self._offset, self._sender)] if segment else self._chains
        self._offset += len(segment)
        self._chains = chains = [chain for chain in chains if chain.feed(segment)]
        if len(chains) > MOST_CHAINS:
            chains.remove(max(chains, key=lambda chain: chain.stop))
        found = next((chain for chain in self._chains if chain.is_believed), None)
        return None if found is None else (found.cutter, found.cuts)

    def gap(self, size: int) -> None:
        """The next `size` bytes are missing, too."""
        self._offset += size
        self._chains = [chain for chain in self._chains if chain.gap(size)]
