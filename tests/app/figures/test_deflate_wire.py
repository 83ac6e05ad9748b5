"""Frames of a compressed message down to their bits."""

from __future__ import annotations

from app.drawing.marks import Box
from app.figures.deflate import draw
from app.figures.deflate_wire import TAIL_LEFT
from protocol.observer import observe
from tests.deflate_support import BOB_AFTER_ADA, deflate_wire, fragmented, two_messages
from tests.figures_support import plain_room
from tests.wire_support import MASK


def drawn(facts, focus):
    return draw(facts, len(facts), focus, plain_room())


def test_the_first_two_bytes_bit_by_bit():
    scene = drawn(two_messages(), "server.1")
    bits = "".join(scene.find(f"frame.bit.{bit}/digit").text for bit in range(16))
    assert bits == "1100000100001110"
    assert scene.find("rsv1").spoken == "RSV1 is 1"
    assert [scene.find(f"frame.payload data.{place}/hex").text for place in range(14)] == BOB_AFTER_ADA.hex(" ").split()


def test_only_the_first_of_several_frames_has_rsv1():
    scene = drawn(fragmented(), "server.1/rsv")
    assert [scene.find(f"rsv1.{place}").spoken for place in range(3)] == ["RSV1 is 1", "RSV1 is 0", "RSV1 is 0"]
    assert [scene.find(f"frame.{place}.bit.0/digit").text for place in range(3)] == ["0", "0", "1"]
    assert scene.find("frame.1.names").text == "FIN 0  RSV1 0  continuation"


def test_a_client_s_frame_shows_its_key_and_the_payload_without_mask():
    wire = deflate_wire()
    wire.client.send_text("hello hello")
    wire.run()
    facts = observe(wire.recording)
    scene = drawn(facts, "client.0")
    payload = facts.get("client.frame.0.sent").frame.payload
    assert [scene.find(f"frame.masking key.{place}/hex").text for place in range(4)] == MASK.hex(" ").split()
    assert scene.find("frame.payload data.0/hex").text == f"{payload[0]:02x}"


def test_a_long_payload_is_cut_before_its_last_byte():
    wire = deflate_wire()
    wire.server.send_text("".join(chr(33 + place * place * (place % 7 + place // 9) % 83) for place in range(600)))
    wire.run()
    facts = observe(wire.recording)
    scene = drawn(facts, "server.0")
    size = len(facts.get("server.frame.0.sent").frame.payload)
    assert scene.find(f"frame.payload data.{size - 1}/hex").text == "00"
    boxes = [mark.rect for mark in scene.marks if isinstance(mark, Box) and mark.id.startswith("frame.payload")]
    assert max(rect.right for rect in boxes) < TAIL_LEFT
    assert scene.find("frame.extended payload length.0") is not None
