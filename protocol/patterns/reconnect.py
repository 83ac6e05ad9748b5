"""Coming back after a connection was lost (RFC 6455 section 7.2.3): when, and when no more.

A thousand clients lose the same server in the same second. If each comes back at once, and again, "the server may
experience what amounts to a denial-of-service attack". Two things help: each attempt waits longer than the one before
(backoff), and no two clients wait equally long (jitter). A schedule says between which bounds an attempt's delay lies;
chance picks a moment in between. `n` counts attempts from 1, `top` is min(cap, base * 2 ** (n - 1)):

    schedule                   low        high             whose
    --------                   ---        ----             -----
    Linear                     step * n   the same         everyone's first idea: all clients stay in step
    Exponential, NONE          top        the same         truncated binary exponential backoff without chance
    Exponential, FULL          0          top              Marc Brooker, "Exponential Backoff And Jitter" (AWS, 2015)
    Exponential, EQUAL         top / 2    top              the same article
    Exponential, DECORRELATED  base       3 * the last     the same article; what exceeds the cap is the cap
    Advised, attempt 1         0          5 s              section 7.2.3: "between 0 and 5 seconds is a reasonable"
             later             top / 2    top, base 5 s    "increasingly longer amounts of time, using a method such
                                                           as truncated binary exponential backoff"

The count starts anew only after a connection that *lasted*: a server that accepts and drops at once is not well yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, Protocol

from protocol.patterns.advice import Advice, after_close, after_status
from protocol.vocabulary import CloseCode

if TYPE_CHECKING:
    from collections.abc import Sequence


class Chance(Protocol):
    """Where chance comes from: `random.Random` is one, and with a seed it is the same every time."""

    def uniform(self, a: float, b: float, /) -> float:
        """A number between `a` and `b`."""
        ...


@dataclass(frozen=True, slots=True)
class Window:
    """The bounds of a delay, in seconds: a number from `low` to `high`, but never more than `cap`."""

    low: float
    high: float
    cap: float

    def pick(self, chance: Chance) -> float:
        """A delay in this window."""
        return min(self.cap, chance.uniform(self.low, self.high))


class Schedule(Protocol):
    """How long to wait before attempt `attempt` (from 1), when the last delay was `previous` (0 before the first)."""

    def window(self, attempt: int, previous: float) -> Window:
        """The bounds of the delay."""
        ...


class Jitter(Enum):
    """How much of an exponential delay is left to chance."""

    NONE = "none"
    FULL = "full"
    EQUAL = "equal"
    DECORRELATED = "decorrelated"


@dataclass(frozen=True, slots=True)
class Linear:
    """One `step` more before each attempt, up to `cap`."""

    step: float = 1.0
    cap: float = 30.0

    def __post_init__(self) -> None:
        _check(self.step, self.cap)

    def window(self, attempt: int, previous: float) -> Window:
        """A single moment: every client that was lost together comes back together."""
        delay = min(self.cap, self.step * attempt)
        return Window(delay, delay, self.cap)


@dataclass(frozen=True, slots=True)
class Exponential:
    """Twice as long before each attempt, from `base` up to `cap`, with `jitter`."""

    base: float = 1.0
    cap: float = 30.0
    jitter: Jitter = Jitter.FULL

    def __post_init__(self) -> None:
        _check(self.base, self.cap)

    def window(self, attempt: int, previous: float) -> Window:
        """The bounds of the table above."""
        top = doubled(self.base, attempt, self.cap)
        match self.jitter:
            case Jitter.NONE:
                return Window(top, top, self.cap)
            case Jitter.FULL:
                return Window(0.0, top, self.cap)
            case Jitter.EQUAL:
                return Window(top / 2, top, self.cap)
            case Jitter.DECORRELATED:
                return Window(self.base, 3 * max(self.base, previous), self.cap)


@dataclass(frozen=True, slots=True)
class Advised:
    """What section 7.2.3 advises: at first a random moment within `first` seconds, then ever later.

    Until the cap is reached no delay is shorter than the one before it, whatever chance says."""

    first: float = 5.0
    cap: float = 60.0

    def __post_init__(self) -> None:
        _check(self.first, self.cap)

    def window(self, attempt: int, previous: float) -> Window:
        """0 to 5, 5 to 10, 10 to 20, 20 to 40, 30 to 60 ..."""
        top = doubled(self.first, attempt, self.cap)
        return Window(0.0 if attempt == 1 else top / 2, top, self.cap)


def doubled(base: float, attempt: int, cap: float) -> float:
    """`base` doubled for each attempt after the first, at most `cap`. No number grows beyond what a float holds."""
    return min(cap, base * 2.0 ** min(attempt - 1, 1000))


def _check(first: float, cap: float) -> None:
    if not 0 < first <= cap < float("inf"):
        raise ValueError("a schedule needs a first delay above 0 seconds and a cap that is no smaller")


@dataclass(frozen=True, slots=True)
class Wait:
    """Try again at the moment `at`, `delay` seconds from now, as attempt number `attempt`."""

    attempt: int
    delay: float
    at: float
    window: Window
    advice: Advice


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Do not try again: `attempts` were made since the last good connection; `reason` is one sentence."""

    attempts: int
    reason: str
    advice: Advice


LONGEST_RETRY_AFTER: Final = 3600.0
"""Who asks for more than an hour is not waited for: a person should decide."""


class Reconnect:
    """The attempts of one client: tell it what happened, and it says what to do.

    `attempts` is how many are made in a row (None: no end), `lasting` how many seconds a connection must have been open
    to count as good. `own` are rows of advice for the application's own close codes.
    """

    def __init__(
        self,
        schedule: Schedule,
        chance: Chance,
        *,
        attempts: int | None = None,
        lasting: float = 60.0,
        own: Sequence[Advice] = (),
    ) -> None:
        self.made = 0
        """Attempts since the last connection that lasted."""
        self._schedule = schedule
        self._chance = chance
        self._attempts = attempts
        self._lasting = lasting
        self._own = own
        self._opened: float | None = None
        self._previous = 0.0

    def opened(self, now: float) -> None:
        """A connection is OPEN."""
        self._opened = now

    def lost(
        self, now: float, *, code: int = CloseCode.ABNORMAL, status: int | None = None, retry_after: float | None = None
    ) -> Wait | GiveUp:
        """The connection is over, or an attempt failed.

        `code` is the close code that our program is told, `status` the HTTP status if the server answered something
        other than 101, `retry_after` the seconds that it asked for with it."""
        if self._opened is not None and now - self._opened >= self._lasting:
            self.made, self._previous = 0, 0.0
        self._opened = None
        if status is None:
            advice, asked = after_close(code, self._own), None
        else:
            advice, asked = after_status(status, named_time=retry_after is not None), retry_after
        reason = self._why_not(advice, asked)
        return GiveUp(self.made, reason, advice) if reason is not None else self._wait(now, advice, asked)

    def _why_not(self, advice: Advice, asked: float | None) -> str | None:
        if not advice.again:
            return advice.reason
        if self._attempts is not None and self.made >= self._attempts:
            return f"All {self._attempts} attempts have failed."
        if asked is not None and asked > LONGEST_RETRY_AFTER:
            return f"The server asks to wait for {asked:.0f} seconds, more than {LONGEST_RETRY_AFTER:.0f}."
        return None

    def _wait(self, now: float, advice: Advice, asked: float | None) -> Wait:
        self.made += 1
        window = self._schedule.window(self.made, self._previous)
        self._previous = window.pick(self._chance)
        # All clients that were told "in 120 seconds" would come in the same second, so the jitter is added to it.
        delay = self._previous + (asked or 0.0)
        return Wait(self.made, delay, now + delay, window, advice)
