"""The numbers of the RFC as literals."""

import pytest

from protocol.vocabulary import GUID, NEVER_SENT, CloseCode, Opcode, Role, State, is_control, opcode_name


def test_opcodes():
    """RFC 6455 section 5.2."""
    assert {opcode.name: opcode.value for opcode in Opcode} == {
        "CONTINUATION": 0, "TEXT": 1, "BINARY": 2, "CLOSE": 8, "PING": 9, "PONG": 10,
    }  # fmt: skip


@pytest.mark.parametrize("opcode", range(16))
def test_the_upper_half_of_the_opcodes_is_control(opcode):
    """RFC 6455 section 5.5."""
    assert is_control(opcode) is (opcode >= 8)


def test_reserved_opcodes_have_no_name():
    assert [opcode_name(opcode) for opcode in range(16)].count("reserved") == 10
    assert opcode_name(0xA) == "pong"


def test_codes_that_are_never_sent():
    """RFC 6455 section 7.4.1: 1004 is reserved, 1005, 1006 and 1015 must not be set in a Close frame."""
    assert {int(code) for code in NEVER_SENT} == {1004, 1005, 1006, 1015}
    assert [int(code) for code in CloseCode] == list(range(1000, 1016))


def test_states_are_those_of_the_browser():
    assert [state.name for state in sorted(State)] == ["CONNECTING", "OPEN", "CLOSING", "CLOSED"]


def test_the_guid():
    """RFC 6455 section 1.3."""
    assert GUID == "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
    assert len(GUID) == 36


def test_peers_are_each_other():
    assert Role.CLIENT.peer is Role.SERVER
    assert all(role.peer.peer is role for role in Role)
