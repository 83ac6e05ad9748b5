"""Close frames (RFC 6455 sections 5.5.1 and 7): why a connection ends, in a number and a few words.

    Close body:   nothing
              or  code (2 bytes, most significant first)   reason (UTF-8, at most 123 bytes)

The code of a connection is the code of the first Close frame received (section 7.1.5). Three numbers stand
for what no Close frame said, and so must never be in one: 1005 a Close frame without a code, 1006 no Close
frame at all, 1015 no TLS. An endpoint tells them to its own program only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from protocol.fragments import Utf8
from protocol.rules import CLOSE_CODE, CLOSE_LENGTH, CLOSE_UTF8
from protocol.violations import Violation
from protocol.vocabulary import NEVER_SENT, CloseCode


@dataclass(frozen=True, slots=True)
class CodeInfo:
    """A close code, its name, and whether a Close frame may carry it."""

    code: int
    name: str
    may_be_sent: bool


@dataclass(frozen=True, slots=True)
class CodeRange:
    """The codes `first` to `last` (section 7.4.2): whose they are, and whether some of them may be sent."""

    first: int
    last: int
    name: str
    may_be_sent: bool


NAMES: Final = {
    # Section 7.4.1
    CloseCode.NORMAL: "normal closure",
    CloseCode.GOING_AWAY: "going away",
    CloseCode.PROTOCOL_ERROR: "protocol error",
    CloseCode.UNSUPPORTED_DATA: "unsupported data",
    CloseCode.RESERVED: "reserved",
    CloseCode.NO_STATUS: "no status received",
    CloseCode.ABNORMAL: "abnormal closure",
    CloseCode.INVALID_DATA: "invalid payload data",
    CloseCode.POLICY: "policy violation",
    CloseCode.TOO_BIG: "message too big",
    CloseCode.MANDATORY_EXTENSION: "mandatory extension",
    CloseCode.INTERNAL_ERROR: "internal error",
    # Registered with IANA after the RFC
    CloseCode.SERVICE_RESTART: "service restart",
    CloseCode.TRY_AGAIN_LATER: "try again later",
    CloseCode.BAD_GATEWAY: "bad gateway",
    # Section 7.4.1
    CloseCode.TLS_HANDSHAKE: "TLS handshake",
}

CODES: Final = tuple(CodeInfo(code, name, code not in NEVER_SENT) for code, name in NAMES.items())
"""1000 to 1015."""

RANGES: Final = (
    CodeRange(0, 999, "not used", may_be_sent=False),
    CodeRange(1000, 2999, "the protocol and its extensions", may_be_sent=True),
    CodeRange(3000, 3999, "libraries, registered", may_be_sent=True),
    CodeRange(4000, 4999, "private use", may_be_sent=True),
)
"""Section 7.4.2. Nothing is said of 5000 and above, so nobody may use them."""

_BY_CODE: Final = {info.code: info for info in CODES}


def may_be_sent(code: int) -> bool:
    """Whether a Close frame may carry `code` today: registered and not reserved, or from 3000 to 4999."""
    info = _BY_CODE.get(code)
    return info.may_be_sent if info is not None else 3000 <= code <= 4999


def code_name(code: int) -> str:
    """The name of a code, that of its range, or `undefined`."""
    info = _BY_CODE.get(code)
    if info is not None:
        return info.name
    if 1000 <= code <= 2999:
        return "unassigned"
    return next((r.name for r in RANGES if r.first <= code <= r.last), "undefined")


@dataclass(frozen=True, slots=True)
class CloseBody:
    """What a Close frame says; `code` is None if it has none. Bits count from the payload's first."""

    code: int | None
    reason: str
    violation: Violation | None


@dataclass(frozen=True, slots=True)
class CloseTold:
    """What a program is told when its connection is over: its close event."""

    code: int
    reason: str
    clean: bool


def close_payload(code: int | None, reason: str = "") -> bytes:
    """The body of a Close frame, be it allowed or not. ValueError if the bytes cannot hold it."""
    if code is None:
        if reason:
            raise ValueError("a reason needs a code before it")
        return b""
    if not 0 <= code <= 0xFFFF:
        raise ValueError(f"a close code has 2 bytes, which cannot hold {code}")
    return code.to_bytes(2, "big") + reason.encode()


def read_close(payload: bytes) -> CloseBody:
    """The code and reason of a Close frame's payload, and the first rule that it breaks."""
    if not payload:
        return CloseBody(None, "", None)
    # Section 5.5.1: "the first two bytes of the body MUST be a 2-byte unsigned integer".
    if len(payload) == 1:
        return CloseBody(None, "", Violation(CLOSE_LENGTH, 0, 8))
    code, rest = int.from_bytes(payload[:2], "big"), payload[2:]
    reason = rest.decode("utf-8", "replace")
    # Section 7.4.1, of 1005, 1006 and 1015: "MUST NOT be set as a status code in a Close control frame".
    if not may_be_sent(code):
        return CloseBody(code, reason, Violation(CLOSE_CODE, 0, 16))
    # Section 5.5.1: the body "MAY contain UTF-8-encoded data with value /reason/".
    return CloseBody(code, reason, _reason_violation(rest))


def _reason_violation(rest: bytes) -> Violation | None:
    utf8 = Utf8()
    bad = utf8.feed(rest)
    if bad is not None:
        return Violation(CLOSE_UTF8, (2 + bad) * 8, 8)
    if utf8.pending:
        return Violation(CLOSE_UTF8, (2 + len(rest) - utf8.pending) * 8, utf8.pending * 8)
    return None
