"""The three messages of acknowledged delivery, as text messages of JSON.

    {"type":"data","stream":"c1-out","n":8,"body":"Hello"}     sender to receiver: message 8 of this stream
    {"type":"ack","stream":"c1-out","n":8}                     back: 8 and all before it have arrived
    {"type":"resume","stream":"c1-out","n":8}                  back, first on each new connection: go on after 8

A *stream* is one direction of one conversation and outlives its connections; both ends know its name. Its messages are
numbered from 1; an `n` of 0 in an acknowledgement says that nothing has arrived yet. Names that are not known are not
looked at, so that an application may add its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from protocol.patterns.json_text import JsonError, read_object, whole_number, write_object

STREAM_LIMIT: Final = 64
"""No stream has a longer name, in characters."""


@dataclass(frozen=True, slots=True)
class Data:
    """Message `number` (from 1) of a stream."""

    stream: str
    number: int
    body: str


@dataclass(frozen=True, slots=True)
class Ack:
    """Message `number` and all before it have arrived: acknowledgements are cumulative, so that one may be lost."""

    stream: str
    number: int


@dataclass(frozen=True, slots=True)
class Resume:
    """The receiver's first word on a new connection: it has everything up to `number`."""

    stream: str
    number: int


Envelope = Data | Ack | Resume


class EnvelopeError(ValueError):
    """A text message that is none of the three; the message says why in one sentence."""


def write_envelope(envelope: Envelope) -> str:
    """The envelope as a text message. ValueError for a body that cannot be UTF-8."""
    match envelope:
        case Data(stream, number, body):
            return write_object({"type": "data", "stream": stream, "n": number, "body": body})
        case Ack(stream, number):
            return write_object({"type": "ack", "stream": stream, "n": number})
        case Resume(stream, number):
            return write_object({"type": "resume", "stream": stream, "n": number})


def read_envelope(text: str) -> Envelope:
    """The envelope that a text message is."""
    try:
        message = read_object(text)
    except JsonError as error:
        raise EnvelopeError(str(error)) from None
    kind, stream, number = message.get("type"), message.get("stream"), whole_number(message.get("n"))
    if not isinstance(stream, str) or not 1 <= len(stream) <= STREAM_LIMIT:
        raise EnvelopeError(f"“stream” is not a name of 1 to {STREAM_LIMIT} characters.")
    if number is None:
        raise EnvelopeError("“n” is not a whole number from 0 to 2^53 - 1.")
    match kind:
        case "data":
            return _data(stream, number, message.get("body"))
        case "ack":
            return Ack(stream, number)
        case "resume":
            return Resume(stream, number)
    raise EnvelopeError("“type” is none of “data”, “ack” and “resume”.")


def _data(stream: str, number: int, body: object) -> Data:
    if number == 0:
        raise EnvelopeError("“n” of a data message counts from 1.")
    if not isinstance(body, str):
        raise EnvelopeError("“body” is not a string.")
    return Data(stream, number, body)
