"""Who talks through the proxy in the play `cache`: pages and servers.

The honest ones are our `Connection`. The attacker's client and server make their frames by hand: no library that
keeps to RFC 6455 would send an unmasked frame, or go on after it received one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.network.plays.cache_net import CHUNK, Address, Book
from protocol.connection import Connection
from protocol.events import MessageReceived
from protocol.frames import FrameReader, encode_frame
from protocol.offers import Policy, build_head
from protocol.vocabulary import Opcode, Role, State

if TYPE_CHECKING:
    from app.network.tape import Tape


class Page:
    """The browser's end of a WebSocket: its connection, and its socket to whoever carries it."""

    def __init__(
        self, connection: Connection, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, tape: Tape
    ) -> None:
        self.connection = connection
        self.said: list[bytes] = []
        """The messages of the server."""
        self._reader, self._writer, self._tape = reader, writer, tape

    async def run(self) -> None:
        """Read what comes."""
        while data := await self._reader.read(CHUNK):
            self._tape.read(Role.CLIENT, len(data))
            for event in self.connection.receive(data):
                if isinstance(event, MessageReceived):
                    self.said.append(event.payload)

    async def send(self, data: bytes = b"") -> None:
        """Write these bytes after what the connection has to send, and wait until everything has been read."""
        if data:
            self.connection.send_raw(data)
        data = self.connection.bytes_to_send()
        self._tape.wrote(Role.CLIENT, data)
        self._writer.write(data)
        await self._writer.drain()
        await self._tape.settled()


class ChatServer:
    """An honest WebSocket server: it sends every message back."""

    def __init__(self, tapes: Book[Tape], policy: Policy) -> None:
        self._tapes = tapes
        self._policy = policy

    async def serve(self, caller: Address, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        tape, connection = self._tapes.pop(caller), Connection.server(self._policy)
        while data := await reader.read(CHUNK):
            answers = connection.receive(data)
            for event in answers:
                if isinstance(event, MessageReceived) and connection.state is State.OPEN:
                    connection.send_data(event.opcode, event.payload)
            await say(writer, tape, connection.bytes_to_send(), len(data))


class AttackersServer:
    """The attacker's: after the handshake it reads frames, masked or not, and answers a long one with `answer` in a
    frame of its own. It tells its page the masking key of a short one."""

    def __init__(self, tapes: Book[Tape], policy: Policy, answer: bytes, heard: Callable[[bytes], None]) -> None:
        self._tapes = tapes
        self._policy = policy
        self._answer = answer
        self._heard = heard

    async def serve(self, caller: Address, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        tape, connection = self._tapes.pop(caller), Connection.server(self._policy)
        frames = FrameReader()
        while data := await reader.read(CHUNK):
            if connection.state is State.CONNECTING:
                connection.receive(data)
                await say(writer, tape, connection.bytes_to_send(), len(data))
                continue
            answer = b""
            for frame in frames.feed(data):
                self._heard(frame.payload)
                if len(frame.wire) > 20:
                    answer += encode_frame(Opcode.TEXT, self._answer)
                else:
                    answer += encode_frame(Opcode.TEXT, frame.key.hex().encode())
            await say(writer, tape, answer, len(data))


async def say(writer: asyncio.StreamWriter, tape: Tape, answer: bytes, read: int) -> None:
    """A server has read so many bytes, and answers."""
    tape.read(Role.SERVER, read)
    if answer:
        tape.wrote(Role.SERVER, answer)
        writer.write(answer)
        await writer.drain()


class WebServer:
    """Serves a script to whoever asks: the site whose visitors are to be harmed."""

    def __init__(self, body: str) -> None:
        self._answer = script_answer(body)

    async def serve(self, caller: Address, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        del caller
        while await reader.read(CHUNK):
            writer.write(self._answer)
            await writer.drain()


def script_answer(body: str) -> bytes:
    """A response with a script that may be kept for a year."""
    lines = [
        ("Content-Type", "text/javascript"),
        ("Cache-Control", "max-age=31536000"),
        ("Content-Length", str(len(body))),
    ]
    return build_head("HTTP/1.1 200 OK", lines) + body.encode()


def script_request(host: str, path: str) -> bytes:
    """What a browser asks when a page wants this script."""
    return build_head(f"GET {path} HTTP/1.1", [("Host", host)])
