"""What it costs to receive: masked frames in, UTF-8 checked, events out, and the pongs that are due.

The same bytes go to three servers that are open: this project's `Connection`, `ServerProtocol` of websockets with its
C extension, and wsproto's `Connection`. Each has to give the texts of all messages as `str`: websockets hands out
frames, so that its payloads are joined and decoded here, as its own connection does. Bytes come in two ways: in
reads of 64 KiB that cut frames anywhere, as a busy connection gives them, and one frame a read, as a quiet one does.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from websockets.frames import Opcode as TheirOpcode
from websockets.protocol import OPEN
from websockets.server import ServerProtocol
from wsproto.connection import Connection as WsprotoConnection
from wsproto.connection import ConnectionType
from wsproto.events import Ping, TextMessage

from protocol.connection import Connection
from protocol.events import MessageReceived
from protocol.frames import encode_frame
from protocol.vocabulary import Opcode
from tests.benchmarks.timing import Contender, Row, race, ratio_row
from tests.wire_support import Wire

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

READ: Final = 64 * 1024
"""How many bytes a busy connection reads at a time."""

ASKED: Final[dict[str, dict[int, float]]] = {
    "websockets": {16: 1.5, 125: 1.5, 1024: 0.9},
    "wsproto": {16: 5, 125: 5, 1024: 2.5},
}
"""The least ratio by size of the payload in bytes."""

FRAMES: Final = {16: 12_000, 125: 10_000, 1024: 3_000, 65536: 100}
"""How many frames one run reads, by size of their payloads in bytes."""

MIXED: Final = 8_000
"""How many frames the fragmented and the mixed run read."""

WORDS: Final = ("Hello ", "κόσμε ", "你好，世界 ", "naïve ", "🙂 ", "WebSocket ")


@dataclass(frozen=True, slots=True)
class Talk:
    """What a client sends: its frames, and the texts of the messages that they are."""

    frames: tuple[bytes, ...]
    texts: tuple[str, ...]

    def reads(self) -> list[bytes]:
        """All frames in reads of 64 KiB."""
        stream = b"".join(self.frames)
        return [stream[at : at + READ] for at in range(0, len(stream), READ)]


def text_frames(size: int, count: int) -> Talk:
    """`count` messages of one frame, each of `size` bytes of ASCII."""
    source = random.Random(size)
    texts = tuple("".join(source.choices("etaoin shrdlu", k=size)) for _ in range(count))
    return Talk(tuple(_frame(source, Opcode.TEXT, text.encode()) for text in texts), texts)


def fragments(count: int) -> Talk:
    """`count` frames of 125 bytes, five of which are a message; they are cut inside characters as well."""
    source = random.Random(5)
    frames, texts = [], []
    for _ in range(count // 5):
        payload = _text(source, 625).encode()
        texts.append(payload.decode())
        pieces = [payload[at : at + 125] for at in range(0, 500, 125)] + [payload[500:]]
        for place, piece in enumerate(pieces):
            opcode = Opcode.CONTINUATION if place else Opcode.TEXT
            frames.append(_frame(source, opcode, piece, fin=place == 4))
    return Talk(tuple(frames), tuple(texts))


def mix(count: int) -> Talk:
    """`count` frames as a chat has them: texts of 5 to 500 bytes, not ASCII only, and a ping now and then."""
    source = random.Random(7)
    frames, texts = [], []
    for _ in range(count):
        if source.random() < 0.1:
            frames.append(_frame(source, Opcode.PING, source.randbytes(8)))
            continue
        texts.append(_text(source, source.randint(5, 500)))
        frames.append(_frame(source, Opcode.TEXT, texts[-1].encode()))
    return Talk(tuple(frames), tuple(texts))


def _frame(source: random.Random, opcode: Opcode, payload: bytes, *, fin: bool = True) -> bytes:
    return encode_frame(opcode, payload, fin=fin, key=source.randbytes(4))


def _text(source: random.Random, size: int) -> str:
    """A text of about `size` bytes in many scripts."""
    text = ""
    while len(text.encode()) < size:
        text += source.choice(WORDS)
    return text


# The three that receive. Each gives the texts; none may forget to answer a ping.


def our_server() -> Connection:
    """A `Connection` after its opening handshake."""
    return Wire().open().server


def receive_ours(reads: Sequence[bytes], connection: Connection) -> list[str | None]:
    """This project."""
    texts = []
    for data in reads:
        for event in connection.receive(data):
            if isinstance(event, MessageReceived):
                texts.append(event.text)  # noqa: PERF401 (a loop as the other two have)
        connection.bytes_to_send()
    return texts


def their_server() -> ServerProtocol:
    """The server of websockets, open."""
    return ServerProtocol(state=OPEN)


def receive_websockets(reads: Sequence[bytes], protocol: ServerProtocol) -> list[str]:
    """websockets: frames come out, texts are made of them here."""
    texts = []
    parts: list[Any] = []
    for data in reads:
        protocol.receive_data(data)
        for frame in protocol.events_received():
            if frame.opcode is TheirOpcode.PING or frame.opcode is TheirOpcode.PONG:
                continue
            if frame.fin and frame.opcode is TheirOpcode.TEXT:
                texts.append(frame.data.decode())
                continue
            parts.append(frame.data)
            if frame.fin:
                texts.append(b"".join(parts).decode())
                parts = []
        protocol.data_to_send()
    return texts


def wsproto_server() -> WsprotoConnection:
    """wsproto's connection, which is born open."""
    return WsprotoConnection(ConnectionType.SERVER)


def receive_wsproto(reads: Sequence[bytes], connection: WsprotoConnection) -> list[str]:
    """wsproto: texts come out piece by piece."""
    texts = []
    parts: list[str] = []
    for data in reads:
        connection.receive_data(data)
        for event in connection.events():
            if isinstance(event, TextMessage):
                parts.append(event.data)
                if event.message_finished:
                    texts.append("".join(parts))
                    parts = []
            elif isinstance(event, Ping):
                connection.send(event.response())
    return texts


SERVERS: Final[dict[str, tuple[Callable[[], Any], Callable[..., Any]]]] = {
    "ours": (our_server, receive_ours),
    "websockets": (their_server, receive_websockets),
    "wsproto": (wsproto_server, receive_wsproto),
}


def contenders(reads: Sequence[bytes]) -> list[Contender]:
    """All three on the same reads."""
    return [Contender(name, prepare, partial(run, reads)) for name, (prepare, run) in SERVERS.items()]


def rows(*, rounds: int = 15, scale: float = 1) -> list[Row]:
    """All rows; `scale` shortens the talks."""
    found: list[Row] = []
    for size, count in FRAMES.items():
        talk = text_frames(size, max(1, round(count * scale)))
        found += _measure(talk, f"text, {size:,} bytes", size, rounds)
    found += _measure(fragments(max(5, round(MIXED * scale))), "fragments of 125 bytes", 0, rounds)
    found += _measure(mix(max(1, round(MIXED * scale))), "5 to 500 bytes in many scripts, pings", 0, rounds)
    return found


def _measure(talk: Talk, what: str, size: int, rounds: int) -> list[Row]:
    found = []
    for how, reads in (("reads of 64 KiB", talk.reads()), ("one frame a read", talk.frames)):
        for each in contenders(reads):
            if tuple(each.run(each.prepare())) != talk.texts:
                raise AssertionError(f"{each.name} did not read what was sent: {what}, {how}")
        times = race(contenders(reads), rounds)
        found += [
            ratio_row(
                "receive",
                f"{what}; {how}",
                times["ours"],
                other,
                times[other],
                asked=ASKED[other].get(size),
                count=len(talk.frames),
            )
            for other in ("websockets", "wsproto")
        ]
    return found
