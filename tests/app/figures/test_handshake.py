"""The handshake figure: for real conversations, at every moment, in every height."""

from dataclasses import replace

import pytest
from figures_support import PlainWords, plain_room
from handshake_support import (
    ACCEPT,
    NARROW,
    OFFERS,
    POLICY,
    at,
    conversation,
    faults,
    glyph,
    outcome,
    text,
    texts,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from app.drawing.marks import Glyph
from app.figures.handshake import draw
from protocol.handshake import Policy
from protocol.knowledge import Facts
from protocol.observer import observe
from protocol.recording import Entry, Kind, Recording
from protocol.vocabulary import Role


def test_the_example_has_the_measures_of_the_design():
    scene = at("check.request.key")
    rect = scene.find("request.card").rect
    assert (rect.x, rect.y, rect.width, rect.height) == (86, 172, 424, 508)
    rect = scene.find("request.points.card").rect
    assert (rect.x, rect.y, rect.width, rect.height) == (532, 172, 272, 508)
    row = scene.find("request.line.4").rect
    assert (row.y, row.height) == (404, 104)
    joins = [scene.find(f"request.point.{line}/join").points[0][1] for line in range(8)]
    assert joins == [234, 284, 332, 380, 427, 532, 580, 628]
    labels = [scene.find(f"request.line.{line}/text").y for line in range(8)]
    assert labels == [228, 280, 328, 376, 429, 528, 576, 624]
    assert (scene.find("outcome.ok").rect.y, scene.find("outcome.fail").rect.y) == (692, 724)
    bytes_shown = [scene.find(f"request.point.4/byte.{number}") for number in range(16)]
    assert "".join(byte.text for byte in bytes_shown) == b"the sample nonce".hex()
    assert [(byte.x, byte.y) for byte in bytes_shown[::8]] == [(578, 471), (578, 490)]


def test_the_example_says_what_the_design_says():
    scene = at("check.request.key")
    assert text(scene, "request.size") == "8 lines, 230 bytes, plain ASCII"
    assert text(scene, "request.points.count") == "4 of 8 passed"
    assert text(scene, "rule.request.key/note") == "decoded so far: 16 of 16"
    assert text(scene, "request.point.4/item") == "item 5"
    assert [text(scene, f"request.line.4/group.{number}/bytes") for number in range(6)] == list("333331")
    assert outcome(scene, "outcome.ok") == "all rules hold   101 Switching Protocols"
    assert outcome(scene, "outcome.fail") == (
        "any rule fails   400 Bad Request · 403 Forbidden (Origin) · 426 Upgrade Required (Version)"
    )
    moods = [glyph(scene, f"request.point.{line}/glyph") for line in range(8)]
    assert moods == ["tick"] * 4 + ["now"] + ["pending"] * 3


def test_before_anything_happened_everything_is_dashed():
    scene = draw(conversation(), 0, "", plain_room())
    assert scene.find("tcp").dash
    assert scene.find("request.card").dash
    assert text(scene, "state.client/name") == text(scene, "state.server/name") == "CONNECTING"
    assert not scene.find("outcome.ok")
    assert not at("tcp.open").find("tcp").dash


def test_the_request_travels_before_it_is_checked():
    sent, arrived = at("request.sent"), at("request.arrived")
    assert sent.find("request.arrow").points[-1][0] == 830
    assert sent.find("request.arrow").enter == "grow"
    assert sent.find("request.points.card") is None
    assert arrived.find("request.arrow").points[-1][0] == 532
    assert text(arrived, "request.points.count") == "0 of 8 passed"


def test_the_response_is_the_mirror_image():
    scene = at("check.response.accept")
    card, points = scene.find("response.card").rect, scene.find("response.points.card").rect
    assert (card.x, card.right) == (888 - 510, 888 - 86)
    assert (points.x, points.right) == (888 - 804, 888 - 532)
    assert scene.find("response.line.3").rect.height == 104
    arrow = scene.find("response.arrow")
    assert arrow.points[0][0] > arrow.points[-1][0]
    assert (text(scene, "response.line.3/want"), text(scene, "response.line.3/got")) == (ACCEPT, ACCEPT)
    assert text(scene, "rule.response.accept/note") == "28 of 28 the same"
    assert text(scene, "request.past/label") == "HTTP request: 8 of 8 passed"
    assert text(scene, "response.points.count") == "3 of 5 passed"
    assert outcome(scene, "outcome.ok").endswith("OPEN")
    assert outcome(scene, "outcome.fail").endswith("1006")


def test_the_past_can_be_looked_at_again():
    facts = conversation()
    scene = draw(facts, len(facts), "request", NARROW)
    assert text(scene, "request.points.count") == "8 of 8 passed"
    assert scene.find("response.card") is None
    future = draw(facts, 1, "response", plain_room())
    assert future.find("response.card").dash


@pytest.mark.parametrize(
    ("name", "fact", "row", "note", "answer"),
    [
        ("old version", "check.request.version", "7", "found: 12", "426 Upgrade Required"),
        ("no upgrade", "check.request.upgrade", "end", "the header is missing", "400 Bad Request"),
        ("foreign origin", "check.request.origin", "5", "found: http://elsewher", "403 Forbidden"),
        ("two keys", "check.request.key", "8", "the header stands twice", "400 Bad Request"),
        ("short key", "check.request.key", "4", "not 16 bytes in base64", "400 Bad Request"),
    ],
)
def test_a_broken_rule_ends_the_checklist(name, fact, row, note, answer):
    facts = conversation(OFFERS[name])
    for cursor in (facts.place(fact) + 1, facts.place("client.broken.0") + 1):
        scene = draw(facts, cursor, "", NARROW)
        assert glyph(scene, f"request.point.{row}/glyph") == "cross"
        assert scene.find(f"request.line.{row}").fill == "err.tint"
        assert scene.find("outcome.ok") is None
        assert outcome(scene, "outcome.fail") == "a rule is broken   " + answer
        found = text(scene, f"rule.{fact.removeprefix('check.')}/note")
        assert note.startswith(found.rstrip("…")) or found.startswith(note)
        moods = {mark.name for mark in scene if isinstance(mark, Glyph)}
        assert not {"pending", "now"} & moods


def test_a_refusal_reaches_the_client():
    facts = conversation(OFFERS["old version"])
    sent = at("response.sent", facts)
    assert text(sent, "response.line.0/text") == "HTTP/1.1 426 Upgrade Required"
    assert text(sent, "state.server/name") == "CLOSED"
    assert sent.find("life.server/closed").dash
    checked = at("check.response.status", facts)
    assert glyph(checked, "response.point.0/glyph") == "cross"
    assert text(checked, "rule.response.status/note") == "found: 426"
    told = at("client.told", facts)
    assert "1006, not clean" in text(told, "told.client/text")
    assert text(told, "told.client/text").endswith("neither status nor body")
    assert text(told, "state.client/name") == "CLOSED"


def test_bytes_that_are_no_request():
    recording = Recording(reads=False)
    recording.append(Entry(0, Role.CLIENT, Kind.SYN))
    recording.append(Entry(1, Role.CLIENT, Kind.DATA, b"\x81\x85", 2))
    facts = observe(recording)
    scene = draw(facts, len(facts), "", NARROW)
    assert glyph(scene, "garbage") == "cross"
    assert outcome(scene, "outcome.fail").endswith("400 Bad Request")


def test_a_line_in_focus_is_ringed():
    scene = at("check.request.key", focus="line:origin")
    ring, line = scene.find("focus").rect, scene.find("request.line.5").rect
    assert line.y <= ring.y < ring.bottom <= line.bottom
    assert at("check.request.key", focus="line:Cookie").find("focus") is None


def test_addresses_come_from_the_options_or_the_host():
    facts = conversation()
    options = {"client_address": "192.0.2.10:49152", "server_address": "192.0.2.1:80"}
    scene = draw(facts, len(facts), "", plain_room(options=options))
    assert text(scene, "peer.client/under") == "192.0.2.10:49152"
    assert text(scene, "peer.server/under") == "192.0.2.1:80"
    assert text(at("request.sent"), "peer.server/under") == "server.example.com"
    assert at("tcp.open").find("peer.server/under") is None


def test_the_future_gives_nothing_away():
    facts = conversation()
    for cursor in range(facts.place("accept.computed") + 1):
        scene = draw(facts, cursor, "", plain_room())
        told = " ".join([*texts(scene), *(mark.spoken for mark in scene)])
        assert ACCEPT not in told
        assert cursor > 1 or "Sec-WebSocket" not in told


@pytest.mark.parametrize("name", OFFERS)
@pytest.mark.parametrize("height", [772, 700, 632])
def test_nothing_overlaps_or_leaves_the_stage(name, height):
    facts = conversation(OFFERS[name], POLICY if name != "long" else Policy())
    for cursor in range(len(facts) + 1):
        for focus in ("", "request", "response"):
            scene = draw(facts, cursor, focus, plain_room(height))
            assert faults(scene) == [], (cursor, focus)
            assert scene.height == height


class LongWords(PlainWords):
    """A language that takes half as much space again."""

    def translate(self, context, source, disambiguation="", n=-1):
        return super().translate(context, source, disambiguation, n) + "文" * (len(source) // 4)


def test_longer_words_are_cut_not_piled_up():
    room = replace(plain_room(632), words=LongWords())
    for facts in (conversation(), conversation(OFFERS["old version"])):
        for cursor in range(len(facts) + 1):
            assert faults(draw(facts, cursor, "", room)) == [], cursor


@settings(max_examples=60)
@given(
    st.sampled_from(sorted(OFFERS)),
    st.integers(-1, 40),
    st.sampled_from(["", "request", "response", "line:Host", "nonsense"]),
    st.sampled_from([772, 632]),
    st.sets(st.integers(0, 30), max_size=6),
)
def test_strange_facts_are_drawn_all_the_same(name, cursor, focus, height, left_out):
    facts = conversation(OFFERS[name])
    some = Facts(fact for place, fact in enumerate(facts) if place not in left_out)
    room = plain_room(height)
    assert draw(some, cursor, focus, room) == draw(some, cursor, focus, room)
