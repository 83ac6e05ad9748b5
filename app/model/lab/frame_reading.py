"""The first frame in some bytes, as far as it is there: what a receiver knows of it, what it still misses, and what
follows.

Of a header that is not whole the missing bytes are taken to be zeros, and `known` says where they begin: nothing of
them is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from protocol.frames import LONGEST_HEADER, Frame, header_of, header_size, least_size


@dataclass(frozen=True, slots=True)
class Reading:
    """`frame` has the payload bytes that are there; `known` counts the bytes of the frame that are there, `missing`
    those that are not, at the least; `rest` is what follows a whole frame."""

    frame: Frame
    known: int
    missing: int
    rest: bytes

    @property
    def has_header(self) -> bool:
        """Whether the header is whole."""
        return self.known >= len(self.frame.header)

    @property
    def announced(self) -> int:
        """The length that the header announces."""
        return self.known + self.missing - len(self.frame.header)


@lru_cache(maxsize=4)
def read_first(data: bytes) -> Reading:
    """The first frame in `data`, whatever these bytes are."""
    size = header_size(data[1]) if len(data) > 1 else 2
    whole = len(data) >= size
    header = header_of(data[:size].ljust(size, b"\0"), 0)
    wire = data[size : size + header.length] if whole else b""
    frame = Frame(
        0, header.fin, header.rsv, header.opcode, header.masked, header.length_form, header.key, wire, header.header
    )
    known = min(len(data), size + len(wire))
    missing = max(0, least_size(data[:LONGEST_HEADER]) - len(data))
    return Reading(frame, known, missing, data[known:])
