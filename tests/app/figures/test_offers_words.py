"""What the parameters say in an offer and in an answer."""

from __future__ import annotations

import pytest

from app.figures.offers_view import EXTENSIONS, PROTOCOLS, Fate, Item
from app.figures.offers_words import answer_note, fate_word, offer_note, written
from tests.figures_support import PlainWords

WORDS = PlainWords()


@pytest.mark.parametrize(
    ("offer", "note"),
    [
        (("server_no_context_takeover", None), "server: forget after each message"),
        (("client_no_context_takeover", None), "a hint: the client will forget"),
        (("server_max_window_bits", "10"), "server: a window of at most 1024 bytes"),
        (("client_max_window_bits", "9"), "a hint: at most 512 bytes; you may name fewer"),
        (("client_max_window_bits", None), "you may tell the client a window"),
        (("level", "3"), ""),
    ],
)
def test_in_an_offer(offer, note):
    assert offer_note(WORDS, EXTENSIONS, Item(offer, None, depth=1)) == note


@pytest.mark.parametrize(
    ("answer", "note"),
    [
        (("server_no_context_takeover", None), "the server will forget"),
        (("client_no_context_takeover", None), "client: forget after each message"),
        (("server_max_window_bits", "8"), "the server uses at most 256 bytes"),
        (("client_max_window_bits", "15"), "client: use at most 32768 bytes"),
    ],
)
def test_in_an_answer(answer, note):
    assert answer_note(WORDS, EXTENSIONS, Item(answer, answer, Fate.CHOSEN, 1)) == note


def test_what_is_not_answered():
    hint = Item(("client_no_context_takeover", None), None, Fate.DECLINED, 1)
    assert answer_note(WORDS, EXTENSIONS, hint) == "no answer: only a hint"
    owed = Item(("server_no_context_takeover", None), None, Fate.BROKEN, 1)
    assert answer_note(WORDS, EXTENSIONS, owed) == "must be answered"
    assert answer_note(WORDS, PROTOCOLS, Item(("chat", None), None, Fate.DECLINED)) == "not taken"


def test_why_an_answer_is_wrong():
    assert answer_note(WORDS, PROTOCOLS, Item(None, ("superchat", None), Fate.BROKEN)) == "was not offered"
    wrong = Item(("server_max_window_bits", "10"), ("server_max_window_bits", "11"), Fate.BROKEN, 1)
    assert answer_note(WORDS, EXTENSIONS, wrong) == "does not fit the offer"


def test_every_fate_has_a_word():
    assert len({fate_word(WORDS, fate) for fate in Fate}) == len(Fate)


def test_as_it_stands_in_the_header():
    assert written(("a", None)) == "a"
    assert written(("a", "1")) == "a=1"
