"""Questions about the bits of a frame: it is encoded, or sent to a fresh endpoint, and the result is read."""

from __future__ import annotations

from typing import Final

from lessons.deciders.common import MASK, Params, close_code_in, open_pair
from protocol.events import MessageReceived
from protocol.frames import FrameReader, encode_frame
from protocol.knowledge import Facts
from protocol.vocabulary import Opcode


def second_byte(_: Facts, params: Params) -> str:
    """The second byte in hex of the frame in which `who` sends `text`."""
    key = MASK if params["who"] == "client" else None
    return f"{encode_frame(Opcode.TEXT, params['text'].encode(), key=key)[1]:02x}"


def header_bytes(_: Facts, params: Params) -> str:
    """How many bytes stand before a payload of `size` bytes in a frame of `who`."""
    key = MASK if params["who"] == "client" else None
    (frame,) = FrameReader().feed(encode_frame(Opcode.BINARY, bytes(params["size"]), key=key))
    return str(len(frame.header))


def messages_of_fragments(facts: Facts, params: Params) -> str:
    """How many messages the server's program gets from a text that is sent in fragments, one for each of `parts`."""
    client, server = open_pair(facts)
    first, *rest = params["parts"]
    client.send_text(first, fin=False)
    for place, part in enumerate(rest, start=1):
        client.send_continuation(part.encode(), fin=place == len(rest))
    events = server.receive(client.bytes_to_send())
    return str(sum(isinstance(event, MessageReceived) for event in events))


def length_form_answer(facts: Facts, params: Params) -> str:
    """What the server does with a text of `size` bytes whose length is written in `form` bits: the code of its
    Close, or `delivered`."""
    _, server = open_pair(facts)
    raw = encode_frame(Opcode.TEXT, b"x" * params["size"], key=MASK, length_form=params["form"])
    events = server.receive(raw)
    code = close_code_in(server.bytes_to_send())
    if code != "none":
        return code
    return "delivered" if any(isinstance(event, MessageReceived) for event in events) else "nothing"


def unknown_opcode_answer(facts: Facts, params: Params) -> str:
    """What the server does with a frame of this `opcode`: the code of its Close, `delivered` if its program gets a
    message, `ignored` if nothing happens."""
    client, server = open_pair(facts)
    client.send_frame(params["opcode"], b"Hello")
    events = server.receive(client.bytes_to_send())
    code = close_code_in(server.bytes_to_send())
    if code != "none":
        return code
    return "delivered" if any(isinstance(event, MessageReceived) for event in events) else "ignored"


DECIDERS: Final = (second_byte, header_bytes, messages_of_fragments, length_form_answer, unknown_opcode_answer)
"""The deciders of this file; a lesson names them as they are named here."""
