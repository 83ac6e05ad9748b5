"""The frame on the bench: bits turn over where they stand, fields write it anew, the payload stays what was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.lab.frame_draft import KEY, FrameDraft
from app.model.lab.limits import MOST_BYTES, MOST_PAYLOAD, LabError
from protocol.frames import FrameReader, encode_frame
from protocol.vocabulary import Opcode, Role

HELLO = bytes.fromhex("818537fa213d7f9f4d5158")
"""RFC 6455 section 5.7."""

DRAFT = FrameDraft(HELLO)
BYTES = st.one_of(st.binary(max_size=40), st.binary(max_size=20).map(lambda data: HELLO[:6] + data))


@given(BYTES)
def test_bytes_are_the_truth(data: bytes) -> None:
    draft = DRAFT.with_data(data)
    assert draft.data == data
    reading = draft.reading
    assert data[: reading.known] + reading.rest == data
    assert not (reading.rest and reading.missing)


@given(BYTES, st.data())
def test_a_bit_turned_over_twice_is_as_before(data: bytes, source: st.DataObject) -> None:
    draft = DRAFT.with_data(data)
    if not data:
        return
    bit = source.draw(st.integers(0, len(data) * 8 - 1).filter(lambda bit: bit != 8))
    value = data[bit // 8] >> (7 - bit % 8) & 1
    turned = draft.with_bit(bit, 1 - value)
    assert [a ^ b for a, b in zip(turned.data, data, strict=True)][bit // 8] == 0x80 >> bit % 8
    assert turned.with_bit(bit, value).data == data


def test_mask_is_taken_off_and_put_on_again() -> None:
    plain = DRAFT.with_bit(8, 0)
    assert plain.data == bytes.fromhex("810548656c6c6f")
    assert plain.with_mask(on=True).data == HELLO


def test_a_key_of_ones_own_is_remembered() -> None:
    draft = DRAFT.with_key(b"\1\2\3\4").with_mask(on=False).with_mask(on=True)
    assert draft.data[2:6] == b"\1\2\3\4"
    assert draft.body == b"Hello"
    with pytest.raises(LabError, match="4 bytes, not 3"):
        DRAFT.with_key(b"abc")


@given(st.binary(max_size=300), st.booleans(), st.sampled_from([None, 16, 64]))
def test_the_payload_is_what_the_receiver_reads(payload: bytes, masked: bool, form: int | None) -> None:
    draft = DRAFT.with_form(form).with_mask(on=masked).with_payload(payload)  # type: ignore[arg-type]
    (frame,) = FrameReader().feed(draft.data)
    assert frame.payload == payload
    key = KEY if masked else None
    assert draft.data == encode_frame(Opcode.TEXT, payload, key=key, length_form=form)


def test_a_length_set_by_hand_stays_and_can_be_automatic_again() -> None:
    short = DRAFT.with_length(3)
    assert (short.reading.frame.payload, short.reading.rest) == (b"Hel", HELLO[9:])
    assert short.body == b"Hello"
    assert short.with_length(None) == DRAFT
    long = DRAFT.with_length(9)
    assert long.reading.missing == 4
    assert long.with_payload(b"Hello, you!").reading.announced == 9
    assert long.with_length(5) == DRAFT


def test_the_length_in_its_bits_is_set_by_hand() -> None:
    turned = DRAFT.with_bit(15, 0)
    assert turned.set_length
    assert turned.reading.rest == HELLO[10:]
    assert turned.with_bit(15, 1) == DRAFT


def test_what_a_form_cannot_hold_is_refused() -> None:
    with pytest.raises(LabError, match="7 bits cannot hold the length 200: 125 is the greatest"):
        FrameDraft(b"").with_payload(bytes(200)).with_form(7)


def test_more_than_the_bench_takes_is_refused() -> None:
    whole = FrameDraft(b"").with_payload(bytes(MOST_PAYLOAD)).with_mask(on=True)
    assert len(whole.data) == MOST_BYTES
    with pytest.raises(LabError, match="64 KiB"):
        whole.with_payload(bytes(MOST_PAYLOAD + 1))
    with pytest.raises(LabError, match="64 KiB"):
        whole.with_inserted(3)


@pytest.mark.parametrize("data", [b"", b"\x81", b"\x81\xfe", b"\x81\xfe\x01", HELLO[:4]])
def test_fields_of_a_beginning_can_be_set(data: bytes) -> None:
    draft = DRAFT.with_data(data)
    for edited in (draft.with_fin(on=False), draft.with_rsv(7), draft.with_opcode(9), draft.with_mask(on=True)):
        assert edited.reading.frame is not None
    assert draft.with_payload(b"abc").with_length(None).body == b"abc"


def test_bytes_are_typed_added_and_removed() -> None:
    draft = DRAFT.with_byte(0, 0x89)
    assert draft.reading.frame.opcode == Opcode.PING
    assert draft.with_byte(len(HELLO), 0x21).reading.rest == b"!"
    assert DRAFT.with_inserted(1, 0xFF).data == HELLO[:1] + b"\xff" + HELLO[1:]
    assert DRAFT.without_byte(0).data == HELLO[1:]
    assert DRAFT.with_byte(99, 1) == DRAFT


def test_the_frames_after_and_before() -> None:
    draft = DRAFT.with_data(HELLO + b"\x89\x00" + b"\x8a\x00")
    second = draft.on_to_rest()
    assert second.reading.frame.opcode == Opcode.PING
    assert second.on_to_rest().reading.frame.opcode == Opcode.PONG
    assert second.everything == draft.data
    assert second.on_to_rest().back_to_before().back_to_before() == draft
    assert draft.back_to_before() == draft


def test_the_other_side_sends_the_same_bytes() -> None:
    assert DRAFT.with_sender(Role.SERVER).data == HELLO
