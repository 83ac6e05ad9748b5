"""What somebody types into the bottom bar of Live, checked while it is typed and turned into what is to be sent.

    text, binary, ping, pong     one frame; binary in hex, ping and pong in text, or in hex after `0x`
    close                        a code and a reason: `1000 bye`; nothing at all is a Close without a body
    fragments                    the pieces of a text message with `|` between them: `Hel|lo`. A `|` at the beginning
                                 goes on with a message that was left open, one at the end leaves it open.
    raw                          bytes in hex, sent as they are: no frame is made around them

No Qt here; what is wrong is a `DraftError` with its sentence (context "live").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from app.reasons import QT_TRANSLATE_NOOP, SaidError
from protocol.closing import close_payload, may_be_sent
from protocol.vocabulary import Opcode

MessageKind = Literal["text", "binary", "ping", "pong", "close", "fragments", "raw"]
KINDS: Final[tuple[MessageKind, ...]] = ("text", "binary", "ping", "pong", "close", "fragments", "raw")

CONTROL_LIMIT: Final = 125
"""The most bytes of a control frame's payload (RFC 6455 section 5.5)."""
REASON_LIMIT: Final = CONTROL_LIMIT - 2
"""What the two bytes of the code leave for the reason (section 5.5.1)."""

HEX: Final = re.compile(r"(?:0x|\\x|[\s,:;])+", re.IGNORECASE)
"""What may stand between the digits of bytes that were pasted from somewhere."""


class DraftError(SaidError):
    """What was typed cannot be sent; one sentence says why."""

    context: ClassVar[str] = "live"


@dataclass(frozen=True, slots=True)
class Piece:
    """One frame: opcode, payload and FIN."""

    opcode: int
    payload: bytes = b""
    fin: bool = True


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be sent: frames, or with kind `raw` the bytes themselves. `size` counts what was typed, in bytes."""

    kind: MessageKind
    pieces: tuple[Piece, ...] = ()
    raw: bytes = b""
    code: int | None = None
    reason: str = ""
    doubt: DraftError | None = None
    """What is against the rules in it; it can be sent all the same."""

    @property
    def size(self) -> int:
        """Bytes of payload, or of raw bytes."""
        return len(self.raw) + sum(len(piece.payload) for piece in self.pieces)


def read_draft(kind: MessageKind, typed: str) -> Draft:
    """What was typed, as something to send; raises DraftError."""
    if kind == "text":
        return Draft(kind, (Piece(Opcode.TEXT, _utf8(typed)),))
    if kind == "binary":
        return Draft(kind, (Piece(Opcode.BINARY, read_hex(typed)),))
    if kind == "close":
        return _close(typed)
    if kind == "fragments":
        return Draft(kind, _fragments(typed))
    if kind == "raw":
        raw = read_hex(typed)
        if not raw:
            raise DraftError(QT_TRANSLATE_NOOP("live", "Raw bytes are typed in hex, such as 81 02 48 69."))
        return Draft(kind, raw=raw)
    payload = read_hex(typed) if typed.lower().startswith("0x") else _utf8(typed)
    if len(payload) > CONTROL_LIMIT:
        raise DraftError(
            QT_TRANSLATE_NOOP("live", "A control frame carries at most 125 bytes; these are {size}."),
            size=str(len(payload)),
        )
    return Draft(kind, (Piece(Opcode.PING if kind == "ping" else Opcode.PONG, payload),))


def read_hex(typed: str) -> bytes:
    """Bytes from hex with spaces, commas, `0x` or `\\x` between them; raises DraftError."""
    digits = HEX.sub(" ", typed).split()
    for word in digits:
        for letter in word:
            if letter not in "0123456789abcdefABCDEF":
                raise DraftError(QT_TRANSLATE_NOOP("live", "“{letter}” is no hex digit."), letter=letter)
    joined = "".join("0" + word if len(word) == 1 and len(digits) > 1 else word for word in digits)
    if len(joined) % 2:
        raise DraftError(QT_TRANSLATE_NOOP("live", "A byte has two hex digits; one is missing."))
    return bytes.fromhex(joined)


def _utf8(typed: str) -> bytes:
    try:
        return typed.encode()
    except UnicodeEncodeError:
        raise DraftError(
            QT_TRANSLATE_NOOP("live", "Half of a surrogate pair is no character: it has no UTF-8.")
        ) from None


def _close(typed: str) -> Draft:
    number, _, reason = typed.strip().partition(" ")
    if not number:
        return Draft("close", (Piece(Opcode.CLOSE),))
    if not (number.isascii() and number.isdigit()):
        raise DraftError(QT_TRANSLATE_NOOP("live", "A Close begins with its code, such as 1000."))
    code = int(number[:6])
    if code > 0xFFFF:
        raise DraftError(QT_TRANSLATE_NOOP("live", "A close code has two bytes: it is at most 65535."))
    size = len(_utf8(reason))
    if size > REASON_LIMIT:
        raise DraftError(
            QT_TRANSLATE_NOOP("live", "The reason of a Close has at most 123 bytes; this one has {size}."),
            size=str(size),
        )
    doubt = None
    if not may_be_sent(code):
        doubt = DraftError(
            QT_TRANSLATE_NOOP("live", "{code} must not stand in a Close frame (RFC 6455 section 7.4)."), code=str(code)
        )
    return Draft("close", (Piece(Opcode.CLOSE, close_payload(code, reason)),), code=code, reason=reason, doubt=doubt)


def _fragments(typed: str) -> tuple[Piece, ...]:
    parts = typed.split("|")
    goes_on = len(parts) > 1 and not parts[0]
    stays_open = len(parts) > 1 and not parts[-1] and not (goes_on and len(parts) == 2)
    parts = parts[int(goes_on) : len(parts) - int(stays_open)]
    last = len(parts) - 1
    return tuple(
        Piece(
            Opcode.CONTINUATION if place or goes_on else Opcode.TEXT,
            _utf8(part),
            fin=place == last and not stays_open,
        )
        for place, part in enumerate(parts)
    )
