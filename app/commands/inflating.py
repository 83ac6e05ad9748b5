"""An inflater that shows what it does: what comes out for each frame, and why nothing does.

A message is compressed as a whole, so a frame by itself inflates to nothing that anybody could ask for. This one keeps
what each frame adds to its message, for those who want to see it. It inflates as much of one message as an endpoint
would take, and it goes on with messages that are broken for another reason, as the next one may refer to them.
"""

from __future__ import annotations

from protocol.deflate import InflateError, Inflater
from protocol.stream import MESSAGE_LIMIT


class OpenInflater(Inflater):
    """An `Inflater` that is asked after each frame of a compressed message what was `taken_out`."""

    def __init__(self, window_bits: int = 15, *, takeover: bool = True, limit: int = MESSAGE_LIMIT) -> None:
        super().__init__(window_bits, takeover=takeover)
        self._limit = limit
        """How many bytes a message may have."""
        self._came = 0
        """How many bytes of this message came out."""
        self._forget()

    def _forget(self) -> None:
        self._part = b""
        self._problem = ""
        self._fed = False
        self._finished = False

    def feed(self, data: bytes, room: int) -> bytes:
        """As `Inflater.feed`; what comes out is kept until it is asked for."""
        self._fed = True
        try:
            part = super().feed(data, min(room, self._limit - self._came))
        except InflateError as error:
            self._problem = str(error)
            raise
        self._came += len(part)
        self._part += part
        return part

    def finish(self, room: int) -> bytes:
        """As `Inflater.finish`."""
        self._finished = True
        try:
            rest = super().finish(room)
        except InflateError as error:
            self._problem = str(error)
            raise
        self._came = 0
        self._part += rest
        return rest

    def taken_out(self, payload: bytes | None, *, fin: bool) -> tuple[bytes | None, str]:
        """What the frame with this payload inflated to, or None, and the sentence that says why.

        Nobody inflates what follows the error in a broken message; it is done here. `payload` is None if the frame is
        not whole.
        """
        try:
            if payload is not None and not self._fed and not self._problem:
                self.feed(payload, self._limit)
            if fin and not self._finished and not self._problem:
                self.finish(self._limit)
        except InflateError:
            pass  # the problem is kept
        part, problem = self._part, self._problem
        self._forget()
        return (None if problem and not part else part), problem
