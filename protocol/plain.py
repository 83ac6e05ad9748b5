"""The road that most frames take: whole messages of one frame, side by side.

Almost every frame of almost every connection is a whole text or binary message that breaks no rule. To read one, all
that section 5.2 of RFC 6455 says comes down to two questions about its first two bytes:

    FIN 1, RSV 0, opcode 1 or 2        one of two values of the first byte
    MASK as it must be, length < 127   one comparison with the second, or a length in two bytes

`plain_messages` reads as many of them as stand there and stops before the first frame that is anything else: a
fragment, a control frame, a long or compressed one, one that is not whole, one that breaks a rule. `Stream` takes that
one field by field, and then comes back. A test holds both roads together.
"""

from __future__ import annotations

from typing import Final

from protocol.events import Event, MessageReceived
from protocol.masking import mask
from protocol.vocabulary import Opcode

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
