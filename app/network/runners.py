"""Who runs what the session orders: a task of the window's, or, when nobody looks, this very call."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from app.network.scenario import play
from lessons.error import LessonError

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.order import Order
    from protocol.chorus import Played

    Done = Callable[[Played | Exception], None]


def run_in(tasks: asyncio.TaskGroup, runs: set[asyncio.Task[None]], order: Order, done: Done) -> None:
    """Run it as a task of this group; those that have not ended are in `runs`."""

    async def run() -> None:
        done(await _result(order))

    task = tasks.create_task(run())
    runs.add(task)
    task.add_done_callback(runs.discard)


def run_now(order: Order, done: Done) -> None:
    """The run is over when this returns."""
    done(asyncio.run(_result(order)))


async def _result(order: Order) -> Played | Exception:
    """What was recorded, or what went wrong outside of the program."""
    try:
        return await play(order)
    except (OSError, TimeoutError, LessonError) as error:
        return error
