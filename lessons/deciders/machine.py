"""Questions about the states of a connection: fresh endpoints move, or the transition table is asked."""

from __future__ import annotations

from typing import Final

from lessons.deciders.common import MASK, Params, asked_offer, open_pair
from protocol.connection import Connection, StateError
from protocol.handshake import Policy
from protocol.knowledge import Facts
from protocol.machine import TRANSITIONS, Signal, transition
from protocol.vocabulary import Role, State


def state_in_handshake(facts: Facts, params: Params) -> str:
    """The state of `who` when the client has `asked`, or when the server has `answered` and its 101 is not here."""
    client, server = Connection.client(asked_offer(facts), lambda: MASK), Connection.server(Policy())
    client.connect()
    request = client.bytes_to_send()
    if params["moment"] == "answered":
        server.receive(request)
        server.bytes_to_send()
    return (client if params["who"] == "client" else server).state.name


def sending_while_connecting(facts: Facts, _: Params) -> str:
    """`error` or `sent`: what a program gets that sends a text before its connection is OPEN."""
    client = Connection.client(asked_offer(facts), lambda: MASK)
    client.connect()
    try:
        client.send_text("Hello")
    except StateError:
        return "error"
    return "sent"


def state_after_ping(facts: Facts, params: Params) -> str:
    """The state of `who` after a ping of the client and the server's pong."""
    client, server = open_pair(facts)
    client.send_ping(b"?")
    server.receive(client.bytes_to_send())
    client.receive(server.bytes_to_send())
    return (client if params["who"] == "client" else server).state.name


def row_leads_to(_: Facts, params: Params) -> str:
    """The state to which `role` goes from `state` on `signal`, by the table."""
    state = State[params["state"]]
    row = transition(Role(params["role"]), state, Signal(params["signal"]))
    return (row.next if row is not None else state).name


def rows_out_of(_: Facts, params: Params) -> str:
    """How many rows of the table lead out of `state`."""
    return str(sum(row.state is State[params["state"]] for row in TRANSITIONS))


DECIDERS: Final = (state_in_handshake, sending_while_connecting, state_after_ping, row_leads_to, rows_out_of)
"""The deciders of this file; a lesson names them as they are named here."""
