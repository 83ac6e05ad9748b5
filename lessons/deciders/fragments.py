"""Questions about fragments: what may stand between them, who answers what, how much they cost."""

from __future__ import annotations

from typing import Final

from lessons.deciders.common import MASK, Params, close_code_in, open_pair
from protocol.connection import Connection
from protocol.events import Failed, MessageReceived
from protocol.frames import FrameReader, encode_frame
from protocol.knowledge import Facts
from protocol.vocabulary import Opcode


def _opcodes(server: Connection) -> list[int]:
    return [frame.opcode for frame in FrameReader().feed(server.bytes_to_send())]


def pong_amid_message(facts: Facts, _: Params) -> str:
    """`now`, `last` or `never`: when the server answers a ping that came after the first fragment of a message."""
    client, server = open_pair(facts)
    client.send_text("one ", fin=False)
    client.send_ping(b"beat")
    server.receive(client.bytes_to_send())
    if Opcode.PONG in _opcodes(server):
        return "now"
    client.send_continuation(b"two", fin=True)
    server.receive(client.bytes_to_send())
    return "last" if Opcode.PONG in _opcodes(server) else "never"


def second_fragment_opcode(facts: Facts, params: Params) -> str:
    """The opcode of the frame that carries the second fragment of a text."""
    client, _ = open_pair(facts)
    client.send_text(params.get("text", "one "), fin=False)
    client.send_continuation(b"two", fin=True)
    return str(FrameReader().feed(client.bytes_to_send())[1].opcode)


def frame_amid_message(facts: Facts, params: Params) -> str:
    """The server's reaction to a frame with `opcode` and `fin` after the first fragment of a text, or with `orphan`
    before any: the code of its Close frame, `none` if it goes on."""
    client, server = open_pair(facts)
    if not params.get("orphan"):
        client.send_text("one ", fin=False)
    client.send_frame(params["opcode"], b"two", fin=params.get("fin", True))
    server.receive(client.bytes_to_send())
    return close_code_in(server.bytes_to_send())


def echoed_frames(facts: Facts, params: Params) -> str:
    """In how many frames a server sends back a text that came in `fragments`."""
    client, server = open_pair(facts)
    last = params["fragments"] - 1
    for number in range(params["fragments"]):
        opcode = Opcode.CONTINUATION if number else Opcode.TEXT
        client.send_frame(opcode, b"x" * params.get("size", 8), fin=number == last)
    for event in server.receive(client.bytes_to_send()):
        if isinstance(event, MessageReceived):
            server.send_data(event.opcode, event.payload)
    return str(len(_opcodes(server)))


def cut_header(facts: Facts, params: Params) -> str:
    """`waits`, `fails` or `drops`: a server that has got only the first `size` bytes of a frame, then the rest."""
    _, server = open_pair(facts)
    frame = encode_frame(Opcode.TEXT, b"x" * params.get("payload", 200), key=MASK)
    events = server.receive(frame[: params["size"]])
    if any(isinstance(event, Failed) for event in events):
        return "fails"
    events = server.receive(frame[params["size"] :])
    return "waits" if any(isinstance(event, MessageReceived) for event in events) else "drops"


def fragmented_size(_: Facts, params: Params) -> str:
    """How many bytes a masked text of `size` bytes takes in all, in fragments of `fragment` bytes."""
    size, part = params["size"], params["fragment"]
    lengths = [min(part, size - start) for start in range(0, size, part)]
    return str(sum(len(encode_frame(Opcode.TEXT, b"x" * length, key=MASK)) for length in lengths))


def held_before_end(facts: Facts, params: Params) -> str:
    """What the program has got when `arrived` of `fragments` are here: `nothing`, `parts` or `all`."""
    client, server = open_pair(facts)
    told = []
    for number in range(params["arrived"]):
        fin = number == params["fragments"] - 1
        client.send_frame(Opcode.CONTINUATION if number else Opcode.TEXT, b"part", fin=fin)
        told += [event for event in server.receive(client.bytes_to_send()) if isinstance(event, MessageReceived)]
    if not told:
        return "nothing"
    return "all" if params["arrived"] == params["fragments"] else "parts"


DECIDERS: Final = (
    pong_amid_message,
    second_fragment_opcode,
    frame_amid_message,
    echoed_frames,
    cut_header,
    fragmented_size,
    held_before_end,
)
"""The deciders of this file; a lesson names them as they are named here."""
