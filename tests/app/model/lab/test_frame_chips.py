"""One click breaks, one click repairs: whatever a chip promises is so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.lab.frame_chips import breaking, repairing
from app.model.lab.frame_draft import FrameDraft
from app.model.lab.frame_verdict import judge
from app.model.lab.frames_gallery import Sample, sample, samples
from protocol.vocabulary import Role


@pytest.mark.parametrize("one", [one for one in samples() if one.valid], ids=lambda one: one.id)
def test_what_breaks_a_frame_breaks_it(one: Sample) -> None:
    for chip in breaking(one.draft):
        assert judge(chip.draft).broken, chip.id


@pytest.mark.parametrize("one", [one for one in samples() if not one.valid], ids=lambda one: one.id)
def test_what_repairs_a_frame_repairs_it(one: Sample) -> None:
    chips = repairing(one.draft)
    assert chips
    assert not judge(chips[0].draft).broken


def test_two_faults_are_repaired_at_once() -> None:
    draft = sample("ping-fin").draft.with_rsv(4)
    chips = repairing(draft)
    assert [chip.id.rpartition(".")[0] or chip.id for chip in chips] == ["FIN {bit}", "RSV1 {bit}", "all"]
    assert chips[-1].draft == sample("ping-fin").draft.with_fin(on=True)


@settings(max_examples=200)
@given(st.binary(min_size=2, max_size=20), st.sampled_from(Role), st.booleans(), st.booleans())
def test_all_repairs_whatever_it_is(data: bytes, sender: Role, deflate: bool, inside: bool) -> None:
    draft = FrameDraft(b"", sender, deflate, inside).with_data(data)
    for chip in repairing(draft):
        assert chip.draft != draft
        if chip.id == "all":
            assert not judge(chip.draft).broken
            assert not chip.draft.reading.missing
