"""The card of a head: its lines, the groups of the key, the two accept values."""

from dataclasses import replace

import pytest
from handshake_support import (
    ACCEPT,
    GUID,
    NARROW,
    OFFER,
    OFFERS,
    POLICY,
    at,
    conversation,
    text,
)

from app.drawing.marks import Font
from protocol.handshake import Policy


def test_characters_of_a_wrong_accept_value_are_ringed():
    facts = conversation(policy=replace(POLICY, guid=GUID))
    scene = at("check.response.accept", facts)
    want, got = text(scene, "response.line.3/want"), text(scene, "response.line.3/got")
    assert want == ACCEPT != got
    ringed = sum(round(mark.rect.width / 10) for mark in scene if "/differs." in mark.id)
    assert ringed == sum(one != other for one, other in zip(want, got, strict=True))
    assert at("check.response.accept").find("response.line.3/differs.0") is None


def test_the_key_is_cut_into_groups_of_four():
    scene = at("check.request.key")
    value = scene.find("request.line.4/text")
    start = value.x + NARROW.measure.width("Sec-WebSocket-Key: ", Font(15, mono=True))
    step = NARROW.measure.width("0", Font(15, bold=True, mono=True))
    for number in range(6):
        bracket = scene.find(f"request.line.4/group.{number}")
        assert bracket.points[0][0] == pytest.approx(start + 4 * number * step + 1.5)
        assert bracket.points[-1][0] == pytest.approx(start + 4 * (number + 1) * step - 1.5)


def test_groups_that_are_no_base64_have_no_size():
    scene = at("check.request.key", conversation(replace(OFFER, key="????dGhl")))
    assert [text(scene, f"request.line.4/group.{number}/bytes") for number in range(2)] == ["?", "3"]


def test_a_line_that_is_too_long_gets_smaller_letters_then_dots():
    facts = conversation(OFFERS["long"], Policy())
    line = at("request.sent", facts).find("request.line.1/text")
    assert line.text.endswith("…")
    assert line.runs[0][1].size == 13
    assert line.width <= 392
    assert at("request.sent").find("request.line.1/text").runs[0][1].size == 15


def test_lines_after_the_current_one_are_grey():
    scene = at("check.request.host")
    assert [scene.find(f"request.line.{line}/note").color for line in (0, 1, 2)] == ["text2", "text2", "text3"]
    assert scene.find("request.line.1").fill == "sunk"


def test_a_repeated_accept_value_is_not_compared():
    facts = conversation()
    assert at("response.arrived", facts).find("response.line.3/want") is None
