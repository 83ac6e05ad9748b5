"""Runs a lesson's scenario on real sockets over loopback TCP.

Keys and masks come from the scenario's seed, so that the same scenario gives the same bytes on every machine. The port
is chosen by the operating system unless the caller names one. A play with more than one connection has a file of its
own in `plays`.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from app.network.sockets import LOOPBACK, NetworkError
from app.network.stage import NotAnsweredError, Stage
from lessons.model import PLAYS
from lessons.order import Order

if TYPE_CHECKING:
    from lessons.model import Scenario
    from protocol.chorus import Played
    from protocol.recording import Recording

__all__ = ["LOOPBACK", "NetworkError", "NotAnsweredError", "play", "run_scenario"]

Play = Callable[["Scenario"], Coroutine[Any, Any, "Played"]]


async def run_scenario(scenario: Scenario, faults: Iterable[str] = (), port: int = 0) -> Recording:
    """Run the scenario with these faults on; the recording of its main connection. Raises as `play` does."""
    return (await play(Order(scenario, frozenset(faults)), port)).main


async def play(order: Order, port: int = 0) -> Played:
    """Run what is ordered.

    Raises NetworkError if the port is taken, TimeoutError if an action is not answered within the client's patience (in
    seconds), and LessonError if the scenario asks for what no bytes can hold.
    """
    wanted = order.wanted
    if wanted.play == PLAYS[0]:
        return await Stage(wanted).run(port)
    run = cast("Play", import_module(f"app.network.plays.{wanted.play}").run)
    return await run(wanted)
