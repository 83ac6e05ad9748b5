"""How the clients of a play come back, by the names that a lesson uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.model import LessonError
from protocol.patterns.reconnect import Advised, Chance, Exponential, Jitter, Linear, Reconnect, Schedule

if TYPE_CHECKING:
    from lessons.plays.crowd import CrowdSetup

LINEAR: Final = "linear"
ADVISED: Final = "advised"
JITTERS: Final = {
    "exponential": Jitter.NONE,
    "full": Jitter.FULL,
    "equal": Jitter.EQUAL,
    "decorrelated": Jitter.DECORRELATED,
}


def schedule_of(name: str, setup: CrowdSetup) -> Schedule:
    """The schedule of this name; LessonError if there is none."""
    if name == LINEAR:
        return Linear(setup.step, setup.cap)
    if name == ADVISED:
        return Advised(cap=max(setup.cap, Advised().first))
    if name in JITTERS:
        return Exponential(setup.step, setup.cap, JITTERS[name])
    known = ", ".join((LINEAR, *JITTERS, ADVISED))
    raise LessonError(None, 0, "There is no schedule “{name}”; known are: {known}.", name=name, known=known)


def single(setup: CrowdSetup, chance: Chance) -> Reconnect:
    """The attempts of the one client that is seen closely."""
    return Reconnect(schedule_of(setup.schedule, setup), chance, attempts=setup.attempts or None, lasting=setup.lasting)


def one_of_many(name: str, setup: CrowdSetup, chance: Chance) -> Reconnect:
    """The attempts of one client of a crowd: only who counts linearly gives up, as the classic snippet does."""
    attempts = setup.attempts or None if name == LINEAR else None
    return Reconnect(schedule_of(name, setup), chance, attempts=attempts, lasting=setup.lasting)
