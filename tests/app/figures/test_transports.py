"""The figure `transports`: every step of its lesson is drawn whole, and shows no more than is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.drawing.marks import Box, Label
from app.figures.transports import draw
from app.figures.transports_cost import cost_of
from lessons.plays.transports import WAYS
from lessons.plays.transports_count import deliveries, events_of
from protocol.vocabulary import Role
from tests.figures_support import plain_room
from tests.layout_support import layout_faults
from tests.lessons_support import facts_of, story_of

SLUG = "why-websocket"
VARIANTS = ("steady", "busy", "quiet", "both-ways")
FACTS = facts_of(SLUG)


def room(height=772, top=136, lang="en"):
    return replace(plain_room(height, lang), top=top)


def texts(scene, pattern=""):
    return {mark.id: mark.text for mark in scene.marks if isinstance(mark, Label) and mark.id.startswith(pattern)}


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("height", [632, 772])
def test_every_step_is_drawn_whole(variant, height):
    facts = facts_of(SLUG, variant)
    for step in story_of(SLUG, variant).steps:
        scene = draw(facts, step.cursor, step.step.focus, room(height))
        assert layout_faults(scene) == [], (step.step.id, step.cursor)


@pytest.mark.parametrize("focus", ["lanes", "bars"])
def test_before_anything_has_happened_nothing_is_counted(focus):
    shown = texts(draw(FACTS, 0, focus, room()), "lane." if focus == "lanes" else "panel.")
    numbers = [text for name, text in shown.items() if name.endswith(("/up", "/down", "/requests", "/value"))]
    assert numbers
    assert {text.split()[0] for text in numbers} <= {"0", "0.00"}


def test_an_event_is_not_shown_before_it_came_up():
    place = FACTS.place("moment.news.0")
    assert draw(FACTS, place, "lanes", room()).find("event.1") is None
    assert draw(FACTS, place + 1, "lanes", room()).find("event.1") is not None


def test_the_bar_under_a_page_is_as_long_as_the_event_waited():
    scene = draw(FACTS, len(FACTS), "lanes", room())
    waits = {way: scene.find(f"lane.{way}/delay.1") for way in WAYS}
    assert all(isinstance(box, Box) for box in waits.values())
    assert waits["polling"].rect.width > 3 * waits["websocket"].rect.width


def test_only_the_answer_of_a_websocket_is_over():
    scene = draw(FACTS, len(FACTS), "lanes", room())
    grounds = {mark.id.split(".")[1]: mark for mark in scene.marks if isinstance(mark, Box) and "frames." in mark.id}
    assert list(grounds) == ["websocket/frames"]
    assert scene.find("lane.stream/open.0").fill == "sunk"
    place = FACTS.place("client.open")
    before, after = (draw(FACTS, cursor, "lanes", room()) for cursor in (FACTS.place("response.sent"), place + 1))
    assert before.find("lane.websocket/frames.0") is None
    assert after.find("lane.websocket/frames.0").fill == "pay.tint"


def test_words_stay_legible_where_a_way_steps_back():
    scene = draw(FACTS, len(FACTS), "event:1:websocket", room())
    back = [mark for mark in scene.marks if mark.id.startswith("lane.polling/")]
    words = [mark for mark in back if isinstance(mark, Label)]
    assert {(mark.color, mark.opacity) for mark in words} == {("text3", 1.0)}
    assert {mark.opacity for mark in back if mark not in words} == {0.35}
    assert scene.find("lane.websocket/name.0").color == "text"


def test_the_layout_of_the_lanes_does_not_move():
    first, last = draw(FACTS, 5, "lanes", room()), draw(FACTS, len(FACTS), "lanes", room())
    for way in WAYS:
        assert first.find(f"lane.{way}/server").y == last.find(f"lane.{way}/server").y


def test_bars_are_to_one_scale_and_say_their_number():
    scene = draw(FACTS, len(FACTS), "bars", room())
    polling, socket = (scene.find(f"panel.requests/{way}") for way in ("polling", "websocket"))
    requests = int(texts(scene)["panel.requests/polling/value"])
    assert polling.rect.width / socket.rect.width == pytest.approx(requests, rel=0.01)


def test_the_parts_of_the_cost_are_all_bytes_between_two_deliveries():
    for way in WAYS:
        recording = FACTS.recordings[way]
        found = tuple(deliveries(recording, events_of(FACTS), FACTS.now))
        total = sum(cost_of(recording, found, number).size for number in range(1, 13))
        sent = sum(len(recording.wire(role)) for role in Role)
        assert 0 <= sent - total < 400  # what came after the last event
    assert cost_of(recording, found, 3).size == 22


def test_the_address_is_taken_apart():
    shown = texts(draw(FACTS, len(FACTS), "layers:url", room()), "url/")
    assert shown["url/scheme"] == "ws"
    assert shown["url/host"] == "ticks.example.com"
    assert (shown["url/path"], shown["url/query"]) == ("/socket", "?list=eur")


def test_the_packets_that_open_tcp_are_not_inside_tls():
    scene = draw(FACTS, len(FACTS), "layers:tcp", room())
    tls, tcp, http = (scene.find(name) for name in ("layer.tls", "layer.tcp", "stage.http"))
    assert isinstance(tls, Box)
    assert isinstance(tcp, Box)
    assert isinstance(http, Box)
    assert tls.rect.x == http.rect.x > tcp.rect.x
    assert tls.rect.right == pytest.approx(tcp.rect.right)


def test_no_focus_raises():
    for focus in ("", "event:99", "event:x", "lanes:nobody", "cost:0", "cost:x", "layers:none", "nonsense"):
        assert draw(FACTS, len(FACTS), focus, room()).marks
