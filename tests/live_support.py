"""Connections for the tests of Live: heads and frames as bytes, and an engine that is none."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from app.network.live.values import Batch, Begun, Line, Listening
from protocol.frames import encode_frame
from protocol.recording import Kind, Setup
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from protocol.talk import Talk

KEY = bytes.fromhex("37fa213d")

ANSWER = (
    b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n"
)


def request(agent: str = "test/1") -> bytes:
    """The request of RFC 6455 section 1.3, with a User-Agent."""
    return (
        "GET /chat HTTP/1.1\r\nHost: server.example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nUser-Agent: {agent}\r\n\r\n"
    ).encode()


def frame(opcode: int, payload: bytes = b"", **options: Any) -> bytes:
    """A frame of a client."""
    return encode_frame(opcode, payload, key=KEY, **options)


def open_talk(talk: Talk, agent: str = "test/1") -> None:
    """The opening handshake."""
    talk.syn(0.0, Role.CLIENT)
    talk.data(0.1, Role.CLIENT, request(agent))
    talk.data(0.2, Role.SERVER, ANSWER)


def opening(number: int, role: Role | None = Role.SERVER, agent: str = "test/1", began: float = 0.0) -> Batch:
    """A connection as the engine tells of it."""
    setup = Setup(f"127.0.0.1:{50000 + number}", "127.0.0.1:8765", began=began)
    lines = [
        Line(0.0, Role.CLIENT, Kind.SYN, b""),
        Line(0.1, Role.CLIENT, Kind.DATA, request(agent)),
        Line(0.2, Role.SERVER, Kind.DATA, ANSWER),
    ]
    return Batch(number, Begun(setup, role, 1, None), lines)


def said(number: int, who: Role, data: bytes, time: float = 1.0) -> Batch:
    """Bytes on a connection."""
    return Batch(number, lines=[Line(time, who, Kind.DATA, data)])


class FakeEngine:
    """Records what it is asked for; `batches` is what comes. Futures are settled by the test."""

    def __init__(self) -> None:
        self.batches: list[Batch] = []
        self.asked: list[tuple[str, Any]] = []
        self.futures: list[Future[Any]] = []
        self.waiting = 0

    def start(self) -> None:
        """Nothing runs."""

    def drain(self, limit_bytes: int = 0, limit_entries: int = 0) -> list[Batch]:
        """One batch at a time."""
        return [self.batches.pop(0)] if self.batches else []

    def record(self, on: bool) -> None:
        """Note it."""
        self.asked.append(("record", on))

    def close(self) -> Future[None]:
        """At once."""
        future: Future[None] = Future()
        future.set_result(None)
        return future

    def act(self, numbers: Any, deed: Any) -> Future[Any]:
        """Note it."""
        return self._ask("act", (tuple(numbers), deed))

    def __getattr__(self, name: str) -> Any:
        if name in {"serve", "proxy", "connect", "stop"}:
            return lambda order: self._ask(name, order)
        raise AttributeError(name)

    def _ask(self, name: str, order: Any) -> Future[Any]:
        self.asked.append((name, order))
        future: Future[Any] = Future()
        self.futures.append(future)
        return future


def listening(order: Any, port: int = 8765) -> Listening:
    """A server that is there."""
    return Listening(7, order, (f"ws://127.0.0.1:{port}/",), f"http://127.0.0.1:{port}/")
