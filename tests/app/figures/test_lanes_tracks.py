"""The ruler and the lanes of segments and frames."""

from __future__ import annotations

from app.drawing.marks import Box
from app.figures.lanes import draw
from protocol.vocabulary import Opcode
from tests.app.figures.lanes_support import after, facts_of, frame, menu, room, story, text_of, texts


def scene_at(fact_id, focus="client"):
    facts = story()
    return draw(facts, after(facts, fact_id), focus, room())


def box(scene, mark_id):
    mark = scene.find(mark_id)
    assert isinstance(mark, Box), mark_id
    return mark


def test_what_has_arrived_is_ink_and_what_comes_is_dashed():
    scene = scene_at("client.frame.0.sent")
    first, second, third = (box(scene, f"segment.{number}") for number in range(3))
    assert (first.stroke, first.dash, first.fill) == ("ink", (), "sunk")
    assert second.stroke == "ink"
    assert second.dash
    assert (third.stroke, bool(third.dash)) == ("line3", True)
    assert "on its way" in second.spoken
    assert text_of(scene, "segment.0/name").startswith("segment 1")
    assert first.spoken == "segment 1, 14 bytes: it has arrived."


def test_bytes_have_the_colours_of_their_fields_once_they_are_read():
    scene = scene_at("client.frame.1.arrived")
    grounds = {offset: box(scene, f"byte.{offset}").fill for offset in (2, 6, 29)}
    assert grounds == {2: "key.tint", 6: "pay.tint", 29: "ext.tint"}
    assert not isinstance(scene.find("byte.31"), Box)


def test_a_begun_frame_is_drawn_up_to_now():
    scene = scene_at("client.frame.1.arrived")
    assert scene.find("frame.2/begun") is not None
    assert scene.find("frame.1/begun") is None
    assert box(scene, "frame.1").dash == ()
    assert text_of(scene, "frame.1/name") == "ping  FIN 1"


def test_left_out_bytes_are_counted():
    scene = scene_at("client.open")
    gap = box(scene, "gap.0/frames")
    assert gap.spoken.startswith("Left out: ")


def test_the_end_of_the_page_is_named():
    assert text_of(scene_at("client.open"), "tick.end/number") == str(len(menu()))


def test_to_scale_a_header_is_a_bar():
    raw = frame(Opcode.TEXT, b"x" * 1024, fin=False) + frame(Opcode.CONTINUATION, b"x" * 1024)
    facts = facts_of(raw)
    scene = draw(facts, len(facts), "client/scale", room())
    assert box(scene, "frame.0/header").rect.width >= 3
    assert "text" in " ".join(texts(scene))


def test_a_broken_frame_is_ringed():
    facts = facts_of(frame(Opcode.CONTINUATION, b"x"))
    scene = draw(facts, after(facts, "client.broken.0"), "client", room())
    assert box(scene, "frame.0/broken").stroke == "err.fill"
