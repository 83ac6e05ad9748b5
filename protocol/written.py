"""What an endpoint has said, read in the bytes that it wrote: its head, then where its frames begin and end.

Bytes made by hand count like all others, so this is how a `Connection` knows that it has sent a Close frame, and how an
`Observer` knows what was sent before it arrives. Nothing is judged here, and no payload is kept.
"""

from __future__ import annotations

from protocol.cutter import Cut, Cutter
from protocol.http11 import HeadError, Request, Response, head_end, read_request, read_response
from protocol.vocabulary import Opcode, Role


def is_close(cut: Cut) -> bool:
    """Whether a frame is a Close frame, by its opcode."""
    return cut.first & 0b1111 == Opcode.CLOSE


class Written:
    """Everything that `sender` writes."""

    def __init__(self, sender: Role) -> None:
        self.head: Request | Response | None = None
        """The head, once it is whole."""
        self._sender = sender
        self._begun = bytearray()
        self._seen = 0
        self._frames: Cutter | None = None
        self._over = False

    @property
    def is_between_frames(self) -> bool:
        """Whether the next byte begins a frame."""
        return self._frames is not None and self._frames.is_between

    def feed(self, data: bytes) -> list[Cut]:
        """The frames that `data` completes: none after bytes that are no head, or another answer than 101."""
        if self._frames is not None:
            return self._frames.feed(data)
        if self._over:
            return []
        self._begun += data
        stop = head_end(self._begun, self._seen)
        self._seen = len(self._begun)
        return [] if stop is None else self._read_head(stop)

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
