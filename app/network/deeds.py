"""How an action of a scenario becomes something that a connection does.

What any program can do goes through the connection's own ways, compression included. What no program should do, such as
a wrong mask or a turned bit, is made by hand and sent as bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from protocol.closing import close_payload
from protocol.frames import encode_frame
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from lessons.model import Action
    from protocol.connection import Connection

OPCODES = {
    "text": Opcode.TEXT,
    "binary": Opcode.BINARY,
    "continuation": Opcode.CONTINUATION,
    "ping": Opcode.PING,
    "pong": Opcode.PONG,
    "close": Opcode.CLOSE,
}
"""The deeds that send frames, and with which opcode."""


def perform(connection: Connection, action: Action, masks: Callable[[], bytes]) -> None:
    """Do it; `masks` gives the masking keys of a client's frames. Raises StateError for what the connection may not do
    now, and ValueError for what no bytes can hold."""
    match action.do:
        case "connect":
            connection.connect()
        case "raw":
            connection.send_raw(action.hex)
        case _ if action.do == "frame" or _by_hand(action):
            connection.send_raw(_made(connection, action, masks))
        case "text" | "binary" | "continuation":
            _send_data(connection, OPCODES[action.do], action)
        case "ping":
            connection.send_ping(payload_of(action))
        case "pong":
            connection.send_pong(payload_of(action))
        case "close":
            connection.send_close(action.code, action.reason)
        case _:
            raise ValueError(f"an action cannot {action.do!r}")


def payload_of(action: Action) -> bytes:
    """What a frame of this action carries."""
    if action.do == "close":
        return close_payload(action.code, action.reason)
    return action.hex or (action.text * action.times).encode()


def _by_hand(action: Action) -> bool:
    return bool(action.mask or action.flip or action.rsv or action.length_form is not None)


def _send_data(connection: Connection, opcode: Opcode, action: Action) -> None:
    """A message in one frame, or in fragments of these sizes and one with what is left."""
    rest = payload_of(action)
    for size in action.sizes:
        connection.send_data(opcode, rest[:size], fin=False)
        rest, opcode = rest[size:], Opcode.CONTINUATION
    connection.send_data(opcode, rest, fin=action.fin)


def _made(connection: Connection, action: Action, masks: Callable[[], bytes]) -> bytes:
    """The frames of an action made by hand, the first of them with some bits turned over."""
    opcode = action.opcode if action.do == "frame" else int(OPCODES[action.do])
    rest, frames = payload_of(action), b""
    for size in action.sizes:
        frames += _frame(connection, action, masks, opcode, rest[:size], fin=False)
        rest, opcode = rest[size:], int(Opcode.CONTINUATION)
    return flipped(frames + _frame(connection, action, masks, opcode, rest, fin=action.fin), action.flip)


def _frame(
    connection: Connection, action: Action, masks: Callable[[], bytes], opcode: int, payload: bytes, *, fin: bool
) -> bytes:
    if action.mask and action.mask != "no":
        key: bytes | None = bytes.fromhex(action.mask)
    else:
        key = masks() if connection.role is Role.CLIENT and not action.mask else None
    return encode_frame(opcode, payload, fin=fin, rsv=action.rsv, key=key, length_form=action.length_form)


def flipped(data: bytes, bits: tuple[int, ...]) -> bytes:
    """The data with these bits turned over; bit 0 is the first one on the wire. ValueError for a bit beyond the end."""
    turned = bytearray(data)
    for bit in bits:
        if not 0 <= bit < 8 * len(data):
            raise ValueError(f"bit {bit} cannot be turned: there are {8 * len(data)} bits")
        turned[bit // 8] ^= 0x80 >> bit % 8
    return bytes(turned)
