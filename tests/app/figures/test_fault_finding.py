"""The finding is the first rule that was broken, with its bits; what never became whole is read from the recording."""

from __future__ import annotations

import pytest

from app.figures.fault_finding import EARLY, find, subject_frame, subject_head, written
from protocol.facts import Broke
from protocol.vocabulary import Role
from tests.app.figures.fault_support import FAULTS, client_says, facts_of, masked


@pytest.mark.parametrize("rule", FAULTS)
def test_the_rule_is_found(rule: str) -> None:
    finding = find(facts_of(rule))
    assert finding is not None
    assert finding.rule.id == rule


def test_nothing_is_found_where_nothing_is_broken() -> None:
    assert find(client_says(masked(1, b"Hello"))) is None


def test_the_bits_are_those_of_the_observer() -> None:
    facts = facts_of("text.utf8")
    (broke,) = facts.of(Broke)
    finding = find(facts)
    assert finding is not None
    assert (finding.start, finding.stop, finding.number) == (broke.start_bit, broke.start_bit + broke.width, 0)


def test_a_frame_that_never_became_whole_is_read_from_the_bytes() -> None:
    facts = facts_of("frame.length63")
    finding = find(facts)
    assert finding is not None
    found = subject_frame(facts, finding)
    assert found is not None
    frame, sender = found
    assert sender is Role.CLIENT
    assert frame.raw == bytes.fromhex("81ff800000000000000537fa213d") + b"Hello"


def test_who_owes_an_answer_is_shown_the_frame_that_asked() -> None:
    facts = facts_of("ping.answer")
    finding = find(facts)
    assert finding is not None
    assert (finding.who, finding.missed) == (Role.SERVER, True)
    found = subject_frame(facts, finding)
    assert found is not None
    assert (found[0].payload, found[1]) == (b"there?", Role.CLIENT)


def test_a_frame_before_the_answer_is_too_early() -> None:
    facts = facts_of("request.wait")
    finding = find(facts)
    assert finding is not None
    assert finding.rule is EARLY
    assert facts[finding.place].id == "client.frame.0.sent"


def test_a_head_is_found_if_it_can_be_read() -> None:
    facts = facts_of("request.key")
    finding = find(facts)
    assert finding is not None
    head = subject_head(facts, finding)
    assert head is not None
    assert head.raw.startswith(b"GET ")
    garbage = facts_of("request.syntax")
    finding = find(garbage)
    assert finding is not None
    assert subject_head(garbage, finding) is None
    assert written(garbage, finding.who, finding.entry) == b"HELO there\r\n\r\n"
