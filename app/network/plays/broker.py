"""What joins the nodes of a service: a broker in this program, or a Redis.

    node A --- line ---+
                       +--- broker      what is published on a topic reaches every line that listens to it
    node B --- line ---+

A line is a hub's bus (`protocol.patterns.bus`): its calls only queue. `exchange` carries everything to all lines, so
that a lesson does one thing at a time and repeats exactly on either broker. `choose` says for all later runs which one
it is.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from app.reasons import QT_TRANSLATE_NOOP, SaidError
from protocol.patterns.bus import Bus, MemoryBus, MemoryPort

IN_PROCESS = "in process"
REDIS = "Redis"


class BrokerError(SaidError, OSError):
    """The broker cannot be used: one sentence that says what happens instead, or what to do."""

    context = "network"


NO_ADDRESS = QT_TRANSLATE_NOOP("network", "“{url}” is not the address of a Redis: write redis://HOST:PORT.")
NO_PACKAGE = QT_TRANSLATE_NOOP(
    "network", "The Python package “redis” is missing: install it (pip install redis), or leave out the option."
)
NO_REDIS = QT_TRANSLATE_NOOP(
    "network", "The Redis at {address} does not work ({reason}): the broker in this program goes on in its place."
)


class Line(Bus, Protocol):
    """One node's way to the broker."""

    def take(self, most: int | None = None) -> list[tuple[str, str]]:
        """The topics and texts that have come, oldest first."""
        ...


class Broker(Protocol):
    """What all nodes reach. Whatever goes wrong is a BrokerError."""

    @property
    def name(self) -> str:
        """`IN_PROCESS` or `REDIS`."""
        ...

    def line(self) -> Line:
        """A way to the broker for one more node."""
        ...

    def hang_up(self, line: Line) -> None:
        """The node of this line is gone."""
        ...

    async def exchange(self) -> None:
        """Carry what was published to every line that listens."""
        ...

    async def count(self, key: str) -> int:
        """Add 1 to a number that all nodes share, and say what it is."""
        ...

    async def close(self) -> None:
        """Give back what was opened."""
        ...


class MemoryBroker:
    """The broker in this program."""

    name = IN_PROCESS

    def __init__(self) -> None:
        self._bus = MemoryBus()
        self._counts: Counter[str] = Counter()

    def line(self) -> MemoryPort:
        """Another end of the bus."""
        return self._bus.port()

    def hang_up(self, line: Line) -> None:
        """What still comes for it is thrown away."""
        if isinstance(line, MemoryPort):
            line.listening.clear()

    async def exchange(self) -> None:
        """A bus in memory has carried everything at once."""

    async def count(self, key: str) -> int:
        """Counted here."""
        self._counts[key] += 1
        return self._counts[key]

    async def close(self) -> None:
        """Nothing was opened."""


@dataclass(slots=True)
class _Choice:
    """What later runs use, and what was wrong with it the last time."""

    url: str | None = None
    problem: BrokerError | None = None


_choice = _Choice()


def choose(url: str | None) -> None:
    """All later runs use the Redis at this address, or with None the broker in this program. BrokerError if there is no
    such address, or nothing that could talk to it. Whether it answers is seen when a lesson is run."""
    if url is not None:
        check(url)
    _choice.url, _choice.problem = url, None


def check(url: str) -> None:
    """BrokerError if this is no address of a Redis, or if the package is missing."""
    try:
        parts = urlsplit(url)
        known = parts.scheme in {"redis", "rediss"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        known = False
    if not known:
        raise BrokerError(NO_ADDRESS, url=url)
    try:
        import redis.asyncio  # noqa: F401, PLC0415 - an optional extra: who does not ask for it need not have it
    except ImportError:
        raise BrokerError(NO_PACKAGE) from None


def problem() -> BrokerError | None:
    """Why the last run went on without its Redis, or None."""
    return _choice.problem


def found_wanting(error: BrokerError) -> None:
    """The chosen Redis did not work; the next run tries it again."""
    _choice.problem = error


def wanted() -> str:
    """The name of the chosen broker."""
    return IN_PROCESS if _choice.url is None else REDIS


async def opened() -> Broker:
    """The chosen broker, ready to be used. BrokerError if it cannot be reached."""
    _choice.problem = None
    if _choice.url is None:
        return MemoryBroker()
    from app.network.plays.broker_redis import RedisBroker  # noqa: PLC0415 - only who asks for Redis needs its package

    return await RedisBroker.opened(_choice.url)
