"""The frames that the bench offers: valid ones as in RFC 6455 section 5.7, and some that are broken on purpose.

Titles are sources of a translation (context "lab"); the bytes are made by the protocol code.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from app.model.lab.frame_draft import KEY, FrameDraft
from app.reasons import QT_TRANSLATE_NOOP
from protocol.closing import close_payload
from protocol.deflate import Deflater
from protocol.frames import RSV1, encode_frame
from protocol.vocabulary import CloseCode, Opcode, Role

if TYPE_CHECKING:
    from collections.abc import Callable

HELLO: Final = b"Hello"
CLIENT, SERVER = Role.CLIENT, Role.SERVER


@dataclass(frozen=True, slots=True)
class Sample:
    """A frame of the gallery by id; `valid` says in which of the two lists it stands."""

    id: str
    title: str
    valid: bool
    draft: FrameDraft

    @property
    def first_bytes(self) -> str:
        """Its first two bytes: what tells it from the others at a glance."""
        return self.draft.data[:2].hex(" ")


def _server(opcode: int, payload: bytes = HELLO, *, fin: bool = True, rsv: int = 0) -> bytes:
    return encode_frame(opcode, payload, fin=fin, rsv=rsv)


def _client(opcode: int, payload: bytes = HELLO, *, fin: bool = True, rsv: int = 0, form: int | None = None) -> bytes:
    return encode_frame(opcode, payload, fin=fin, rsv=rsv, key=KEY, length_form=form)


def _counting(size: int) -> bytes:
    """00 01 02 ... ff and again."""
    return (bytes(range(256)) * (size // 256 + 1))[:size]


_VALID: Final[tuple[tuple[str, str, Callable[[], FrameDraft]], ...]] = (
    ("hello", QT_TRANSLATE_NOOP("lab", "Hello, no mask"), lambda: FrameDraft(_server(Opcode.TEXT), SERVER)),
    ("masked", QT_TRANSLATE_NOOP("lab", "Hello, masked"), lambda: FrameDraft(_client(Opcode.TEXT))),
    (
        "fragment-1",
        QT_TRANSLATE_NOOP("lab", "“Hel”, fragment 1"),
        lambda: FrameDraft(_server(Opcode.TEXT, b"Hel", fin=False), SERVER),
    ),
    (
        "fragment-2",
        QT_TRANSLATE_NOOP("lab", "“lo”, fragment 2"),
        lambda: FrameDraft(_server(Opcode.CONTINUATION, b"lo"), SERVER, inside=True),
    ),
    ("ping", QT_TRANSLATE_NOOP("lab", "Ping “Hello”"), lambda: FrameDraft(_server(Opcode.PING), SERVER)),
    ("pong", QT_TRANSLATE_NOOP("lab", "Pong, masked"), lambda: FrameDraft(_client(Opcode.PONG))),
    (
        "binary-256",
        QT_TRANSLATE_NOOP("lab", "256 bytes, binary"),
        lambda: FrameDraft(_server(Opcode.BINARY, _counting(256)), SERVER),
    ),
    (
        "binary-64k",
        QT_TRANSLATE_NOOP("lab", "64 KiB, binary"),
        lambda: FrameDraft(_server(Opcode.BINARY, _counting(65536)), SERVER),
    ),
    (
        "deflate",
        QT_TRANSLATE_NOOP("lab", "Hello, compressed"),
        lambda: FrameDraft(_server(Opcode.TEXT, Deflater(15).deflate(HELLO), rsv=RSV1), SERVER, deflate=True),
    ),
    (
        "close",
        QT_TRANSLATE_NOOP("lab", "Close 1000, masked"),
        lambda: FrameDraft(_client(Opcode.CLOSE, close_payload(CloseCode.NORMAL))),
    ),
)

_BROKEN: Final[tuple[tuple[str, str, Callable[[], FrameDraft]], ...]] = (
    ("no-mask", QT_TRANSLATE_NOOP("lab", "Client frame, no mask"), lambda: FrameDraft(_server(Opcode.TEXT))),
    ("server-mask", QT_TRANSLATE_NOOP("lab", "Server frame, masked"), lambda: FrameDraft(_client(Opcode.TEXT), SERVER)),
    (
        "rsv1",
        QT_TRANSLATE_NOOP("lab", "RSV1 set, no extension"),
        lambda: FrameDraft(_client(Opcode.TEXT, rsv=RSV1)),
    ),
    ("reserved", QT_TRANSLATE_NOOP("lab", "Reserved opcode 0x3"), lambda: FrameDraft(_client(0x3))),
    ("ping-126", QT_TRANSLATE_NOOP("lab", "Ping of 126 bytes"), lambda: FrameDraft(_client(Opcode.PING, bytes(126)))),
    (
        "ping-fin",
        QT_TRANSLATE_NOOP("lab", "Ping with FIN = 0"),
        lambda: FrameDraft(_client(Opcode.PING, fin=False)),
    ),
    (
        "not-shortest",
        QT_TRANSLATE_NOOP("lab", "Length not shortest"),
        lambda: FrameDraft(_client(Opcode.TEXT, form=16), form=16),
    ),
    (
        "not-utf8",
        QT_TRANSLATE_NOOP("lab", "Text is not UTF-8"),
        lambda: FrameDraft(_client(Opcode.TEXT, b"\xc3\x28")),
    ),
    (
        "close-1005",
        QT_TRANSLATE_NOOP("lab", "Close with code 1005"),
        lambda: FrameDraft(_client(Opcode.CLOSE, close_payload(CloseCode.NO_STATUS))),
    ),
)

FIRST: Final = "masked"
"""What lies on the bench at the beginning."""


@cache
def samples() -> tuple[Sample, ...]:
    """The gallery, the valid frames first."""
    valid = [Sample(name, title, True, make()) for name, title, make in _VALID]
    return (*valid, *(Sample(name, title, False, make()) for name, title, make in _BROKEN))


def sample(name: str) -> Sample:
    """The frame with this id."""
    return next(each for each in samples() if each.id == name)
