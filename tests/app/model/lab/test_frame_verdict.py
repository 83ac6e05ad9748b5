"""The verdict on the bench: each rule by itself, the same rules as an observer finds, and real endpoints that agree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.lab.frame_draft import FrameDraft
from app.model.lab.frame_verdict import judge
from app.model.lab.frames_gallery import samples
from app.model.lab.outcome import outcome_of
from app.model.lab.wire import Wire
from protocol.facts import Broke
from protocol.rules import (
    CLOSE_CODE,
    CONTROL_FIN,
    CONTROL_LENGTH,
    DEFLATE_DATA,
    FRAGMENT_INTERLEAVED,
    FRAGMENT_ORPHAN,
    FRAME_LENGTH63,
    FRAME_MASKED,
    FRAME_OPCODE,
    FRAME_RSV,
    FRAME_RSV1,
    FRAME_SHORTEST,
    FRAME_UNMASKED,
    TEXT_UTF8,
    Rule,
)
from protocol.vocabulary import Role

BROKEN = {
    "no-mask": FRAME_MASKED,
    "server-mask": FRAME_UNMASKED,
    "rsv1": FRAME_RSV,
    "reserved": FRAME_OPCODE,
    "ping-126": CONTROL_LENGTH,
    "ping-fin": CONTROL_FIN,
    "not-shortest": FRAME_SHORTEST,
    "not-utf8": TEXT_UTF8,
    "close-1005": CLOSE_CODE,
}


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.id)
def test_each_sample_breaks_what_it_says(sample: object) -> None:
    expected = BROKEN.get(sample.id)  # type: ignore[attr-defined]
    broken = [line.rule for line in judge(sample.draft).broken]  # type: ignore[attr-defined]
    assert broken == ([] if expected is None else [expected])
    assert sample.valid is (expected is None)  # type: ignore[attr-defined]


def server(data: str, **where: bool) -> FrameDraft:
    """A frame of the server."""
    return FrameDraft(bytes.fromhex(data), Role.SERVER, **where)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("draft", "rules"),
    [
        (server("80026c6f"), [FRAGMENT_ORPHAN]),
        (server("80026c6f", inside=True), []),
        (server("81026c6f", inside=True), [FRAGMENT_INTERLEAVED]),
        (server("8900", inside=True), []),
        (server("c900", deflate=True), [FRAME_RSV1]),
        (server("c107f248cdc9c90700", deflate=True), []),
        (server("c103ffffff", deflate=True), [DEFLATE_DATA]),
        (server("827f8000000000000001"), [FRAME_LENGTH63]),
        (server("8180"), [FRAME_UNMASKED]),
        (server("4985"), [CONTROL_FIN, FRAME_RSV, FRAME_UNMASKED]),
    ],
)
def test_circumstances_count(draft: FrameDraft, rules: list[Rule]) -> None:
    found = [line.rule for line in judge(draft).broken]
    if draft.reading.has_header:
        assert found == rules
    else:
        assert found == []
        assert {line.standing for line in judge(draft).lines} == {"open"}


def test_one_broken_rule_does_not_hide_another() -> None:
    draft = server("d102c328").with_mask(on=True)
    assert [line.rule for line in judge(draft).broken] == [FRAME_RSV, FRAME_UNMASKED, TEXT_UTF8]


def test_what_is_not_here_is_not_judged() -> None:
    draft = FrameDraft(bytes.fromhex("8105"), Role.SERVER)
    assert {line.rule: line.standing for line in judge(draft).lines}[TEXT_UTF8] == "open"
    early = FrameDraft(bytes.fromhex("8105c328"), Role.SERVER)
    assert [line.rule for line in judge(early).broken] == [TEXT_UTF8]


frames = st.tuples(st.binary(min_size=2, max_size=24), st.sampled_from(Role), st.booleans(), st.booleans()).map(
    lambda parts: FrameDraft(parts[0], parts[1], parts[2], parts[3])
)


@settings(max_examples=300)
@given(frames)
def test_an_observer_of_the_same_bytes_finds_no_other_rules(draft: FrameDraft) -> None:
    """An observer stops at the first bad place of a frame; what it tells is among the rules told here."""
    wire = Wire(deflate=draft.deflate).open()
    if draft.inside:
        key = draft.key if draft.sender is Role.CLIENT else None
        from protocol.frames import encode_frame

        wire.put(draft.sender, encode_frame(1, b"Hel", fin=False, key=key))
    wire.put(draft.sender, draft.data[: draft.reading.known])
    told = {fact.rule for fact in wire.facts().of(Broke) if fact.who is draft.sender}
    found = {line.rule for line in judge(draft).broken}
    assert told <= found
    assert bool(told) == bool(found)
    assert (outcome_of(draft).deed == "fails") == bool(found)
