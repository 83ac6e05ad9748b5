"""The road that most frames take: whole messages of one frame, side by side.

Almost every frame of almost every connection is a whole text or binary message that breaks no rule. To read one, all
that section 5.2 of RFC 6455 says comes down to two questions about its first two bytes:

    FIN 1, RSV 0, opcode 1 or 2        one of two values of the first byte
    MASK as it must be, length < 127   one comparison with the second, or a length in two bytes

`plain_messages` reads as many of them as stand there and stops before the first frame that is anything else: a
fragment, a control frame, a long or compressed one, one that is not whole, one that breaks a rule. `Stream` takes that
one field by field, and then comes back. `pass_plain` passes over the same frames for who only watches, and makes no
messages of them: what they say is read when somebody asks. Tests hold all roads together.

Of a text, an observer has to know whether it is UTF-8. Most are ASCII, where the highest bit of each byte is 0. So the
bytes on the wire are XORed with the key, as one long number (see `masking`), and the highest bits of the result are
looked at: the text itself need not be written out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from protocol.events import Event, MessageReceived
from protocol.masking import ONES, SHORT, mask
from protocol.vocabulary import Opcode

if TYPE_CHECKING:
    from protocol.columns import Sent

WHOLE_TEXT: Final = 0b1000_0000 | Opcode.TEXT
WHOLE_BINARY: Final = 0b1000_0000 | Opcode.BINARY


def plain_messages(data: bytes, at: int, limit: int, masked: bool) -> tuple[list[Event], int]:
    """The messages that begin at `at`, and where in `data` the first byte after them stands.

    `masked` says whether the sender has to mask, `limit` is the largest message in bytes.
    """
    messages: list[Event] = []
    mask_bit = 0b1000_0000 if masked else 0
    key_size = 4 if masked else 0
    end = len(data)
    while end - at >= 2:
        first = data[at]
        length = data[at + 1] - mask_bit
        if first not in (WHOLE_TEXT, WHOLE_BINARY) or not 0 <= length <= 126:
            break
        start = at + 2 + key_size
        if length == 126:
            start += 2
            if start > end:
                break
            length = data[at + 2] << 8 | data[at + 3]
            if length < 126:  # not the shortest form
                break
        stop = start + length
        if stop > end or length > limit:
            break
        payload = mask(data[start:stop], data[start - 4 : start]) if masked else data[start:stop]
        text = None
        if first == WHOLE_TEXT:
            try:
                text = payload.decode()
            except UnicodeDecodeError:
                break
        messages.append(MessageReceived(first & 0b1111, payload, text))
        at = stop
    return messages, at


_WHOLE: Final = frozenset({WHOLE_TEXT, WHOLE_BINARY})

_HIGH: Final = tuple(int.from_bytes(b"\x80" * size, "little") for size in range(SHORT + 1))
"""0, 80, 8080, 808080 ... (hexadecimal): the highest bits of so many bytes."""


def pass_plain(  # noqa: C901, PLR0912 (one more call for each frame costs as much as all the rest)
    data: bytes, limit: int, masked: bool, offset: int, frames: Sent
) -> int:
    """The same as `plain_messages` from the beginning of `data` on, which is byte `offset` of the stream: each frame is
    added to `frames`. Where the first byte after them stands."""
    mask_bit, key_size = (0b1000_0000, 4) if masked else (0, 0)
    number = int.from_bytes
    add_first, add_start, add_length, add_size = frames.appends
    at, end = 0, len(data)
    while end - at >= 2:
        first = data[at]
        length = data[at + 1] - mask_bit
        if first not in _WHOLE or not 0 <= length <= 126:
            break
        start = at + 2 + key_size
        if length == 126:
            start += 2
            if start > end:
                break
            length = data[at + 2] << 8 | data[at + 3]
            if length < 126:  # not the shortest form
                break
        stop = start + length
        if stop > end or length > limit:
            break
        if first == WHOLE_TEXT:
            wire = data[start:stop]
            if not masked:
                if not wire.isascii() and not is_text(wire):
                    break
            elif length > SHORT:
                if not is_text(mask(wire, data[start - 4 : start])):
                    break
            else:
                key = data[start - 4 : start]
                text = number(wire, "little") ^ number(key, "little") * ONES[(length + 3) >> 2]
                if text & _HIGH[length] and not is_text(mask(wire, key)):
                    break
        add_first(first)
        add_start(offset + at)
        add_length(length)
        add_size(stop - at)
        at = stop
    return at


def is_text(payload: bytes) -> bool:
    """Whether these bytes are UTF-8."""
    try:
        payload.decode()
    except UnicodeDecodeError:
        return False
    return True
