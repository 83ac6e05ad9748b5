"""The heading, the tail and the verdict of the frame part."""

from __future__ import annotations

from app.figures.deflate import draw
from protocol.observer import observe
from tests.deflate_support import forgotten_window, fragmented, two_messages
from tests.figures_support import plain_room
from tests.wire_support import Wire


def drawn(facts, focus):
    return draw(facts, len(facts), focus, plain_room())


def test_the_four_bytes_are_struck_out():
    scene = drawn(two_messages(), "server.1")
    assert [scene.find(f"tail.{place}/hex").text for place in range(4)] == ["00", "00", "ff", "ff"]
    assert scene.find("tail.strike") is not None
    assert drawn(two_messages(), "server.1/tail").find("tail.0").stroke == "ink"


def test_the_four_bytes_can_wait():
    facts = two_messages()
    scene = draw(facts, len(facts), "server.1", plain_room(options={"tail": "later"}))
    assert not [mark.id for mark in scene if mark.id.startswith("tail")]


def test_what_is_not_compressed_has_no_tail():
    wire = Wire().open()
    wire.server.send_text("plain")
    wire.run()
    facts = observe(wire.recording)
    scene = drawn(facts, "server.0")
    assert scene.find("tail.0") is None
    assert scene.find("bits.nothing").text.startswith("not compressed")
    assert scene.find("takeover.nothing") is not None


def test_the_heading_counts_what_is_on_the_wire():
    assert drawn(two_messages(), "server.1").find("frame.size").text == "16 bytes, from the server, no mask"
    assert drawn(fragmented(), "server.1").find("frame.size").text.startswith("3 frames")


def test_the_verdict_has_its_close_code():
    assert "1007" in drawn(forgotten_window(), "server.1").find("broken").spoken
