"""A batch: many pieces of both directions in the order of time, all of them whole plain frames (see `plain`).

Python needs as long for one call as for a dozen numbers that are copied by one call. So what is known of a batch is
kept in columns as well, which are copied as a whole to the recording, the facts and the ledger, and picked apart where
each direction has columns of its own.
"""

from __future__ import annotations

from array import array
from itertools import compress
from typing import TYPE_CHECKING, Final, TypeVar

from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Value = TypeVar("Value")

_SIDES: Final = (b"\0", b"\1")
_TURNED: Final = bytes([1]) + bytes(255)
"""For `bytes.translate`: what picks the server becomes what picks the client."""


class Passed:
    """Plain frames in columns: `firsts` (the first byte), `lengths` (payload) and `sizes` (on the wire) in bytes; and
    how many there are in each piece that they fill."""

    __slots__ = ("counts", "firsts", "lengths", "sizes")

    def __init__(self) -> None:
        self.counts: list[int] = []
        self.firsts: list[int] = []
        self.lengths: list[int] = []
        self.sizes: list[int] = []

    def __len__(self) -> int:
        return len(self.sizes)

    def clear(self) -> None:
        """Forget the frames."""
        del self.firsts[:], self.lengths[:], self.sizes[:]


class Batch:
    """The frames that pieces are full of, and of each piece its time in seconds and whether the server wrote it."""

    __slots__ = ("passed", "pieces", "servers", "times")

    def __init__(self, times: Sequence[float], servers: bytes, pieces: Sequence[bytes], passed: Passed) -> None:
        self.times = times
        self.servers = servers
        self.pieces = pieces
        self.passed = passed

    def __len__(self) -> int:
        return len(self.pieces)

    @property
    def senders(self) -> bytes:
        """For each frame 1 if the server sent it."""
        counts = self.passed.counts
        if len(counts) == len(self.passed):
            return self.servers
        return b"".join([_SIDES[side] * count for side, count in zip(self.servers, counts, strict=True)])

    def moments(self, began: float) -> array[float]:
        """For each frame its time, counted from when `began` is 0."""
        times = array("d", [began + time for time in self.times])
        counts = self.passed.counts
        if len(counts) == len(self.passed):
            return times
        moments = array("d")
        for place, count in enumerate(counts):
            moments.extend(times[place : place + 1] * count)
        return moments


def picked(who: Role, values: Iterable[Value], servers: bytes) -> Iterable[Value]:
    """Those of the values that belong to this direction."""
    return compress(values, servers if who is Role.SERVER else servers.translate(_TURNED))
