"""Conversations in which one rule is broken, each with its id, for the tests of the fault figure."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from protocol.frames import encode_frame
from protocol.handshake import Offer, Policy
from protocol.observer import observe
from protocol.vocabulary import Opcode, Role
from tests.wire_support import KEY, MASK, Wire

if TYPE_CHECKING:
    from collections.abc import Callable

    from protocol.knowledge import Facts


def client_says(*frames: bytes) -> Facts:
    """Bytes of the client on an open connection, read one after the other."""
    wire = Wire().open()
    for frame in frames:
        wire.client.send_raw(frame)
        wire.run()
    return observe(wire.recording)


def handshake(raw: bytes) -> Facts:
    """Bytes of the client instead of an opening handshake."""
    wire = Wire()
    wire.client.send_raw(raw)
    wire.run()
    return observe(wire.recording)


def server_masks() -> Facts:
    wire = Wire().open()
    wire.server.send_raw(encode_frame(Opcode.TEXT, b"Hello", key=MASK))
    wire.run()
    return observe(wire.recording)


def after_close() -> Facts:
    wire = Wire().open()
    wire.client.send_close(1000)
    wire.client.send_raw(encode_frame(Opcode.TEXT, b"Hello", key=MASK))
    wire.run()
    return observe(wire.recording)


def no_pong() -> Facts:
    wire = Wire().open()
    wire.server.answers_pings = False
    wire.client.send_ping(b"there?")
    wire.run()
    wire.server.send_close(1001)
    wire.run()
    return observe(wire.recording)


def no_answer() -> Facts:
    wire = Wire().open()
    wire.server.answers_close = False
    wire.client.send_close(1000)
    wire.run()
    wire.finish(Role.SERVER)
    wire.run()
    return observe(wire.recording)


def no_close() -> Facts:
    wire = Wire().open()
    wire.finish(Role.CLIENT)
    wire.run()
    return observe(wire.recording)


def early() -> Facts:
    wire = Wire()
    wire.client.connect()
    wire.client.send_raw(encode_frame(Opcode.TEXT, b"Hello", key=MASK))
    wire.run()
    return observe(wire.recording)


def refused(offer: Offer) -> Facts:
    wire = Wire(offer).open()
    return observe(wire.recording)


def wrong_accept() -> Facts:
    return observe(Wire(policy=Policy(guid="nobody")).open().recording)


def masked(opcode: int, payload: bytes, *, fin: bool = True, rsv: int = 0) -> bytes:
    return encode_frame(opcode, payload, fin=fin, rsv=rsv, key=MASK)


OFFER = Offer(host="server.example.com", target="/chat", key=KEY)
FAULTS: dict[str, Callable[[], Facts]] = {
    "frame.masked": lambda: client_says(encode_frame(Opcode.TEXT, b"Hello")),
    "frame.unmasked": server_masks,
    "frame.rsv": lambda: client_says(masked(1, b"Hello", rsv=2)),
    "frame.opcode": lambda: client_says(masked(11, b"")),
    "control.length": lambda: client_says(masked(9, bytes(126))),
    "control.fin": lambda: client_says(masked(9, b"", fin=False)),
    "frame.shortest": lambda: client_says(encode_frame(1, b"Hello", key=MASK, length_form=64)),
    "frame.length63": lambda: client_says(bytes.fromhex("81ff8000000000000005") + MASK + b"Hello"),
    "frame.too-big": lambda: client_says(bytes.fromhex("81ff0000000001000001") + MASK),
    "fragment.orphan": lambda: client_says(masked(0, b"lo")),
    "fragment.interleaved": lambda: client_says(masked(1, b"Hel", fin=False), masked(1, b"World")),
    "text.utf8": lambda: client_says(masked(1, b"H\xe9llo")),
    "close.length": lambda: client_says(masked(8, b"\x03")),
    "close.code": lambda: client_says(masked(8, b"\x03\xed")),
    "close.utf8": lambda: client_says(masked(8, b"\x03\xe8\xc3(")),
    "close.after": after_close,
    "close.answer": no_answer,
    "close.lost": no_close,
    "ping.answer": no_pong,
    "request.wait": early,
    "request.syntax": lambda: handshake(b"HELO there\r\n\r\n"),
    "request.method": lambda: handshake(b"POST / HTTP/1.1\r\nHost: a\r\n\r\n"),
    "request.key": lambda: refused(Offer(host="a", target="/", key=KEY, omit=("Sec-WebSocket-Key",))),
    "request.version": lambda: refused(Offer(host="a", target="/", key=KEY, version=12)),
    "response.accept": wrong_accept,
}
"""By the rule that is broken."""


@cache
def facts_of(rule: str) -> Facts:
    return FAULTS[rule]()
