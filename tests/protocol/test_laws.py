"""Each law is a sentence of the RFC with its own word in it; whatever a receiver is asked for has a section."""

from __future__ import annotations

import pytest

from protocol.frames import encode_frame
from protocol.laws import LAWS, NEVER, law_of
from protocol.rules import CLOSE_CODE, RULES
from tests.app.figures.fault_support import FAULTS
from tests.frames_support import read_one


@pytest.mark.parametrize("rule", LAWS)
def test_the_level_stands_in_the_sentence(rule: str) -> None:
    law = LAWS[rule]
    assert law.level in law.quote
    assert law.duties or rule == "frame.key"  # nobody is asked to do anything about a key
    assert all(duty.section for duty in law.duties)


def test_every_rule_of_the_lesson_has_a_law() -> None:
    assert set(FAULTS) <= set(LAWS)


@pytest.mark.parametrize("rule", RULES)
def test_no_rule_is_without_an_answer(rule: str) -> None:
    law = law_of(RULES[rule])
    assert law.section
    assert law.duties or (RULES[rule].close_code is None and RULES[rule].status is None)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.startswith("response.")])
def test_a_client_fails_the_connection_over_a_bad_answer(rule: str) -> None:
    assert [duty.deed for duty in law_of(RULES[rule]).duties] == ["end", "quiet"]


@pytest.mark.parametrize(
    ("code", "section", "level"),
    [(999, "7.4.2", ""), (1004, "7.4.1", ""), (1005, "7.4.1", "MUST NOT"), (1016, "7.4.2", ""), (2999, "7.4.2", "")],
)
def test_only_three_codes_are_forbidden_in_so_many_words(code: int, section: str, level: str) -> None:
    law = law_of(CLOSE_CODE, read_one(encode_frame(8, code.to_bytes(2, "big"))))
    assert (law.section, law.level) == (section, level)
    assert ("MUST NOT" in law.quote) is (code in NEVER)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (0, "0-999 are not used"),
        (1004, "might be defined in the future"),
        (1015, "1015 is a reserved value"),
        (2999, "in the range 1000-2999 are reserved"),
    ],
)
def test_each_code_has_the_sentence_of_its_own_range(code: int, words: str) -> None:
    assert words in law_of(CLOSE_CODE, read_one(encode_frame(8, code.to_bytes(2, "big")))).quote


def test_of_codes_from_5000_on_nothing_is_said() -> None:
    law = law_of(CLOSE_CODE, read_one(encode_frame(8, (5000).to_bytes(2, "big"))))
    assert (law.quote, law.section, law.level) == ("", "7.4.2", "")
    assert [duty.section for duty in law.duties] == ["10.7", "10.7"]
