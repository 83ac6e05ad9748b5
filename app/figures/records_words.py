"""The words of the figure `records`: what can be read outside, and what is inside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.tokens import opcode_word
from protocol.tls_records import APPLICATION_DATA
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from app.figures.records_view import Flight
    from protocol.frames import Frame

CHANGE_CIPHER_SPEC: Final = 20
"""In TLS 1.3 it says nothing: it stands there for boxes on the way that know older TLS (RFC 8446 appendix D.4)."""

QUOTED: Final = 28
"""Characters of a text that a row quotes."""


def outside(words: Words, flight: Flight) -> str:
    """What everybody on the way reads: the types of the records, or everything."""
    if flight.what == "bare":
        return inside(words, flight)
    names = list(dict.fromkeys(record.name for record in flight.records if record.type != CHANGE_CIPHER_SPEC))
    return " + ".join(names)


def inside(words: Words, flight: Flight) -> str:
    """What only the two ends know."""
    if flight.what == "handshake":
        if all(record.type != APPLICATION_DATA for record in flight.records):
            return words.translate("figures", "nothing: this is in the clear")
        return words.translate("figures", "TLS handshake")
    if flight.what == "goodbye":
        return words.translate("figures", "close_notify: the end of TLS")
    if flight.head:
        text = words.translate("figures", "HTTP request") if flight.who is Role.CLIENT else ""
        return text or words.translate("figures", "HTTP response")
    return ", ".join(frame_text(words, frame) for frame in flight.frames) or words.translate("figures", "bytes")


def frame_text(words: Words, frame: Frame) -> str:
    """A frame in a few words."""
    name = opcode_word(words, frame.opcode)
    if frame.opcode == Opcode.TEXT:
        text = frame.payload.decode("utf-8", "replace")
        return f"{name} “{text if len(text) <= QUOTED else text[: QUOTED - 1] + '…'}”"
    return name


def sentence(words: Words, flight: Flight | None) -> str:
    """The newest flight, for the text alternative."""
    if flight is None:
        return words.translate("figures", "Nothing has crossed the wire yet.")
    text = words.translate("figures", "Outside: {size} bytes, {outside}. Inside: {inside}.")
    return text.format(size=flight.size, outside=outside(words, flight), inside=inside(words, flight))
