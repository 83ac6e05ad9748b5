"""How a handshake can end, and how it did."""

from dataclasses import replace

from handshake_support import (
    GUID,
    NARROW,
    POLICY,
    at,
    conversation,
    outcome,
    text,
)

from app.drawing.marks import Stroke
from app.figures.handshake import draw


def test_statuses_that_cannot_come_any_more_are_gone():
    assert "405" in outcome(at("request.arrived"), "outcome.fail")
    assert "405" not in outcome(at("check.request.host"), "outcome.fail")
    assert outcome(at("check.request.version"), "outcome.fail").endswith("426 Upgrade Required (Version)")
    assert at("accept.computed").find("outcome.fail") is None


def test_open_on_both_sides():
    scene = at("client.open")
    assert text(scene, "state.client/name") == text(scene, "state.server/name") == "OPEN"
    way = scene.find("outcome.ok/way")
    assert isinstance(way, Stroke)
    assert way.head
    assert way.tail
    assert scene.find("outcome.fail") is None
    assert "OPEN" in scene.description


def test_an_answer_crosses_and_the_clients_decision_does_not():
    request, response = at("request.arrived"), at("response.arrived")
    assert [x for x, _ in request.find("outcome.ok/way").points] == [830, 58]
    assert [x for x, _ in response.find("outcome.fail/way").points] == [58, 444]


def test_both_programs_are_told():
    facts = conversation(policy=replace(POLICY, guid=GUID))
    scene = draw(facts, len(facts), "", NARROW)
    assert text(scene, "told.client/text") == "Client’s program is told   1006, not clean"
    assert text(scene, "told.server/text") == "Server’s program is told   1006, not clean"
    assert scene.find("told.client").rect.right < scene.find("told.server").rect.x
