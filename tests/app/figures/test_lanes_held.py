"""The bytes that the parser holds, and the empty places."""

from __future__ import annotations

from app.figures.lanes import draw
from protocol.vocabulary import Opcode
from tests.app.figures.lanes_support import after, facts_of, frame, room, story, text_of


def scene_at(fact_id, facts=None):
    facts = facts or story()
    return draw(facts, after(facts, fact_id), "client", room())


def test_three_bytes_and_five_empty_places():
    scene = scene_at("client.frame.1.arrived")
    assert [text_of(scene, f"held.{place}/digits") for place in range(3)] == ["00", "fe", "00"]
    assert [bool(scene.find(f"held.{place}").dash) for place in range(8)] == [False] * 3 + [True] * 5
    assert scene.find("held.8") is None
    assert text_of(scene, "held/length.0") == "length, 16 bits"
    assert text_of(scene, "held/length.1") == "1 of 2 here"


def test_a_long_payload_is_a_bar_filled_as_far_as_it_is_here():
    scene = scene_at("client.frame.0.sent")
    whole, here = scene.find("held/payload"), scene.find("held/payload/here")
    assert here.rect.width == whole.rect.width * 8 / 11
    assert text_of(scene, "held/payload/count") == "8 of 11 here"


def test_a_short_frame_shows_every_byte():
    facts = facts_of(frame(Opcode.TEXT, b"ok") + frame(Opcode.TEXT, b"no"), (12, 2))
    scene = scene_at("client.frame.1.sent", facts)
    assert scene.find("held/payload") is None
    assert scene.find("held.7") is not None


def test_between_frames_two_places_are_empty():
    scene = scene_at("client.message.0")
    assert scene.find("held.1").dash
    assert scene.find("held.2") is None
