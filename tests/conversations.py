"""Whole conversations between two of our own endpoints over a wire in memory, as facts, by name.

They are what the figures of a connection are tested with: every way in which one can end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocol.frames import encode_frame
from protocol.handshake import Offer
from protocol.knowledge import Facts
from protocol.observer import observe
from protocol.vocabulary import Opcode, Role
from tests.wire_support import KEY, MASK, Wire

if TYPE_CHECKING:
    from collections.abc import Callable

CLIENT, SERVER = Role.CLIENT, Role.SERVER


def say(wire: Wire, who: Role, *texts: str) -> None:
    """Text messages one by one."""
    for text in texts:
        wire.ends[who].send_text(text)
        wire.run()


def ping(wire: Wire, who: Role, text: str) -> None:
    """A ping and its pong."""
    wire.ends[who].send_ping(text.encode())
    wire.run()


def chat() -> Wire:
    """A text each way."""
    wire = Wire().open()
    say(wire, CLIENT, "Hello")
    say(wire, SERVER, "Hi")
    return wire


def close(wire: Wire, who: Role, code: int | None = 1000, reason: str = "") -> Facts:
    """The closing handshake, begun by `who`, and all facts."""
    wire.ends[who].send_close(code, reason)
    wire.run()
    return observe(wire.recording)


def raw(wire: Wire, data: bytes) -> Facts:
    """Bytes from the client that no endpoint of ours would send."""
    wire.client.send_raw(data)
    wire.run()
    return observe(wire.recording)


def reset(wire: Wire, who: Role) -> Facts:
    """`who` resets TCP."""
    wire.reset(who)
    wire.run()
    return observe(wire.recording)


def closed_by_client() -> Facts:
    """The example of the design: messages both ways, then Close 1000 “done” and its answer."""
    wire = chat()
    wire.client.send_binary(b"\x01\x02")
    wire.server.send_binary(b"\x03")
    say(wire, CLIENT, "and", "so", "on")
    return close(wire, CLIENT, 1000, "done")


def closed_at_once() -> Facts:
    """Both say Close before either has read the other's."""
    wire = chat()
    wire.client.send_close(1000, "done")
    wire.server.send_close(1001)
    wire.send(CLIENT)
    wire.send(SERVER)
    wire.run()
    return observe(wire.recording)


def closed_late() -> Facts:
    """The server has two messages to finish before it answers the Close."""
    wire = chat()
    wire.server.answers_close = False
    wire.client.send_close(1000)
    wire.run()
    say(wire, SERVER, "one more", "and another")
    return close(wire, SERVER, 1000)


def with_pings() -> Wire:
    """The example of the design of a reset: a ping and its pong after the messages."""
    wire = chat()
    ping(wire, SERVER, "t=17")
    return wire


def reset_without_answer() -> Facts:
    """The client's Close is on its way when the server resets TCP."""
    wire = chat()
    wire.client.send_close(1000)
    wire.send(CLIENT)
    return reset(wire, SERVER)


def ended_without_close() -> Facts:
    """A FIN without a Close frame."""
    wire = chat()
    wire.server.close_tcp = True
    wire.run()
    wire.client.close_tcp = True
    wire.run()
    return observe(wire.recording)


def long_talk() -> Facts:
    """Sixty messages, pings between them, then a Close."""
    wire = chat()
    for number in range(30):
        say(wire, CLIENT if number % 3 else SERVER, f"message number {number}")
        ping(wire, SERVER, f"t={number}")
    return close(wire, CLIENT, 1000, "that is all")


def many_faults() -> Facts:
    """Data after the client's Close, and a frame of a reserved opcode after that."""
    wire = chat()
    wire.client.send_close(1000)
    wire.client.send_raw(encode_frame(Opcode.TEXT, b"late", key=MASK) + encode_frame(3, b"?", key=MASK))
    wire.run()
    return observe(wire.recording)


def refused() -> Facts:
    """The server does not speak version 12."""
    wire = Wire(Offer("server.example.com", "/chat", KEY, version=12)).open()
    return observe(wire.recording)


def without_reads(wire: Wire) -> Facts:
    """A capture of somebody else's connection: everything arrives as it is sent."""
    wire.recording.reads = False
    return observe(wire.recording)


CONVERSATIONS: dict[str, Callable[[], Facts]] = {
    "client first": closed_by_client,
    "server first": lambda: close(chat(), SERVER, 1001, "going away"),
    "both at once": closed_at_once,
    "no body": lambda: close(chat(), CLIENT, None),
    "late answer": closed_late,
    "private code": lambda: close(chat(), CLIENT, 4000, "再见，明天见"),
    "long reason": lambda: close(chat(), SERVER, 4999, "x" * 123),
    "forbidden code": lambda: raw(chat(), encode_frame(Opcode.CLOSE, b"\x03\xee", key=MASK)),
    "one byte": lambda: raw(chat(), encode_frame(Opcode.CLOSE, b"\x03", key=MASK)),
    "unmasked": lambda: raw(chat(), encode_frame(Opcode.TEXT, b"Hello")),
    "half a bad frame": lambda: raw(chat(), bytes.fromhex("83ff")),
    "not UTF-8": lambda: raw(chat(), encode_frame(Opcode.TEXT, b"\xce\xba\xff", key=MASK)),
    "many faults": many_faults,
    "reset by the client": lambda: reset(with_pings(), CLIENT),
    "reset by the server": lambda: reset(with_pings(), SERVER),
    "reset at once": lambda: reset(Wire(), SERVER),
    "no answer": reset_without_answer,
    "no Close": ended_without_close,
    "refused": refused,
    "long talk": long_talk,
    "still open": lambda: observe(with_pings().recording),
    "capture": lambda: without_reads(chat()),
    "nothing": Facts,
}
"""Every conversation by name."""
