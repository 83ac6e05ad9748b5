"""What a line means that someone types into `connect`: a text message, or a command with a slash in front.

Hello                       text                 /close [CODE [REASON]]    a Close frame, 1000 if no code is named
//x                         the text “/x”        /raw HEX                  bytes as they are, right or wrong
/ping [TEXT]                a ping               /binary HEX               a binary message
/pong [TEXT]                a pong               /help                     this list
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from app.commands.octets import parse_hex
from app.commands.output import InputError, visible
from protocol.closing import close_payload
from protocol.connection import Connection

Deed = Callable[[Connection], None]

CONTROL_LIMIT: Final = 125
"""The most bytes in a control frame (RFC 6455 section 5.5)."""

HELP: Final = """\
TEXT                     send a text message; //TEXT sends one that begins with a slash
/binary HEX              send a binary message
/ping [TEXT]             send a ping
/pong [TEXT]             send a pong that nobody asked for
/close [CODE [REASON]]   send Close; without a code, 1000
/raw HEX                 send these bytes as they are, right or wrong
/help                    show this list
End of input (Ctrl+D) closes with 1000, Ctrl+C with 1001."""


def read_line(line: str) -> Deed | None:
    """What to do, or None for `/help`; InputError says what is wrong with the line."""
    if line.startswith("//"):
        line = line[1:]
    elif line.startswith("/"):
        name, _, rest = line.partition(" ")
        if name == "/help":
            return None
        if name not in COMMANDS:
            said = visible(name)
            raise InputError(f"There is no command “{said}”: /help lists them, and “/{said}” sends the text “{said}”.")
        return COMMANDS[name](rest)
    text = line
    return lambda connection: connection.send_text(text)


def _ping(rest: str) -> Deed:
    payload = _control(rest.encode())
    return lambda connection: connection.send_ping(payload)


def _pong(rest: str) -> Deed:
    payload = _control(rest.encode())
    return lambda connection: connection.send_pong(payload)


def _close(rest: str) -> Deed:
    code, _, reason = rest.strip().partition(" ")
    if not code:
        return lambda connection: connection.send_close()
    if not (code.isascii() and code.isdigit() and int(code) <= 0xFFFF):
        raise InputError(f"“{visible(code)}” is no close code: it is a number up to 65535 (section 7.4).")
    number, words = int(code), reason.strip()
    _control(close_payload(number, words))
    return lambda connection: connection.send_close(number, words)


def _raw(rest: str) -> Deed:
    data = parse_hex(rest)
    return lambda connection: connection.send_raw(data)


def _binary(rest: str) -> Deed:
    data = parse_hex(rest) if rest.strip() else b""
    return lambda connection: connection.send_binary(data)


def _control(payload: bytes) -> bytes:
    if len(payload) > CONTROL_LIMIT:
        raise InputError(
            f"A control frame carries at most {CONTROL_LIMIT} bytes (section 5.5), and this one would have "
            f"{len(payload)}: shorten it, or use /raw."
        )
    return payload


COMMANDS: Final[dict[str, Callable[[str], Deed]]] = {
    "/ping": _ping,
    "/pong": _pong,
    "/close": _close,
    "/raw": _raw,
    "/binary": _binary,
}
"""Every command but /help, which sends nothing."""
