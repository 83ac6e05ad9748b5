"""The frames of one direction in columns: one array for each thing that is known of every frame.

    firsts    the first byte: FIN, RSV and opcode      starts    where in the stream it begins
    lengths   bytes of payload                         sizes     bytes on the wire, header included

Number `n` of each column is frame `n`. Who wants to know what is new remembers how many frames there were, and takes
the slices from there on: no object is made of a frame that nobody looks at.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable


class Sent:
    """The frames that one endpoint has sent, as far as they are whole."""

    def __init__(self) -> None:
        self.firsts = array("B")
        self.starts = array("Q")
        self.lengths = array("Q")
        self.sizes = array("Q")
        self._unjudged = array("I")
        self.appends: Final = (self.firsts.append, self.starts.append, self.lengths.append, self.sizes.append)
        """What adds to each column, in this order."""

    def __len__(self) -> int:
        return len(self.starts)

    def add(self, first: int, start: int, length: int, size: int) -> None:
        """The next frame."""
        add_first, add_start, add_length, add_size = self.appends
        add_first(first)
        add_start(start)
        add_length(length)
        add_size(size)

    def add_all(self, start: int, firsts: Iterable[int], lengths: Iterable[int], sizes: Iterable[int]) -> None:
        """Frames side by side, the first of which begins at byte `start`."""
        known = len(self.sizes)
        self.firsts.extend(firsts)
        self.lengths.extend(lengths)
        self.sizes.extend(sizes)
        self.starts.extend(accumulate(self.sizes[known:-1], initial=start) if len(self.sizes) > known else ())

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
