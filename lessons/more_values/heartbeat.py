"""Values about a heartbeat: how it beats, what it costs, and how soon it finds out.

{beat.interval} {beat.timeout} {beat.misses}     as it is set, in seconds and pings
{beat.cut} {beat.mend}                           when the network is lost and when it is back, in seconds
{beat.told} {beat.found}                         when the side that asks is told, and how long after the loss
{beat.worst}                                     how long that can take at the most
{beat.pair} {beat.hour}                          bytes of a ping and its pong, and of all of them in an hour
{beat.pings} {beat.alone}                        pings that were sent; seconds for which only one side knew
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.values import MissingValueError
from protocol.facts import FrameSent, Told
from protocol.patterns.heartbeat import TextForm
from protocol.vocabulary import Opcode

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.model import BeatSetup
    from lessons.values import Values

HOUR: Final = 3600
NOISE: Final = 0.15
"""Seconds by which a measured time may miss the planned one: the machine had other things to do."""


def _setup(values: Values) -> BeatSetup:
    """The heartbeat of the side that asks."""
    ends = (values.scenario.server.beat, values.scenario.client.beat)
    return next((beat for beat in ends if beat.interval > 0), ends[0])


def _when(values: Values, deed: str) -> float:
    """The seconds that go by before the first action that does this."""
    seconds = 0.0
    for action in values.scenario.actions:
        if action.do == deed:
            return seconds
        seconds += action.seconds if action.do == "wait" else 0.0
    raise MissingValueError("nobody does “{deed}” in this run", deed=deed)


def _told(values: Values) -> Told:
    """The first that is told that its connection is over."""
    told = values.facts.of(Told)
    if not told:
        raise MissingValueError("nobody is told anything in this run")
    return told[0]


def _pings(values: Values) -> list[FrameSent]:
    """Every ping: a frame, or a message of the application."""
    form = TextForm()

    def asks(fact: FrameSent) -> bool:
        frame = fact.frame
        return frame.opcode == Opcode.PING or (frame.opcode == Opcode.TEXT and form.answer(frame.payload) is not None)

    return [fact for fact in values.facts.of(FrameSent) if asks(fact)]


def _pair(values: Values) -> int:
    """The bytes of the first ping and of the first frame that came back after it."""
    pings = _pings(values)
    if not pings:
        raise MissingValueError("there is no ping in this run")
    back = [fact for fact in values.facts.of(FrameSent) if fact.who is pings[0].who.peer and fact.time >= pings[0].time]
    return pings[0].frame.size + (back[0].frame.size if back else 0)


def _found(values: Values) -> float:
    return measured(_told(values).time - _when(values, "cut"))


def _alone(values: Values) -> float:
    told = values.facts.of(Told)
    if len(told) < 2:
        raise MissingValueError("only one side is told in this run")
    return measured(told[1].time - told[0].time)


def _hour(values: Values) -> float:
    interval = _setup(values).interval
    if interval <= 0:
        raise MissingValueError("nobody's heart beats in this run")
    return _pair(values) * HOUR / interval


def number(value: float) -> str:
    """A number as it is read: whole, or with one place after the point."""
    return f"{round(value, 1):g}" if abs(value) < 1000 else f"{value:.0f}"


def measured(value: float) -> float:
    """A time that was measured, as it was meant: whole seconds where only the machine was slow."""
    return round(value) if abs(value - round(value)) <= NOISE else value


PARTS: Final[dict[str, Callable[[Values], float]]] = {
    "interval": lambda values: _setup(values).interval,
    "timeout": lambda values: _setup(values).timeout,
    "misses": lambda values: _setup(values).misses,
    "cut": lambda values: _when(values, "cut"),
    "mend": lambda values: _when(values, "mend"),
    "told": lambda values: measured(_told(values).time),
    "found": _found,
    "alone": _alone,
    "worst": lambda values: _setup(values).interval * _setup(values).misses + _setup(values).timeout,
    "pair": _pair,
    "hour": _hour,
    "pings": lambda values: len(_pings(values)),
}


def _beat(values: Values, part: str) -> str:
    return number(PARTS[part](values))


VALUES: Final[dict[str, Callable[..., str]]] = {r"beat\.(" + "|".join(PARTS) + ")": _beat}
"""Names that may stand in braces."""
