"""What a hand can make one of our endpoints do: each deed is a value, so that a window can ask for it from its thread.

What any program can do goes through the connection's own ways, compression included; `Frame` and `Raw` are sent as they
are, right or wrong. Of a connection through the proxy only TCP can be ended: the man in the middle has nothing to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.network.link import Link
from app.network.live import notices
from app.network.live.values import NoticeError
from app.network.pair import Pair
from protocol.connection import Connection, StateError
from protocol.vocabulary import Opcode, State

CONTROL_LIMIT: Final = 125
"""The most bytes in a control frame (RFC 6455 section 5.5)."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text message: in one frame, or in fragments of these sizes in bytes and one with what is left."""

    text: str
    sizes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Binary:
    """A binary message, in one frame or in fragments."""

    data: bytes
    sizes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ping:
    """A ping."""

    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Pong:
    """A pong that nobody asked for."""

    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Close:
    """A Close frame; without a code its body is empty."""

    code: int | None = 1000
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One frame of a message, made by the connection: with opcode 1 or 2 the first, with 0 one that goes on."""

    opcode: int
    data: bytes = b""
    fin: bool = True


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame as it is, masked if we are the client."""

    opcode: int
    data: bytes = b""
    fin: bool = True
    rsv: int = 0


@dataclass(frozen=True, slots=True)
class Raw:
    """Bytes as they are."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Behave:
    """From now on pings, or a Close, are answered or not; None changes nothing."""

    pings: bool | None = None
    close: bool | None = None


@dataclass(frozen=True, slots=True)
class EndTcp:
    """FIN, without a Close frame."""


@dataclass(frozen=True, slots=True)
class ResetTcp:
    """RST: the connection is dropped."""


Deed = Text | Binary | Part | Ping | Pong | Close | Frame | Raw | Behave | EndTcp | ResetTcp


def perform(speaker: Link | Pair, deed: Deed) -> None:
    """Do it. NoticeError says why it cannot be done; nothing was sent then."""
    if isinstance(deed, EndTcp):
        speaker.end_tcp()
    elif isinstance(deed, ResetTcp):
        speaker.reset()
    elif isinstance(speaker, Pair):
        raise NoticeError(notices.PASSES_ON)
    elif isinstance(deed, Behave):
        connection = speaker.connection
        connection.answers_pings = connection.answers_pings if deed.pings is None else deed.pings
        connection.answers_close = connection.answers_close if deed.close is None else deed.close
    else:
        _check(speaker.connection, deed)
        try:
            speaker.act(lambda connection: _send(connection, deed))
        except StateError:
            raise NoticeError(notices.CLOSING) from None
        except UnicodeEncodeError:
            raise NoticeError(notices.NO_TEXT) from None
        except ValueError as error:
            raise NoticeError(notices.NO_FRAME, why=str(error)) from None


def _check(connection: Connection, deed: Deed) -> None:
    if not isinstance(deed, Raw) and connection.state in {State.CONNECTING, State.CLOSED}:
        raise NoticeError(notices.NOT_OPEN)
    if connection.close_tcp:
        raise NoticeError(notices.IS_OVER)
    if isinstance(deed, Close) and not 0 <= (deed.code or 0) <= 0xFFFF:
        raise NoticeError(notices.NO_CODE, code=str(deed.code))
    if isinstance(deed, Close) and deed.code is None and deed.reason:
        raise NoticeError(notices.NO_BODY)
    size = _control_size(deed)
    if size > CONTROL_LIMIT:
        raise NoticeError(notices.TOO_LONG, size=str(size))


def _control_size(deed: Deed) -> int:
    """How many bytes a control frame would carry."""
    match deed:
        case Ping(data) | Pong(data):
            return len(data)
        case Close(code, reason) if code is not None:
            return 2 + len(reason.encode("utf-8", "replace"))
        case _:
            return 0


def _send(connection: Connection, deed: Deed) -> None:
    match deed:
        case Text(text, sizes):
            _message(connection, Opcode.TEXT, text.encode(), sizes)
        case Binary(data, sizes):
            _message(connection, Opcode.BINARY, data, sizes)
        case Part(opcode, data, fin):
            connection.send_data(Opcode(opcode), data, fin=fin)
        case Ping(data):
            connection.send_ping(data)
        case Pong(data):
            connection.send_pong(data)
        case Close(code, reason):
            connection.send_close(code, reason)
        case Frame(opcode, data, fin, rsv):
            connection.send_frame(opcode, data, fin=fin, rsv=rsv)
        case Raw(data):
            connection.send_raw(data)


def _message(connection: Connection, opcode: Opcode, data: bytes, sizes: tuple[int, ...]) -> None:
    for size in sizes:
        connection.send_data(opcode, data[:size], fin=False)
        data, opcode = data[size:], Opcode.CONTINUATION
    connection.send_data(opcode, data)
