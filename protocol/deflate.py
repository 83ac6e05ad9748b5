"""The payload of compressed messages (RFC 7692 section 7.2), on the standard library's zlib.

    sender    (7.2.1)   compress the message with DEFLATE (RFC 1951), let it end with an empty block without
                        compression, which is 3 header bits, padding to a whole byte and 00 00 FF FF,
                        and leave these last 4 bytes out
    receiver  (7.2.2)   put the 4 bytes back and decompress

DEFLATE writes text as literals and as references: "copy 7 bytes from 95 bytes back". How far back a reference
may go is the window, 2**8 to 2**15 bytes (section 7.1.2). With context takeover (section 7.1.1) the window holds
earlier messages too, so that a message like the one before costs a few bytes; without it, each message begins
with an empty window. A message is compressed as a whole, then cut into frames anywhere.

`protocol.inflate` opens the same bytes up, block by block and code by code.
"""

from __future__ import annotations

import sys
import zlib
from contextlib import suppress
from typing import Final

TAIL: Final = b"\x00\x00\xff\xff"
"""What the sender leaves out and the receiver puts back: the lengths 0 and NOT 0 of an empty stored block."""

EMPTY: Final = b"\x00"
"""An empty message, or an empty last fragment: the header of an empty stored block (section 7.2.3.6)."""

LAST_BLOCK: Final = b"\x01" + TAIL
"""An empty stored block with BFINAL set: the end of a DEFLATE stream (RFC 1951 section 3.2.3)."""

WINDOW_BITS: Final = range(8, 16)
"""The sizes of a window that can be agreed on, as powers of two (section 7.1.2)."""

FIRST_STEP: Final = 64
"""How many bytes are tried first after a block with BFINAL set; see `Inflater._inflate`."""


class InflateError(ValueError):
    """The payload of a message is no DEFLATE. `bit` is where, in the stream's own bit order, if that is known."""

    def __init__(self, message: str, bit: int | None = None) -> None:
        super().__init__(message)
        self.bit = bit


class TooBigError(InflateError):
    """The payload is, or may be, DEFLATE, but the message is larger than the receiver takes."""


class Deflater:
    """Makes the payloads of one direction's messages. `level` is zlib's, from 0 (stored) to 9 (smallest).

    No reference goes farther back than 2**`window_bits` bytes. For 9 to 15 that is zlib's own windowBits. With 8
    zlib refuses to write raw DEFLATE. A window of 512 bytes, which others take instead, happens to reach back
    only 250 bytes, because zlib wants 262 bytes of it for looking ahead; but its manual does not promise that, and
    Python may be built with another zlib. The manual does promise that with the strategy Z_RLE no reference goes
    farther back than 1 byte. So with 8 this compresses less than it might, and never wrong.

    Without takeover zlib's state, about 256 KiB, is given back after each message.
    """

    def __init__(self, window_bits: int = 15, *, takeover: bool = True, level: int = 6) -> None:
        _check(window_bits)
        if level not in range(10):
            raise ValueError(f"the level of compression is 0 to 9, not {level}")
        self._bits = max(window_bits, 9)
        self._strategy = zlib.Z_RLE if window_bits == 8 else zlib.Z_DEFAULT_STRATEGY
        self._takeover = takeover
        self._level = level
        self._stream: zlib._Compress | None = None

    def deflate(self, data: bytes, *, fin: bool = True) -> bytes:
        """The payload of the message's next frame; `fin` ends the message.

        What comes out holds all of `data`: an earlier fragment ends with the whole empty block, which may stand
        in the middle of a message (section 7.2.3.5); at the end of the message TAIL is left out. The payload of
        an earlier fragment without data is empty.
        """
        payload = EMPTY if fin else b""
        if data:
            if self._stream is None:
                self._stream = zlib.compressobj(
                    self._level, zlib.DEFLATED, -self._bits, zlib.DEF_MEM_LEVEL, self._strategy
                )
            payload = self._stream.compress(data)
            end = self._stream.flush(zlib.Z_SYNC_FLUSH)
            assert end.endswith(TAIL)
            payload += end[: -len(TAIL)] if fin else end
        if fin and not self._takeover:
            self._stream = None
        return payload


class Inflater:
    """Reads the payloads of one direction's messages, cut anywhere. It remembers the window, at most twice its size.

    The messages are whole DEFLATE streams here: each begins with the window as a preset dictionary and ends with
    a block that has BFINAL set, put behind TAIL. Only at the end of a stream does zlib tell how far it has read,
    and so whether a message ends where a block ends; and a sender may set BFINAL anywhere in a message
    (section 7.2.3.4), which begins the next stream in the same way. Unseen remains only a block cut off on purpose
    so that just these bytes complete it; it adds no text.

    zlib tells blocks, codes and lengths that cannot be, and references to before the first byte that it knows:
    that of the window as it was when the stream began. References beyond the agreed window to bytes that came
    later it follows: it looks back 2**15 bytes whatever was agreed, so that it says the same of a payload in any
    pieces. `protocol.inflate` tells every one of them.

    After an error every call raises the same error.
    """

    def __init__(self, window_bits: int = 15, *, takeover: bool = True) -> None:
        _check(window_bits)
        self._size = 2**window_bits
        self._takeover = takeover
        self._window = bytearray()
        self._stream: zlib._Decompress | None = None
        """zlib's state inside a DEFLATE stream; None between two."""
        self._error: InflateError | None = None
        self.cut_short = b""
        """What came out of the call that raised an error, before the error: at most the room that there was."""

    def feed(self, data: bytes, room: int) -> bytes:
        """What the next bytes of a message inflate to, at most `room` bytes.

        Raises TooBigError when it would be more, after `room` + 1 bytes, however many would follow; InflateError
        when the bytes are no DEFLATE.
        """
        if self._error is not None:
            self.cut_short = b""
            raise self._error.with_traceback(None)
        parts: list[bytes] = []
        try:
            self._inflate(data, room, parts)
        except zlib.error as error:
            reason = str(error).partition(": ")[2] or str(error)
            self._error = InflateError(f"The compressed payload is not DEFLATE: {reason}.")
        except TooBigError as error:
            self._error = error
        else:
            return b"".join(parts)
        self.cut_short = b"".join(parts)
        raise self._error from None

    def finish(self, room: int) -> bytes:
        """End the message: what is still to come of it, which is nothing, as each symbol comes out when it is whole.

        Raises InflateError if the message does not end with the header of an empty stored block.
        """
        if self._error is not None:
            raise self._error.with_traceback(None)
        self.cut_short = b""
        rest: list[bytes] = []
        try:
            self._inflate(TAIL + LAST_BLOCK, room, rest, salvages=False)
            whole = not any(rest) and self._stream is None
        except (zlib.error, TooBigError):
            whole = False
        if not whole:
            self._error = InflateError("The compressed payload ends inside a DEFLATE block, not between two.")
            raise self._error
        if not self._takeover:
            self._window = bytearray()
        return b""

    def forget(self) -> bool:
        """The rest of the message cannot be inflated: whether the next one can. With takeover it may refer to text that
        nobody knows."""
        self._stream, self._window, self._error, self.cut_short = None, bytearray(), None, b""
        return not self._takeover

    def _inflate(self, data: bytes, room: int, parts: list[bytes], *, salvages: bool = True) -> None:
        """Inflate `data`: most often a part of one stream, but perhaps several streams one after the other. What
        comes out is added to `parts`; if it `salvages`, what comes out before an error as well.

        zlib copies what follows the end of a stream. If all the rest were given to it each time, a payload of
        tiny streams would take time that grows with the square of its size. So after an end the rest is given
        in small steps, each twice as long as the one before.
        """
        if room < 0:
            raise ValueError(f"there cannot be room for {room} bytes")
        unread = self._step(data, room, parts, salvages)
        rest = memoryview(data)[len(data) - unread :]
        step = FIRST_STEP
        while rest:
            room -= len(parts[-1])
            piece = rest[:step]
            unread = self._step(piece, room, parts, salvages)
            rest = rest[len(piece) - unread :]
            step = 2 * step if self._stream else FIRST_STEP

    def _step(self, data: bytes | memoryview, room: int, parts: list[bytes], salvages: bool) -> int:
        """Inflate `data` up to its end or that of the stream; how many bytes are unread."""
        before = self._stream.copy() if self._stream is not None and salvages else None
        stream = self._stream = self._stream or self._begin()
        try:
            part = stream.decompress(data, min(room + 1, sys.maxsize))
        except zlib.error:
            if not salvages:
                raise
            part = _until_error(before or self._begin(), data, room)
            if len(part) <= room:
                parts.append(part)
                raise
        if len(part) > room:
            parts.append(part[:room])
            raise TooBigError("The message inflates to more than the receiver takes.")
        parts.append(part)
        if part:
            self._remember(part)
        if not stream.eof:
            return 0
        self._stream = None
        return len(stream.unused_data)

    def _begin(self) -> zlib._Decompress:
        """A new stream, which knows the window; of a longer one zlib takes the end itself."""
        window = self._window if self._size == 2 ** WINDOW_BITS[-1] else self._window[-self._size :]
        return zlib.decompressobj(-WINDOW_BITS[-1], zdict=window)

    def _remember(self, part: bytes) -> None:
        """Keep the window's worth of bytes that came last, and some more, so that old ones go many at a time."""
        if len(part) >= self._size:
            self._window = bytearray(part[-self._size :])
            return
        self._window += part
        if len(self._window) > 2 * self._size:
            del self._window[: -self._size]


def _until_error(stream: zlib._Decompress, data: bytes | memoryview, room: int) -> bytes:
    """What comes out of `stream` before the error in `data`, up to `room` + 1 bytes. zlib keeps nothing of a call that
    fails, so the bytes are given once more, one by one."""
    came = bytearray()
    with suppress(zlib.error):
        for at in range(len(data)):
            came += stream.decompress(data[at : at + 1], max(1, min(room + 1 - len(came), sys.maxsize)))
    return bytes(came)


def _check(window_bits: int) -> None:
    if window_bits not in WINDOW_BITS:
        raise ValueError(f"a window has 2**8 to 2**15 bytes, not 2**{window_bits}")
