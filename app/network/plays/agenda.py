"""What is to happen when, in a play on a clock that is hurried: the next thing due is done, then the one after it.

Nobody waits: the clock skips to the moment of each deed. What is due at the same moment is done in the order in
which it was asked for, so that a play repeats exactly."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.network.clock import Clock

Deed = Callable[[], Awaitable[None]]


class Agenda:
    """Deeds and their moments. `now` is the moment for which the current one was planned: what follows from it is
    planned from there, so that the work of the machine does not add up."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.now = 0.0
        self._due: list[tuple[float, int, Deed]] = []
        self._number = count()

    def at(self, moment: float, deed: Deed) -> None:
        """Do it at this moment, in seconds since the play began; at once if that is over."""
        heappush(self._due, (max(moment, self.now), next(self._number), deed))

    def after(self, seconds: float, deed: Deed) -> None:
        """Do it so many seconds from now."""
        self.at(self.now + seconds, deed)

    async def run(self, until: float) -> None:
        """Do everything that is due up to this moment."""
        while self._due and self._due[0][0] <= until:
            self.now, _, deed = heappop(self._due)
            self.clock.skip_to(self.now)
            await deed()
            await asyncio.sleep(0)  # loopback never makes anyone wait: the window gets its turn here
        self.now = until
        self.clock.skip_to(until)
