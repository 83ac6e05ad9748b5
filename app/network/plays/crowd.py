"""A client that loses its server and comes back, and then a thousand of them.

The server really stops listening, every attempt is a real call, and each connection is a recording of its own: `first`,
`second`, `third` ... Only the waiting is hurried. What no byte shows is told by moments: that the server is gone or
back, how long the client waits, that it was refused, that it gave up, and what the crowd does in each second.
"""

from __future__ import annotations

import asyncio
import base64
import random
from typing import TYPE_CHECKING, Final

from app.network.clock import Clock
from app.network.plays.agenda import Agenda
from app.network.plays.crowd_line import Entrance, Line
from app.network.plays.crowd_many import Crowds
from app.network.plays.crowd_schedules import single
from app.network.sockets import LOOPBACK, NO_PORT, NetworkError
from app.reasons import reason
from protocol.chorus import Moment, Played
from protocol.connection import Connection
from protocol.events import Closed, Event, MessageReceived
from protocol.handshake import Offer, Policy
from protocol.patterns.reconnect import GiveUp
from protocol.vocabulary import CloseCode, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.model import Scenario

NAMES: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
"""What the connections of the client are called, in order."""
NEWS: Final = "news {number}"
"""What the server has to say."""
AFTERWARDS: Final = 6.0
"""Seconds for which the story goes on when everything is decided."""
FIRST_NEWS: Final = 1.5
"""Seconds until it says something for the first time."""


async def run(scenario: Scenario) -> Played:
    """Play it: the one client until its story is over, then the crowds. Raises NetworkError without a port."""
    try:
        story = _Story(scenario)
    except OSError as error:
        raise NetworkError(NO_PORT, host=LOOPBACK, reason=reason(error)) from error
    try:
        await story.run()
    finally:
        story.close()
    moments = story.moments
    if scenario.crowd.clients:
        moments += await Crowds(scenario, story.clock).run()
    return Played({name: line.recording for name, line in zip(NAMES, story.lines, strict=False)}, tuple(moments))


def _plain(value: str | float) -> str | float:
    """A whole number without a point."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


class _Story:
    """The one client and its server: an agenda of what is due when, and what came of it."""

    def __init__(self, scenario: Scenario) -> None:
        self.clock = Clock()
        self.moments: list[Moment] = []
        self.lines: list[Line] = []
        self._scenario = scenario
        self._setup = scenario.crowd
        self._random = random.Random(scenario.seed)  # noqa: S311 - a lesson must repeat exactly
        self._attempts = single(scenario.crowd, self._random)
        self._entrance = Entrance()
        self._agenda = Agenda(self.clock)
        self._until = scenario.crowd.until
        self._lost_at: float | None = None
        self._missed = self._news = self._drops = 0
        self._is_up = False
        """Whether the server listens after what it did."""

    def close(self) -> None:
        """Close every socket."""
        self._entrance.close()
        for line in self.lines:
            line.close()

    async def run(self) -> None:
        """Do what is due, one thing after the other, until the story is over."""
        setup = self._setup
        self._at(0.0, self._connect)
        self._at(FIRST_NEWS, self._tell_news)
        self._at(setup.before, self._server_ends)
        if setup.outage > 0:
            self._at(setup.before + setup.outage, self._server_returns)
        while self._agenda.now < self._until:
            await self._agenda.run(min(self._agenda.now + 1, self._until))
        if (line := self._line) is not None:
            line.ends[Role.CLIENT].send_close(CloseCode.NORMAL)
            line.pump()

    def _at(self, when: float, deed: Callable[[], None]) -> None:
        async def doing() -> None:
            deed()
            await asyncio.sleep(0)

        self._agenda.at(when, doing)

    def _say(self, kind: str, role: Role, **values: str | float) -> None:
        told = {name: _plain(value) for name, value in values.items()}
        self.moments.append(Moment(self.clock.now(), kind, role.value, role, told))

    def _end_soon(self) -> None:
        """Nothing more will happen."""
        self._until = min(self._until, self._agenda.now + AFTERWARDS)

    @property
    def _line(self) -> Line | None:
        """The connection that is open now."""
        return self.lines[-1] if self.lines and self.lines[-1].is_open else None

    # The server.

    def _tell_news(self) -> None:
        """What happens in the world happens whether anyone listens or not."""
        self._news += 1
        text = NEWS.format(number=self._news)
        heard = False
        if (line := self._line) is not None:
            line.ends[Role.SERVER].send_text(text)
            learned = line.pump()
            heard = any(isinstance(event, MessageReceived) for event in learned[Role.CLIENT])
        if not heard:
            self._missed += 1
            self._say("news-unheard", Role.SERVER, number=self._news, text=text)
        self._at(self._news * self._setup.every + FIRST_NEWS, self._tell_news)

    def _server_ends(self) -> None:
        """It ends what is open, and listens no more if there is an outage."""
        line = self._line
        if self._setup.outage > 0:
            self._entrance.shut()
            self._say("server-gone", Role.SERVER, code=self._setup.code or int(CloseCode.ABNORMAL))
        else:
            self._is_up = True
        if line is not None:
            self._end(line)

    def _end(self, line: Line) -> None:
        """End a connection as the server of this play does: with a Close, or without a word."""
        if self._setup.code is None:
            events = line.reset(Role.SERVER)
        else:
            line.ends[Role.SERVER].send_close(self._setup.code, self._setup.reason)
            events = line.pump()[Role.CLIENT]
        self._learned(events)

    def _server_returns(self) -> None:
        self._entrance.open()
        self._is_up = True
        self._say("server-back", Role.SERVER, away=self._setup.outage)
        if any(moment.kind in {"client-gives-up", "client-stays-away"} for moment in self.moments):
            self._end_soon()

    def _drop(self, line: Line) -> None:
        """A server that has just come back and is not well yet."""
        if line.is_open:
            self._learned(line.reset(Role.SERVER))

    # The client.

    def _connect(self) -> None:
        offer = Offer(
            host=self._scenario.host,
            target=self._scenario.target,
            key=self._key(),
            origin=self._scenario.origin,
        )
        try:
            sockets = self._entrance.call()
        except ConnectionRefusedError:
            self._say("retry-refused", Role.CLIENT, attempt=self._attempts.made)
            self._lose(int(CloseCode.ABNORMAL))
            return
        client, server = Connection.client(offer, self._mask), Connection.server(Policy())
        line = Line(sockets, client, server, self.clock.now)
        self.lines.append(line)
        client.connect()
        line.pump()
        self._opened(line)

    def _key(self) -> str:
        """A fresh key for each handshake; the first may be named by the scenario."""
        drawn = base64.b64encode(self._random.randbytes(16)).decode()
        named = self._scenario.key
        return named if named is not None and not self.lines and self._lost_at is None else drawn

    def _mask(self) -> bytes:
        return self._random.randbytes(4)

    def _opened(self, line: Line) -> None:
        now = self._agenda.now
        self._attempts.opened(now)
        if self._lost_at is not None:
            away = round(now - self._lost_at, 1)
            self._say("client-back", Role.CLIENT, attempt=self._attempts.made, away=away, missed=self._missed)
        self._lost_at, self._missed = None, 0
        if len(self.lines) > 1 and self._drops < self._setup.drops:
            self._drops += 1
            self._at(now + self._setup.life, lambda: self._drop(line))
        if len(self.lines) > 1:
            self._at(now + self._setup.lasting, lambda: self._lasted(line))

    def _lasted(self, line: Line) -> None:
        """The connection has been open long enough to be called good."""
        if line.is_open:
            self._say("client-steady", Role.CLIENT, seconds=self._setup.lasting, attempts=self._attempts.made)
            if self._drops == self._setup.drops:
                self._end_soon()

    def _learned(self, events: list[Event]) -> None:
        for event in events:
            if isinstance(event, Closed):
                self._lose(int(event.told.code))

    def _lose(self, code: int) -> None:
        """The connection is over, or was not made: what now?"""
        now = self._agenda.now
        if self._lost_at is None:
            self._lost_at = now
        decision = self._attempts.lost(now, code=code)
        if isinstance(decision, GiveUp):
            kind = "client-gives-up" if decision.advice.again else "client-stays-away"
            self._say(kind, Role.CLIENT, attempts=decision.attempts, code=code)
            if self._is_up:
                self._end_soon()
            return
        window = decision.window
        low, high = (round(min(bound, window.cap), 2) for bound in (window.low, window.high))
        self._say(
            "retry-waits", Role.CLIENT, attempt=decision.attempt, delay=round(decision.delay, 2), low=low, high=high,
            code=code, at=round(decision.at, 2),
        )  # fmt: skip
        self._at(decision.at, self._connect)
