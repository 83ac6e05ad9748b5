"""Values about coming back: of the one client, and of the crowds.

{one.down} {one.code} {one.outage}       when the server ends, what the client is told, how long it is away
{one.waits} {one.refused}                the waits in seconds, and how many attempts were refused
{one.away} {one.missed} {one.unheard}    how long the client was away, and the news that it missed
{one.attempts} {one.lasting} {one.step}  how it was set; {one.spread}: seconds that were left to chance
{one.connections} {one.key.2}            its connections, and the key of each handshake
{many.clients} {many.takes} ...          the crowds as they were set
{many.full.back}                         what came of one: back, gone, attempts, peak, shaken, done
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lessons.more_values.heartbeat import measured, number
from lessons.values import MissingValueError
from protocol.chorus import Chorus, Happened
from protocol.facts import HeadSent, Told
from protocol.http11 import Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.values import Values

SCHEDULES: Final = "linear|exponential|full|equal|decorrelated|advised"


def _moments(values: Values, kind: str) -> list[Happened]:
    return [fact for fact in values.facts.of(Happened) if fact.moment.kind == kind]


def _moment(values: Values, kind: str) -> Happened:
    found = _moments(values, kind)
    if not found:
        raise MissingValueError("there is no moment “{kind}” in this run", kind=kind)
    return found[0]


def _down(values: Values) -> float:
    return measured(_moment(values, "server-gone").time)


def _gave_up(values: Values) -> float:
    return measured(_moment(values, "client-gives-up").time - _moment(values, "server-gone").time)


def _told(values: Values) -> Told:
    fact = values.facts.get("client.told")
    if isinstance(fact, Told):
        return fact
    raise MissingValueError("the client is told nothing in this run")


def _connections(values: Values) -> int:
    return len(values.facts.names) if isinstance(values.facts, Chorus) else 1


def _spread(values: Values) -> float:
    waits = [fact.moment.values for fact in _moments(values, "retry-waits")]
    return sum(float(wait["high"]) - float(wait["low"]) for wait in waits)


def _waits(values: Values) -> str:
    return ", ".join(number(float(fact.moment.values["delay"])) for fact in _moments(values, "retry-waits"))


ONE: Final[dict[str, Callable[[Values], str]]] = {
    "down": lambda values: number(_down(values)),
    "code": lambda values: str(int(_told(values).told.code)),
    "reason": lambda values: _told(values).told.reason,
    "outage": lambda values: number(values.scenario.crowd.outage),
    "step": lambda values: number(values.scenario.crowd.step),
    "cap": lambda values: number(values.scenario.crowd.cap),
    "attempts": lambda values: str(values.scenario.crowd.attempts),
    "lasting": lambda values: number(values.scenario.crowd.lasting),
    "life": lambda values: number(values.scenario.crowd.life),
    "waits": _waits,
    "refused": lambda values: str(len(_moments(values, "retry-refused"))),
    "unheard": lambda values: str(len(_moments(values, "news-unheard"))),
    "away": lambda values: number(float(_moment(values, "client-back").moment.values["away"])),
    "missed": lambda values: str(_moment(values, "client-back").moment.values["missed"]),
    "attempt": lambda values: str(_moment(values, "client-back").moment.values["attempt"]),
    "gave_up": lambda values: number(_gave_up(values)),
    "connections": lambda values: str(_connections(values)),
    "spread": lambda values: number(_spread(values)),
}

MANY: Final = ("clients", "takes", "away", "watched", "sockets")
RESULTS: Final = ("back", "gone", "attempts", "peak", "shaken")


def _key(values: Values, place: str) -> str:
    """The key of the connection number `place`, counted from 1."""
    names = values.facts.names if isinstance(values.facts, Chorus) else ("",)
    if int(place) > len(names):
        raise MissingValueError("there is no connection {place} in this run", place=place)
    name = names[int(place) - 1]
    fact = values.facts.get(f"{name}/request.sent" if name else "request.sent")
    if not isinstance(fact, HeadSent) or not isinstance(fact.head, Request):
        raise MissingValueError("connection {place} has no request", place=place)
    return fact.head.get("Sec-WebSocket-Key") or ""


def _result(values: Values, name: str, part: str) -> str:
    for fact in _moments(values, "crowd-result"):
        if fact.moment.values["crowd"] == name:
            return str(fact.moment.values[part])
    raise MissingValueError("there is no crowd “{name}” in this run", name=name)


def _done(values: Values, name: str) -> str:
    """The second in which the last client came back or gave up; MissingValueError if some still wait."""
    clients = values.scenario.crowd.clients
    for fact in _moments(values, "crowd-second"):
        counted: Any = fact.moment.values
        if f"{name}.back" in counted and counted[f"{name}.back"] + counted[f"{name}.gone"] == clients:
            return str(counted["second"])
    raise MissingValueError("the crowd “{name}” is not complete in this run", name=name)


VALUES: Final[dict[str, Callable[..., str]]] = {
    r"one\.(" + "|".join(ONE) + ")": lambda values, part: ONE[part](values),
    r"one\.key\.(\d)": _key,
    r"many\.(" + "|".join(MANY) + ")": lambda values, part: number(getattr(values.scenario.crowd, part)),
    rf"many\.({SCHEDULES})\.(" + "|".join(RESULTS) + ")": _result,
    rf"many\.({SCHEDULES})\.done": _done,
}
"""Names that may stand in braces."""
