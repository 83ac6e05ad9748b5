"""Values of the play `transports`: what each way costs, counted from its recordings, and the parts of the address.

{polling.requests} {longpoll.up} {stream.down} {websocket.bytes}     requests; bytes up, down, both
{polling.mean} {used.longest}                                        delay of an event in seconds
{used.heard}                                                         `used` is the way that the application takes
{frame.head}                                                         what a frame adds to an event
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.plays.transports import WAYS
from lessons.plays.transports_count import count, events_of
from lessons.values import MissingValueError
from protocol.chorus import as_chorus
from protocol.facts import FrameSent

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.plays.transports_count import Count
    from lessons.values import Values

PARTS: Final[dict[str, Callable[[Count], str]]] = {
    "requests": lambda found: str(found.requests),
    "connections": lambda found: str(found.connections),
    "up": lambda found: str(found.up),
    "down": lambda found: str(found.down),
    "bytes": lambda found: str(found.up + found.down),
    "mean": lambda found: f"{found.mean:.2f}",
    "longest": lambda found: f"{found.longest:.2f}",
    "events": lambda found: str(len(found.delays)),
    "heard": lambda found: str(found.heard),
    "each": lambda found: str(round((found.up + found.down) / len(found.delays))) if found.delays else "0",
}
"""What is counted."""


def _count(values: Values, way: str, part: str) -> str:
    return PARTS[part](count(as_chorus(values.facts), values.scenario.transports.used if way == "used" else way))


def _events(values: Values) -> str:
    return str(len(events_of(as_chorus(values.facts))))


def _setup(values: Values, part: str) -> str:
    value = getattr(values.scenario.transports, part)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _overhead(values: Values) -> str:
    """The bytes that a frame adds to the first event."""
    fact = values.facts.get("server.frame.0.sent")
    if not isinstance(fact, FrameSent):
        raise MissingValueError("this run has no frame from the server")
    return str(fact.frame.size - len(fact.frame.payload))


VALUES: Final[dict[str, Callable[..., str]]] = {
    "(" + "|".join((*WAYS, "used")) + r")\.(" + "|".join(PARTS) + ")": _count,
    r"events": _events,
    r"transports\.(events|size|every|poll|hold|says|latency)": _setup,
    r"frame\.overhead": _overhead,
}
"""Names that may stand in braces, as patterns, with the functions that compute them."""
