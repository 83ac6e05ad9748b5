"""The parser's panel in words."""

from __future__ import annotations

from app.drawing.marks import Glyph
from app.figures.lanes import draw
from protocol.vocabulary import Opcode
from tests.app.figures.lanes_support import after, facts_of, frame, room, story, text_of


def scene_at(fact_id, facts=None):
    facts = facts or story()
    return draw(facts, after(facts, fact_id), "client", room())


def glyph(scene, part):
    mark = scene.find(f"parser/part.{part}/glyph")
    assert isinstance(mark, Glyph)
    return mark.name


def test_has_and_needs():
    assert text_of(scene_at("client.frame.0.sent"), "parser/title") == "has 14 bytes, needs 3 more"
    assert text_of(scene_at("client.frame.1.arrived"), "parser/title") == "has 3 bytes, needs 5 or more"
    assert text_of(scene_at("client.message.0"), "parser/title") == "holds nothing, waits for a frame"


def test_the_parts_of_the_header_in_reading_order():
    scene = scene_at("client.frame.1.arrived")
    assert [glyph(scene, part) for part in ("first", "length", "key", "payload")] == [
        "tick",
        "now",
        "pending",
        "pending",
    ]
    assert text_of(scene, "parser/part.length") == "16-bit length"
    assert text_of(scene, "parser/part.payload/note") == "size not known"
    short = scene_at("client.frame.0.sent")
    assert glyph(short, "length") == "none"
    assert glyph(short, "payload") == "now"


def test_what_is_kept_of_the_message():
    assert "8 bytes, 6 characters + 2" in text_of(scene_at("client.frame.0.sent"), "parser/kept")
    assert "text so far: 11 bytes, 9 char" in text_of(scene_at("client.frame.1.arrived"), "parser/kept")


def test_a_broken_rule_stops_it():
    facts = facts_of(frame(Opcode.TEXT, b"one", fin=False) + frame(Opcode.TEXT, b"two"))
    scene = scene_at("client.broken.0", facts)
    assert text_of(scene, "parser/title") == "fails the connection: 1002"
    assert text_of(scene, "parser/rule") == "Messages are not interleaved"
    assert glyph(scene, "payload") == "pending"
    assert "1002" in scene.description


def test_a_long_rule_is_not_cut():
    scene = scene_at("client.broken.0", facts_of(frame(Opcode.CONTINUATION, b"one")))
    assert text_of(scene, "parser/rule") == "A continuation frame continues a message"
