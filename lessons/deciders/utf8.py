"""Questions about text: which bytes are UTF-8, when a bad one is noticed, what becomes of the connection."""

from __future__ import annotations

from typing import Final

from lessons.deciders.common import MASK, Params, close_code_in, open_pair
from protocol.events import Failed, MessageReceived
from protocol.fragments import Utf8
from protocol.frames import encode_frame
from protocol.knowledge import Facts
from protocol.vocabulary import Opcode


def first_bad(_: Facts, params: Params) -> str:
    """The byte of `hex` that fails first as two hex digits, or with `place` as its number from 0; `none` if all of it
    is UTF-8 so far."""
    data = bytes.fromhex(params["hex"])
    bad = Utf8().feed(data)
    if bad is None:
        return "none"
    return str(bad) if params.get("place") else f"{data[bad]:02x}"


def goes_on(_: Facts, params: Params) -> str:
    """Which of the bytes `tries` may follow `hex` in a text: the one, or `none` or `several`."""
    good = [one for one in params["tries"] if Utf8().feed(bytes.fromhex(params["hex"] + one)) is None]
    return good[0] if len(good) == 1 else "several" if good else "none"


def reaction_to(facts: Facts, params: Params) -> str:
    """The server's reaction to a message of `hex` with `opcode`, cut after `cut` bytes into two fragments if that is
    given, with the last one held back if `open`: `waits`, `delivered`, or the code of its Close frame."""
    client, server = open_pair(facts)
    data, opcode = bytes.fromhex(params["hex"]), params.get("opcode", int(Opcode.TEXT))
    cut = params.get("cut")
    if cut is None:
        client.send_frame(opcode, data, fin=True)
    else:
        client.send_frame(opcode, data[:cut], fin=False)
        if not params.get("open"):
            client.send_frame(Opcode.CONTINUATION, data[cut:], fin=True)
    events = server.receive(client.bytes_to_send())
    if any(isinstance(event, MessageReceived) for event in events):
        return "delivered"
    return close_code_in(server.bytes_to_send()) if any(isinstance(event, Failed) for event in events) else "waits"


def noticed_at(facts: Facts, params: Params) -> str:
    """`byte`, `frame` or `message`: how much of a long text that begins with the bad bytes `hex` the server reads until
    it fails the connection, if its bytes come one by one."""
    _, server = open_pair(facts)
    first = encode_frame(Opcode.TEXT, bytes.fromhex(params["hex"]) + b"x" * 40, fin=False, key=MASK)
    last = encode_frame(Opcode.CONTINUATION, b"x" * 40, fin=True, key=MASK)
    for place, byte in enumerate(first + last):
        if any(isinstance(event, Failed) for event in server.receive(bytes([byte]))):
            return "byte" if place + 1 < len(first) else "frame" if place + 1 == len(first) else "message"
    return "never"


def bytes_of(_: Facts, params: Params) -> str:
    """How many bytes `text` takes in UTF-8."""
    return str(len(params["text"].encode()))


DECIDERS: Final = (first_bad, goes_on, reaction_to, noticed_at, bytes_of)
"""The deciders of this file; a lesson names them as they are named here."""
