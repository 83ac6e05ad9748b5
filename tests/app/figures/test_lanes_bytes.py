"""The strip of bytes of the last segment."""

from __future__ import annotations

from app.figures.lanes import draw
from protocol.vocabulary import Opcode
from tests.app.figures.lanes_support import after, facts_of, frame, menu, room, story, text_of, texts


def scene_at(fact_id, focus="client", facts=None):
    facts = facts or story()
    return draw(facts, after(facts, fact_id), focus, room())


def test_the_segment_stands_behind_the_last_two_bytes_of_the_one_before():
    scene = scene_at("client.frame.1.arrived")
    raw = menu()
    shown = [text_of(scene, f"strip.{offset}/digits") for offset in range(12, 30)]
    assert shown == [f"{byte:02x}" for byte in raw[12:30]]
    assert scene.find("strip.12/digits").color == "text3"
    assert scene.find("strip.14/digits").color == "text"
    assert scene.find("strip.11") is None


def test_a_character_cut_by_tcp_stands_whole_under_one_bracket():
    scene = scene_at("client.frame.1.arrived")
    assert text_of(scene, "strip.12/text") == "€"
    bracket = scene.find("strip.12/bracket")
    assert bracket.points[0][0] < scene.find("strip.cut").points[0][0] < bracket.points[-1][0]


def test_payload_bytes_are_unmasked_and_header_bytes_named():
    scene = scene_at("client.frame.1.arrived")
    assert text_of(scene, "strip.14/plain") == "ac"
    assert text_of(scene, "strip.frame.1/opcode") == "ping, 4"
    assert scene.find("strip.17/plain") is None


def test_the_frame_that_is_not_whole_is_ringed():
    ring = scene_at("client.frame.1.arrived").find("strip.ring")
    assert ring is not None
    assert scene_at("client.message.0").find("strip.ring") is None


def test_a_long_segment_shows_its_beginning_and_what_was_read_last():
    facts = facts_of(frame(Opcode.TEXT, b"x" * 500))
    scene = scene_at("client.message.0", facts=facts)
    assert scene.find("strip.0") is not None
    assert scene.find(f"strip.{507}") is not None
    assert "…" in texts(scene)


def test_before_the_first_byte_there_is_nothing():
    assert text_of(scene_at("client.open"), "bytes/of") == "nothing has been read yet"


def test_the_cut_leaves_out_the_name_of_the_field_that_it_cuts():
    scene = scene_at("client.frame.2.arrived")
    name, upper, lower = (scene.find(each) for each in ("strip.frame.2/length", "strip.cut", "strip.cut/1"))
    assert abs(name.x - upper.points[0][0]) < name.width / 2
    assert upper.points[1][1] < name.y - 10
    assert lower.points[0][1] > name.y
    assert scene_at("client.frame.1.arrived").find("strip.cut/1") is None
