"""The lane of messages: characters when they are whole, fragments before, one bracket for all of them."""

from __future__ import annotations

from app.drawing.marks import Stroke
from app.figures.lanes import draw
from protocol.vocabulary import Opcode
from tests.app.figures.lanes_support import TEXT, after, facts_of, frame, room, story, text_of


def scene_at(fact_id, focus="client"):
    facts = story()
    return draw(facts, after(facts, fact_id), focus, room())


def letters(scene):
    return "".join(mark.text for mark in scene.marks if mark.id.startswith("letter."))


def test_a_character_appears_when_its_last_byte_is_here():
    assert letters(scene_at("client.frame.0.sent")) == "Tea·3·"
    assert letters(scene_at("client.frame.0.arrived")) == "Tea·3·€,·"


def test_what_has_not_come_is_called_by_its_number():
    scene = scene_at("client.open")
    assert text_of(scene, "payload.0/name") == "fragment 1"
    assert text_of(scene, "payload.1/name") == "ping"


def test_the_bracket_is_dashed_from_now_on():
    scene = scene_at("client.frame.1.arrived")
    drawn, rest = scene.find("message.0"), scene.find("message.0/rest")
    assert isinstance(drawn, Stroke)
    assert isinstance(rest, Stroke)
    assert rest.dash
    assert drawn.points[-1] == rest.points[0]
    assert text_of(scene, "message.0/name") == "one text message"


def test_a_whole_message_has_its_size():
    scene = scene_at("client.message.0")
    assert scene.find("message.0/rest") is None
    assert text_of(scene, "message.0/name") == f"one text message, {len(TEXT.encode())} bytes"


def many(read):
    """A long text in fragments of 1,000 bytes that TCP cuts elsewhere, with `read` segments read."""
    raw = b"".join(
        frame(Opcode.CONTINUATION if number else Opcode.TEXT, b"x" * 1000, fin=number == 9) for number in range(10)
    )
    facts = facts_of(raw, (1500, 1500, 1500))
    cursor = after(facts, f"client.frame.{read}.arrived")
    return draw(facts, cursor, "client/scale", room())


def test_a_size_stands_beside_now_and_covers_the_cuts():
    scene = many(0)
    size, now = scene.find("payload.1/size"), scene.find("now/2")
    assert abs(size.x - now.points[0][0]) > size.width / 2
    scene = many(2)
    cut = scene.find("cut.1500/0").points[0][0]
    size, ground = scene.find("payload.1/size"), scene.find("payload.1/size/ground")
    assert abs(size.x - cut) < size.width / 2 + 2
    assert ground.rect.x < size.x - size.width / 2 < size.x + size.width / 2 < ground.rect.right
    assert ground.above > scene.find("cut.1500/0").above
