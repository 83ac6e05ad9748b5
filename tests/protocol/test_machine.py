"""The transition table: every row is taken, every other signal leaves the state alone."""

from itertools import product

import pytest

from protocol.machine import TRANSITIONS, Signal, transition
from protocol.vocabulary import Role, State


@pytest.mark.parametrize("row", TRANSITIONS, ids=lambda row: f"{row.state.name}-{row.signal.name}")
def test_every_row_is_found_by_its_state_and_signal(row):
    for role in Role:
        assert transition(role, row.state, row.signal) == (row if row.serves(role) else None)


def test_no_state_has_two_rows_for_one_signal():
    for role, state, signal in product(Role, State, Signal):
        rows = [row for row in TRANSITIONS if row.state is state and row.signal is signal and row.serves(role)]
        assert len(rows) <= 1


def test_closed_is_the_end():
    assert all(transition(role, State.CLOSED, signal) is None for role, signal in product(Role, Signal))


def test_a_connection_never_goes_back():
    assert all(row.next > row.state for row in TRANSITIONS)


@pytest.mark.parametrize("role", Role)
def test_every_state_is_reached_from_connecting(role):
    reached = {State.CONNECTING}
    for row in TRANSITIONS:
        if row.state in reached and row.serves(role):
            reached.add(row.next)
    assert reached == set(State)


def test_only_the_client_waits_for_101_and_only_the_server_sends_it():
    assert transition(Role.CLIENT, State.CONNECTING, Signal.SENT_101) is None
    assert transition(Role.SERVER, State.CONNECTING, Signal.RECEIVED_101) is None
