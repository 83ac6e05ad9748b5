"""Frames judged in their stream; the rules themselves are tested through `decode`."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from app.commands.listing import listing
from app.commands.verdicts import judge_stream, stream_json
from protocol.vocabulary import Role


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
