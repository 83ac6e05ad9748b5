"""Every question has one right option, found by running; another protocol would make another option right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lessons.model import LANGUAGES, Question
from lessons.questions import decide
from protocol.facts import HeadSent
from protocol.http11 import read_request
from protocol.knowledge import Facts
from protocol.vocabulary import Role
from tests.lessons_support import course, facts_of, runs, story_of

KEY = "dGhlIHNhbXBsZSBub25jZQ=="  # RFC 6455 section 1.3


def facts_with(key=KEY):
    """The facts of a run in which the client sent this key."""
    raw = (
        "GET /chat HTTP/1.1\r\nHost: server.example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
    ).encode()
    return Facts([HeadSent("request.sent", 1, 0, 0.0, Role.CLIENT, read_request(raw))])


@pytest.mark.parametrize("one", course().lessons, ids=lambda one: one.slug)
def test_exactly_one_option_is_right(one):
    for question in one.questions:
        right = decide(question, facts_of(one.slug))
        assert question.options.count(right) == 1
        assert all(set(one.words[lang].questions[question.id].options) == set(question.options) for lang in LANGUAGES)


@pytest.mark.parametrize(("slug", "fault"), runs())
def test_a_fault_that_is_on_does_not_change_what_is_right(slug, fault):
    for at in story_of(slug, fault).steps:
        if at.step.question:
            question = story_of(slug).lesson.question(at.step.question)
            assert decide(question, facts_of(slug, fault)) in question.options


@pytest.mark.parametrize("one", course().lessons, ids=lambda one: one.slug)
def test_each_question_is_asked_before_its_answer_is_known(one):
    asked = [step.question for step in one.steps if step.question]
    assert len(asked) == len(set(asked))


ORIGINS = ["http://example.com"]
CASES = [
    ("same_key_again", {}, KEY, "101"),
    ("same_key_again", {}, "short", "400"),
    ("drop_header", {"header": "Origin", "origins": ORIGINS}, KEY, "101"),
    ("drop_header", {"header": "Host"}, KEY, "400"),
    ("drop_header", {"header": "Sec-WebSocket-Version"}, KEY, "426"),
    ("change_header", {"header": "Sec-WebSocket-Version", "value": "8"}, KEY, "426"),
    ("change_header", {"header": "Upgrade", "value": "h2c"}, KEY, "400"),
    ("change_header", {"header": "Connection", "value": "keep-alive, Upgrade"}, KEY, "101"),
    ("change_answer", {"header": "Upgrade", "value": "WebSocket"}, KEY, "accepts"),
    ("change_answer", {"header": "Upgrade", "value": "h2c"}, KEY, "fails"),
    ("same_text_twice", {"text": "Hello", "masks": ["37fa213d", "0a5bc7e1"]}, KEY, "header"),
    ("same_text_twice", {"text": "Hello", "masks": ["37fa213d", "37fa213d"]}, KEY, "all"),
    ("frame_size", {"who": "server", "text": "Hello"}, KEY, "7"),
    ("frame_size", {"who": "client", "text": "Hello"}, KEY, "11"),
    ("frame_size", {"who": "server", "text": "Hello" * 30}, KEY, "154"),
    ("joined_form", {}, KEY, "text"),
    ("sha1_blocks", {}, KEY, "padding"),
    ("sha1_blocks", {"key": "x" * 56}, KEY, "guid"),
    ("sha1_blocks", {"key": "x"}, KEY, "one"),
    ("register_moves", {"register": "a", "round": 0}, KEY, "b"),
    ("register_moves", {"register": "c", "round": 3}, KEY, "d"),
    ("register_moves", {"register": "b", "round": 3}, KEY, "none"),
    ("accept_length", {"keys": ["", KEY]}, KEY, "28"),
    ("changed_character", {"place": 0, "character": "e"}, KEY, "most"),
    ("changed_character", {"place": 0, "character": "d"}, KEY, "none"),
    ("eavesdropper", {}, KEY, "yes"),
    ("eavesdropper", {"guid": "a secret"}, KEY, "no"),
    ("state_after", {"who": "client", "moment": "sent"}, KEY, "CLOSING"),
    ("state_after", {"who": "server", "moment": "sent"}, KEY, "OPEN"),
    ("state_after", {"who": "server", "moment": "arrived"}, KEY, "CLOSING"),
    ("close_answer_code", {"code": 1000, "reason": "done"}, KEY, "1000"),
    ("close_answer_code", {"code": 1001}, KEY, "1001"),
    ("close_answer_code", {"code": 1005}, KEY, "1002"),
    ("unmasked_to_server", {}, KEY, "1002"),
    ("unmasked_to_server", {"mask": "37fa213d"}, KEY, "none"),
    ("finish_fragment_before_close", {}, KEY, "finish"),
    ("finish_fragment_before_close", {"closed": True}, KEY, "error"),
    ("code_of_empty_close", {}, KEY, "1005"),
    ("code_of_empty_close", {"code": 1001}, KEY, "1001"),
    ("code_of_lost_tcp", {}, KEY, "1006"),
    ("code_of_lost_tcp", {"close": True}, KEY, "1000"),
    ("who_closes_tcp", {"who": "client"}, KEY, "server"),
    ("who_closes_tcp", {"who": "server"}, KEY, "server"),
]


@pytest.mark.parametrize(("name", "params", "key", "outcome"), CASES)
def test_the_outcome_follows_the_input(name, params, key, outcome):
    assert decide(Question("q", name, (), params), facts_with(key)) == outcome


@pytest.mark.parametrize(
    "name", sorted({decider for decider, _, _, _ in CASES} - {"joined_form", "who_closes_tcp", "accept_length"})
)
def test_no_decider_always_says_the_same(name):
    assert len({outcome for decider, _, _, outcome in CASES if decider == name}) > 1


def test_other_protocol_code_would_give_another_answer(monkeypatch):
    """Where every input has the same outcome, the code that was run decides it."""
    question = Question("q", "accept_length", (), {"keys": ["", KEY]})
    monkeypatch.setattr("lessons.deciders.accept.accept_value", lambda key: key)
    assert decide(question, facts_with()) == "varies"
    question = Question("q", "joined_form", ())
    monkeypatch.setattr("lessons.deciders.accept.sha1", lambda _: b"other")
    assert decide(question, facts_with()) == "neither"
    question = Question("q", "who_closes_tcp", (), {"who": "client"})
    monkeypatch.setattr("protocol.connection.Connection._close_tcp_if_done", lambda _: None)
    assert decide(question, facts_with()) == "nobody"


def test_a_question_is_a_value():
    question = Question("q", "frame_size", ("7", "11"), {"who": "server", "text": "Hello"})
    assert decide(replace(question, params={"who": "client", "text": "Hello"}), Facts()) == "11"
