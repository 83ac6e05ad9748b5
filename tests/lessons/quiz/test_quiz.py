"""Questions that are made: right by running the protocol, and another one for every seed."""

from __future__ import annotations

from itertools import pairwise

import pytest

from lessons.model import LANGUAGES
from lessons.quiz import ask
from lessons.quiz.dice import Dice
from lessons.quiz.frames import legal_frame, masked_byte, whole_size
from lessons.quiz.made import MOST, three
from lessons.quiz.states import state_after
from protocol.frames import encode_frame
from protocol.knowledge import Facts
from protocol.machine import TRANSITIONS, Signal, transition
from protocol.rules import RULES
from protocol.vocabulary import Opcode, Role, State
from tests.lessons_support import facts_of

FACTS = facts_of("closing-handshake")
MOMENTS = (0, FACTS.place("client.open") + 1, FACTS.place("client.closing") + 1, len(FACTS))


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_question_has_one_right_answer_among_its_options(moment, lang):
    for seed in range(60):
        made = ask(FACTS.until(moment), seed, lang)
        assert made.right in made.options
        assert 2 <= len(made.options) <= MOST
        assert len(set(made.options.values())) == len(made.options)
        for text in (made.text, made.answer, *made.options.values()):
            assert text
            assert "{" not in text


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_seed_is_one_question_and_another_seed_another(moment):
    facts = FACTS.until(moment)
    first = [ask(facts, seed, "en") for seed in range(200)]
    assert first == [ask(facts, seed, "en") for seed in range(200)]
    texts = [made.text for made in first]
    assert all(one != other for one, other in pairwise(texts))
    assert len(set(texts)) > 190


def test_both_languages_ask_the_same():
    for seed in range(40):
        english, chinese = (ask(FACTS, seed, lang) for lang in LANGUAGES)
        assert (english.right, list(english.options)) == (chinese.right, list(chinese.options))


def test_the_right_place_is_not_always_the_same():
    places = {list(made.options).index(made.right) for made in (ask(FACTS, seed, "en") for seed in range(40))}
    assert places == {0, 1, 2}


def test_nothing_needs_to_have_happened():
    assert ask(Facts(), 1, "en").text


def test_a_masked_byte_is_what_encode_frame_writes():
    for seed in range(50):
        made = masked_byte(FACTS, Dice(seed))
        key, place = bytes.fromhex(made.values["key"]), made.values["place"]
        payload = bytes(place) + bytes.fromhex(made.values["payload"])
        assert made.right == f"{encode_frame(Opcode.TEXT, payload, key=key)[-1]:02x}"


def test_a_size_is_that_of_a_real_frame():
    for seed in range(50):
        made = whole_size(FACTS, Dice(seed))
        key = bytes(4) if made.who is Role.CLIENT else None
        assert int(made.right) == len(encode_frame(Opcode.BINARY, bytes(made.values["length"]), key=key))


def test_a_legal_frame_is_told_from_broken_ones():
    found = {legal_frame(FACTS, Dice(seed)).right for seed in range(200)}
    assert {"legal", "frame.rsv", "frame.opcode", "frame.masked", "frame.unmasked"} <= found
    assert found - {"legal"} <= set(RULES)


def test_the_next_state_is_that_of_the_table():
    signals = {row.signal.value: row.signal for row in TRANSITIONS}
    seen = set()
    for seed in range(200):
        made = state_after(FACTS.until(MOMENTS[1]), Dice(seed))
        state, signal = State[made.values["state"]], signals[made.signal]
        row = transition(made.who, state, signal)
        assert made.right == (row.next if row is not None else state).name
        seen.add((state, signal))
    assert (State.CLOSING, Signal.RECEIVED_CLOSE) in seen, "the second Close changes nothing"


def test_three_different_options():
    assert three("a", ["a", "b", "b", "c", "d"]) == ("a", "b", "c")
    assert three("a", []) == ("a",)


def test_dice_fall_on_every_side():
    dice = Dice(3)
    assert {dice.throw(6) for _ in range(200)} == set(range(6))
    assert {dice.between(2, 4) for _ in range(100)} == {2, 3, 4}
    assert sorted(dice.mixed("abcdef")) == list("abcdef")
