"""A ledger like one that a capture file gives: three connections with findings and gaps, and one of many rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from protocol.accept import accept_value
from protocol.closing import close_payload
from protocol.frames import encode_frame
from protocol.ledger import Ledger
from protocol.recording import Kind, Setup
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from protocol.talk import Talk

NOON: Final = 1_731_931_440.0
"""12:04:00 UTC on 18 November 2024."""
KEY: Final = "dGhlIHNhbXBsZSBub25jZQ=="
MASK: Final = bytes.fromhex("37fa213d")
CLIENT, SERVER = Role.CLIENT, Role.SERVER


def request(host: str = "chat.example") -> bytes:
    """An opening handshake in order."""
    return (
        f"GET /chat HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {KEY}\r\nSec-WebSocket-Version: 13\r\n\r\n"
    ).encode()


def response(accept: str = "") -> bytes:
    """Its answer; with another accept value, a wrong one."""
    return (
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Accept: {accept or accept_value(KEY)}\r\n\r\n"
    ).encode()


def masked(opcode: int, payload: bytes, *, fin: bool = True) -> bytes:
    """A frame of the client."""
    return encode_frame(opcode, payload, key=MASK, fin=fin)


def opened(ledger: Ledger, client: str, *, began: float = NOON, accept: str = "") -> Talk:
    """A connection whose handshake is over after 3 ms."""
    talk = ledger.begin(Setup(client=client, server="10.0.0.5:80", began=began))
    talk.syn(0.0, CLIENT)
    talk.data(0.001, CLIENT, request())
    talk.data(0.003, SERVER, response(accept))
    return talk


def incident() -> Ledger:
    """Connection 1 is fine, 2 breaks rules and loses bytes, 3 has a wrong accept value."""
    ledger = Ledger()
    first = opened(ledger, "10.0.0.31:52114")
    first.data(30.871, CLIENT, masked(Opcode.TEXT, b'{"type":"join","name":"Ada"}'))
    first.data(30.873, SERVER, encode_frame(Opcode.TEXT, b'{"type":"welcome","peers":4}'))
    second = opened(ledger, "10.0.0.44:50833")
    second.data(31.402, CLIENT, masked(Opcode.TEXT, b"Hello"))
    second.data(31.870, SERVER, encode_frame(Opcode.PING, b"t=17"))
    second.data(31.889, CLIENT, masked(Opcode.PONG, b"t=17"))
    binary = encode_frame(Opcode.BINARY, b"\x89PNG\r\n\x1a\n" + bytes(16_376))
    second.data(32.118, SERVER, binary[:4000])
    second.gap(32.119, SERVER, 1448)
    second.data(32.120, SERVER, binary[5448:])
    second.data(32.731, CLIENT, encode_frame(Opcode.TEXT, b"ok", key=MASK, length_form=16))
    second.data(33.018, CLIENT, masked(Opcode.TEXT, b"Fragments carry", fin=False))
    second.data(33.019, CLIENT, masked(Opcode.CONTINUATION, b"one message"))
    second.data(33.390, CLIENT, encode_frame(Opcode.TEXT, b'{"type":"chat","text":"no mask"}'))
    second.data(33.391, SERVER, encode_frame(Opcode.CLOSE, close_payload(1002, "not masked")))
    second.data(33.392, SERVER, encode_frame(Opcode.TEXT, b"tick 402"))
    second.data(33.410, CLIENT, masked(Opcode.CLOSE, close_payload(1002)))
    second.end(33.411, SERVER, Kind.FIN)
    second.end(33.412, CLIENT, Kind.FIN)
    third = opened(ledger, "10.0.0.71:55018", accept="AAAAAAAAAAAAAAAAAAAAAAAAAAA=")
    third.end(34.0, CLIENT, Kind.FIN)
    return ledger


def crowd(rows: int, *, talks: int = 4) -> Ledger:
    """About so many rows, coalesced: text both ways, now and then a ping."""
    ledger = Ledger()
    kept = [opened(ledger, f"10.0.1.{number + 1}:50000") for number in range(talks)]
    each = 64
    ways = {
        CLIENT: b"".join(masked(Opcode.TEXT, b'{"n":%d}' % n) for n in range(each)),
        SERVER: b"".join(encode_frame(Opcode.PING if n == 9 else Opcode.TEXT, b"tick %d" % n) for n in range(each)),
    }
    time = 1.0
    while len(ledger) < rows:
        talk = kept[len(ledger) // each % talks]
        for who, data in ways.items():
            talk.data(time, who, data)
            time += 0.01
    return ledger
