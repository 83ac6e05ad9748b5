"""A run of a lesson that is the same every time.

Keys, masks and the order of things come from the scenario. Two things come from the machine: the ports, which the
operating system chooses, and the time that loopback takes. So the run plays on an event loop whose clock stands still
while anything is left to do: every look at a lesson's clock is then a microsecond after the one before, and what a
lesson skips (half a minute between two pings) is as long as the scenario says. The ports are named afterwards, and what
TLS draws by lot is made the same (see `sealing`).
"""

from __future__ import annotations

import asyncio
import selectors
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.network.clock import standing_still
from app.network.scenario import play
from app.network.sockets import NetworkError
from app.reasons import QT_TRANSLATE_NOOP, SaidError, reason
from app.storyboard.sealing import with_same_seals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lessons.order import Order
    from protocol.chorus import Played
    from protocol.recording import Recording

NOT_HERE: Final = QT_TRANSLATE_NOOP("storyboard", "The lesson cannot be run here: {reason}.")

LATE: Final = QT_TRANSLATE_NOOP("reasons", "it was not answered in time")

GRACE: Final = 0.5
"""Seconds for which sockets are waited for before the clock goes on to the next timer."""

FIRST_PORT: Final = 50_001
SERVER_PORT: Final = 8_001


class StillSelector(selectors.DefaultSelector):
    """Waits for sockets; its time goes on only when there is nothing to wait for but the time."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """What is ready. With a timeout, that much time has gone by if nothing is."""
        ready = super().select(timeout if timeout is None or timeout <= 0 else min(timeout, GRACE))
        if not ready and timeout is not None and timeout > 0:
            self.now += timeout
        return ready


class StillLoop(asyncio.SelectorEventLoop):
    """An event loop whose time is that of its selector."""

    def __init__(self) -> None:
        self._still = StillSelector()
        super().__init__(self._still)

    def time(self) -> float:
        """Seconds since the loop began, as far as anybody had to wait."""
        return self._still.now


def run_still(order: Order) -> Played:
    """The run of an order, with ports and times that are the same every time. Raises LessonError as `play` does, and
    SaidError for everything that the network or the system refuses."""
    try:
        with standing_still(), asyncio.Runner(loop_factory=StillLoop) as runner:
            return with_same_seals(with_named_ports(runner.run(play(order))))
    except SaidError:
        raise
    except OSError as error:
        raise NetworkError(NOT_HERE, reason=reason(error) or LATE) from error


def with_named_ports(played: Played) -> Played:
    """The same play, with ports numbered in the order of its connections. The bytes are not touched: heads name hosts,
    not ports."""
    servers = dict.fromkeys(one.setup.server for one in played.connections.values() if one.setup.server)
    names = {address: _with_port(address, SERVER_PORT + place) for place, address in enumerate(servers)}
    connections = {}
    for place, (name, recording) in enumerate(played.connections.items()):
        connections[name] = _renamed(recording, names, FIRST_PORT + place)
    return replace(played, connections=connections)


def _renamed(recording: Recording, servers: Mapping[str, str], port: int) -> Recording:
    setup = recording.setup
    client = _with_port(setup.client, port) if setup.client else ""
    whole = recording.fork(len(recording))
    whole.setup = replace(setup, client=client, server=servers.get(setup.server, ""))
    return whole


def _with_port(address: str, port: int) -> str:
    """The address with that port, if it has one."""
    host, colon, _ = address.rpartition(":")
    return f"{host}:{port}" if colon else address
