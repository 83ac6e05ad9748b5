"""The agenda: what is due is done in its order, and nobody waits."""

from __future__ import annotations

import asyncio
import time
from itertools import count

from app.network.clock import Clock
from app.network.plays.agenda import Agenda


def test_deeds_are_done_in_the_order_of_their_moments_and_then_of_asking():
    agenda, done = Agenda(Clock()), []

    def deed(name):
        async def do():
            done.append((name, agenda.now))

        return do

    agenda.at(20.0, deed("late"))
    agenda.at(5.0, deed("first"))
    agenda.at(5.0, deed("second"))
    begun = time.perf_counter()
    asyncio.run(agenda.run(30.0))
    assert done == [("first", 5.0), ("second", 5.0), ("late", 20.0)]
    assert agenda.clock.now() >= 30.0
    assert time.perf_counter() - begun < 15


def test_what_follows_is_planned_from_the_moment_of_the_deed_and_not_from_the_machines_time():
    ticks = count(0.0, 0.01)
    agenda, done = Agenda(Clock(lambda: next(ticks))), []

    async def again():
        done.append(agenda.now)
        agenda.after(1.0, again)

    agenda.at(1.0, again)
    asyncio.run(agenda.run(4.5))
    assert done == [1.0, 2.0, 3.0, 4.0]
