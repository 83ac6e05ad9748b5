"""What an endpoint knows, one event after the other."""

import pytest

from protocol.closing import CloseBody, CloseTold
from protocol.endpoint import Endpoint
from protocol.rules import FRAME_MASKED, RESPONSE_ACCEPT
from protocol.vocabulary import Role, State

DONE = CloseBody(1000, "done", None)


def opened(role):
    endpoint = Endpoint(role)
    row = endpoint.received_answer(()) if role is Role.CLIENT else endpoint.sent_answer(101)
    assert row is not None
    assert endpoint.state is State.OPEN
    return endpoint


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(
    ("body", "sent", "told"),
    [
        (DONE, True, CloseTold(1000, "done", clean=True)),
        (DONE, False, CloseTold(1000, "done", clean=False)),
        (CloseBody(None, "", None), True, CloseTold(1005, "", clean=True)),
        (None, True, CloseTold(1006, "", clean=False)),
        (None, False, CloseTold(1006, "", clean=False)),
    ],
)
def test_what_the_program_is_told(role, body, sent, told):
    """RFC 6455 sections 7.1.4 and 7.1.5."""
    endpoint = opened(role)
    if sent:
        endpoint.sent_close()
    if body is not None:
        endpoint.received_close(body)
    assert endpoint.told is None
    endpoint.tcp_closed()
    assert endpoint.told == told
    assert endpoint.tcp_closed() is None


def test_who_fails_the_connection_is_told_1006():
    """RFC 6455 section 7.1.7: nothing is read any more, so no Close frame is received."""
    endpoint = opened(Role.SERVER)
    endpoint.fail(FRAME_MASKED)
    assert not endpoint.listening
    endpoint.sent_close()
    endpoint.tcp_closed()
    assert endpoint.told == CloseTold(1006, "", clean=False)


def test_a_failed_handshake_is_told_at_once():
    endpoint = Endpoint(Role.CLIENT)
    endpoint.fail_handshake(RESPONSE_ACCEPT)
    assert (endpoint.state, endpoint.told) == (State.CLOSED, CloseTold(1006, "", clean=False))


def test_a_refusing_server_has_nothing_to_tell():
    endpoint = Endpoint(Role.SERVER)
    endpoint.sent_answer(403)
    assert (endpoint.state, endpoint.told) == (State.CLOSED, None)


def test_after_a_close_nobody_listens():
    """RFC 6455 section 5.5.1."""
    endpoint = opened(Role.CLIENT)
    assert endpoint.listening
    endpoint.received_close(DONE)
    assert not endpoint.listening
