"""Where frames begin and end in what an endpoint writes, found without keeping a byte of their payload.

To know what was sent, nobody has to unmask it: the first two bytes and the length say where the next frame begins (RFC
6455 section 5.2). A frame of 2**63 bytes costs as little memory as an empty one.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from protocol.frames import EXTENDED

MOST_MISSING: Final = 2**24
"""Of no frame that is known as one, more bytes are missing."""


class Cut(NamedTuple):
    """A whole frame: bytes `start` to `stop` of its stream, from `payload` on its payload; `first` is its first byte,
    FIN, RSV and opcode."""

    start: int
    stop: int
    first: int
    payload: int


class Cutter:
    """Cuts a stream whose first frame begins at byte `offset`."""

    def __init__(self, offset: int = 0) -> None:
        self._offset = offset
        """The byte of the stream that comes next."""
        self._held = b""
        """The first bytes of a frame whose length is not known yet: 9 at most."""
        self.begun: Cut | None = None
        """A frame whose length is known and whose end has not come."""
        self._missing = 0
        """How many bytes of it are missing."""
        self.lost: int | None = None
        """From which byte on nobody knows where frames begin, after a gap; there is nothing more to cut then."""

    @property
    def offset(self) -> int:
        """The byte of the stream that comes next."""
        return self._offset

    @property
    def unfinished(self) -> int:
        """Where the frame begins that is not whole; the next byte if there is none."""
        return self._offset - len(self._held) if self.begun is None else self.begun.start

    @property
    def is_between(self) -> bool:
        """Whether the next byte begins a frame."""
        return self.begun is None and not self._held

    def move(self, offset: int) -> None:
        """Whole frames up to this byte of the stream were cut by somebody else."""
        self._offset = offset

    def gap(self, size: int) -> tuple[list[Cut], bool]:
        """The next `size` bytes are missing: the frames that end among them, and whether they begin in a frame whose
        length is known. If its end is not where reading goes on, the place is `lost`; so it is if more is missing of
        one frame than anybody should have to keep as zeros."""
        begun, start = self.begun, self.unfinished
        self._offset += size
        if begun is not None:
            self._missing += min(size, begun.stop - self._offset + size)
        if begun is None or self._missing > MOST_MISSING:
            self.lost, self.begun, self._held = start, None, b""
            return [], False
        if begun.stop > self._offset:
            return [], True
        self.begun, self._missing = None, 0
        if begun.stop < self._offset:
            self.lost = begun.stop
        return [begun], True

    def feed(self, data: bytes) -> list[Cut]:
        """The frames that `data` completes, in order; the same for any chunking."""
        cuts: list[Cut] = []
        base = self._offset - len(self._held)
        self._offset += len(data)
        if self._held:
            data, self._held = self._held + data, b""
        at, end = 0, len(data)
        if self.begun is not None:
            if self.begun.stop > self._offset:
                return cuts
            cuts.append(self.begun)
            at, self.begun, self._missing = self.begun.stop - base, None, 0
        while end - at >= 2:
            length = data[at + 1]
            start = at + 2
            if length >= 0b1000_0000:
                length -= 0b1000_0000
                start += 4
            if length in EXTENDED:
                size = EXTENDED[length] // 8
                if end - at < 2 + size:
                    break
                length = int.from_bytes(data[at + 2 : at + 2 + size], "big")
                start += size
            cut = Cut(base + at, base + start + length, data[at], base + start)
            if start + length > end:
                self.begun = cut
                return cuts
            cuts.append(cut)
            at = start + length
        self._held = data[at:]
        return cuts
