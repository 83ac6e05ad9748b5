"""The answer compared: equal, different with every wrong character ringed, refused, or not there yet."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.drawing.marks import Box, Glyph, Label, Scene
from app.figures.accept import draw
from app.figures.accept_known import differing
from protocol.knowledge import Facts
from tests.accept_support import WRONG_GUID, handshake_facts
from tests.figures_support import plain_room


def answer(facts: Facts, cursor: int | None = None) -> Scene:
    return draw(facts, len(facts) if cursor is None else cursor, "answer", plain_room())


def rings(scene: Scene) -> list[int]:
    return [int(mark.id.rpartition(".")[2]) for mark in scene.marks if mark.id.startswith("answer/ring.")]


def verdict(scene: Scene) -> tuple[str, str]:
    glyph, text = scene.find("answer/verdict.glyph"), scene.find("answer/verdict.0")
    assert isinstance(glyph, Glyph)
    assert isinstance(text, Label)
    return glyph.name, text.text


def test_equal() -> None:
    scene = answer(handshake_facts())
    assert rings(scene) == []
    assert verdict(scene) == ("tick", "All 28 characters are equal")


def test_a_server_with_a_wrong_guid_is_refused() -> None:
    scene = answer(handshake_facts(guid=WRONG_GUID))
    expected, sent = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", "UUA+qbgWn8W9m7meUoy7cI1/C1Q="
    assert rings(scene) == [place for place in range(28) if expected[place] != sent[place]] == list(range(27))
    assert verdict(scene) == ("cross", "27 of 28 characters differ")
    second, header = scene.find("answer/verdict.1"), scene.find("answer/header")
    assert isinstance(second, Label)
    assert "MUST fail the connection" in second.text
    assert isinstance(header, Label)
    assert header.text == "Sec-WebSocket-Accept: " + sent
    dark = [mark for mark in scene.marks if isinstance(mark, Box) and mark.id.startswith("answer/bits.apart/")]
    heading = scene.find("answer/bits.heading")
    assert isinstance(heading, Label)
    assert f"the {sum(mark.fill == 'err.fill' for mark in dark)} that differ" in heading.text


def test_before_the_client_compares() -> None:
    facts = handshake_facts(guid=WRONG_GUID)
    place = facts.place("check.response.accept")
    assert place is not None
    assert verdict(answer(facts, place))[0] == "pending"


def test_before_the_server_answers() -> None:
    scene = answer(handshake_facts(), 2)
    cells = [scene.find(f"answer/sent.{place}") for place in range(28)]
    assert all(isinstance(cell, Box) and cell.dash for cell in cells)
    assert verdict(scene)[0] == "pending"


def test_a_server_that_refused() -> None:
    scene = answer(handshake_facts("short"))
    heading = scene.find("answer/sent.heading")
    assert isinstance(heading, Label)
    assert "400" in heading.text
    assert verdict(scene) == ("pending", "There is nothing to compare")


@given(st.text(max_size=40), st.text(max_size=40))
def test_places_that_differ(one: str, other: str) -> None:
    places = differing(one, other)
    assert (places == ()) == (one == other)
    assert all(one[place : place + 1] != other[place : place + 1] for place in places)


def test_the_wrong_guid_is_named_beside_the_value_that_it_made() -> None:
    facts = handshake_facts(guid=WRONG_GUID)
    heading = answer(facts).find("answer/sent.heading")
    assert isinstance(heading, Label)
    assert "GUID" not in heading.text
    room = replace(plain_room(), options={"server_guid": WRONG_GUID})
    heading = draw(facts, len(facts), "answer", room).find("answer/sent.heading")
    assert isinstance(heading, Label)
    assert heading.text.endswith("its GUID ends in 5B12, not in 5B11")
