"""What became of each item: run by both endpoints, or by an answer that a server should not give."""

from __future__ import annotations

import pytest

from app.figures.offers_view import Fate, read_view
from protocol.extensions import DeflateOffer, DeflatePolicy
from protocol.handshake import Policy
from protocol.knowledge import Facts
from tests.offers_support import asked, by_hand, shaken


def fates(facts, section):
    items = read_view(facts, len(facts)).sections[section].items
    return [(item.name, item.depth, item.fate) for item in items]


def test_a_subprotocol_is_chosen_and_the_other_declined():
    facts = shaken(asked("chat.v2", "chat"), Policy(subprotocols=("chat",)))
    assert fates(facts, 0) == [("chat.v2", 0, Fate.DECLINED), ("chat", 0, Fate.CHOSEN)]
    assert read_view(facts, len(facts)).sections[0].judged


def test_before_the_answer_everything_is_open():
    facts = shaken(asked("chat", deflate=DeflateOffer()), Policy(subprotocols=("chat",), deflate=DeflatePolicy()))
    view = read_view(facts, facts.place("request.sent") + 1)
    assert {item.fate for section in view.sections for item in section.items} == {Fate.OPEN}
    assert not any(section.judged for section in view.sections)
    assert read_view(Facts(), 0).sections[0].items == ()


def test_every_parameter_of_rfc_7692_with_its_answer():
    facts = shaken(asked(deflate=DeflateOffer(True, True, 12, 11)), Policy(deflate=DeflatePolicy(False, False, 15, 9)))
    items = read_view(facts, len(facts)).sections[1].items
    assert [item.offer for item in items] == [
        ("permessage-deflate", None),
        ("server_no_context_takeover", None),
        ("client_no_context_takeover", None),
        ("server_max_window_bits", "12"),
        ("client_max_window_bits", "11"),
    ]
    assert [item.answer[1] for item in items] == [None, None, None, "12", "9"]
    assert {item.fate for item in items} == {Fate.CHOSEN}


def test_what_the_server_may_add():
    policy = Policy(deflate=DeflatePolicy(server_no_context_takeover=True))
    assert fates(shaken(asked(deflate=DeflateOffer()), policy), 1)[1:] == [
        ("client_max_window_bits", 1, Fate.DECLINED),
        ("server_no_context_takeover", 1, Fate.ADDED),
    ]


def test_the_answer_stands_beside_the_offer_that_it_fits():
    offer = asked(extensions="permessage-deflate, permessage-deflate; client_max_window_bits")
    facts = shaken(offer, Policy(deflate=DeflatePolicy(client_max_window_bits=10)))
    assert fates(facts, 1) == [
        ("permessage-deflate", 0, Fate.DECLINED),
        ("permessage-deflate", 0, Fate.CHOSEN),
        ("client_max_window_bits", 1, Fate.CHOSEN),
    ]


def test_parameters_of_what_is_declined_are_silent():
    facts = shaken(asked(extensions="x-trace; level=3"), Policy(deflate=DeflatePolicy()))
    items = read_view(facts, len(facts)).sections[1].items
    assert [(item.fate, item.silent) for item in items] == [(Fate.DECLINED, False), (Fate.DECLINED, True)]


def test_a_subprotocol_that_was_not_offered():
    facts = by_hand(asked("chat"), protocol="superchat")
    assert fates(facts, 0) == [("chat", 0, Fate.DECLINED)]
    assert fates(facts, 2) == [("superchat", 0, Fate.BROKEN)], "below everything that was offered"
    assert read_view(facts, len(facts)).broken.rule.id == "response.protocol"


@pytest.mark.parametrize(
    ("offer", "answer", "broken"),
    [
        ("permessage-deflate", "permessage-deflate; client_max_window_bits=10", "client_max_window_bits"),
        ("permessage-deflate; server_no_context_takeover", "permessage-deflate", "server_no_context_takeover"),
        ("permessage-deflate; server_max_window_bits=10", "permessage-deflate", "server_max_window_bits"),
        ("permessage-deflate; server_max_window_bits=10", "permessage-deflate; server_max_window_bits=11",
         "server_max_window_bits"),
        ("permessage-deflate; client_max_window_bits", "permessage-deflate; client_max_window_bits",
         "client_max_window_bits"),
        ("permessage-deflate", "permessage-deflate; x-faster", "x-faster"),
        ("permessage-deflate", "permessage-deflate; server_max_window_bits=16", "server_max_window_bits"),
        ("permessage-deflate", "x-trace; level=3", "x-trace"),
    ],
)  # fmt: skip
def test_an_answer_that_answers_no_offer(offer, answer, broken):
    facts = by_hand(asked(extensions=offer), extensions=answer)
    assert broken in {name for name, _, fate in fates(facts, 1) if fate is Fate.BROKEN}
    assert read_view(facts, len(facts)).broken is not None


def test_a_name_that_is_listed_twice():
    facts = shaken(asked("chat", "chat"), Policy(subprotocols=("chat",)))
    view = read_view(facts, len(facts))
    assert view.refused
    assert [item.fate for item in view.sections[0].items] == [Fate.OPEN, Fate.BROKEN]
