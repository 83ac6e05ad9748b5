"""What is wrong with a frame (RFC 6455 sections 5.1, 5.2 and 5.5, RFC 7692 section 6.1), told by its header alone.

A rule is broken by certain bits, so a violation names them: in the bit grid, in a verdict and in an export they are the
same. Rules about a frame's place among others are those of `fragments`, rules about Close bodies those of `closing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from protocol.frames import LONGEST, RSV1, length_bits, shortest_form
from protocol.rules import (
    CONTROL_FIN,
    CONTROL_LENGTH,
    FRAME_LENGTH63,
    FRAME_MASKED,
    FRAME_OPCODE,
    FRAME_RSV,
    FRAME_RSV1,
    FRAME_SHORTEST,
    FRAME_UNMASKED,
    Rule,
)
from protocol.vocabulary import DEFINED, Opcode, Role, is_control

if TYPE_CHECKING:
    from collections.abc import Iterator

    from protocol.frames import Frame, FrameHeader


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken rule and the bits that break it, counted from the first bit of the frame."""

    rule: Rule
    start_bit: int
    width: int

    def moved(self, bits: int) -> Violation:
        """The same, counted from `bits` earlier."""
        return Violation(self.rule, self.start_bit + bits, self.width)


def frame_violations(frame: Frame | FrameHeader, sender: Role, *, compression: bool = False) -> tuple[Violation, ...]:
    """The rules that a frame breaks by itself if `sender` sent it, in the bits' order.

    `compression` says whether permessage-deflate was agreed on, which gives RSV1 a meaning. All rules show in the
    header, so a receiver need not wait for the payload.
    """
    return (*_first_byte_violations(frame, compression=compression), *_second_byte_violations(frame, sender))


def _first_byte_violations(frame: Frame | FrameHeader, *, compression: bool) -> Iterator[Violation]:
    # Section 5.5: "All control frames [...] MUST NOT be fragmented."
    if is_control(frame.opcode) and not frame.fin:
        yield Violation(CONTROL_FIN, 0, 1)

    # RFC 7692 section 6.1: "An endpoint MUST NOT set the "Per-Message Compressed" bit of control frames and non-first
    # fragments of a data message."
    if compression and frame.rsv & RSV1 and frame.opcode not in {Opcode.TEXT, Opcode.BINARY}:
        yield Violation(FRAME_RSV1, 1, 1)

    # Section 5.2: "MUST be 0 unless an extension is negotiated that defines meanings for non-zero values."
    meaningless = frame.rsv & ~RSV1 if compression else frame.rsv
    if meaningless:
        ones = [bit for bit in (1, 2, 3) if meaningless >> (3 - bit) & 1]
        yield Violation(FRAME_RSV, ones[0], ones[-1] - ones[0] + 1)

    # Section 5.2: "If an unknown opcode is received, the receiving endpoint MUST _Fail the connection_."
    if frame.opcode not in DEFINED:
        yield Violation(FRAME_OPCODE, 4, 4)


def _second_byte_violations(frame: Frame | FrameHeader, sender: Role) -> Iterator[Violation]:
    # Section 5.1: "a client MUST mask all frames that it sends"; "A server MUST NOT mask any frames".
    if sender is Role.CLIENT and not frame.masked:
        yield Violation(FRAME_MASKED, 8, 1)
    if sender is Role.SERVER and frame.masked:
        yield Violation(FRAME_UNMASKED, 8, 1)

    # Section 5.5: "All control frames MUST have a payload length of 125 bytes or less".
    if is_control(frame.opcode) and frame.length > LONGEST[7]:
        yield Violation(CONTROL_LENGTH, *length_bits(frame))

    # Section 5.2, payload length: "the minimal number of bytes MUST be used to encode the length".
    if frame.length_form != shortest_form(frame.length):
        yield Violation(FRAME_SHORTEST, *length_bits(frame))

    # Section 5.2, payload length: "a 64-bit unsigned integer (the most significant bit MUST be 0)".
    if frame.length >> 63:
        yield Violation(FRAME_LENGTH63, 16, 1)
