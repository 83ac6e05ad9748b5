"""What is known at a cursor, what a focus means, and what each byte of the padded message is."""

from __future__ import annotations

import pytest

from app.figures.accept_known import Focus, kinds, known_at, read_focus, shown_blocks, word_kind
from protocol.accept import accept_trace
from protocol.handshake import Verdict
from protocol.knowledge import Facts
from tests.accept_support import KEY, WRONG_GUID, handshake_facts


def test_what_becomes_known_one_after_the_other() -> None:
    facts = handshake_facts()
    before, asked, computed = known_at(facts, 1), known_at(facts, 2), known_at(facts, 3)
    assert (before.key, before.trace, before.computed) == (None, None, False)
    assert (asked.key, asked.computed, asked.sent) == (KEY, False, None)
    assert asked.trace == accept_trace(KEY)
    assert (computed.computed, computed.sent, computed.answered) == (True, "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", False)
    end = known_at(facts, len(facts))
    assert (end.answered, end.status, end.verdict) == (True, 101, Verdict.HOLDS)


def test_a_wrong_server() -> None:
    facts = handshake_facts(guid=WRONG_GUID)
    end = known_at(facts, len(facts))
    assert end.trace is not None
    assert end.sent != end.trace.accept == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
    assert end.verdict is Verdict.BROKEN


def test_a_refusal_has_no_value() -> None:
    facts = handshake_facts("short")
    end = known_at(facts, len(facts))
    assert (end.status, end.sent, end.verdict) == (400, None, None)
    assert known_at(Facts(), 0).key is None


@pytest.mark.parametrize(
    ("text", "focus"),
    [
        ("join", Focus("join")),
        ("", Focus("join")),
        ("nonsense.3", Focus("join")),
        ("schedule", Focus("schedule", t=16)),
        ("schedule.37", Focus("schedule", t=37)),
        ("rounds", Focus("rounds")),
        ("round.1.37", Focus("rounds", 1, 37)),
        ("round.2.99", Focus("rounds", 2, 79)),
        ("round.9.x", Focus("rounds", 2, 0)),
        ("base64", Focus("base64")),
        ("base64.6", Focus("base64", group=7)),
        ("answer", Focus("answer")),
    ],
)
def test_reading_a_focus(text: str, focus: Focus) -> None:
    assert read_focus(text, {}) == focus


def test_options_go_before_the_focus() -> None:
    assert read_focus("round.1.37", {"block": 2, "round": "5"}) == Focus("rounds", 2, 5)
    assert read_focus("base64.6", {"group": 1}).group == 1
    assert read_focus("round.1.37", {"round": "x"}).t == 37


def test_the_bytes_of_the_example() -> None:
    trace = accept_trace(KEY)
    found = kinds(trace)
    assert len(found) == 128
    counts = {kind: found.count(kind) for kind in ("key", "guid", "one", "zero", "length")}
    assert counts == {"key": 24, "guid": 36, "one": 1, "zero": 59, "length": 8}
    assert [word_kind(trace, 1, t) for t in (0, 5, 6, 14, 15)] == ["key", "key", "guid", "guid", "one"]
    assert [word_kind(trace, 2, t) for t in (0, 13, 14, 15)] == ["zero", "zero", "length", "length"]


def test_at_most_two_blocks_are_shown() -> None:
    assert list(shown_blocks(accept_trace("k"), 1)) == [1]
    assert list(shown_blocks(accept_trace(KEY), 2)) == [1, 2]
    assert list(shown_blocks(accept_trace("k" * 150), 4)) == [3, 4]
    assert list(shown_blocks(accept_trace("k" * 150), 2)) == [2, 3]
