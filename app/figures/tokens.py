"""One field, one colour, everywhere: the colour token and the display word of each field of a frame.

The names are those of `Frame.fields()` (RFC 6455 section 5.2). A colour is a token and a part of it:
`op.fill` for a 1-bit, a swatch or a bar, `op.tint` for a 0-bit or the ground of a byte, `op.edge` for
text and thin lines, `op.on` for text on the fill.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from protocol.vocabulary import opcode_name

if TYPE_CHECKING:
    from app.drawing.marks import Words

RSV: Final = "RSV1-3"
"""The three reserved bits told as one field, where there is no room for three names."""

TOKENS: Final[dict[str, str]] = {
    "FIN": "fin",
    "RSV1": "rsv",
    "RSV2": "rsv",
    "RSV3": "rsv",
    RSV: "rsv",
    "opcode": "op",
    "MASK": "mask",
    "payload length": "len",
    "extended payload length": "ext",
    "masking key": "key",
    "payload data": "pay",
}
"""Field name -> colour token, in wire order."""


def token(name: str) -> str:
    """The colour token of a field; a name that section 5.2 does not know is drawn like a reserved bit."""
    return TOKENS.get(name, "rsv")


def fill(name: str) -> str:
    """The colour of a 1-bit, a swatch or a bar of this field."""
    return token(name) + ".fill"


def edge(name: str) -> str:
    """The colour of text and thin lines of this field."""
    return token(name) + ".edge"


def tint(name: str) -> str:
    """The colour of a 0-bit and of the ground of a byte of this field."""
    return token(name) + ".tint"


def on(name: str) -> str:
    """The colour of text on the fill of this field."""
    return token(name) + ".on"


def needs_outline(name: str) -> bool:
    """Whether the fill is so light that a swatch or bar of it gets a 1 px outline in the edge colour."""
    return token(name) in {"mask", "ext"}


def hatch(name: str) -> str:
    """The colour of the 45° lines on the extended length's fill, or nothing: they tell it from the length."""
    return edge(name) if token(name) == "ext" else ""


def field_link(name: str) -> str:
    """The link that all marks of one field share."""
    return "field:" + name


def field_word(words: Words, name: str) -> str:
    """The name of a field in the reader's language; FIN, RSV and MASK are the same in all of them."""
    match name:
        case "opcode":
            return words.translate("figures", "opcode")
        case "payload length":
            return words.translate("figures", "payload length")
        case "extended payload length":
            return words.translate("figures", "extended payload length")
        case "masking key":
            return words.translate("figures", "masking key")
        case "payload data":
            return words.translate("figures", "payload data")
    return name


def opcode_word(words: Words, opcode: int) -> str:
    """What a frame with this opcode carries, in the reader's language: `text`, `ping` ... `reserved`."""
    names = {
        "continuation": words.translate("figures", "continuation"),
        "text": words.translate("figures", "text"),
        "binary": words.translate("figures", "binary"),
        "close": words.translate("figures", "Close"),
        "ping": words.translate("figures", "ping"),
        "pong": words.translate("figures", "pong"),
        "reserved": words.translate("figures", "reserved"),
    }
    return names[opcode_name(opcode)]
