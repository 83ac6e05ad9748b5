"""Where the other libraries are known to differ from ours on streams that are not valid, and what the RFC says of it.

A row explains a difference only if its condition holds for that very stream; any other difference fails the test. Each
row has an example that shows it, so that a row which is no longer true is noticed, too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from stream_support import Control, Pen, Said
from wire_support import MASK

from protocol.extensions import Deflate
from protocol.frames import encode_frame
from protocol.vocabulary import CloseCode, Opcode, Role
from tests.differential.cases import Case

BOTH: Final = ("websockets", "wsproto")
WEBSOCKETS: Final = ("websockets",)
WSPROTO: Final = ("wsproto",)


@dataclass(frozen=True)
class Difference:
    """Something that `peers` do otherwise, where the RFC speaks of it, and when it explains a case.

    `example` is a stream of a client that shows it, under `deflate`.
    """

    name: str
    peers: tuple[str, ...]
    section: str
    explains: Callable[[Case], bool]
    example: bytes
    deflate: Deflate | None = None
    limit: int = 1 << 20


def frame(opcode: int, payload: bytes = b"", *, fin: bool = True, rsv: int = 0, form: int | None = None) -> bytes:
    return encode_frame(opcode, payload, fin=fin, rsv=rsv, key=MASK, length_form=form)


def is_bad_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return True
    return False


def codes(ours: int, theirs: int) -> Callable[[Case], bool]:
    """Both failed at the same place, with these codes."""
    return lambda case: case.hear_as_much and (case.ours.failed, case.theirs.failed) == (ours, theirs)


BAD, DATA, BIG = CloseCode.PROTOCOL_ERROR, CloseCode.INVALID_DATA, CloseCode.TOO_BIG
COMPRESSED = Pen(Role.CLIENT, Deflate()).write(
    [Said(Opcode.TEXT, b"Hello " * 9, (2,), (Control(Opcode.PING, b""),)), Said(Opcode.TEXT, b"Hello " * 9)]
)
STORED = b"\x00\x05\x00\xfa\xffHello"

KNOWN: Final = (
    # When a rule is told: the RFC says "fail" and not at which byte, but for text (RFC 6455 section 8.1).
    Difference(
        "websockets reads a frame as a whole, and judges it then",
        WEBSOCKETS, "7.1.7",
        lambda case: case.is_cut and case.they_wait,
        frame(Opcode.TEXT, b"Hello\xff" + bytes(100))[:40],
    ),
    Difference(
        "wsproto judges the place of a fragment when the first byte of its payload is here",
        WSPROTO, "5.4",
        lambda case: case.rule.startswith("fragment.") and case.is_cut and case.they_wait,
        frame(Opcode.CONTINUATION, b"Hello")[:6],
    ),
    Difference(
        "what the first two bytes break is told before the rest of the header is here",
        BOTH, "7.1.7",
        lambda case: case.hear_as_much and case.ours.failed is None and case.theirs.failed in {case.soon, BIG},
        frame(3, b"Hello")[:3],
    ),
    Difference(
        "Python's decoder takes half a surrogate for a character that may still become whole",
        BOTH, "8.1",
        lambda case: case.rule == "text.utf8" and case.they_go_on and case.theirs.failed in {None, BAD, DATA, BIG},
        frame(Opcode.TEXT, b"\xed\xa0", fin=False) + frame(Opcode.PING),
    ),
    # Several rules are broken at once: any of them is right.
    Difference(
        "websockets looks at the length first",
        WEBSOCKETS, "5.2",
        lambda case: codes(BAD, BIG)(case) and case.announced > case.limit,
        b"\x89\xff" + (1 << 40).to_bytes(8, "big") + MASK,
    ),
    Difference(
        "websockets looks at the reason of a Close first, then at its code",
        WEBSOCKETS, "7.4",
        lambda case: case.rule == "close.code" and codes(BAD, DATA)(case) and is_bad_utf8(case.decisive.payload[2:]),
        frame(Opcode.CLOSE, b"\x00\x05\xff"),
    ),
    Difference(
        "text that is not UTF-8, and behind it DEFLATE that is none, or more than there is room for",
        WEBSOCKETS, "8.1",
        lambda case: case.rule == "text.utf8" and case.deflate is not None
        and (codes(DATA, BAD)(case) or codes(DATA, BIG)(case)),
        frame(Opcode.TEXT, b"\x00\x02\x00\xfd\xffa\xff\x07", rsv=4), Deflate(),
    ),
    Difference(
        "wsproto inflates a fragment before it looks at its place",
        WSPROTO, "5.4",
        lambda case: case.rule.startswith("fragment.") and case.deflate is not None and codes(BAD, DATA)(case),
        frame(Opcode.TEXT, STORED, fin=False, rsv=4) + frame(Opcode.TEXT, b"\x07", rsv=4), Deflate(),
    ),
    # What others let pass.
    Difference(
        "websockets takes lengths that are not in their shortest form",
        WEBSOCKETS, "5.2",
        lambda case: case.rule == "frame.shortest" and case.they_go_on,
        frame(Opcode.BINARY, b"Hello", form=16),
    ),
    Difference(
        "a compressed message may end inside a block, or go on behind the last one",
        BOTH, "RFC 7692 7.2.2",
        lambda case: case.rule == "deflate.data" and case.they_go_on,
        frame(Opcode.BINARY, b"", rsv=4), Deflate(),
    ),
    Difference(
        "what stands behind a block with BFINAL is dropped, and so is every message after it",
        BOTH, "RFC 7692 7.2.3.4",
        lambda case: case.has_final_block,
        Pen(Role.CLIENT, Deflate()).write([Said(Opcode.TEXT, b"one", final=True), Said(Opcode.TEXT, b"two")]),
        Deflate(),
    ),
    Difference(
        "wsproto knows no limit",
        WSPROTO, "10.4",
        lambda case: case.rule == "frame.too-big" and case.they_go_on,
        frame(Opcode.BINARY, bytes(200)), None, 100,
    ),
    # What others refuse though it is right.
    Difference(
        "websockets refuses a Close between two fragments (“MAY be injected in the middle”)",
        WEBSOCKETS, "5.4",
        lambda case: case.closes_in_a_message and case.theirs.failed == BAD,
        frame(Opcode.TEXT, b"Hel", fin=False) + frame(Opcode.CLOSE, b"\x03\xe8"),
    ),
    Difference(
        "wsproto forgets at a control frame between two fragments that their message is compressed",
        WSPROTO, "5.4",
        lambda case: case.has_control_in_compressed,
        COMPRESSED, Deflate(),
    ),
    Difference(
        "websockets counts the limit before inflating as well",
        WEBSOCKETS, "10.4",
        lambda case: case.deflate is not None and case.theirs.failed == BIG and case.longest > case.limit,
        frame(Opcode.BINARY, b"\x00\x00\x00\xff\xff" * 9 + b"\x00", rsv=4), Deflate(), 40,
    ),
    Difference(
        "websockets refuses a compressed message of just as many bytes as it takes",
        WEBSOCKETS,
        "10.4",
        lambda case: case.deflate is not None
        and case.theirs.failed == BIG
        and case.fills_the_limit,
        Pen(Role.CLIENT, Deflate()).write([Said(Opcode.BINARY, bytes(range(100)))]),
        Deflate(),
        100,
    ),
    Difference(
        "websockets counts a control frame between two fragments as a part of their message",
        WEBSOCKETS,
        "10.4",
        lambda case: case.theirs.failed == BIG and case.stops_at_control,
        frame(Opcode.BINARY, bytes(90), fin=False) + frame(Opcode.PING, bytes(20)),
        None,
        100,
    ),
    # Another code for the same.
    Difference(
        "DEFLATE that is none is 1002 for websockets; 1007 is for data that is “not consistent with the type”",
        WEBSOCKETS, "7.4.1",
        lambda case: case.rule == "deflate.data" and codes(DATA, BAD)(case),
        frame(Opcode.BINARY, b"\x07", rsv=4), Deflate(),
    ),
)  # fmt: skip
