"""The road that most frames take: whole messages of one frame, side by side.

Almost every frame of almost every connection is a whole text or binary message that breaks no rule. To read one, all
that section 5.2 of RFC 6455 says comes down to two questions about its first two bytes:

    FIN 1, RSV 0, opcode 1 or 2        one of two values of the first byte
    MASK as it must be, length < 127   one comparison with the second, or a length in two bytes

`plain_messages` reads as many of them as stand there and stops before the first frame that is anything else: a
fragment, a control frame, a long or compressed one, one that is not whole, one that breaks a rule. `Stream` takes that
one field by field, and then comes back. `pass_plain` passes over the same frames for who only watches, and makes no
messages of them: what they say is read when somebody asks. Tests hold all roads together.

Of a text, an observer has to know whether it is UTF-8. Most are ASCII, where the highest bit of each byte is 0. XOR
with the key changes these bits as the bits of the key say, over and over: so the text is ASCII if, on the wire, the
highest bits of key and payload repeat every four bytes. It need not be written out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from protocol.events import Event, MessageReceived
from protocol.masking import mask
from protocol.vocabulary import Opcode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from protocol.batch import Passed

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


_HIGHEST: Final = bytes(128) + b"\x80" * 128
"""For `bytes.translate`: leaves the highest bit of each byte."""


def pass_plain(  # noqa: C901 (one more call for each frame costs as much as all the rest)
    pieces: Sequence[bytes], servers: Sequence[int], limits: tuple[int, int], passed: Passed
) -> int:
    """The same as `plain_messages` from the beginning of each piece on, as long as they end with whole messages; 1 in
    `servers` says that the server wrote it. `limits` are the largest messages in bytes, the client's first.

    How far it came in the piece after those that are counted; its messages before that place are in the columns.
    """
    sizes = passed.sizes
    add_first, add_length, add_size = passed.firsts.append, passed.lengths.append, sizes.append
    text, binary, known = WHOLE_TEXT, WHOLE_BINARY, len(sizes)
    for place, data in enumerate(pieces):
        server = servers[place]
        limit = limits[server]
        mask_bit, head_size = (0, 2) if server else (0b1000_0000, 6)
        high = data.translate(_HIGHEST)
        at, last = 0, len(data) - 1
        while at < last:
            first = data[at]
            length = data[at + 1] - mask_bit
            if first != text and first != binary:  # noqa: PLR1714 - a set costs a call of its hash
                break
            start = at + head_size
            if not 0 <= length < 126:
                if length != 126 or start >= last:
                    break
                start += 2
                length = data[at + 2] << 8 | data[at + 3]
                if length < 126:  # not the shortest form
                    break
            stop = start + length
            if stop - 1 > last or length > limit:
                break
            if first == text:
                if server:
                    if high.find(0b1000_0000, start, stop) >= 0 and not is_text(data[start:stop]):
                        break
                elif high[start - 4 : stop - 4] != high[start:stop] and not is_text(
                    mask(data[start:stop], data[start - 4 : start])
                ):
                    break
            add_first(first)
            add_length(length)
            add_size(stop - at)
            at = stop
        if at <= last:
            return at
        passed.counts.append(len(sizes) - known)
        known = len(sizes)
    return 0


def plain_length(data: bytes, most: int, masked: bool) -> int:
    """The length of the message if these bytes are one whole frame that `pass_plain` passes over, with at most `most`
    bytes of payload, which is less than 126; -1 for all else."""
    length = len(data) - (6 if masked else 2)
    if not 0 <= length <= most or data[1] != (length | 0b1000_0000 if masked else length):
        return -1
    first = data[0]
    if first == WHOLE_TEXT:
        if masked:
            high = data.translate(_HIGHEST)
            if high[2:-4] != high[6:] and not is_text(mask(data[6:], data[2:6])):
                return -1
        elif not (payload := data[2:]).isascii() and not is_text(payload):
            return -1
    elif first != WHOLE_BINARY:
        return -1
    return length


def is_text(payload: bytes) -> bool:
    """Whether these bytes are UTF-8."""
    try:
        payload.decode()
    except UnicodeDecodeError:
        return False
    return True
