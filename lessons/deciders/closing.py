"""Questions about the closing handshake."""

from __future__ import annotations

from typing import Final

from lessons.deciders.common import Params, close_code_in, open_pair
from protocol.connection import StateError
from protocol.events import CloseReceived, Failed, MessageReceived
from protocol.frames import encode_frame
from protocol.knowledge import Facts
from protocol.vocabulary import CloseCode, Opcode


def state_after(facts: Facts, params: Params) -> str:
    """The state of `who` after the client's Close was `sent` or has `arrived`."""
    client, server = open_pair(facts)
    client.send_close(CloseCode.NORMAL)
    if params["moment"] == "arrived":
        server.receive(client.bytes_to_send())
    return (client if params["who"] == "client" else server).state.name


def close_answer_code(facts: Facts, params: Params) -> str:
    """The code in the Close frame with which the server answers a Close with `code` and `reason`."""
    client, server = open_pair(facts)
    client.send_close(params["code"], params.get("reason", ""))
    server.receive(client.bytes_to_send())
    return close_code_in(server.bytes_to_send())


def unmasked_to_server(facts: Facts, params: Params) -> str:
    """The code in the Close frame that answers a text frame, sent without a mask unless `mask` gives one."""
    client, server = open_pair(facts)
    mask = bytes.fromhex(params["mask"]) if "mask" in params else None
    client.send_raw(encode_frame(Opcode.TEXT, b"Hello", key=mask))
    server.receive(client.bytes_to_send())
    said = server.bytes_to_send()
    return close_code_in(said) if server.close_tcp else "none"


def finish_fragment_before_close(facts: Facts, params: Params) -> str:
    """`finish`, `pings` or `error`: what a server may still send that got a Close amid its message.

    With `closed` it has answered the Close already.
    """
    client, server = open_pair(facts)
    server.answers_close = False
    server.send_text("half ", fin=False)
    client.send_close(CloseCode.NORMAL)
    server.receive(client.bytes_to_send())
    if params.get("closed"):
        server.send_close(CloseCode.NORMAL)
    try:
        server.send_continuation(b"done", fin=True)
        server.send_close(CloseCode.NORMAL)
    except StateError:
        return "error"
    events = client.receive(server.bytes_to_send())
    kinds = [type(event) for event in events]
    return "finish" if kinds == [MessageReceived, CloseReceived] else "error" if Failed in kinds else "pings"


def code_of_empty_close(facts: Facts, params: Params) -> str:
    """The code that the server's program is told after a Close frame with no body, or with `code`."""
    client, server = open_pair(facts)
    client.send_close(params.get("code"))
    server.receive(client.bytes_to_send())
    server.tcp_closed()
    assert server.endpoint.told is not None
    return str(int(server.endpoint.told.code))


def code_of_lost_tcp(facts: Facts, params: Params) -> str:
    """The code that the server's program is told when TCP ends; with `close`, a Close frame came before."""
    client, server = open_pair(facts)
    if params.get("close"):
        client.send_close(CloseCode.NORMAL)
        server.receive(client.bytes_to_send())
    server.tcp_closed()
    assert server.endpoint.told is not None
    return str(int(server.endpoint.told.code))


def who_closes_tcp(facts: Facts, params: Params) -> str:
    """`client`, `server` or `both`: who ends TCP first after `who` said Close and was answered."""
    client, server = open_pair(facts)
    first, second = (client, server) if params["who"] == "client" else (server, client)
    first.send_close(CloseCode.NORMAL)
    second.receive(first.bytes_to_send())
    first.receive(second.bytes_to_send())
    ending = [end.role.value for end in (client, server) if end.close_tcp]
    return "both" if len(ending) == 2 else "".join(ending) or "nobody"


DECIDERS: Final = (
    state_after,
    close_answer_code,
    unmasked_to_server,
    finish_fragment_before_close,
    code_of_empty_close,
    code_of_lost_tcp,
    who_closes_tcp,
)
"""The deciders of this file; a lesson names them as they are named here."""
