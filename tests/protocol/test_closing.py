"""Close bodies and close codes, RFC 6455 sections 5.5.1 and 7.4."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.exceptions import ProtocolError
from websockets.frames import Close

from protocol.closing import CODES, RANGES, CloseBody, close_payload, code_name, may_be_sent, read_close
from protocol.rules import CLOSE_CODE, CLOSE_LENGTH, CLOSE_UTF8
from protocol.violations import Violation
from protocol.vocabulary import NEVER_SENT, CloseCode


def test_the_code_comes_first_most_significant_byte_first() -> None:
    assert close_payload(1000, "done") == b"\x03\xe8done"
    assert read_close(b"\x03\xe8done") == CloseBody(1000, "done", None)


def test_an_empty_body() -> None:
    assert close_payload(None) == b""
    assert read_close(b"") == CloseBody(None, "", None)


@pytest.mark.parametrize(
    ("payload", "code", "violation"),
    [
        ("03", None, Violation(CLOSE_LENGTH, 0, 8)),
        ("03ed", 1005, Violation(CLOSE_CODE, 0, 16)),
        ("03ee", 1006, Violation(CLOSE_CODE, 0, 16)),
        ("03e7", 999, Violation(CLOSE_CODE, 0, 16)),
        ("ffff", 65535, Violation(CLOSE_CODE, 0, 16)),
        ("03e8 41ff", 1000, Violation(CLOSE_UTF8, 24, 8)),
        ("03e8 eda080", 1000, Violation(CLOSE_UTF8, 24, 8)),
        ("03e8 41e4bd", 1000, Violation(CLOSE_UTF8, 24, 16)),
    ],
)
def test_broken_bodies(payload: str, code: int | None, violation: Violation) -> None:
    body = read_close(bytes.fromhex(payload))
    assert (body.code, body.violation) == (code, violation)


@given(st.integers(0, 0xFFFF), st.text(max_size=30))
def test_written_and_read(code: int, reason: str) -> None:
    body = read_close(close_payload(code, reason))
    assert (body.code, body.reason) == (code, reason)
    assert (body.violation is None) is may_be_sent(code)


@given(st.binary(min_size=1, max_size=125))
def test_any_body_is_judged_as_websockets_judges_it(payload: bytes) -> None:
    body = read_close(payload)
    try:
        other = Close.parse(payload)
        other.check()
    except (ProtocolError, UnicodeDecodeError):
        assert body.violation is not None
    else:
        assert body == CloseBody(other.code, other.reason, None)


def sent_by_websockets(code: int) -> bool:
    try:
        Close(code, "").check()
    except ProtocolError:
        return False
    return True


def test_the_codes_that_websockets_sends() -> None:
    assert [code for code in range(7000) if may_be_sent(code)] == [c for c in range(7000) if sent_by_websockets(c)]


def test_the_table() -> None:
    assert [info.code for info in CODES] == list(range(1000, 1016))
    assert [info.code for info in CODES] == list(CloseCode)
    assert {info.code for info in CODES if not info.may_be_sent} == NEVER_SENT
    assert [(each.first, each.last) for each in RANGES] == [
        (0, 999),
        (1000, 2999),
        (3000, 3999),
        (4000, 4999),
    ]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        (1000, "normal closure"),
        (1016, "unassigned"),
        (3000, "libraries, registered"),
        (4999, "private use"),
        (5, "not used"),
        (5000, "undefined"),
    ],
)
def test_every_code_has_a_name(code: int, name: str) -> None:
    assert code_name(code) == name


def test_what_two_bytes_cannot_hold() -> None:
    with pytest.raises(ValueError, match="2 bytes"):
        close_payload(65536)
    with pytest.raises(ValueError, match="needs a code"):
        close_payload(None, "why")
