"""What an endpoint has said, read in the bytes that it wrote: its head, then where its frames begin and end.

Bytes made by hand count like all others, so this is how a `Connection` knows that it has sent a Close frame, and how an
`Observer` knows what was sent before it arrives. Nothing is judged here, and no payload is kept.

Of a capture, bytes may be missing (`gap`). Where the length of a frame is known, the next one is found behind them. If
not, the place is lost, and so is a head that they are missing from; then frames are looked for (`resync`).
"""

from __future__ import annotations

from typing import NamedTuple

from protocol.cutter import Cut, Cutter
from protocol.http11 import HeadError, Request, Response, head_end, read_request, read_response
from protocol.resync import Search, Stretch
from protocol.vocabulary import Opcode, Role


def is_close(cut: Cut) -> bool:
    """Whether a frame is a Close frame, by its opcode."""
    return cut.first & 0b1111 == Opcode.CLOSE


class Missing(NamedTuple):
    """What a gap does: the frames that end in it, whether it begins in a frame whose length is known, and whether it is
    known where the next frame begins."""

    cuts: list[Cut]
    inside: bool
    found: bool


class Written:
    """Everything that `sender` writes; `whole` says whether its head comes first."""

    def __init__(self, sender: Role, *, whole: bool = True) -> None:
        self.head: Request | Response | None = None
        """The head, once it is whole."""
        self.head_lost = not whole
        """Whether some of it, or all, is missing."""
        self.stretches: list[Stretch] = []
        """What could not be read, in order."""
        self._sender = sender
        self._begun = bytearray()
        self._seen = 0
        self._frames: Cutter | None = None
        self._search: Search | None = None
        self._over = False
        if not whole:
            self._look(0, 0)

    @property
    def is_between_frames(self) -> bool:
        """Whether the next byte begins a frame."""
        return self._frames is not None and self._frames.is_between

    @property
    def is_lost(self) -> bool:
        """Whether frames are being looked for."""
        return self._search is not None

    def feed(self, data: bytes) -> list[Cut]:
        """The frames that `data` completes: none after bytes that are no head, or another answer than 101."""
        if self._frames is not None:
            return self._frames.feed(data)
        if self._search is not None:
            return self._look_in(self._search, data)
        if self._over:
            return []
        self._begun += data
        stop = head_end(self._begun, self._seen)
        self._seen = len(self._begun)
        return [] if stop is None else self._read_head(stop)

    def move(self, offset: int) -> None:
        """Whole frames up to this byte of the stream were read by somebody else."""
        assert self._frames is not None
        self._frames.move(offset)

    def gap(self, size: int) -> Missing:
        """The next `size` bytes are missing."""
        if self._frames is not None:
            cuts, inside = self._frames.gap(size)
            lost = self._frames.lost
            if lost is not None:
                self._look(lost, self._frames.offset)
            return Missing(cuts, inside, lost is None)
        if self._search is not None:
            self._search.gap(size)
        elif not self._over:
            self.head_lost = True
            self._look(0, len(self._begun) + size)
        return Missing([], inside=False, found=False)

    def lose(self) -> None:
        """What follows cannot be relied on: frames are looked for from the next byte on."""
        if self._frames is not None:
            self._look(self._frames.unfinished, self._frames.offset)

    def _look(self, start: int, offset: int) -> None:
        """The place is lost at byte `start`; look for frames from byte `offset` on."""
        self._frames = None
        self._begun.clear()
        self._search = Search(self._sender, offset)
        self.stretches.append(Stretch(start))

    def _look_in(self, search: Search, data: bytes) -> list[Cut]:
        found = search.feed(data)
        if found is None:
            return []
        self._search = None
        self._frames, cuts = found
        self.stretches[-1].stop = cuts[0].start
        return cuts

    def _read_head(self, stop: int) -> list[Cut]:
        raw, rest = bytes(self._begun[:stop]), bytes(self._begun[stop:])
        self._begun.clear()
        self._over = True
        try:
            self.head = read_request(raw) if self._sender is Role.CLIENT else read_response(raw)
        except HeadError:
            return []
        if isinstance(self.head, Response) and self.head.status != 101:
            return []
        self._frames = Cutter(stop)
        return self._frames.feed(rest)
