"""The sums after each block, and the digest as bytes and bits."""

from __future__ import annotations

from app.drawing.marks import Box, Label, Scene
from app.figures.accept import draw
from protocol.sha1 import START
from tests.accept_support import handshake_facts
from tests.figures_support import plain_room


def number(scene: Scene, mark_id: str) -> int:
    mark = scene.find(mark_id)
    assert isinstance(mark, Label)
    return int(mark.text, 16)


def test_the_sums_of_both_blocks() -> None:
    scene = draw(handshake_facts(), 3, "digest", plain_room())
    for row in range(5):
        assert number(scene, f"sum.1.{row}/before") == START[row]
        assert number(scene, f"sum.2.{row}/before") == number(scene, f"sum.1.{row}/after")
        for block in (1, 2):
            name = f"sum.{block}.{row}"
            total = number(scene, name + "/before") + number(scene, name + "/register")
            assert number(scene, name + "/after") == total & 0xFFFFFFFF
            assert (scene.find(name + "/carry") is not None) == (total > 0xFFFFFFFF)


def test_the_digest_is_that_of_the_rfc() -> None:
    # RFC 6455 section 1.3.
    scene = draw(handshake_facts(), 3, "digest", plain_room())
    digest = bytes(number(scene, f"digest/byte.{place}/hex") for place in range(20))
    assert digest.hex() == "b37a4f2cc0624f1690f64606cf385945b2bec4ea"
    squares = [scene.find(f"digest/bits/{place}") for place in range(160)]
    dark = "".join("1" if mark.fill == "ink" else "0" for mark in squares if isinstance(mark, Box))
    assert int(dark, 2).to_bytes(20, "big") == digest


def test_a_message_of_one_block() -> None:
    facts = handshake_facts("short")
    scene = draw(facts, len(facts), "digest", plain_room())
    assert scene.find("sum.1.0/after") is not None
    assert scene.find("sum.2.0/after") is None
