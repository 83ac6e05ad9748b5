"""The frames of one direction in columns: one array for each thing that is known of every frame.

    firsts    the first byte: FIN, RSV and opcode      starts    where in the stream it begins
    lengths   bytes of payload                         sizes     bytes on the wire, header included

Number `n` of each column is frame `n`. Who wants to know what is new remembers how many frames there were, and takes
the slices from there on: no object is made of a frame that nobody looks at.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import Final


class Sent:
    """The frames that one endpoint has sent, as far as they are whole."""

    def __init__(self) -> None:
        self.firsts = array("B")
        self.starts = array("Q")
        self.lengths = array("Q")
        self.sizes = array("Q")
        self._unjudged = array("I")
        self.appends: Final = (self.firsts.append, self.starts.append, self.lengths.append, self.sizes.append)
        """What adds to each column, in this order: for who adds many."""

    def __len__(self) -> int:
        return len(self.starts)

    def add(self, first: int, start: int, length: int, size: int) -> None:
        """The next frame."""
        self.firsts.append(first)
        self.starts.append(start)
        self.lengths.append(length)
        self.sizes.append(size)

    def leave_unjudged(self, number: int) -> None:
        """Not all of this frame can be judged: bytes are missing that it is made of, or that it refers to."""
        if not self._unjudged or self._unjudged[-1] < number:
            self._unjudged.append(number)

    def is_unjudged(self, number: int) -> bool:
        """Whether not all of it could be judged."""
        place = bisect_left(self._unjudged, number)
        return place < len(self._unjudged) and self._unjudged[place] == number

    @property
    def unjudged(self) -> array[int]:
        """The numbers of those frames, in order; it grows at its end."""
        return self._unjudged
