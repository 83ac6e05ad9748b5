"""What the table of opcodes says of each: its name, what its payload may be, and where RFC 6455 says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.frame_spoken import OPCODE_SECTIONS
from app.figures.tokens import opcode_word
from protocol.vocabulary import is_control, opcode_name

if TYPE_CHECKING:
    from app.drawing.marks import Words

CONTROL_SECTION: Final = "5.5"
DATA_SECTION: Final = "5.6"


def half_heading(words: Words, *, control: bool) -> str:
    """What one half of the sixteen opcodes is for."""
    if control:
        return words.translate("figures", "Control frames")
    return words.translate("figures", "Data frames")


def half_note(words: Words, *, control: bool) -> str:
    """By which bit one half is known."""
    if control:
        return words.translate("figures", "first opcode bit 1  §5.5")
    return words.translate("figures", "first opcode bit 0  §5.6")


def carries(words: Words, opcode: int) -> str:
    """What the payload of a frame with this opcode may be."""
    return {
        "continuation": words.translate("figures", "more of a message"),
        "text": words.translate("figures", "text in UTF-8"),
        "binary": words.translate("figures", "any bytes"),
        "close": words.translate("figures", "empty, or code + reason"),
        "ping": words.translate("figures", "0 to 125 bytes"),
        "pong": words.translate("figures", "0 to 125 bytes"),
        "reserved": words.translate("figures", "not defined yet"),
    }[opcode_name(opcode)]


def fragments(words: Words, opcode: int) -> str:
    """Whether a message with this opcode may be cut into frames (sections 5.4 and 5.5)."""
    if is_control(opcode):
        return words.translate("figures", "A control frame carries at most 125 bytes and is never fragmented.")
    return words.translate("figures", "A data message may be cut into fragments.")


def opcode_sentence(words: Words, opcode: int, *, now: bool) -> str:
    """The whole row for the ear."""
    section = OPCODE_SECTIONS.get(opcode_name(opcode), "5.2")
    if opcode_name(opcode) == "reserved":
        text = words.translate(
            "figures", "Opcode 0x{opcode:x}, reserved. A receiver that does not know it must fail the connection."
        ).format(opcode=opcode)
        rest = ""
    else:
        text = words.translate("figures", "Opcode 0x{opcode:x}, {name}: {payload}.").format(
            opcode=opcode, name=opcode_word(words, opcode), payload=carries(words, opcode)
        )
        rest = fragments(words, opcode)
    cited = words.translate("figures", "RFC 6455 section {section}").format(section=section)
    here = words.translate("figures", "This frame has it.") if now else ""
    gap = "" if words.lang.startswith("zh") else " "
    return gap.join(part for part in (text, rest, here, cited) if part)
