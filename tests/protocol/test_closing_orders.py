"""The closing handshake in every order (RFC 6455 section 7): who says Close, what crosses, who drops, who waits.

Sequences of up to four deeds are played, then everything that is still under way arrives, and what does not come
is given up when `Waiting` says so. Whatever the order, section 7.1.5 says what each program is told.
"""

from contextlib import suppress
from itertools import product

import pytest
from wire_support import Wire

from protocol.closing import CloseTold, read_close
from protocol.connection import StateError
from protocol.facts import FrameSent
from protocol.observer import observe
from protocol.patience import CLOSING, Patience, Waiting
from protocol.vocabulary import Opcode, Role, State, is_control

CLIENT, SERVER = Role.CLIENT, Role.SERVER
CODES = {CLIENT: 1000, SERVER: 4001}

DEEDS = {
    "client says Close": lambda wire: wire.client.send_close(CODES[CLIENT], "c"),
    "server says Close": lambda wire: wire.server.send_close(CODES[SERVER], "s"),
    "client says more": lambda wire: wire.client.send_text("more"),
    "server's bytes arrive": lambda wire: (wire.send(SERVER), wire.deliver(SERVER)),
    "client's bytes arrive": lambda wire: (wire.send(CLIENT), wire.deliver(CLIENT)),
    "client drops": lambda wire: wire.client.state is State.CLOSED or (wire.send(CLIENT), wire.reset(CLIENT)),
}


def closes(facts, who):
    return [fact.frame for fact in facts.of(FrameSent) if fact.who is who and fact.frame.opcode == Opcode.CLOSE]


def patient(end):
    waiting = Waiting(Patience(closing=5), end.role, now=0)
    state = end.endpoint
    waiting.tell(
        end.state, 1, close_sent=state.close_sent, close_received=state.close_received is not None,
        failed=state.failed is not None,
    )  # fmt: skip
    return waiting


def play(deeds, *, deaf=()):
    wire = Wire().open()
    for who in deaf:
        wire.ends[who].answers_close = False
    for deed in deeds:
        with suppress(StateError):
            DEEDS[deed](wire)
    wire.run()
    return wire


@pytest.mark.parametrize("first", DEEDS)
def test_every_order_ends_and_is_told_by_the_rules(first):
    for size in range(4):
        for more in list(product(DEEDS, repeat=size))[:: 1 + size // 3]:
            told_by_the_rules((first, *more))


def told_by_the_rules(deeds):
    wire = play(deeds)
    facts = observe(wire.recording)
    said = {role: closes(facts, role) for role in Role}
    for role, end in wire.ends.items():
        assert len(said[role]) <= 1
        opcodes = [fact.frame.opcode for fact in facts.of(FrameSent) if fact.who is role]
        after = opcodes[opcodes.index(Opcode.CLOSE) :] if Opcode.CLOSE in opcodes else []
        assert all(map(is_control, after))
        received = end.endpoint.close_received
        if received is not None:
            assert received == read_close(said[role.peer][0].payload)
        if end.state is State.CLOSED:
            code = 1006 if received is None else received.code
            reason = "" if received is None else received.reason
            clean = received is not None and bool(said[role])
            assert end.endpoint.told == CloseTold(code, reason, clean=clean)
        else:  # nobody said Close, or TCP is still there: then nothing may be told yet
            assert end.endpoint.told is None
    if all(said.values()) and "client drops" not in deeds:
        assert {end.state for end in wire.ends.values()} == {State.CLOSED}
        assert all(end.endpoint.told.clean for end in wire.ends.values())


@pytest.mark.parametrize("first", Role)
def test_who_gets_no_answer_gives_up_in_time(first):
    """Section 7.1.1: after "a reasonable time" an endpoint may close TCP; without a Close received it is 1006."""
    wire = play([f"{first.value} says Close"], deaf=[first.peer])
    end = wire.ends[first]
    waiting = patient(end)
    assert (end.state, end.endpoint.told) == (State.CLOSING, None)
    assert (waiting.ran_out(5.9), waiting.ran_out(6).limit) == (None, CLOSING)
    end.close_tcp = True
    assert [event.told for event in end.tcp_closed()] == [CloseTold(1006, "", clean=False)]


def test_a_client_gives_up_on_a_server_that_does_not_end_tcp():
    """Both have said Close: the client is told the code although the server's FIN never came."""
    wire = Wire().open()
    wire.client.send_close(1000)
    wire.send(CLIENT)
    wire.deliver(CLIENT)
    answer = wire.server.bytes_to_send()
    wire.client.receive(answer)
    assert (wire.client.state, wire.client.close_tcp) == (State.CLOSING, False)
    assert patient(wire.client).ran_out(6).limit is CLOSING
    assert [event.told for event in wire.client.tcp_closed()] == [CloseTold(1000, "", clean=True)]


def test_what_is_due_goes_after_what_the_program_answers():
    """A message, a Close behind it in the same bytes: the echo is said, then our Close (section 5.5.1)."""
    wire = Wire().open()
    wire.client.send_text("Hello")
    wire.client.send_close(1000)
    for event in wire.server.receive(wire.client.bytes_to_send()):
        text = getattr(event, "text", None)
        if text is not None:
            wire.server.send_text(text)
    wire.send(SERVER)
    wire.deliver(SERVER)
    assert [type(event).__name__ for event in wire.events[CLIENT]] == ["Opened", "MessageReceived", "CloseReceived"]
    assert wire.server.close_tcp
