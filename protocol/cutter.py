"""Where frames begin and end in what an endpoint writes, found without keeping a byte of their payload.

To know what was sent, nobody has to unmask it: the first two bytes and the length say where the next frame begins (RFC
6455 section 5.2). A frame of 2**63 bytes costs as little memory as an empty one.
"""

from __future__ import annotations

from typing import NamedTuple

from protocol.frames import EXTENDED


class Cut(NamedTuple):
    """A whole frame: bytes `start` to `stop` of its stream; `first` is its first byte, FIN, RSV and opcode."""

    start: int
    stop: int
    first: int


class Cutter:
    """Cuts a stream whose first frame begins at byte `offset`."""

    def __init__(self, offset: int = 0) -> None:
        self._offset = offset
        """The byte of the stream that comes next."""
        self._held = b""
        """The first bytes of a frame whose length is not known yet: 9 at most."""
        self._begun: Cut | None = None
        """A frame whose length is known and whose end has not come."""

    @property
    def is_between(self) -> bool:
        """Whether the next byte begins a frame."""
        return self._begun is None and not self._held

    def feed(self, data: bytes) -> list[Cut]:
        """The frames that `data` completes, in order; the same for any chunking."""
        cuts: list[Cut] = []
        base = self._offset - len(self._held)
        self._offset += len(data)
        if self._held:
            data, self._held = self._held + data, b""
        at, end = 0, len(data)
        if self._begun is not None:
            if self._begun.stop > self._offset:
                return cuts
            cuts.append(self._begun)
            at, self._begun = self._begun.stop - base, None
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
            cut = Cut(base + at, base + start + length, data[at])
            if start + length > end:
                self._begun = cut
                return cuts
            cuts.append(cut)
            at = start + length
        self._held = data[at:]
        return cuts
