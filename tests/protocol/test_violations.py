"""What is wrong with a frame: RFC 6455 sections 5.1, 5.2 and 5.5, RFC 7692 section 6.1."""

from __future__ import annotations

import pytest
from frames_support import any_frames, read_one
from hypothesis import given
from hypothesis import strategies as st

from protocol.frames import FrameReader, encode_frame
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
from protocol.violations import Violation, frame_violations
from protocol.vocabulary import Opcode, Role

CLIENT, SERVER = Role.CLIENT, Role.SERVER


@pytest.mark.parametrize(
    ("raw", "sender", "broken"),
    [
        ("8105 48656c6c6f", CLIENT, [(FRAME_MASKED, 8, 1)]),
        ("8185 37fa213d 7f9f4d5158", SERVER, [(FRAME_UNMASKED, 8, 1)]),
        ("c100", SERVER, [(FRAME_RSV, 1, 1)]),
        ("a100", SERVER, [(FRAME_RSV, 2, 1)]),
        ("9100", SERVER, [(FRAME_RSV, 3, 1)]),
        ("d100", SERVER, [(FRAME_RSV, 1, 3)]),
        ("8300", SERVER, [(FRAME_OPCODE, 4, 4)]),
        ("8b00", SERVER, [(FRAME_OPCODE, 4, 4)]),
        ("817e007d" + "61" * 125, SERVER, [(FRAME_SHORTEST, 9, 23)]),
        ("817e007e" + "61" * 126, SERVER, []),
        ("817f000000000000ffff" + "61" * 65535, SERVER, [(FRAME_SHORTEST, 9, 71)]),
        ("897e007e" + "61" * 126, SERVER, [(CONTROL_LENGTH, 9, 23)]),
        ("897e0001" + "61", SERVER, [(FRAME_SHORTEST, 9, 23)]),
        ("0900", SERVER, [(CONTROL_FIN, 0, 1)]),
        ("0100", SERVER, []),
        ("c985 37fa213d 7f9f4d5158", CLIENT, [(FRAME_RSV, 1, 1)]),
        ("4985 37fa213d 7f9f4d5158", CLIENT, [(CONTROL_FIN, 0, 1), (FRAME_RSV, 1, 1)]),
        (
            "7f00",
            CLIENT,
            [(CONTROL_FIN, 0, 1), (FRAME_RSV, 1, 3), (FRAME_OPCODE, 4, 4), (FRAME_MASKED, 8, 1)],
        ),
    ],
)
def test_broken_rules_and_their_bits(raw: str, sender: Role, broken: list[tuple[Rule, int, int]]) -> None:
    frame = read_one(bytes.fromhex(raw))
    assert frame_violations(frame, sender) == tuple(Violation(*each) for each in broken)


@pytest.mark.parametrize(
    ("length", "broken"),
    [(2**62, ()), (2**63 - 1, ()), (2**63, (Violation(FRAME_LENGTH63, 16, 1),))],
)
def test_the_header_alone_is_enough_to_judge(length: int, broken: tuple[Violation, ...]) -> None:
    reader = FrameReader()
    reader.feed(b"\x82\x7f" + length.to_bytes(8, "big"))
    assert reader.header is not None
    assert reader.header.length == length
    assert frame_violations(reader.header, SERVER) == broken


@given(any_frames, st.sampled_from(Role))
def test_a_frame_and_its_header_are_judged_alike(raw: bytes, sender: Role) -> None:
    reader = FrameReader()
    frame = read_one(raw)
    reader.feed(raw[:-1])
    if reader.header is not None:
        assert frame_violations(reader.header, sender) == frame_violations(frame, sender)


@given(any_frames, st.sampled_from(Role))
def test_a_violation_lies_inside_its_frame(raw: bytes, sender: Role) -> None:
    for violation in frame_violations(read_one(raw), sender):
        assert 0 <= violation.start_bit < violation.start_bit + violation.width <= len(raw) * 8


@pytest.mark.parametrize(
    ("opcode", "rsv", "broken"),
    [
        (Opcode.TEXT, 4, []),
        (Opcode.BINARY, 4, []),
        (Opcode.CONTINUATION, 4, [Violation(FRAME_RSV1, 1, 1)]),
        (Opcode.PING, 4, [Violation(FRAME_RSV1, 1, 1)]),
        (Opcode.TEXT, 6, [Violation(FRAME_RSV, 2, 1)]),
        (Opcode.CLOSE, 7, [Violation(FRAME_RSV1, 1, 1), Violation(FRAME_RSV, 2, 2)]),
    ],
)
def test_compression_gives_rsv1_a_meaning(opcode: int, rsv: int, broken: list[Violation]) -> None:
    """RFC 7692 section 6.1: on the first frame of a data message, and nowhere else."""
    (frame,) = FrameReader().feed(encode_frame(opcode, rsv=rsv))
    assert list(frame_violations(frame, SERVER, compression=True)) == broken
    assert frame_violations(frame, SERVER)[0].rule is FRAME_RSV
