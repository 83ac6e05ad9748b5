"""Bad weather on one direction of a connection: a seeded plan of what happens to its bytes, and when.

    delay     every piece comes late, by a time of its own; nothing is overtaken, as in TCP
    pieces    the stream is cut where nobody expects it, between any two bytes
    hold      what comes is kept for a moment, so that several writes arrive as one
    flips     these bits arrive as their opposites
    flip_every  so does one bit in about so many bytes
    drop_at   from this byte on nothing arrives, not even the end: a cable was pulled
    reset_at  at this byte the connection is reset: a middlebox had enough

TCP promises that bytes arrive in order and whole, so the first three must never be noticed by a WebSocket endpoint;
the others must be. The plan depends on the climate, the seed and the places of the bytes, not on how they were written:
the same seed gives the same weather. Times are seconds; nothing here waits (`gale` does). Weather that spares the head
begins after the empty line that ends it.
"""

from __future__ import annotations

import random
from collections import deque
from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True)
class Climate:
    """`delay` and `pieces` are the least and the most; sizes in bytes, places from the first byte or bit on."""

    delay: tuple[float, float] = (0.0, 0.0)
    pieces: tuple[int, int] | None = None
    hold: float = 0.0
    flips: frozenset[int] = frozenset()
    drop_at: int | None = None
    reset_at: int | None = None
    flip_every: int | None = None

    def __post_init__(self) -> None:
        least, most = self.delay
        if not 0 <= least <= most < inf or self.hold < 0:
            raise ValueError("a delay is a least and a most, in seconds, and nothing is held for less than 0")
        if self.pieces is not None and not 1 <= self.pieces[0] <= self.pieces[1]:
            raise ValueError("a piece has at least 1 byte, and the most is no less than the least")
        for place in (self.drop_at, self.reset_at, self.flip_every):
            if place is not None and place < 1:
                raise ValueError("a connection breaks after a byte, and bits turn over in a number of bytes: 1 or more")


@dataclass(frozen=True, slots=True)
class Deliver:
    """These bytes arrive."""

    data: bytes


@dataclass(frozen=True, slots=True)
class End:
    """FIN arrives."""


@dataclass(frozen=True, slots=True)
class Reset:
    """The connection is reset."""


Gust = Deliver | End | Reset


@dataclass(frozen=True, slots=True)
class Harm:
    """What TCP promises never to happen: `what` is `turned`, `dropped` or `reset`, `bit` the first one of its place."""

    what: str
    bit: int


class Weather:
    """What happens to the bytes that `push` takes; `pop` gives what is due. `harms` grows: whoever tells empties it."""

    def __init__(self, climate: Climate, seed: int, *, spares_head: bool = False) -> None:
        self.climate = climate
        self.spares_head = spares_head
        self.harms: list[Harm] = []
        self.dropped = False
        """Whether the cable is pulled: nothing arrives any more."""
        self._random = random.Random(seed)  # noqa: S311 - the same seed gives the same weather
        self._turns = random.Random(f"{seed} turns")  # noqa: S311 - one setting does not shift the others
        self._next_turn = -1
        self._place = 0
        """How many bytes were taken."""
        self._left = 0
        self._delay = 0.0
        self._next_piece()
        self._gathered = bytearray()
        self._waiting = 0
        self._since = 0.0
        self._due: deque[tuple[float, Gust]] = deque()
        self._last = 0.0
        self._over = False
        self._draw_turn()

    @property
    def waiting(self) -> int:
        """How many bytes are on their way."""
        return self._waiting

    @property
    def next_at(self) -> float:
        """When `pop` will have something; infinity if nothing is on its way."""
        held = self._since + self.climate.hold if self._gathered else inf
        return min(held, self._due[0][0] if self._due else inf)

    def push(self, data: bytes, now: float) -> None:
        """These bytes set out."""
        while data and not self._over:
            size = min(len(data), self._left, self._until_the_end())
            if not self._gathered:
                self._since = now
            self._gathered += self._flipped(data[:size])
            self._waiting += size
            data = data[size:]
            self._place += size
            self._left -= size
            if not self._left:
                self._release(now)
                self._next_piece()
            if self._place == self.climate.reset_at:
                self._release(now)
                self._due.append((self._last, Reset()))
                self._over = True
                self.harms.append(Harm("reset", 8 * self._place))
            elif self._place == self.climate.drop_at:
                self._release(now)
                self._over = self.dropped = True
                self.harms.append(Harm("dropped", 8 * self._place))
        if not self.climate.hold:
            self._release(now)

    def end(self, now: float) -> None:
        """The sender's FIN sets out."""
        if not self._over:
            self._over = True
            self._release(now)
            self._last = max(self._last, now + self._delay)
            self._due.append((self._last, End()))

    def pop(self, now: float) -> list[Gust]:
        """What arrives by now."""
        if self._gathered and now >= self._since + self.climate.hold:
            self._release(self._since + self.climate.hold)
        gusts = []
        while self._due and self._due[0][0] <= now:
            gust = self._due.popleft()[1]
            if isinstance(gust, Deliver):
                self._waiting -= len(gust.data)
            gusts.append(gust)
        return gusts

    def _until_the_end(self) -> int:
        """How many bytes pass before the connection breaks; at least 1, because it breaks after a byte."""
        ends = [end for end in (self.climate.drop_at, self.climate.reset_at) if end is not None]
        return max(1, min(ends) - self._place) if ends else self._left

    def _next_piece(self) -> None:
        """Both numbers are drawn for each piece, so that one setting does not shift the other's."""
        self._delay = self._random.uniform(*self.climate.delay)
        self._left = self._random.randint(*(self.climate.pieces or (1, 64 * 1024)))
        if self.climate.pieces is None:
            self._left = 64 * 1024

    def _release(self, now: float) -> None:
        """What was gathered is on its way."""
        if self._gathered:
            self._last = max(self._last, now + self._delay)
            self._due.append((self._last, Deliver(bytes(self._gathered))))
            self._gathered.clear()

    def _draw_turn(self) -> None:
        """The next bit that turns over by chance."""
        every = self.climate.flip_every
        if every is not None:
            self._next_turn += self._turns.randint(1, 16 * every)

    def _flipped(self, data: bytes) -> bytes:
        first, stop = 8 * self._place, 8 * (self._place + len(data))
        here = [bit for bit in self.climate.flips if first <= bit < stop]
        while self.climate.flip_every is not None and self._next_turn < stop:
            here.append(self._next_turn)
            self._draw_turn()
        if not here:
            return data
        changed = bytearray(data)
        for bit in here:
            changed[(bit - first) // 8] ^= 0b1000_0000 >> bit % 8
            self.harms.append(Harm("turned", bit))
        return bytes(changed)
