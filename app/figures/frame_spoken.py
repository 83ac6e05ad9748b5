"""One sentence for eye and ear about each bit, byte and field of a frame: tooltip, accessible name, SVG
title.

`meaning` says what a field's value means and which section of RFC 6455 says so; the other functions put
the place in front of it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from app.figures.frame_parts import declared_size, hex_text
from app.figures.tokens import RSV, field_word, opcode_word
from protocol.fields import bit_at
from protocol.vocabulary import Opcode, Role, is_control, opcode_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.drawing.marks import Words
    from app.figures.frame_parts import Part
    from protocol.frames import Frame


OPCODE_SECTIONS: Final = {
    "continuation": "5.4",
    "text": "5.6",
    "binary": "5.6",
    "close": "5.5.1",
    "ping": "5.5.2",
    "pong": "5.5.3",
}
"""Where RFC 6455 says what a frame with this opcode is for; section 5.2 lists them all."""


def meaning(words: Words, name: str, frame: Frame, sender: Role) -> tuple[str, str]:
    """What the value of a field says, in one or two short sentences, and the section of RFC 6455."""
    section = "5.2"
    if name == "FIN":
        text, section = _fin(words, frame)
    elif name.startswith("RSV"):
        text = _rsv(words, name, frame)
    elif name == "opcode":
        text, section = _opcode(words, frame.opcode)
    elif name == "MASK":
        text, section = _mask(words, frame, sender), "5.1"
    elif name == "payload length":
        text = _length(words, frame)
    elif name == "extended payload length":
        told = words.translate(
            "figures", "Length of the payload in bytes: {size}. The most significant byte comes first."
        )
        text = told.format(size=declared_size(frame))
    elif name == "masking key":
        text = words.translate("figures", "Four bytes, new and unpredictable in every frame, that mask the payload.")
        section = "5.3"
    elif frame.masked:
        text = words.translate("figures", "The payload as it travels: each byte XORed with one byte of the key.")
        section = "5.3"
    else:
        text = words.translate("figures", "The payload, not masked.")
    return text, section


def _fin(words: Words, frame: Frame) -> tuple[str, str]:
    if frame.fin:
        return words.translate("figures", "This frame is the last fragment of its message."), "5.2"
    if is_control(frame.opcode):
        text = words.translate("figures", "More fragments would follow, but a control frame is never fragmented.")
        return text, "5.5"
    return words.translate("figures", "More fragments of this message follow."), "5.4"


def _rsv(words: Words, name: str, frame: Frame) -> str:
    value = frame.rsv if name == RSV else frame.rsv >> (3 - int(name[3:])) & 1
    if not value:
        return words.translate("figures", "Reserved for extensions: 0 when none is negotiated.")
    return words.translate(
        "figures",
        "Reserved for extensions. With none negotiated it must be 0; otherwise the receiver must fail the connection.",
    )


def _opcode(words: Words, opcode: int) -> tuple[str, str]:
    told = {
        "continuation": words.translate("figures", "The payload continues the message begun before."),
        "text": words.translate("figures", "The payload is text in UTF-8."),
        "binary": words.translate("figures", "The payload is binary data; the application knows what it means."),
        "close": words.translate("figures", "The sender closes the connection and sends no more data."),
        "ping": words.translate("figures", "The receiver answers with a pong that carries the same payload."),
        "pong": words.translate("figures", "The answer to a ping, or a sign of life without one."),
        "reserved": words.translate("figures", "Reserved: a receiver that does not know it must fail the connection."),
    }
    name = opcode_name(opcode)
    return told[name], OPCODE_SECTIONS.get(name, "5.2")


def _mask(words: Words, frame: Frame, sender: Role) -> str:
    if sender is Role.CLIENT:
        if frame.masked:
            return words.translate(
                "figures",
                "Set on every frame from client to server."
                " A server that receives an unmasked frame must close the connection.",
            )
        return words.translate(
            "figures", "A client must mask every frame that it sends. The server must close the connection."
        )
    if frame.masked:
        return words.translate(
            "figures",
            "A server must not mask the frames that it sends. The client must close the connection.",
        )
    return words.translate("figures", "Frames from server to client are never masked.")


def _length(words: Words, frame: Frame) -> str:
    if frame.length_form == 16:
        return words.translate("figures", "126 means: the next 2 bytes tell the length.")
    if frame.length_form == 64:
        return words.translate("figures", "127 means: the next 8 bytes tell the length.")
    return words.translate("figures", "Length of the payload in bytes: {size}.").format(size=declared_size(frame))


def section_text(words: Words, section: str) -> str:
    """`RFC 6455 section 5.1` in the reader's language."""
    return words.translate("figures", "RFC 6455 section {section}").format(section=section)


def direction_text(words: Words, sender: Role) -> str:
    """`from client to server` or the other way."""
    if sender is Role.CLIENT:
        return words.translate("figures", "from client to server")
    return words.translate("figures", "from server to client")


def place_text(words: Words, part: Part, value: str) -> str:
    """Where a field stands and what it holds: `bit 8 = 1   byte 1, mask 0x80`."""
    first, last = part.start // 8, (part.stop - 1) // 8
    if part.width == 1:
        bits = words.translate("figures", "bit {bit} = {value}").format(bit=part.start, value=value)
    else:
        text = words.translate("figures", "bits {first}-{last} = {value}")
        bits = text.format(first=part.start, last=part.stop - 1, value=value)
    if first != last:
        where = words.translate("figures", "bytes {first}-{last}").format(first=first, last=last)
    elif part.width == 8:
        where = words.translate("figures", "byte {byte}").format(byte=first)
    else:
        mask = (0xFF >> part.start % 8) & (0xFF << (7 - (part.stop - 1) % 8)) & 0xFF
        where = words.translate("figures", "byte {byte}, mask 0x{mask:02x}").format(byte=first, mask=mask)
    return bits + "   " + where


def bit_sentence(words: Words, frame: Frame, sender: Role, part: Part, bit: int, *, raw: bytes) -> str:
    """`MASK, bit 8, value 1, byte 1 mask 0x80. Set on every frame ... RFC 6455 section 5.1`"""
    name = f"RSV{bit}" if part.name == RSV else part.name
    return bit_teller(words, frame, sender, name).sentence(bit, bit_at(raw, bit))


class BitTeller(NamedTuple):
    """What the sentences about all bits of a field have in common, looked up once."""

    text: str
    field: str
    told: str
    section: str

    def sentence(self, bit: int, value: int) -> str:
        """That of one bit."""
        return _bit_said(self.text, self.field, bit, value, self.told, self.section)


def bit_teller(words: Words, frame: Frame, sender: Role, name: str) -> BitTeller:
    """Tells the bits of the field of that name."""
    text = words.translate(
        "figures", "{field}, bit {bit}, value {value}, byte {byte} mask 0x{mask:02x}. {meaning} {section}"
    )
    told, section = meaning(words, name, frame, sender)
    return BitTeller(text, field_word(words, name), told, section_text(words, section))


@lru_cache(8192)
def _bit_said(text: str, field: str, bit: int, value: int, told: str, section: str) -> str:
    """Figures that are written by the hundred say the same about most of their bits."""
    return text.format(
        field=field, bit=bit, value=value, byte=bit // 8, mask=0x80 >> bit % 8, meaning=told, section=section
    )


def byte_sentence(words: Words, frame: Frame, byte: int, value: int, inside: Iterable[Part]) -> str:
    """`Byte 1, 0x85: MASK, payload length.`"""
    names = ", ".join(field_word(words, part.name) for part in inside)
    place = byte - len(frame.header)
    if place >= 0 and frame.masked:
        text = words.translate(
            "figures", "Byte {byte}, 0x{value:02x}: payload byte {place}, masked; 0x{plain:02x} unmasked."
        )
        return text.format(byte=byte, value=value, place=place, plain=value ^ frame.key[place % 4])
    return words.translate("figures", "Byte {byte}, 0x{value:02x}: {fields}.").format(
        byte=byte, value=value, fields=names
    )


def field_sentence(words: Words, frame: Frame, sender: Role, part: Part, value: str) -> str:
    """`masking key, bits 16-47 = 37 fa 21 3d, bytes 2-5. Four bytes ... RFC 6455 section 5.3`"""
    text = words.translate("figures", "{field}, {place}. {meaning} {section}")
    told, section = meaning(words, part.name, frame, sender)
    place = place_text(words, part, value).replace("   ", words.translate("figures", ", "))
    return text.format(
        field=field_word(words, part.name), place=place, meaning=told, section=section_text(words, section)
    )


def close_notes(words: Words, frame: Frame) -> list[str]:
    """What the payload of a Close frame says: the code as arithmetic, and the reason (section 5.5.1)."""
    body = frame.payload
    if frame.opcode != Opcode.CLOSE:
        return []
    if not body:
        return [words.translate("figures", "No payload: no code is given, and the receiver is told 1005.")]
    if len(body) == 1:
        return [
            words.translate("figures", "One byte is too short: a Close body is empty or begins with a 2-byte code.")
        ]
    text = words.translate("figures", "code = 0x{high:02x} · 256 + 0x{low:02x} = {code}")
    code = text.format(high=body[0], low=body[1], code=int.from_bytes(body[:2], "big"))
    if len(body) == 2:
        return [code + words.translate("figures", ", no reason")]
    try:
        reason = words.translate("figures", ", reason “{reason}”").format(reason=body[2:].decode())
    except UnicodeDecodeError:
        reason = words.translate("figures", ", a reason that is not UTF-8: {bytes}").format(bytes=hex_text(body[2:10]))
    return [code + reason]


def frame_sentence(words: Words, frame: Frame, sender: Role, known: int | None = None) -> str:
    """The whole frame in one line, for the text alternative of a figure; bytes from `known` on are not told."""
    text = words.translate(
        "figures",
        "A frame {direction}, {size} bytes: FIN {fin}, RSV {rsv:03b}, opcode {opcode}, MASK {mask},"
        " payload length {length}. Bytes: {bytes}.",
    )
    stop = min(frame.size if frame.size <= 40 else 32, frame.size if known is None else known)
    return text.format(
        direction=direction_text(words, sender), size=frame.size, fin=int(frame.fin), rsv=frame.rsv,
        opcode=opcode_word(words, frame.opcode), mask=int(frame.masked), length=len(frame.wire),
        bytes=hex_text(frame.raw[:stop]) + ("" if stop == frame.size else " …"),
    )  # fmt: skip
