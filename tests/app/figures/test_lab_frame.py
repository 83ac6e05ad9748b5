"""The bench's frame: whole or not, every bit and byte is a mark of its own, and nothing lies on anything else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.drawing.marks import Box
from app.figures.lab_frame import Bench, bit_of, byte_of, draw, table_bit
from app.model.lab.frame_draft import FrameDraft
from app.model.lab.frame_verdict import judge
from app.model.lab.frames_gallery import samples
from protocol.vocabulary import Role
from tests.figures_support import plain_room as room
from tests.layout_support import outside, overlapping_labels, too_small

HELLO = FrameDraft(bytes.fromhex("818537fa213d7f9f4d5158"))


def bench(draft: FrameDraft) -> Bench:
    reading = draft.reading
    broken = tuple(line.violation for line in judge(draft).broken if line.violation is not None)
    return Bench(reading.frame, draft.sender, reading.known, reading.missing, broken, "2 bytes after it")


@pytest.mark.parametrize("height", [632, 772])
@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.id)
def test_the_gallery_is_laid_out_well(sample: object, height: float) -> None:
    scene = draw(bench(sample.draft), room(height))  # type: ignore[attr-defined]
    assert overlapping_labels(scene) == []
    assert outside(scene) == []
    assert too_small(scene) == []


def test_every_bit_and_byte_can_be_clicked() -> None:
    scene = draw(bench(HELLO), room())
    bits = {bit_of(mark.id) for mark in scene.marks if mark.spoken} - {None}
    bytes_ = {byte_of(mark.id) for mark in scene.marks if mark.spoken} - {None}
    assert bits == set(range(88))
    assert bytes_ == set(range(11))


def test_a_bit_of_the_table_is_one_on_the_wire() -> None:
    scene = draw(bench(HELLO), room())
    cell = scene.find("frame.client.0/table/1/2")
    assert isinstance(cell, Box)
    assert table_bit(cell, cell.rect.x + 1) == 7 * 8
    assert table_bit(cell, cell.rect.right - 1) == 7 * 8 + 7
    key = scene.find("frame.client.0/table/4/1")
    assert isinstance(key, Box)
    assert table_bit(key, key.rect.x + 1) == 2 * 8
    assert table_bit(scene.find("frame.client.0/bit.3"), 0) is None  # type: ignore[arg-type]


def test_bytes_that_are_missing_are_places() -> None:
    scene = draw(bench(HELLO.with_length(7)), room())
    dashed = [mark.id for mark in scene.marks if isinstance(mark, Box) and mark.dash and "/open." in mark.id]
    assert dashed == ["frame.client.0/open.11", "frame.client.0/open.12"]
    assert not any(bit_of(mark.id) in range(88, 104) for mark in scene.marks)


def test_a_broken_bit_is_ringed() -> None:
    scene = draw(bench(HELLO.with_rsv(4)), room())
    rings = [mark for mark in scene.marks if isinstance(mark, Box) and mark.stroke == "err.fill"]
    assert {mark.id for mark in rings} == {"frame.client.0/broken.0.0", "frame.client.0/ring.broken.0"}


@settings(max_examples=150)
@given(st.binary(max_size=30), st.sampled_from(Role))
def test_any_bytes_are_drawn(data: bytes, sender: Role) -> None:
    draft = FrameDraft(b"", sender).with_data(data)
    scene = draw(bench(draft), room())
    known = draft.reading.known
    assert all((byte_of(mark.id) or 0) < max(1, known) for mark in scene.marks if mark.spoken)
    assert len({mark.id for mark in scene.marks}) == len(scene.marks)
