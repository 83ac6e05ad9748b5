"""Questions about broken rules: fresh endpoints get the bytes and say what they do."""

from __future__ import annotations

from typing import Final

from lessons.deciders.common import Params, asked_offer, close_code_in, open_pair, reply_of, with_header
from protocol.connection import Connection
from protocol.events import MessageReceived
from protocol.frames import encode_frame
from protocol.handshake import Policy, build_request
from protocol.knowledge import Facts
from protocol.vocabulary import Opcode

KEY: Final = bytes.fromhex("37fa213d")


def frames_answer(facts: Facts, params: Params) -> str:
    """What the server does with the client's `frames`, each an opcode, FIN, RSV and a payload in hex: the code of its
    Close, `delivered` if the program gets a message, `waits` if neither."""
    _, server = open_pair(facts)
    events = []
    for opcode, fin, rsv, payload in params["frames"]:
        raw = encode_frame(opcode, bytes.fromhex(payload), fin=bool(fin), rsv=rsv, key=KEY)
        events += server.receive(raw)
    code = close_code_in(server.bytes_to_send())
    if code != "none":
        return code
    return "delivered" if any(isinstance(event, MessageReceived) for event in events) else "waits"


def ping_beyond_limit(facts: Facts, params: Params) -> str:
    """The code with which the server answers a ping of `size` bytes, `pong` if it answers with one."""
    client, server = open_pair(facts)
    client.send_frame(Opcode.PING, bytes(params["size"]))
    server.receive(client.bytes_to_send())
    code = close_code_in(server.bytes_to_send())
    return "pong" if code == "none" else code


def version_status(facts: Facts, params: Params) -> str:
    """The status of the answer to a request for another `version`."""
    raw = with_header(build_request(asked_offer(facts)), "Sec-WebSocket-Version", params["version"])
    return str(reply_of(Connection.server(Policy()), raw).status)


def told_after_failing(facts: Facts, params: Params) -> str:
    """The code that `who` is told after the client broke a rule: the server failed the connection and the client
    answered its Close."""
    client, server = open_pair(facts)
    client.send_raw(encode_frame(Opcode.TEXT, b"Hello"))
    server.receive(client.bytes_to_send())
    client.receive(server.bytes_to_send())
    server.receive(client.bytes_to_send())
    for end in (client, server):
        end.tcp_closed()
    told = (client if params["who"] == "client" else server).endpoint.told
    assert told is not None
    return str(int(told.code))


def wrong_accept_says(facts: Facts, _: Params) -> str:
    """How a client ends a connection whose accept value is wrong: `close` with a Close frame, `tcp` without one."""
    offer = asked_offer(facts)
    client = Connection.client(offer, lambda: KEY)
    client.connect()
    answer = reply_of(Connection.server(Policy(guid="nobody")), client.bytes_to_send())
    client.receive(answer.raw)
    said = client.bytes_to_send()
    return "close" if said else "tcp" if client.close_tcp else "open"


DECIDERS: Final = (frames_answer, ping_beyond_limit, version_status, told_after_failing, wrong_accept_says)
"""The deciders of this file; a lesson names them as they are named here."""
