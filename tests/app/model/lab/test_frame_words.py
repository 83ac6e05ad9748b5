"""What the bench says: title, verdict, rules and size, all from the bytes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.lab import frame_words
from app.model.lab.frame_draft import FrameDraft
from app.model.lab.frame_verdict import judge
from app.model.lab.frames_gallery import sample
from app.model.lab.outcome import outcome_of
from protocol.vocabulary import Role
from tests.figures_support import PlainWords

WORDS = PlainWords()
MASKED = sample("masked").draft


def title(draft: FrameDraft) -> str:
    return frame_words.title(WORDS, draft, judge(draft))


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        (MASKED, "Text frame “Hello”, masked"),
        (sample("ping-fin").draft.with_rsv(4), "Ping “Hello”, two rules broken"),
        (sample("close").draft, "Close 1000, masked"),
        (sample("binary-256").draft, "Binary frame of 256 bytes, not masked"),
        (MASKED.with_payload(b""), "Text frame without payload, masked"),
        (MASKED.with_length(9), "Text frame “Hello”, not whole"),
        (MASKED.with_data(b""), "No bytes yet"),
        (MASKED.with_data(b"\x81"), "The beginning of a frame"),
    ],
)
def test_titles(draft: FrameDraft, said: str) -> None:
    assert title(draft) == said


@pytest.mark.parametrize(
    ("draft", "banner"),
    [
        (MASKED, ("ok", "Valid client frame", "11 bytes: 6 header + 5 payload")),
        (sample("ping-fin").draft.with_rsv(4), ("err", "2 violations", "receiver fails it: Close 1002")),
        (sample("not-utf8").draft, ("err", "1 violation", "receiver fails it: Close 1007")),
        (MASKED.with_length(6), ("open", "Not whole yet", "1 byte missing")),
        (MASKED.with_data(b"\x81\xfe"), ("open", "Not whole yet", "at least 6 bytes missing")),
    ],
)
def test_banners(draft: FrameDraft, banner: tuple[str, str, str]) -> None:
    assert frame_words.banner(WORDS, draft, judge(draft), outcome_of(draft)) == banner


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("masked", "receiver delivers the text “Hello”"),
        ("fragment-1", "receiver keeps it and waits for the next fragment"),
        ("fragment-2", "receiver delivers the text “Hello”"),
        ("ping", "receiver answers with a pong that says the same"),
        ("pong", "receiver takes it for a sign of life"),
        ("close", "receiver answers with Close 1000"),
        ("binary-256", "receiver delivers 256 bytes of binary data"),
        ("deflate", "receiver delivers the text “Hello”"),
    ],
)
def test_what_the_receiver_does(name: str, said: str) -> None:
    assert frame_words.outcome_text(WORDS, outcome_of(sample(name).draft)) == said


def test_the_size_on_the_wire() -> None:
    sentence, parts = frame_words.wire_size(WORDS, MASKED)
    assert sentence == "11 bytes for 5 characters: 2 bytes of flags and length, 4 of key, 5 of payload."
    assert parts == (("rsv", 2), ("key", 4), ("pay", 5))


def test_what_stands_around() -> None:
    draft = MASKED.with_data(MASKED.data + b"\x89\x00")
    assert frame_words.surroundings(WORDS, draft) == "2 bytes after it: 89 00"
    assert frame_words.surroundings(WORDS, draft.on_to_rest()) == "11 bytes before it"


@settings(max_examples=300)
@given(st.binary(max_size=24), st.sampled_from(Role), st.booleans(), st.booleans())
def test_something_is_said_of_any_bytes(data: bytes, sender: Role, deflate: bool, inside: bool) -> None:
    draft = FrameDraft(b"", sender, deflate, inside).with_data(data)
    verdict = judge(draft)
    assert title(draft)
    for line in verdict.lines:
        assert frame_words.rule_text(WORDS, draft, line)
    sentence, parts = frame_words.wire_size(WORDS, draft)
    assert sentence
    assert sum(count for _, count in parts) == draft.reading.known
