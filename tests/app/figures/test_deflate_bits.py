"""The rows of bits."""

from __future__ import annotations

from app.figures.deflate import draw
from tests.deflate_support import BOB_AFTER_ADA, bomb, forgotten_window, two_messages
from tests.figures_support import plain_room


def drawn(facts, focus):
    return draw(facts, len(facts), focus, plain_room())


def test_the_lowest_bit_of_each_byte_comes_first():
    scene = drawn(two_messages(), "server.1")
    digits = "".join(scene.find(f"bit.{bit}/digit").text for bit in range(8 * len(BOB_AFTER_ADA)))
    assert digits == "".join(f"{byte:08b}"[::-1] for byte in BOB_AFTER_ADA)
    assert [scene.find(f"byte.{place}").text for place in range(3)] == ["aa", "86", "49"]


def test_the_code_in_focus_is_ringed_over_the_end_of_a_row():
    scene = drawn(two_messages(), "server.1/copy:1")
    first, second = scene.find("bits.ring.0"), scene.find("bits.ring.1")
    assert first.rect.y < second.rect.y
    assert scene.find("bits.ring.2") is None
    bit = scene.find("bit.50").rect
    assert first.rect.x < bit.x < first.rect.right


def test_block_bits_are_ringed_by_themselves():
    scene = drawn(two_messages(), "server.1/block")
    assert scene.find("bits.ring.0").rect.width < 60
    assert scene.find("bits.ring.1") is not None


def test_a_long_message_shows_the_rows_of_the_code_in_focus():
    first, later = drawn(bomb(), "server.0"), drawn(bomb(), "server.0/copy:220")
    assert first.find("bit.0") is not None
    assert later.find("bit.0") is None
    assert later.find("bits.ring.0") is not None
    assert later.find("bits.size").text.startswith("bits 505 to 616 of 616")


def test_the_bits_at_which_the_client_stops_are_red():
    ring = drawn(forgotten_window(), "server.1").find("bits.fault.0")
    assert ring.stroke == "err.fill"


def test_colours_tell_literals_from_copies():
    scene = drawn(two_messages(), "server.1")
    assert scene.find("bit.1").fill == "text3"
    assert scene.find("bit.3").fill == "pay.fill"
    assert scene.find("bit.16").fill == "ink"
    assert scene.find("bit.0").fill == "sunk"
