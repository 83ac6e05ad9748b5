"""Frames judged in their stream; the rules themselves are tested through `decode`."""

from __future__ import annotations

import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.commands.inflating import OpenInflater
from app.commands.listing import listing
from app.commands.output import InputError
from app.commands.verdicts import MOST_FRAMES, judge_stream, stream_json
from protocol.frames import RSV1, encode_frame
from protocol.stream import MESSAGE_LIMIT
from protocol.vocabulary import Opcode, Role


@given(st.binary(min_size=1, max_size=80), st.sampled_from([None, *Role]))
def test_any_bytes_are_survived(data: bytes, sender: Role | None) -> None:
    stream = judge_stream(data, sender)
    document = json.loads(json.dumps(stream_json(stream)))
    assert "\n".join(listing(stream))
    assert sum(frame["size"] for frame in document["frames"]) + document["received_bytes"] == len(data)
    assert (document["missing_bytes"] == 0) is (document["received_bytes"] == 0)


@given(st.binary(min_size=1, max_size=80), st.sampled_from(Role))
def test_a_broken_rule_lies_inside_its_frame(data: bytes, sender: Role) -> None:
    for judged in judge_stream(data, sender).frames:
        for violation in judged.violations:
            assert 0 <= violation.start_bit < violation.start_bit + violation.width <= judged.frame.size * 8


def test_the_first_mask_bit_tells_the_sender() -> None:
    assert judge_stream(bytes.fromhex("8180"), None).sender is Role.CLIENT
    assert judge_stream(bytes.fromhex("8100"), None).sender is Role.SERVER
    stream = judge_stream(bytes.fromhex("8180 37fa213d"), Role.SERVER)
    assert (stream.sender, stream.guessed, stream.broken) == (Role.SERVER, False, True)


def test_more_frames_than_anybody_can_read() -> None:
    data = bytes.fromhex("8100") * MOST_FRAMES
    assert len(judge_stream(data, Role.SERVER).frames) == MOST_FRAMES
    with pytest.raises(InputError, match=r"^There are more than 50,000 frames: hand them over in parts.$"):
        judge_stream(data + bytes(70_000), Role.SERVER)
    assert 1 < len(judge_stream(data * 2, Role.SERVER, first=True).frames) < MOST_FRAMES


def test_bombs_one_after_the_other() -> None:
    stream = zlib.compressobj(9, zlib.DEFLATED, -15)
    payload = (stream.compress(bytes(MESSAGE_LIMIT)) + stream.flush(zlib.Z_SYNC_FLUSH))[:-4]
    frame = encode_frame(Opcode.BINARY, payload, rsv=RSV1)
    assert not judge_stream(frame * 4, None, OpenInflater()).broken
    with pytest.raises(InputError, match=r"^The messages inflate to more than 64 MiB: hand over fewer of them.$"):
        judge_stream(frame * 5, None, OpenInflater())
