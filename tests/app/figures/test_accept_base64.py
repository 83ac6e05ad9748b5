"""The digest regrouped by six: seven rows, one framed, and nothing told of those after it."""

from __future__ import annotations

import pytest

from app.drawing.marks import Box, Label, Scene
from app.figures.accept import draw
from tests.accept_support import handshake_facts
from tests.figures_support import plain_room

ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="


def scene_of(focus: str) -> Scene:
    facts = handshake_facts()
    return draw(facts, len(facts), focus, plain_room())


def shown(scene: Scene) -> str:
    marks = [scene.find(f"group.{row}/character.{place}/text") for row in range(1, 8) for place in range(4)]
    return "".join(mark.text for mark in marks if isinstance(mark, Label))


def test_the_last_group_as_designed() -> None:
    scene = scene_of("base64.6")
    assert shown(scene) == ACCEPT
    frame, header = scene.find("group"), scene.find("header")
    assert isinstance(frame, Box)
    assert (frame.rect.y, frame.rect.height) == (625, 63)
    assert isinstance(header, Label)
    assert (header.text, header.y) == ("Sec-WebSocket-Accept: " + ACCEPT, 734)
    sextets = [scene.find(f"group.7/sextet.{place}") for place in range(3)]
    assert [mark.text for mark in sextets if isinstance(mark, Label)] == ["49", "14", "40"]
    dashed = [mark.id for mark in scene.marks if isinstance(mark, Box) and mark.dash]
    assert dashed == ["group.7/bit.16", "group.7/bit.17", "group.7/character.3"]


@pytest.mark.parametrize("group", range(7))
def test_later_characters_are_not_told(group: int) -> None:
    scene = scene_of(f"base64.{group}")
    assert shown(scene) == ACCEPT[: 4 * group + 4]
    header = scene.find("header")
    assert isinstance(header, Label)
    assert header.text == "Sec-WebSocket-Accept: " + ACCEPT[: 4 * group + 4].ljust(28, "·")


def test_without_a_group_all_rows_are_done() -> None:
    scene = scene_of("base64")
    assert shown(scene) == ACCEPT
    assert scene.find("group") is None


def test_a_character_says_which_bits_picked_it() -> None:
    box = scene_of("base64.0").find("group.1/character.0")
    assert isinstance(box, Box)
    assert box.spoken == "The bits 101100 are 44: s"
