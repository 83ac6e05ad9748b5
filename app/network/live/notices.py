"""Every sentence that the engine has for the user, in English; a window translates them (context `engine`)."""

from __future__ import annotations

from typing import Final

from app.reasons import QT_TRANSLATE_NOOP
from protocol.vocabulary import Role

LISTENING: Final = QT_TRANSLATE_NOOP("engine", "The server listens on {urls}.")
BETWEEN: Final = QT_TRANSLATE_NOOP("engine", "The proxy listens on {urls} and passes everything on to {target}.")
FAR: Final = QT_TRANSLATE_NOOP("engine", "Not bound to loopback: everyone who reaches {hosts} can connect.")
STOPPED: Final = QT_TRANSLATE_NOOP("engine", "Nobody listens on {urls} any more.")
TAKEN: Final = QT_TRANSLATE_NOOP(
    "engine",
    "The port {port} on {host} cannot be used ({reason}): end the program that holds it or choose another one.",
)
NO_ADDRESS: Final = QT_TRANSLATE_NOOP(
    "engine", "This machine has no address “{host}”: use 127.0.0.1, or 0.0.0.0 for all of them."
)
NO_PORT: Final = QT_TRANSLATE_NOOP("engine", "There is no port {port}: ports are 1 to 65535, and 0 is any free one.")
NO_CERTIFICATE: Final = QT_TRANSLATE_NOOP("engine", "The certificate cannot be made or read ({reason}): {path}.")
NO_SCRIPT: Final = QT_TRANSLATE_NOOP("engine", "The program “script” needs a table of rules.")
UNTRUSTED: Final = QT_TRANSLATE_NOOP(
    "engine",
    "The certificate of {place} is not trusted ({why}): if you know this server, connect without checking it.",
)
UNTRUSTING: Final = QT_TRANSLATE_NOOP(
    "engine", "{address} does not trust the server’s certificate ({why}): it has to be told to trust {path}."
)
NO_TLS: Final = QT_TRANSLATE_NOOP(
    "engine", "{address} does not speak TLS ({why}): its address has to begin with wss:// or https://."
)
TLS_ENDED: Final = QT_TRANSLATE_NOOP("engine", "{address} ended the connection during the TLS handshake.")
FULL: Final = QT_TRANSLATE_NOOP("engine", "{address} was turned away with 503: there are too many connections.")
PAGE: Final = QT_TRANSLATE_NOOP("engine", "{address} asked for the page {target}: {status}.")
SLOW: Final = QT_TRANSLATE_NOOP("engine", "{address} was closed: its request did not end in time.")
DEAD: Final = QT_TRANSLATE_NOOP("engine", "Connection {number} was dropped: nobody answered a ping.")
RAN_OUT: Final = {
    "handshake": QT_TRANSLATE_NOOP("engine", "Connection {number} was closed: the handshake did not end in time."),
    "closing": QT_TRANSLATE_NOOP("engine", "Connection {number} was closed: its end took too long."),
    "idle": QT_TRANSLATE_NOOP("engine", "Connection {number} was closed: nothing came for too long."),
}
"""By the name of the limit."""

DELAYED: Final = QT_TRANSLATE_NOOP("engine", "Bad weather: every piece comes {least} to {most} ms late.")
CUT: Final = QT_TRANSLATE_NOOP("engine", "Bad weather: the bytes are cut into pieces of {least} to {most}.")
TURNING: Final = QT_TRANSLATE_NOOP("engine", "Bad weather: about one bit in {bytes} bytes is turned over.")
LOSING: Final = QT_TRANSLATE_NOOP("engine", "Bad weather: after {bytes} bytes nothing arrives any more.")
RESETTING: Final = QT_TRANSLATE_NOOP("engine", "Bad weather: after {bytes} bytes the connection is reset.")
HARMS: Final = {
    ("turned", Role.CLIENT): QT_TRANSLATE_NOOP(
        "engine", "The network turned over bit {bit} of the client’s byte {byte}."
    ),
    ("turned", Role.SERVER): QT_TRANSLATE_NOOP(
        "engine", "The network turned over bit {bit} of the server’s byte {byte}."
    ),
    ("dropped", Role.CLIENT): QT_TRANSLATE_NOOP("engine", "From the client’s byte {byte} on nothing arrives."),
    ("dropped", Role.SERVER): QT_TRANSLATE_NOOP("engine", "From the server’s byte {byte} on nothing arrives."),
    ("reset", Role.CLIENT): QT_TRANSLATE_NOOP(
        "engine", "The network reset the connection at the client’s byte {byte}."
    ),
    ("reset", Role.SERVER): QT_TRANSLATE_NOOP(
        "engine", "The network reset the connection at the server’s byte {byte}."
    ),
}
"""What the weather did to what one side sent. Bytes count from the first of its stream, bits from the first of the
byte, both from 0."""

RECORDING: Final = QT_TRANSLATE_NOOP("engine", "New connections are recorded while they last, in {path}.")
NOT_RECORDING: Final = QT_TRANSLATE_NOOP("engine", "New connections are not recorded.")
INTERNAL: Final = QT_TRANSLATE_NOOP("engine", "Something went wrong inside the program: {why}.")

PASSES_ON: Final = QT_TRANSLATE_NOOP("engine", "A proxy passes on what others say, and says nothing itself.")
CLOSING: Final = QT_TRANSLATE_NOOP("engine", "This connection is closing: no more messages can be sent.")
NOT_OPEN: Final = QT_TRANSLATE_NOOP(
    "engine", "This connection is not open: frames can be sent after the opening handshake, until its end."
)
IS_OVER: Final = QT_TRANSLATE_NOOP("engine", "This connection is over: nothing can be sent any more.")
NO_CODE: Final = QT_TRANSLATE_NOOP("engine", "{code} is no close code: it is a number up to 65535.")
NO_BODY: Final = QT_TRANSLATE_NOOP("engine", "A Close frame without a code has no reason, either.")
TOO_LONG: Final = QT_TRANSLATE_NOOP(
    "engine",
    "A control frame carries at most 125 bytes, and this one would have {size}: shorten it, or send raw bytes.",
)
NO_TEXT: Final = QT_TRANSLATE_NOOP("engine", "This text holds half of a character, which UTF-8 cannot hold.")
NO_FRAME: Final = QT_TRANSLATE_NOOP("engine", "No frame can be made of this: {why}.")
ENDED: Final = QT_TRANSLATE_NOOP("engine", "The engine has ended.")
