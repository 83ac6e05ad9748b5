"""A Redis as broker: PUBLISH and SUBSCRIBE between nodes, INCR for what they count together.

Other programs may use the same Redis, so that every name begins with one that no other run has; what was counted is
forgotten by itself.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable
from contextlib import suppress
from typing import Final, TypeVar
from urllib.parse import urlsplit

from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from app.network.plays.broker import NO_REDIS, REDIS, BrokerError, Line
from app.reasons import reason

T = TypeVar("T")

PATIENCE: Final = 1.0
"""After how many seconds a Redis that says nothing is given up."""

FORGOTTEN: Final = 60
"""After how many seconds Redis forgets what a run has counted."""


class RedisLine:
    """One node's subscriptions; what it asks for waits until the next exchange."""

    def __init__(self, pubsub: PubSub) -> None:
        self.pubsub = pubsub
        self.listening: set[str] = set()
        self.asked: list[tuple[str, str, str]] = []
        """(deed, topic, text) in order."""
        self.due = 0
        """How many texts Redis still has for this line."""
        self._texts: list[tuple[str, str]] = []

    def publish(self, topic: str, text: str) -> None:
        """To all lines that listen."""
        self.asked.append(("publish", topic, text))

    def listen(self, topic: str) -> None:
        """Texts of this topic come in from now on."""
        self.asked.append(("listen", topic, ""))

    def ignore(self, topic: str) -> None:
        """No more of them."""
        self.asked.append(("ignore", topic, ""))

    def came(self, topic: str, text: str) -> None:
        """A text has come."""
        self._texts.append((topic, text))
        self.due -= 1

    def take(self, most: int | None = None) -> list[tuple[str, str]]:
        """What has come, oldest first."""
        count = len(self._texts) if most is None else most
        taken, self._texts = self._texts[:count], self._texts[count:]
        return taken


class RedisBroker:
    """The lines of one run to one Redis."""

    name = REDIS

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._address = f"{parts.hostname}:{parts.port or 6379}"
        self._prefix = f"websocket-101:{secrets.token_hex(8)}:"
        self._redis = Redis.from_url(
            url, decode_responses=True, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE,
            retry=Retry(NoBackoff(), 0),
        )  # fmt: skip
        self._lines: list[RedisLine] = []

    @classmethod
    async def opened(cls, url: str) -> RedisBroker:
        """A broker that has answered once; BrokerError for one that does not."""
        broker = cls(url)
        try:
            await broker._said(broker._redis.ping())
        except BrokerError:
            await broker.close()
            raise
        return broker

    def line(self) -> RedisLine:
        """A connection of its own: a connection that has subscribed can do nothing else."""
        line = RedisLine(self._redis.pubsub())
        self._lines.append(line)
        return line

    def hang_up(self, line: Line) -> None:
        """Redis drops it with the next exchange."""
        if isinstance(line, RedisLine):
            line.asked = [("hang up", "", "")]

    async def exchange(self) -> None:
        """What was asked for goes to Redis, line by line; then every line takes what Redis has for it."""
        for line in list(self._lines):
            while line.asked:
                await self._said(self._do(line, *line.asked.pop(0)))
        for line in self._lines:
            while line.due > 0:
                await self._said(self._read(line))

    async def count(self, key: str) -> int:
        """INCR: however many nodes ask at the same time, each gets another number."""
        name = self._prefix + key
        number = int(await self._said(self._redis.incr(name)))
        await self._said(self._redis.expire(name, FORGOTTEN))
        return number

    async def close(self) -> None:
        """End all connections; a Redis that is gone does not mind."""
        for line in self._lines:
            with suppress(RedisError, TimeoutError, OSError):
                await line.pubsub.aclose()  # type: ignore[no-untyped-call]  # redis has no types here
        self._lines = []
        with suppress(RedisError, TimeoutError, OSError):
            await self._redis.aclose()

    async def _do(self, line: RedisLine, deed: str, topic: str, text: str) -> None:
        channel = self._prefix + topic
        match deed:
            case "listen":
                await line.pubsub.subscribe(channel)
                await self._answered(line)
                line.listening.add(topic)
            case "ignore":
                await line.pubsub.unsubscribe(channel)
                await self._answered(line)
                line.listening.discard(topic)
            case "hang up":
                self._lines.remove(line)
                await line.pubsub.aclose()  # type: ignore[no-untyped-call]  # redis has no types here
            case _:
                await self._redis.publish(channel, text)
                for each in self._lines:
                    each.due += topic in each.listening

    async def _answered(self, line: RedisLine) -> None:
        """Redis confirms each subscription, after the texts that were published before it."""
        while (await self._next(line))["type"] not in {"subscribe", "unsubscribe"}:
            pass

    async def _read(self, line: RedisLine) -> None:
        await self._next(line)

    async def _next(self, line: RedisLine) -> dict[str, str]:
        message: dict[str, str] | None = await line.pubsub.get_message(timeout=PATIENCE)
        if message is None:
            raise TimeoutError("no answer")
        if message["type"] == "message":
            line.came(message["channel"].removeprefix(self._prefix), message["data"])
        return message

    async def _said(self, deed: Awaitable[T]) -> T:
        """The outcome, or one sentence."""
        try:
            return await deed
        except (RedisError, TimeoutError, OSError) as error:
            raise BrokerError(NO_REDIS, address=self._address, reason=_reason(error)) from None


def _reason(error: Exception) -> str:
    """The end of a sentence: what the system said, if redis-py tells."""
    known: BaseException | None = error
    while known is not None:
        if isinstance(known, OSError) and known.errno is not None:
            return reason(known)
        known = known.__cause__ or known.__context__
    return str(error).rstrip(".").lower() or type(error).__name__
