"""A heartbeat: is the other end still there, and how long does a question take to it and back?

    now      0         20        40        60        70
             |         | ping 1  | ping 2  | ping 3  |
             |         |  pong 1 |    x    |    x    | Dead(since=20.1): pings 2 and 3 are missed
             start     <--rtt-->           <--timeout-->

TCP alone does not say that a cable was pulled: an end that only listens waits for ever. Middle boxes forget
connections on which nothing passes, often after a minute. A ping every `interval` seconds helps against both (RFC 6455
section 5.5.2: "a keepalive or ... a means to verify that the remote endpoint is still responsive").

The rules of section 5.5.3 are what makes the matching a little more than a counter:

- a pong carries the application data of the ping that it answers, so each ping carries its number;
- an endpoint with several pings to answer may answer only the latest, so a pong answers all earlier pings too;
- a pong may come unasked, "a unidirectional heartbeat": one that matches no ping is ignored.

A page in a browser can neither send pings nor see pongs. Pages that must know send text messages of their own:
`{"type":"ping","id":7}` and back `{"type":"pong","id":7}`. The machine is the same; only the `Form` differs.

Feed what was received (`pong`, `heard`) before you `tick`: after a pause of the whole program, the answers may be
waiting unread, and a heartbeat that is asked first would call a living peer dead.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Protocol

from protocol.patterns.json_text import JsonError, read_object, whole_number, write_object

PAYLOAD_LIMIT: Final = 125
"""The most application data that a ping can carry, in bytes (section 5.5)."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """How a heart beats, in seconds.

    A ping goes out every `interval`; it is missed when nothing answered it for `timeout`; after `misses` in a row the
    peer is dead. With `any_traffic`, whatever the peer sends after a ping shows that it lives, not only the pong.
    """

    interval: float = 20.0
    timeout: float = 10.0
    misses: int = 1
    any_traffic: bool = True

    def __post_init__(self) -> None:
        if not (self.interval > 0 and self.timeout > 0 and self.misses >= 1):
            raise ValueError("a heartbeat needs an interval and a timeout above 0 seconds and at least 1 miss")


@dataclass(frozen=True, slots=True)
class SendPing:
    """Send this now: `payload` is the application data of a ping frame, or the bytes of a text message."""

    number: int
    payload: bytes


@dataclass(frozen=True, slots=True)
class Dead:
    """The peer has not shown life since the moment `since`; `missed` pings in a row went unanswered.

    Fail the connection: nothing can be said to a peer that does not listen, so TCP is closed without waiting.
    """

    since: float
    missed: int


Action = SendPing | Dead


class Form(Protocol):
    """How a ping of a given number is written, and which number a pong answers (None: none of ours)."""

    def ping(self, number: int) -> bytes:
        """The ping's payload."""
        ...

    def answered(self, payload: bytes) -> int | None:
        """The number in a pong."""
        ...


@dataclass(frozen=True, slots=True)
class FrameForm:
    """Ping and pong frames: the application data is `tag` and the number, and comes back unchanged."""

    tag: bytes = b"heartbeat "

    def __post_init__(self) -> None:
        if len(self.tag) > PAYLOAD_LIMIT - 16:
            raise ValueError(f"the tag has {len(self.tag)} bytes; {PAYLOAD_LIMIT - 16} leave room for the number")

    def ping(self, number: int) -> bytes:
        """The application data of ping `number`."""
        return self.tag + str(number).encode()

    def answered(self, payload: bytes) -> int | None:
        """The number at the end of a pong's application data."""
        digits = payload[len(self.tag) :]
        if not (payload.startswith(self.tag) and digits.isdigit() and len(digits) <= 16):
            return None
        # One number has one spelling: 07 was not sent.
        return int(digits) if self.ping(int(digits)) == payload else None


@dataclass(frozen=True, slots=True)
class TextForm:
    """Text messages of the application, for those who cannot send frames of their own choice."""

    def ping(self, number: int) -> bytes:
        """The text of ping `number`."""
        return write_object({"type": "ping", "id": number}).encode()

    def answered(self, payload: bytes) -> int | None:
        """The `id` of a pong message."""
        return _identifier(payload, "pong")

    def answer(self, payload: bytes) -> bytes | None:
        """The pong that a text message asks for, or None if it is no ping. A browser does not do this by itself."""
        number = _identifier(payload, "ping")
        return None if number is None else write_object({"type": "pong", "id": number}).encode()


def _identifier(payload: bytes, kind: str) -> int | None:
    # What an application says is its own affair, so anything that is no such message is simply none.
    try:
        message = read_object(payload.decode())
    except (UnicodeDecodeError, JsonError):
        return None
    return whole_number(message.get("id")) if message.get("type") == kind else None


class Heartbeat:
    """The heartbeat of one open connection, which began to beat at `now`."""

    def __init__(self, pulse: Pulse, now: float, form: Form | None = None) -> None:
        self.pulse = pulse
        self.form: Form = FrameForm() if form is None else form
        self.alive = True
        self.last_life = now
        """When the peer last showed life: its pong, with `any_traffic` its bytes, at first the start."""
        self.rtt: float | None = None
        """The last round-trip time, in seconds."""
        self.smoothed: float | None = None
        """The round-trip time smoothed as TCP smooths its own: 7/8 old and 1/8 new (RFC 6298 section 2)."""
        self._number = 0
        self._next_ping = now + pulse.interval
        self._open: dict[int, float] = {}
        """The pings without an answer: number and when they were sent, in order."""

    @property
    def next_at(self) -> float:
        """When `tick` will have something to do, if nothing is heard before; infinity after death."""
        return min(self._next_ping, self._dead_at) if self.alive else math.inf

    def tick(self, now: float) -> list[Action]:
        """What to do at this moment. A tick that comes late sends one ping, not those that it slept through."""
        if not self.alive:
            return []
        if now >= self._dead_at:
            self.alive = False
            missed = sum(sent + self.pulse.timeout <= now for sent in self._unanswered)
            return [Dead(self.last_life, missed)]
        self._forget(now)
        if now < self._next_ping:
            return []
        self._number += 1
        self._open[self._number] = now
        self._next_ping = now + self.pulse.interval
        return [SendPing(self._number, self.form.ping(self._number))]

    def pong(self, payload: bytes, now: float) -> float | None:
        """A pong, or a text message, came in: the round-trip time, or None if it answers no ping of ours."""
        number = self.form.answered(payload)
        if not self.alive or number is None or number not in self._open:
            return None
        self.rtt = now - self._open[number]
        self.smoothed = self.rtt if self.smoothed is None else 0.875 * self.smoothed + 0.125 * self.rtt
        self.last_life = now
        # Section 5.5.3: the answer to the latest ping is the answer to all before it.
        self._open = {later: sent for later, sent in self._open.items() if later > number}
        return self.rtt

    def heard(self, now: float) -> None:
        """Something came from the peer: a whole message or a part of one."""
        if self.alive and self.pulse.any_traffic:
            self.last_life = now

    @property
    def _unanswered(self) -> list[float]:
        """When those pings were sent that nothing answered: traffic answers what was sent before it."""
        if not self.pulse.any_traffic:
            return list(self._open.values())
        return [sent for sent in self._open.values() if sent >= self.last_life]

    @property
    def _dead_at(self) -> float:
        """When the miss that is one too many will be certain."""
        unanswered = self._unanswered
        misses = self.pulse.misses
        return unanswered[misses - 1] + self.pulse.timeout if len(unanswered) >= misses else math.inf

    def _forget(self, now: float) -> None:
        """A ping that traffic answered waits for its pong no longer than `timeout`, so that few are ever kept."""
        if self.pulse.any_traffic:
            kept = self._open.items()
            late = now - self.pulse.timeout
            self._open = {number: sent for number, sent in kept if sent >= self.last_life or sent > late}
