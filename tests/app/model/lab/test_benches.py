"""Handshake, message, masking and Close on their benches: edited as text or bytes, judged by real endpoints."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.lab.close_draft import CloseDraft, run_close
from app.model.lab.heads_draft import HeadsDraft, as_bytes, as_text, offered_answer, run_heads, sample_request
from app.model.lab.limits import LabError
from app.model.lab.mask_draft import MaskDraft
from app.model.lab.text_draft import MOST, TextDraft, run_text, steps
from protocol.fragments import first_bad_byte
from protocol.handshake import Verdict
from protocol.http11 import HeadError
from protocol.rules import CLOSE_CODE, CLOSE_LENGTH, CLOSE_UTF8, CONTROL_LENGTH, RESPONSE_ACCEPT, TEXT_UTF8
from protocol.vocabulary import Role

HEADS = HeadsDraft(sample_request())


def test_the_example_of_the_rfc_is_answered() -> None:
    assert HEADS.accept == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
    heads = run_heads(HEADS)
    assert heads.facts.get("client.open") is not None
    assert all(check.verdict is Verdict.HOLDS for check in (*heads.request_checks, *heads.response_checks))


def test_another_key_goes_into_the_request() -> None:
    draft = HEADS.with_key("c2hvcnQ=")
    assert "Sec-WebSocket-Key: c2hvcnQ=" in draft.request
    assert (draft.key, draft.key_bytes) == ("c2hvcnQ=", None)
    assert offered_answer(draft).startswith(b"HTTP/1.1 400 ")
    assert HeadsDraft("GET / HTTP/1.1").with_key("a\r\nX: y").request.endswith("\nSec-WebSocket-Key: aX: y")


def test_an_answer_written_by_hand_is_judged_by_the_client() -> None:
    wrong = as_text(offered_answer(HEADS)).replace("s3pP", "S3pP")
    heads = run_heads(HEADS.with_answer(wrong))
    broken = [check.rule for check in heads.response_checks if check.verdict is Verdict.BROKEN]
    assert broken == [RESPONSE_ACCEPT]
    assert heads.facts.get("client.open") is None
    assert HEADS.with_answer(wrong).with_answer(None) == HEADS


def test_a_value_to_compare_may_be_a_whole_line() -> None:
    assert HEADS.with_compared("Sec-WebSocket-Accept:  abc= ").compared == "abc="


@settings(max_examples=100)
@given(st.text(max_size=120), st.one_of(st.none(), st.text(max_size=80)))
def test_any_heads_run(request: str, answer: str | None) -> None:
    heads = run_heads(HeadsDraft(request, answer))
    assert (heads.request_error is None) == bool(heads.request_checks)
    assert heads.request_error is None or isinstance(heads.request_error, HeadError)
    assert as_bytes(request).endswith(b"\r\n\r\n")


def test_a_head_is_no_longer_than_http_allows() -> None:
    with pytest.raises(LabError, match="16 KiB"):
        HEADS.with_request("x" * 20_000)


# A message and its fragments.


@settings(max_examples=150)
@given(st.binary(max_size=24), st.sets(st.integers(1, 23)), st.booleans(), st.sampled_from(Role))
def test_a_message_comes_out_whole_if_it_is_text(payload: bytes, cuts: set[int], binary: bool, sender: Role) -> None:
    draft = TextDraft(payload, tuple(sorted(cut for cut in cuts if cut < len(payload))), binary, sender)
    run = run_text(draft)
    try:
        payload.decode()
        valid = True
    except UnicodeDecodeError:
        valid = binary
    assert (run.message is not None) == valid
    assert (run.broken is None) == valid
    if run.message is not None:
        assert run.message.payload == payload
        assert len(run.message.frames) == len(draft.pieces)
    else:
        assert run.broken is not None
        assert run.broken.rule is TEXT_UTF8


@given(st.binary(max_size=30))
def test_the_validator_after_each_byte(payload: bytes) -> None:
    found = steps(payload)
    bad = first_bad_byte(payload)
    assert [step.is_bad for step in found] == [False] * (len(found) - (bad is not None)) + [True] * (bad is not None)
    assert len(found) == (len(payload) if bad is None else bad + 1)
    for index, step in enumerate(found):
        if not step.is_bad:
            whole = payload[: index + 1 - step.pending]
            assert whole.decode()[:0] == ""
            assert step.pending < max(1, step.size)


def test_cuts_are_made_moved_and_joined() -> None:
    draft = TextDraft(b"abcdef", ())
    assert draft.with_cut(2).with_cut(4).pieces == (b"ab", b"cd", b"ef")
    assert draft.with_cut(2).with_cut(2) == draft
    cut = draft.with_cut(2).with_cut(4)
    assert cut.with_moved(0, 1).cuts == (1, 4)
    assert cut.with_moved(0, 9).cuts == (3, 4)
    assert cut.with_moved(1, 99).cuts == (2, 5)
    assert draft.with_every_cut().cuts == (1, 2, 3, 4, 5)
    assert cut.with_payload(b"abc").cuts == (2,)
    assert draft.with_cut(0) == draft.with_cut(6) == draft
    with pytest.raises(LabError, match="shows every one"):
        draft.with_payload(bytes(MOST + 1))


# Masking.


@given(st.binary(min_size=4, max_size=4), st.binary(max_size=50))
def test_the_key_takes_off_what_it_put_on(key: bytes, payload: bytes) -> None:
    draft = MaskDraft(key, payload)
    assert MaskDraft(key).with_wire(draft.wire).payload == payload
    assert draft.wire == bytes(byte ^ key[place % 4] for place, byte in enumerate(payload))
    assert draft.frame.endswith(key + draft.wire)


# Close.


@pytest.mark.parametrize(
    ("draft", "rule", "told"),
    [
        (CloseDraft(b"\x03\xe8done"), None, {Role.CLIENT: (1000, ""), Role.SERVER: (1000, "done")}),
        (CloseDraft(b""), None, {Role.CLIENT: (1005, ""), Role.SERVER: (1005, "")}),
        (CloseDraft(b"\x03"), CLOSE_LENGTH, {Role.CLIENT: (1002, ""), Role.SERVER: (1006, "")}),
        (CloseDraft(b"\x03\xed"), CLOSE_CODE, {Role.CLIENT: (1002, ""), Role.SERVER: (1006, "")}),
        (CloseDraft(b"\x03\xe8\xff"), CLOSE_UTF8, {Role.CLIENT: (1007, ""), Role.SERVER: (1006, "")}),
        (
            CloseDraft(b"\x03\xe8" + b"x" * 124, Role.SERVER),
            CONTROL_LENGTH,
            {Role.SERVER: (1002, ""), Role.CLIENT: (1006, "")},
        ),
    ],
)
def test_what_both_programs_are_told(draft: CloseDraft, rule: object, told: dict[Role, tuple[int, str]]) -> None:
    run = run_close(draft)
    assert (run.broken.rule if run.broken else None) == rule
    assert {role: (one.code, one.reason) for role, one in run.told.items()} == told


def test_code_reason_and_body_are_one() -> None:
    draft = CloseDraft(b"")
    assert draft.with_code(4000).with_reason("ü".encode()).body == b"\x0f\xa0\xc3\xbc"
    assert draft.with_reason(b"no code").code == 1000
    assert CloseDraft(b"\x03\xe8x").with_code(None).body == b""
    with pytest.raises(LabError, match="cannot hold 65536"):
        draft.with_code(65536)
    with pytest.raises(LabError, match="at most 125"):
        draft.with_body(bytes(2000))
