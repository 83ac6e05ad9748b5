"""The words of RFC 6455: roles, opcodes, close codes, states. One RFC line each."""

from __future__ import annotations

from enum import Enum, IntEnum
from typing import Final

GUID: Final = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
"""The string every server appends to the key (RFC 6455 section 1.3)."""

VERSION: Final = 13
"""The only protocol version in use (RFC 6455 section 4.1, item 9)."""


class Role(Enum):
    """Who speaks: the endpoint that opened the TCP connection, or the one that listened (section 1.2)."""

    CLIENT = "client"
    SERVER = "server"

    __hash__ = object.__hash__
    """Members are one of a kind, so that their identity will do: they are looked up for every frame."""

    @property
    def peer(self) -> Role:
        """The other end of the connection."""
        return Role.SERVER if self is Role.CLIENT else Role.CLIENT


class Opcode(IntEnum):
    """What a frame carries, in 4 bits (section 5.2). 3-7 and 0xB-0xF are reserved."""

    CONTINUATION = 0x0
    TEXT = 0x1
    BINARY = 0x2
    CLOSE = 0x8
    PING = 0x9
    PONG = 0xA


DEFINED: Final = frozenset(map(int, Opcode))
"""The six opcodes that section 5.2 defines."""


def is_control(opcode: int) -> bool:
    """Control frames are those whose opcode has its most significant bit set (section 5.5)."""
    return bool(opcode & 0x8)


def opcode_name(opcode: int) -> str:
    """`text`, `close` ... or `reserved` for the ten opcodes that section 5.2 keeps for later."""
    try:
        return Opcode(opcode).name.lower()
    except ValueError:
        return "reserved"


class State(IntEnum):
    """The life of a connection; the numbers are those of `WebSocket.readyState` in the WHATWG standard."""

    CONNECTING = 0
    OPEN = 1
    CLOSING = 2
    CLOSED = 3


class CloseCode(IntEnum):
    """The registered close codes 1000-1015 (section 7.4.1, and the IANA registry for 1012-1014)."""

    NORMAL = 1000
    GOING_AWAY = 1001
    PROTOCOL_ERROR = 1002
    UNSUPPORTED_DATA = 1003
    RESERVED = 1004
    NO_STATUS = 1005
    ABNORMAL = 1006
    INVALID_DATA = 1007
    POLICY = 1008
    TOO_BIG = 1009
    MANDATORY_EXTENSION = 1010
    INTERNAL_ERROR = 1011
    SERVICE_RESTART = 1012
    TRY_AGAIN_LATER = 1013
    BAD_GATEWAY = 1014
    TLS_HANDSHAKE = 1015


NEVER_SENT: Final = frozenset({CloseCode.RESERVED, CloseCode.NO_STATUS, CloseCode.ABNORMAL, CloseCode.TLS_HANDSHAKE})
"""Codes that no Close frame may carry (section 7.4.1): a MUST NOT for all but 1004, which has no meaning yet."""
