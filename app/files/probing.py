"""Whether bytes from the middle of a connection are WebSocket frames, and where the first of them begins.

A capture that starts late shows no handshake. Frames have no marker either, but most senders begin one at the start of
a TCP segment, and each says how long it is: a guess that is wrong soon runs into a header that no frame has (RFC 6455
section 5.2). A frame that ends where its segment ends is a sign; so are masks on one side only (section 5.3).
"""

from __future__ import annotations

from typing import Final

from protocol.frames import header_size
from protocol.vocabulary import DEFINED, is_control

LONGEST: Final = 2**40
"""No frame is believed to be longer, in bytes."""


def is_plausible(header: bytes, masked: bool | None = None) -> bool:
    """Whether a frame that breaks no rule may have this header. `masked` is what its sender's frames are, if known."""
    first, second = header[0], header[1]
    opcode, rsv, length = first & 0x0F, first & 0x70, second & 0x7F
    if opcode not in DEFINED or rsv & 0x30 or (rsv and opcode not in {1, 2}):
        return False
    if masked is not None and masked != bool(second & 0x80):
        return False
    if is_control(opcode):
        return bool(first & 0x80) and length <= 125 and not (opcode == 8 and length == 1)
    if length == 126:
        return int.from_bytes(header[2:4], "big") > 125
    if length == 127:
        return 0xFFFF < int.from_bytes(header[2:10], "big") < LONGEST
    return True


class Probe:
    """Reads one direction segment by segment. `begin` is the segment in which the present run of frames began."""

    def __init__(self) -> None:
        self.begin: int | None = None
        self.masked: bool | None = None
        self.frames = 0
        """How many frames the run has."""
        self.exact = 0
        """How many of its segments ended with a frame."""
        self.strikes = 0
        """How many runs ended in something that is no header."""
        self.segments = 0
        self._left = 0
        self._held = b""

    def feed(self, data: bytes) -> None:
        """The next segment."""
        number, self.segments = self.segments, self.segments + 1
        if self.begin is None:
            self.begin, self._left, self._held = number, 0, b""
        data, self._held = self._held + data, b""
        at = 0
        while at < len(data):
            if self._left:
                step = min(self._left, len(data) - at)
                self._left -= step
                at += step
                continue
            size = header_size(data[at + 1]) if len(data) - at >= 2 else 2
            header = data[at : at + size]
            if len(header) < size:
                self._held = header
                return
            if not is_plausible(header, self.masked):
                self.lose()
                self.strikes += 1
                return
            if self.masked is None:
                self.masked = bool(header[1] & 0x80)
            self.frames += 1
            self._left = _length(header)
            at += size
        self.exact += not self._left

    def lose(self) -> None:
        """Bytes are missing, or wrong: a run may begin with the next segment."""
        self.begin, self.masked, self.frames, self.exact, self._left, self._held = None, None, 0, 0, 0, b""


def _length(header: bytes) -> int:
    length = header[1] & 0x7F
    return length if length < 126 else int.from_bytes(header[2 : 4 if length == 126 else 10], "big")


def are_frames(first: Probe, second: Probe, *, final: bool) -> bool:
    """Whether these are the two directions of a WebSocket. `final`: nothing more comes, so that little must do."""
    runs = [each for each in (first, second) if each.begin is not None and each.frames]
    if not runs:
        return False
    frames, exact = sum(each.frames for each in runs), sum(each.exact for each in runs)
    strikes = first.strikes + second.strikes
    if strikes or (len(runs) == 2 and runs[0].masked == runs[1].masked):
        return frames >= 4 and exact >= 3
    masked = any(each.masked for each in runs)
    enough = frames >= 4 and exact >= 2
    return enough or (masked and frames >= 2 and exact >= 2) or (final and exact >= 1)
