"""The figure `cache`: what the proxy reads, what it keeps, and what the next visitor gets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.drawing.marks import Label
from app.figures.cache import draw
from tests.figures_support import plain_room
from tests.layout_support import layout_faults
from tests.lessons_support import facts_of, story_of

SLUG = "masking"
FAULTS = ("no-mask", "zero-key", "one-key", "fresh-keys", "tunnel")
FACTS = facts_of(SLUG)


def room(height=772, top=136, lang="en"):
    return replace(plain_room(height, lang), top=top)


def lines(scene, side):
    return [mark.text for mark in scene.marks if isinstance(mark, Label) and mark.id.startswith(f"reads.{side}/line.")]


def drawn(fact, fault="no-mask", focus="attack"):
    facts = facts_of(SLUG, fault)
    return draw(facts, facts.place(fact) + 1, focus, room())


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("height", [632, 772])
def test_every_step_is_drawn_whole(fault, height):
    facts = facts_of(SLUG, fault)
    for step in story_of(SLUG, fault).steps:
        if step.step.figure == "cache":
            scene = draw(facts, step.cursor, step.step.focus, room(height))
            assert layout_faults(scene) == [], step.step.id


def test_what_leaves_just_now_has_not_been_read():
    assert "GET /track.js HTTP/1.1" not in lines(drawn("attack/client.frame.0.sent"), "client")
    assert "GET /track.js HTTP/1.1" in lines(drawn("moment.proxy.asked.2"), "client")


def test_a_masked_request_is_never_read_as_one():
    scene = drawn("moment.cache.over.0", "fresh-keys")
    assert "GET / HTTP/1.1" in lines(scene, "client")
    assert not any("track" in line for line in lines(scene, "client"))
    assert "HTTP/1.1 200 OK" in lines(scene, "server")
    assert scene.find("reads.server/unasked") is not None


def test_the_cache_is_empty_until_the_answer_came():
    assert drawn("moment.proxy.asked.2").find("cache/nothing") is not None
    stored = drawn("moment.proxy.stored.0")
    assert stored.find("cache/key").text == "stats.example/track.js"
    assert stored.find("cache/body").text.startswith("send(")
    assert drawn("moment.cache.emptied.0").find("cache/nothing") is not None


def test_what_the_cache_holds_is_judged_when_a_visitor_gets_it():
    assert drawn("moment.proxy.stored.0").find("cache/verdict") is None
    assert drawn("moment.proxy.stored.0").find("cache").stroke == "text2"
    assert drawn("moment.visitor.poisoned.0").find("cache/verdict").name == "cross"
    assert drawn("moment.visitor.genuine.0", focus="again").find("cache/verdict").name == "tick"


def test_the_visitor_gets_poison_and_then_the_genuine_script():
    assert drawn("moment.visitor.poisoned.0").find("visitor/verdict").name == "cross"
    genuine = drawn("moment.visitor.genuine.0", focus="again")
    assert genuine.find("visitor/verdict").name == "tick"
    assert genuine.find("visitor/body").text.startswith("count(")


def test_a_visitor_who_is_served_from_the_cache_reaches_no_server():
    assert drawn("moment.visitor.poisoned.0").find("line.far").dash
    assert not drawn("moment.visitor.genuine.0", focus="again").find("line.far").dash


def test_a_tunnel_is_not_read():
    scene = drawn("moment.cache.over.0", "tunnel")
    assert not any("track" in line for line in lines(scene, "client"))
    assert scene.find("reads.client/tunnel") is not None


def test_both_attempts_stand_side_by_side():
    scene = drawn("moment.cache.over.0", focus="compare")
    assert scene.find("attempt.attack/found").text == "GET /track.js HTTP/1.1"
    assert scene.find("attempt.again/found/glyph").name == "tick"
    before = drawn("attack/tcp.open", focus="compare")
    assert before.find("attempt.attack/found") is None


def test_no_focus_raises():
    for focus in ("", "chat", "again", "visitor.1", "compare", "nonsense"):
        for cursor in (0, 1, len(FACTS) // 2, len(FACTS)):
            assert draw(FACTS, cursor, focus, room()).marks
