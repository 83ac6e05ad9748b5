"""The words of the exported figure: a caption computed from the frame, and the value in each box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.figures.frame_parts import declared_size, hex_text, missing_bytes
from app.figures.tokens import opcode_word
from protocol.fields import bit_at
from protocol.masking import mask
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from app.figures.frame_parts import Part
    from app.figures.frame_view import View

LONGEST_TEXT = 60
"""Characters of the payload that a caption quotes."""


def label(words: Words, number: int | str) -> str:
    """`Figure 1.`"""
    return words.translate("figures", "Figure {number}.").format(number=number)


def caption(words: Words, view: View, first: str = "") -> str:
    """What the figure shows, whole sentences in the language of the words; `first` is the first one, if it is known."""
    frame = view.frame
    sentences = [first or first_sentence(words, view)]
    if not frame.fin:
        sentences.append(words.translate("figures", "FIN is 0: it is not the last fragment of its message."))
    if frame.length_form != 7:
        text = words.translate("figures", "The length {size} follows the first two bytes in {count} more.")
        sentences.append(text.format(size=declared_size(frame), count=frame.length_form // 8))
    if frame.masked and frame.wire:
        sentences.append(_masking(words, view))
    if missing := missing_bytes(frame):
        sentences.append(words.translate("figures", "Bytes missing at its end: {count}.").format(count=missing))
    for broken in view.broken:
        text = words.translate("figures", "It breaks a rule of section {section}: {rule}.")
        sentences.append(text.format(section=broken.rule.section, rule=words.rule(broken.rule.id)))
    sentences.append(words.translate("figures", "Bit 0 is the most significant bit of the first byte sent."))
    sentences.append(words.translate("figures", "Layout after RFC 6455, section 5.2."))
    return ("" if words.lang.startswith("zh") else " ").join(sentences)


def first_sentence(words: Words, view: View) -> str:
    """What kind of frame this is, whose, how long and what it carries."""
    frame = view.frame
    if frame.masked:
        to_server = words.translate("figures", "A masked {kind} frame from client to server, {size} bytes, {content}.")
        to_client = words.translate("figures", "A masked {kind} frame from server to client, {size} bytes, {content}.")
    else:
        to_server = words.translate(
            "figures", "An unmasked {kind} frame from client to server, {size} bytes, {content}."
        )
        to_client = words.translate(
            "figures", "An unmasked {kind} frame from server to client, {size} bytes, {content}."
        )
    text = to_server if view.sender is Role.CLIENT else to_client
    kind = opcode_word(words, frame.opcode)
    if kind.isascii() and words.lang.startswith("zh"):
        kind = " " + kind + " "  # Latin letters among Chinese characters stand between spaces
    return text.format(kind=kind, size=frame.size, content=_content(words, view))


def _content(words: Words, view: View) -> str:
    """What the payload is, as the end of a sentence."""
    frame, opcode = view.frame, view.frame.opcode
    begin = frame.wire[: LONGEST_TEXT * 4 + 4]
    payload = mask(begin, frame.key) if frame.masked else begin
    if not payload:
        return words.translate("figures", "without payload")
    if opcode == Opcode.CLOSE and len(payload) >= 2:
        code = int.from_bytes(payload[:2], "big")
        reason = _text(payload[2:])
        if reason:
            return words.translate("figures", "with code {code} and the reason “{reason}”").format(
                code=code, reason=reason
            )
        return words.translate("figures", "with code {code}").format(code=code)
    text = _text(payload) if opcode != Opcode.BINARY else ""
    if text:
        return words.translate("figures", "carrying “{text}”").format(text=text)
    if len(frame.wire) == 1:
        return words.translate("figures", "with one byte of payload")
    return words.translate("figures", "with {count} bytes of payload").format(count=len(frame.wire))


def _text(data: bytes) -> str:
    """The data as a short printable text, or nothing."""
    try:
        text = data[: LONGEST_TEXT * 4].decode()
    except UnicodeDecodeError as error:
        # A character that the slice cut in two is no fault of the text.
        if error.start < LONGEST_TEXT or len(data) <= LONGEST_TEXT * 4:
            return ""
        text = data[: error.start].decode()
    if not text.isprintable():
        return ""
    return text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT] + "…"


def _masking(words: Words, view: View) -> str:
    frame = view.frame
    if len(frame.wire) <= 8:
        text = words.translate(
            "figures", "Each payload byte is XORed with one byte of the masking key: {plain} becomes {wire}."
        )
        return text.format(plain=hex_text(frame.payload), wire=hex_text(frame.wire))
    return words.translate("figures", "Each payload byte is XORed with one byte of the masking key.")


def value_words(words: Words, view: View, part: Part) -> tuple[str, bool]:
    """The value in a box, and whether it is monospaced hex."""
    frame = view.frame
    if part.name == "FIN":
        return (words.translate("figures", "final") if frame.fin else words.translate("figures", "more")), False
    if part.name == "MASK":
        return (words.translate("figures", "on") if frame.masked else words.translate("figures", "off")), False
    if part.name == "opcode":
        return f"{frame.opcode:X} = {opcode_word(words, frame.opcode)}", False
    if part.name == "payload length":
        return _length(words, view, part), False
    if part.width < 8:
        return "", False
    value = hex_text(view.raw[part.start // 8 : part.stop // 8])
    whole = next(each for each in view.parts if each.name == part.name)
    if part.name == "extended payload length" and part.stop == whole.stop:
        value += f" = {declared_size(frame)}"
    return value, True


def _length(words: Words, view: View, part: Part) -> str:
    value = int("".join(str(bit_at(view.raw, bit)) for bit in range(part.start, part.stop)), 2)
    if view.frame.length_form == 16:
        return words.translate("figures", "126: the length is in the next 2 bytes")
    if view.frame.length_form == 64:
        return words.translate("figures", "127: the length is in the next 8 bytes")
    if value == 1:
        return words.translate("figures", "1 byte")
    return words.translate("figures", "{count} bytes").format(count=value)
