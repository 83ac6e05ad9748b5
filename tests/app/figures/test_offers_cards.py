"""Rows of both cards."""

from __future__ import annotations

from app.drawing.marks import Glyph, Stroke
from app.figures.offers_cards import place_lines
from app.figures.offers_view import read_view
from tests.figures_support import plain_room
from tests.offers_support import FULL, asked, by_hand, drawn


def test_a_place_for_every_item_of_the_run():
    facts = FULL["all"]()
    view = read_view(facts, len(facts))
    sheet = place_lines(view, plain_room(), 130, 600)
    assert [(line.section, line.number) for line in sheet.lines] == [
        (0, -1), (0, 0), (0, 1), (1, -1), *((1, number) for number in range(7)),
    ]  # fmt: skip
    for above, below in zip(sheet.lines, sheet.lines[1:], strict=False):
        assert above.y + above.height <= below.y + 0.01
    assert sheet.bottom <= 600 + 0.01


def test_notes_only_where_there_is_room():
    facts = FULL["all"]()
    view = read_view(facts, len(facts))
    assert all(line.two for line in place_lines(view, plain_room(), 130, 620).lines if line.number >= 0)
    assert not any(line.two for line in place_lines(view, plain_room(), 130, 430).lines)


def test_a_strange_answer_has_no_line_from_an_offer_and_a_cross():
    scene = drawn(FULL["stranger"]())
    assert scene.find("item.2.0.offer") is None
    assert scene.find("header.2.0") is None
    assert scene.find("item.2.0.answer").text == "superchat"
    assert scene.find("item.2.0.answer/note").text == "was not offered"
    assert scene.find("item.2.0/join") is None
    glyph = scene.find("item.2.0/fate")
    assert isinstance(glyph, Glyph)
    assert glyph.name == "cross"
    assert isinstance(scene.find("item.0.0/join"), Stroke)


def test_no_gap_among_the_offers_announces_a_strange_answer():
    facts = FULL["stranger"]()
    before = drawn(facts, cursor=facts.place("request.sent") + 1)
    last = max(mark.y for mark in before.marks if mark.id.endswith(".offer"))
    stranger = drawn(facts).find("item.2.0.answer")
    assert stranger.y > last
    assert not [mark.id for mark in before.marks if mark.id.startswith(("item.2", "header.2"))]


def test_a_mistake_is_named_even_on_one_line():
    scene = drawn(FULL["crowded"](), "", 632, 136)
    assert scene.find("item.2.0.answer/note").text == "was not offered"


def test_what_is_agreed_in_a_broken_answer_gets_no_tick():
    facts = by_hand(asked(extensions="permessage-deflate"), extensions="permessage-deflate; client_max_window_bits=9")
    scene = drawn(facts)
    assert scene.find("item.1.0/fate").name == "none"
    assert scene.find("item.1.1/fate").name == "cross"


def test_a_refusal_shows_its_status_and_the_name_that_stands_twice():
    scene = drawn(FULL["twice"]())
    assert scene.find("answer.refusal").text == "400 Bad Request"
    assert scene.find("item.0.1/twice").name == "cross"
    assert scene.find("item.0.0/twice") is None
