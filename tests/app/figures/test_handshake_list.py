"""The checklist: a point a row, joined to the line that it reads."""

import pytest
from handshake_support import (
    ACCEPT,
    OFFERS,
    at,
    conversation,
    glyph,
    text,
)


def test_the_server_answers_the_key():
    scene = at("accept.computed")
    assert glyph(scene, "request.point.4/glyph") == "now"
    assert text(scene, "request.point.4/accept") == ACCEPT
    assert text(scene, "request.points.count") == "8 of 8 passed"
    assert glyph(at("server.open"), "request.point.4/glyph") == "tick"


def test_headers_that_did_not_come_are_noted_at_the_empty_line():
    scene = at("check.request.extensions", conversation(OFFERS["bare"]))
    assert text(scene, "request.point.end/title") == "absent: Origin, Protocol, Extensions"
    assert text(scene, "request.points.count") == "6 of 6 passed"


def test_every_line_and_rule_is_spoken_and_linked():
    scene = at("check.request.key")
    for line in range(8):
        card, point = scene.find(f"request.line.{line}"), scene.find(f"request.point.{line}")
        assert card.spoken
        assert point.spoken
        assert f"line:{line}" in card.links
        assert set(card.links) == set(point.links)
    assert "dGhlIHNhbXBsZSBub25jZQ==" in scene.find("request.line.4").spoken
    assert "rule:request.key" in scene.find("request.line.4").links
    assert "checked now" in scene.find("request.point.4").spoken
    assert "not checked yet" in scene.find("request.point.5").spoken


@pytest.mark.parametrize(
    ("fact", "line", "color", "dash", "head"),
    [
        ("check.request.upgrade", 1, "ok.fill", False, False),
        ("check.request.upgrade", 2, "ink", False, True),
        ("check.request.upgrade", 3, "line3", True, False),
    ],
)
def test_the_line_into_a_rule_says_how_far_it_is(fact, line, color, dash, head):
    join = at(fact).find(f"request.point.{line}/join")
    assert (join.color, bool(join.dash), bool(join.head)) == (color, dash, head)
    assert (join.points[0][0], round(join.points[1][0], -1)) == (510, 530)


def test_two_rules_may_read_one_line():
    scene = at("check.request.method")
    assert glyph(scene, "request.point.0/glyph") == "now"
    assert scene.find("rule.request.method/title").font.bold
    assert not scene.find("rule.request.http/title").font.bold


def test_the_bytes_of_a_key_that_is_none_are_not_shown():
    scene = at("check.request.key", conversation(OFFERS["short key"]))
    assert scene.find("request.point.4/byte.0") is None
