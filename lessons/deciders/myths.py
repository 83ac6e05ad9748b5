"""Questions about what people say of WebSocket, each decided by trying it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.deciders.common import MASK, Params, close_code_in, open_pair
from protocol.deflate import Deflater
from protocol.events import MessageReceived
from protocol.frames import RSV1, FrameReader, encode_frame
from protocol.vocabulary import Opcode

if TYPE_CHECKING:
    from protocol.connection import Connection
    from protocol.knowledge import Facts


def may_begin(facts: Facts, _: Params) -> str:
    """`client`, `server`, `either` or `none`: who may send the first message after the handshake."""
    able = []
    for name, place in (("client", 0), ("server", 1)):
        ends = open_pair(facts)
        if _delivers(ends[place], ends[1 - place]):
            able.append(name)
    return "either" if len(able) == 2 else able[0] if able else "none"


def _delivers(sender: Connection, receiver: Connection) -> bool:
    sender.send_text("news")
    return any(isinstance(event, MessageReceived) for event in receiver.receive(sender.bytes_to_send()))


def frames_of_text(facts: Facts, params: Params) -> str:
    """In how many frames an endpoint sends a text of `size` bytes that its program gave it at once."""
    client, _ = open_pair(facts)
    client.send_text("a" * params["size"])
    return str(len(FrameReader().feed(client.bytes_to_send())))


def hears_nothing(facts: Facts, _: Params) -> str:
    """The state of a client whose server vanishes: it is not sent a byte, and TCP says nothing."""
    client, server = open_pair(facts)
    server.send_close()
    server.bytes_to_send()  # lost on the way
    return client.state.name


def unasked_compression(facts: Facts, params: Params) -> str:
    """The server's reaction to a compressed `text` with RSV1 set if nothing was agreed: its close code, or `read`."""
    _, server = open_pair(facts)
    packed = Deflater().deflate(params["text"].encode())
    events = server.receive(encode_frame(Opcode.TEXT, packed, rsv=RSV1, key=MASK))
    read = any(isinstance(event, MessageReceived) for event in events)
    return "read" if read else close_code_in(server.bytes_to_send())


DECIDERS: Final = (may_begin, frames_of_text, hears_nothing, unasked_compression)
"""The deciders of this file; a lesson names them as they are named here."""
