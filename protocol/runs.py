"""Where the facts of a connection stand, when most of them are about plain frames.

A plain frame (see `plain`) becomes known with three facts side by side: it was sent, it has arrived, its message was
delivered. Those that one entry of the recording brings are a run. Of a run a few numbers are kept, however many frames
it has; every other fact has a code of its own.

    place   0     1       2     3     4     5     6     7       8
            code  code    sent  arr.  mess. sent  arr.  mess.   code        one run, of two frames, between two codes

A place is counted from the beginning of the connection; a code is found by its place without the facts of the runs
before it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Final, NamedTuple

from protocol.batch import picked
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

EACH: Final = 3
"""Facts of one plain frame."""


class Track:
    """The runs of one direction. Number `n` of each column is its run `n`."""

    def __init__(self) -> None:
        self.frames = array("I")
        """The number of the first frame."""
        self.messages = array("I")
        """The number of the first message."""
        self.total = array("I")
        """Frames of this run and of all before it."""
        self.runs = array("I")
        """Which of all runs it is."""
        self.size = 0
        """How many plain frames there are."""
        self.appends: Final = (self.runs.append, self.frames.append, self.messages.append, self.total.append)
        """One look-up for all of them: most runs have one frame."""

    def find(self, firsts: array[int], number: int) -> tuple[int, int]:
        """Where a frame is (by `frames`) or a message (by `messages`): the run and its place in it; -1 and its place
        among all that are in no run."""
        index = bisect_right(firsts, number) - 1
        if index < 0:
            return -1, number
        total, before = self.total[index], self.total[index - 1] if index else 0
        nth = number - firsts[index]
        return (self.runs[index], nth) if nth < total - before else (-1, number - total)


class Plain(NamedTuple):
    """A fact of a plain frame: which of the three, who sent it, its number (or that of the message), the entry."""

    which: int
    who: int
    number: int
    entry: int


class Runs:
    """All runs of a connection, in order."""

    def __init__(self) -> None:
        self.tracks = (Track(), Track())
        self._places = array("I")
        self._entries = array("I")
        self._who = array("B")
        self._total = array("I")
        """Frames of this run and of all before it."""
        self.size = 0
        """How many plain frames there are; `EACH` times as many facts are about them."""
        self._appends: Final = (self._places.append, self._entries.append, self._who.append, self._total.append)

    def add(self, who: int, count: int, frame: int, message: int, place: int, entry: int) -> None:
        """A run of `count` frames at this place; `frame` and `message` are the first numbers."""
        track = self.tracks[who]
        add_run, add_frame, add_message, add_to_track = track.appends
        add_place, add_entry, add_who, add_total = self._appends
        add_run(len(self._places))
        add_frame(frame)
        add_message(message)
        track.size += count
        add_to_track(track.size)
        add_place(place)
        add_entry(entry)
        add_who(who)
        self.size += count
        add_total(self.size)

    def adder(self, who: int) -> Callable[[int, int, int, int], None]:
        """`add(frame, message, codes, entry)`: a run of one frame behind so many facts that are in no run. Most runs
        are such: what `add` looks up is at hand here."""
        track, runs, places, before = self.tracks[who], self, self._places, EACH
        add_run, add_frame, add_message, add_to_track = track.appends
        add_place, add_entry, add_who, add_total = self._appends

        def add(frame: int, message: int, codes: int, entry: int) -> None:
            size = runs.size
            add_run(len(places))
            add_frame(frame)
            add_message(message)
            track.size = mine = track.size + 1
            add_to_track(mine)
            add_place(codes + before * size)
            add_entry(entry)
            add_who(who)
            runs.size = size = size + 1
            add_total(size)

        return add

    def add_all(
        self, who: bytes, counts: Sequence[int], starts: Sequence[tuple[int, int]], place: int, entry: int
    ) -> None:
        """Runs side by side, one an entry: `who` and how many frames for each, `starts` the first frame and message of
        both directions."""
        first = len(self._places)
        runs = range(first, first + len(counts))
        for role, track, (frame, message) in zip(Role, self.tracks, starts, strict=True):
            mine = list(picked(role, counts, who))
            track.runs.extend(picked(role, runs, who))
            track.frames.extend(_before(mine, frame))
            track.messages.extend(_before(mine, message))
            track.total.extend(_through(mine, track.size))
            track.size += sum(mine)
        self._places.extend(_before([EACH * each for each in counts], place))
        self._total.extend(_through(counts, self.size))
        self.size += sum(counts)
        self._entries.extend(range(entry, entry + len(counts)))
        self._who.frombytes(who)

    @property
    def facts(self) -> int:
        """How many facts about plain frames there are."""
        return EACH * self.size

    def fact(self, place: int) -> Plain | int:
        """What stands at this place: a fact of a run, or how many facts that are in none stand before it."""
        run = bisect_right(self._places, place) - 1
        if run < 0:
            return place
        nth, total = place - self._places[run], self._total[run]
        if nth >= EACH * (total - (self._total[run - 1] if run else 0)):
            return place - EACH * total
        who = self._who[run]
        track = self.tracks[who]
        index = bisect_left(track.runs, run)
        frame, which = divmod(nth, EACH)
        firsts = track.messages if which == EACH - 1 else track.frames
        return Plain(which, who, firsts[index] + frame, self._entries[run])

    def place(self, run: int, nth: int, which: int) -> int:
        """The place of a fact about frame `nth` of a run."""
        return self._places[run] + EACH * nth + which

    def __bool__(self) -> bool:
        return bool(self._places)


def _before(counts: Sequence[int], start: int) -> Iterable[int]:
    """For each of the counts, `start` and all counts before it."""
    return islice(accumulate(counts, initial=start), len(counts))


def _through(counts: Sequence[int], start: int) -> Iterable[int]:
    """For each of the counts, `start` and all counts through it."""
    return islice(accumulate(counts, initial=start), 1, None)
