"""Connections made of bytes for the referee: heads, frames, ends and gaps in the order in which a capture has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from protocol.frames import encode_frame
from protocol.ledger import Ledger, Talk
from protocol.recording import Kind, Setup
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

C, S = Role.CLIENT, Role.SERVER
KEY: Final = bytes.fromhex("37fa213d")

REQUEST: Final = (
    b"GET /chat HTTP/1.1\r\nHost: server.example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
ANSWER: Final = (
    b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n"
)
OFFER: Final = b"Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n"
TAKEN: Final = b"Sec-WebSocket-Extensions: permessage-deflate\r\n"

Step = tuple[Role, bytes | Kind | int]
"""`who` sends bytes, ends TCP, or so many of its bytes are lost."""


def masked(opcode: int, payload: bytes = b"", key: bytes = KEY, **more: int) -> Step:
    """The client sends a frame."""
    return C, encode_frame(opcode, payload, key=key, **more)


def plain(opcode: int, payload: bytes = b"", **more: int) -> Step:
    """The server sends a frame."""
    return S, encode_frame(opcode, payload, **more)


def with_lines(head: bytes, *lines: bytes) -> bytes:
    """The head with more lines before its end."""
    return head[:-2] + b"".join(lines) + b"\r\n"


OPEN: Final[list[Step]] = [(C, REQUEST), (S, ANSWER)]
PACKED: Final[list[Step]] = [(C, with_lines(REQUEST, OFFER)), (S, with_lines(ANSWER, TAKEN))]


def play(steps: Iterable[Step], setup: Setup | None = None, ledger: Ledger | None = None, tick: float = 0.01) -> Talk:
    """A talk in which a step comes every `tick` seconds."""
    talk = (Ledger() if ledger is None else ledger).begin(setup or Setup())
    for place, (who, what) in enumerate(steps):
        time = place * tick
        if isinstance(what, bytes):
            talk.data(time, who, what)
        elif isinstance(what, int):
            talk.gap(time, who, what)
        else:
            talk.end(time, who, what)
    return talk


def found(talk: Talk) -> list[tuple[str, str, str, int | None, int]]:
    """Every finding: rule, its section, who is to blame, the frame, the verdict."""
    return [
        (each.rule.id, each.rule.clause.removeprefix("§"), each.by.value, each.number, each.verdict)
        for role in Role
        for each in talk.findings(role)
    ]
