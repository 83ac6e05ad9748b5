"""What a figure of a frame draws, taken apart without any geometry: fields by bit, characters by byte, bytes
left out.

A `Part` is a run of bits of one field, clipped to the bits that are there and to the row or byte that
shows it; RSV1-3 may be told as one. A `Character` is what some payload bytes say to a reader: a UTF-8
character of one to four bytes, a close code of two, or a dot.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from app.drawing.values import dataclass
from app.figures.tokens import RSV, token
from protocol.frames import LONGEST_HEADER, least_size
from protocol.vocabulary import Opcode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from protocol.frames import Frame

UNPRINTABLE = "·"
"""What stands for a byte that is no character by itself."""


@dataclass(frozen=True, slots=True)
class Part:
    """The bits `[start, stop)` of one field, counted from the frame's first bit."""

    name: str
    start: int
    stop: int
    continued: bool = False
    """The field began before `start`: another row or byte shows its first bits."""

    @property
    def width(self) -> int:
        """Length in bits."""
        return self.stop - self.start


def parts(frame: Frame, *, merge: bool = True) -> tuple[Part, ...]:
    """The fields of a frame in wire order, as far as its bytes go; with `merge`, RSV1 to RSV3 are one."""
    end = frame.size * 8
    found: list[Part] = []
    for item in frame.fields():
        stop = min(item.stop_bit, end)
        if stop <= item.start_bit:
            continue
        if merge and found and token(item.name) == "rsv" == token(found[-1].name):
            found[-1] = Part(RSV, found[-1].start, stop)
        else:
            found.append(Part(item.name, item.start_bit, stop))
    return tuple(found)


def within(all_parts: Iterable[Part], start: int, stop: int) -> tuple[Part, ...]:
    """The parts that have bits in `[start, stop)`, clipped to it."""
    return tuple(
        Part(part.name, max(part.start, start), min(part.stop, stop), part.start < start)
        for part in all_parts
        if part.start < stop and part.stop > start
    )


def declared_size(frame: Frame) -> int:
    """How many payload bytes the header announces, whether or not they are there."""
    if frame.length_form == 7:
        return frame.header[1] & 0b111_1111
    return int.from_bytes(frame.header[2 : 2 + frame.length_form // 8], "big")


def missing_bytes(frame: Frame) -> int:
    """How many bytes a frame that was cut short lacks of what its header announces."""
    return max(0, least_size(frame.raw[:LONGEST_HEADER]) - frame.size)


@dataclass(frozen=True, slots=True)
class Character:
    """What the payload bytes `[start, stop)` say; `meaning` is `char`, `code` (of a Close) or `none`."""

    start: int
    stop: int
    text: str
    meaning: str = "char"


def characters(frame: Frame, start: int, stop: int) -> tuple[Character, ...]:
    """What the payload bytes `[start, stop)` say; a character that is cut by these limits is told whole."""
    payload = frame.payload
    stop = min(stop, len(payload))
    found: list[Character] = []
    place = max(0, start)
    if frame.opcode == Opcode.CLOSE:
        if start < 2 <= len(payload):
            found.append(Character(0, 2, str(int.from_bytes(payload[:2], "big")), "code"))
        place = max(2, place) if len(payload) >= 2 else place
    first = 2 if frame.opcode == Opcode.CLOSE else 0
    while place > max(first, start - 3) and place < len(payload) and payload[place] & 0xC0 == 0x80:
        place -= 1
    while place < stop:
        size = 1 if frame.opcode == Opcode.BINARY else _sequence_size(payload[place])
        text = _read(payload[place : place + size])
        size = size if text else 1
        if place + size > start:
            found.append(Character(place, place + size, text or UNPRINTABLE, "char" if text else "none"))
        place += size
    return tuple(found)


def _sequence_size(lead: int) -> int:
    """How many bytes a UTF-8 character has by its first one (RFC 3629 section 3)."""
    if lead >= 0xF0:
        return 4
    if lead >= 0xE0:
        return 3
    return 2 if lead >= 0xC0 else 1


def _read(data: bytes) -> str:
    """The printable character that these bytes are, or nothing."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return ""
    if len(text) != 1:
        return ""
    if text == " ":
        return "␣"
    kind = unicodedata.category(text)[0]
    if kind in "CZ":
        return ""
    return "◌" + text if kind == "M" else text


def ascii_character(byte: int) -> str:
    """The ASCII character of one byte as it stands on the wire, or a dot."""
    return chr(byte) if 0x21 <= byte <= 0x7E else UNPRINTABLE


def chosen(count: int, limit: int, keep: int | None = None) -> tuple[int | None, ...]:
    """Which of `count` things are shown in `limit` places: the first, a break (None), the last.

    With `keep`, that one is always among them, with its neighbours where there is room.
    """
    if count <= limit:
        return tuple(range(count))
    head = max(1, limit - 2)
    if keep is None or keep < head or keep == count - 1:
        return (*range(head), None, count - 1)
    run = max(1, limit - 4)
    start = min(max(1, keep - run // 2), count - run - 1)
    middle = tuple(range(start, start + run))
    left = () if start == 1 else (None,)
    right = () if start + run == count - 1 else (None,)
    return (0, *left, *middle, *right, count - 1)


MOST_ROWS = {8: 18, 16: 12, 32: 8}
"""Bits in a row -> rows of a bit diagram; the longest header and some payload stand before a break."""


def shown_rows(size: int, bits: int) -> tuple[int | None, ...]:
    """Which rows of `bits` bits show a frame of `size` bytes, with None for the break in a long payload."""
    total, most = -(-8 * size // bits), MOST_ROWS[bits]
    return chosen(total, most if total <= most else most - 1)


def value_text(raw: bytes, part: Part) -> str:
    """What a part holds: bytes as hex, the opcode as one hex digit, smaller fields as the number that they are."""
    if part.start % 8 == 0 and part.stop % 8 == 0:
        return hex_text(raw[part.start // 8 : part.stop // 8])
    number = raw[part.start // 8] >> -part.stop % 8 & (1 << part.width) - 1
    return f"0x{number:x}" if part.name == "opcode" else str(number)


def hex_text(data: bytes) -> str:
    """Bytes as people read them: `7f 9f 4d`."""
    return data.hex(" ")
