"""What frames in general consist of, as section 5.2 of RFC 6455 draws it: every field in its longest form, and what
makes it be there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.values import dataclass
from app.figures.frame_parts import Part, within
from app.figures.tokens import field_word

if TYPE_CHECKING:
    from app.drawing.marks import Words

FIELDS: Final = (
    Part("FIN", 0, 1), Part("RSV1", 1, 2), Part("RSV2", 2, 3), Part("RSV3", 3, 4), Part("opcode", 4, 8),
    Part("MASK", 8, 9), Part("payload length", 9, 16), Part("extended payload length", 16, 80),
    Part("masking key", 80, 112),
)  # fmt: skip
PAYLOAD: Final = 112
"""The first bit of the payload data, which has no last one."""

OPTIONAL: Final = frozenset({"extended payload length", "masking key"})

ONLY_LONGEST: Final = 32
"""From this bit on the extended payload length is there only in its longer form."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One field in one row: its bits, what its box is called, how long it is or what makes it be there."""

    part: Part
    name: str
    note: str
    goes_on: bool

    @property
    def optional(self) -> bool:
        """Whether it need not be there."""
        return self.part.name in OPTIONAL


def layout_rows(words: Words, bits: int) -> list[tuple[Piece, ...]]:
    """The rows of `bits` bits each; the last one is full of payload data that goes on."""
    stop = (PAYLOAD // bits + 2) * bits
    fields = (*FIELDS, Part("payload data", PAYLOAD, stop))
    ends = {each.name: each.stop for each in fields[:-1]}
    return [
        tuple(
            Piece(part, _name(words, part), _note(words, part), part.stop < ends.get(part.name, stop + 1))
            for part in within(fields, first, first + bits)
        )
        for first in range(0, stop, bits)
    ]


def _name(words: Words, part: Part) -> str:
    name = field_word(words, part.name)
    if part.continued:
        return words.translate("figures", "{field} (continued)").format(field=name)
    return name


def _note(words: Words, part: Part) -> str:
    """What stands below the name; nothing where a row before has said it."""
    if part.name == "extended payload length" and part.start >= ONLY_LONGEST:
        return words.translate("figures", "only if payload length is 127")
    if part.continued:
        return ""
    notes = {
        "opcode": words.translate("figures", "4 bits"),
        "payload length": words.translate("figures", "7 bits"),
        "extended payload length": words.translate("figures", "16 bits if payload length is 126, 64 if it is 127"),
        "masking key": words.translate("figures", "32 bits, if MASK is 1"),
        "payload data": words.translate("figures", "as long as the length says"),
    }
    return notes[part.name] if part.name in notes else words.translate("figures", "1 bit")


def layout_title(words: Words) -> str:
    """What the figure is, in a few words."""
    return words.translate("figures", "The WebSocket frame")


def layout_caption(words: Words) -> str:
    """What the figure shows, whole sentences in the language of the words."""
    sentences = (
        words.translate("figures", "The fields of a WebSocket frame."),
        words.translate(
            "figures",
            "The extended payload length is there only if payload length is 126 (16 bits) or 127 (64 bits),"
            " the masking key only if MASK is 1.",
        ),
        words.translate("figures", "Bit 0 is the most significant bit of the first byte sent."),
        words.translate("figures", "Layout after RFC 6455, section 5.2."),
    )
    return ("" if words.lang.startswith("zh") else " ").join(sentences)
