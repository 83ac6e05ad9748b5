"""Questions about close codes."""

from __future__ import annotations

from typing import Final

from lessons.deciders.common import MASK, Params, asked_offer, close_code_in, open_pair
from protocol.connection import Connection
from protocol.frames import encode_frame
from protocol.handshake import Policy
from protocol.knowledge import Facts
from protocol.stream import MESSAGE_LIMIT
from protocol.vocabulary import CloseCode, Opcode


def code_for_frame(facts: Facts, params: Params) -> str:
    """The code with which a server fails the connection over the client's frame of `opcode` with the payload `hex`;
    `limit` is the largest message that it takes, in bytes."""
    client = Connection.client(asked_offer(facts), lambda: MASK)
    server = Connection.server(Policy(), limit=params.get("limit", MESSAGE_LIMIT))
    client.connect()
    server.receive(client.bytes_to_send())
    client.receive(server.bytes_to_send())
    client.send_frame(params["opcode"], bytes.fromhex(params["hex"]))
    server.receive(client.bytes_to_send())
    return close_code_in(server.bytes_to_send())


def told_after_failure(facts: Facts, _: Params) -> str:
    """The code that the server's own program is told after it failed the connection over an unmasked frame, said so,
    and got an answer."""
    client, server = open_pair(facts)
    client.send_raw(encode_frame(Opcode.TEXT, b"Hello"))
    server.receive(client.bytes_to_send())
    client.receive(server.bytes_to_send())
    server.receive(client.bytes_to_send())
    server.tcp_closed()
    assert server.endpoint.told is not None
    return str(int(server.endpoint.told.code))


def browser_close(facts: Facts, params: Params) -> str:
    """`error`, or what comes of a page's `close(code)`: `sent` or another code. The WHATWG standard lets pages send
    1000 and 3000 to 4999."""
    code = params["code"]
    if code != CloseCode.NORMAL and not 3000 <= code <= 4999:
        return "error"
    client, server = open_pair(facts)
    client.send_close(code)
    server.receive(client.bytes_to_send())
    answer = close_code_in(server.bytes_to_send())
    return "sent" if answer == str(code) else answer


DECIDERS: Final = (code_for_frame, told_after_failure, browser_close)
"""The deciders of this file; a lesson names them as they are named here."""
