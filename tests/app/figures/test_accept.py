"""The whole figure: every stage at every height keeps to its room, and no facts can make it fail."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.drawing.marks import Label
from app.figures.accept import controls, draw
from tests.accept_support import WRONG_GUID, handshake_facts
from tests.figures_support import PlainWords, plain_room
from tests.layout_support import layout_faults

FOCI = [
    "join", "pad", "schedule", "schedule.0", "schedule.15", "schedule.37", "schedule.79", "rounds", "round.1.0",
    "round.1.16", "round.1.37", "round.1.59", "round.2.14", "round.2.79", "digest", "base64", "base64.0", "base64.3",
    "base64.6", "answer",
]  # fmt: skip


@pytest.mark.parametrize("height", [632, 700, 772])
@pytest.mark.parametrize("focus", FOCI)
def test_every_stage_keeps_to_its_room(focus: str, height: float) -> None:
    facts = handshake_facts()
    for cursor in (0, 2, len(facts)):
        assert layout_faults(draw(facts, cursor, focus, plain_room(height))) == []


@pytest.mark.parametrize("focus", FOCI)
def test_the_same_input_gives_an_equal_scene_that_says_what_it_is(focus: str) -> None:
    facts = handshake_facts()
    scene = draw(facts, len(facts), focus, plain_room())
    assert scene == draw(facts, len(facts), focus, plain_room())
    assert scene.title
    assert scene.description
    assert (scene.width, scene.height) == (888, 772)


@settings(max_examples=60)
@given(
    st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), max_size=150),
    st.sampled_from(FOCI),
    st.integers(0, 12),
    st.sampled_from([632, 772]),
)
def test_any_key_can_be_drawn(key: str, focus: str, cursor: int, height: float) -> None:
    facts = handshake_facts(key)
    assert layout_faults(draw(facts, min(cursor, len(facts)), focus, plain_room(height))) == []


@given(st.text(max_size=20), st.dictionaries(st.sampled_from(["block", "round", "group"]), st.integers() | st.text()))
def test_any_focus_and_any_option_can_be_drawn(focus: str, options: dict[str, int | str]) -> None:
    facts = handshake_facts()
    assert draw(facts, len(facts), focus, plain_room(options=options)).marks


def test_without_a_key_nothing_is_computed() -> None:
    facts = handshake_facts(omit=("Sec-WebSocket-Key",))
    for focus in FOCI:
        scene = draw(facts, len(facts), focus, plain_room())
        nothing = scene.find("nothing")
        assert isinstance(nothing, Label)
        assert "No Sec-WebSocket-Key" in nothing.text


def test_before_the_server_computed_its_value_no_card_gives_it_away() -> None:
    facts = handshake_facts()
    cursor = facts.place("accept.computed")
    assert cursor is not None
    texts = [mark.text for mark in draw(facts, cursor, "join", plain_room()).marks if isinstance(mark, Label)]
    assert not any("s3pP" in text or text == "b3" for text in texts)


def test_a_wrong_guid_shows_only_in_the_answer() -> None:
    right, wrong = handshake_facts(), handshake_facts(guid=WRONG_GUID)
    for focus in ("join", "digest", "base64.6"):
        assert draw(right, 4, focus, plain_room()) == draw(wrong, 4, focus, plain_room())
    assert draw(right, 4, "answer", plain_room()) != draw(wrong, 4, "answer", plain_room())


def test_controls_of_each_stage() -> None:
    words = PlainWords()
    block, number = controls("round.2.37", {}, words)
    assert (block.name, block.value, block.low, block.high) == ("block", 2, 1, 2)
    assert (number.name, number.label, number.value, number.low, number.high) == ("round", "Round", 37, 0, 79)
    assert [control.label for control in controls("schedule.5", {}, words)] == ["Block", "Word"]
    (group,) = controls("base64.6", {}, words)
    assert (group.name, group.value, group.low, group.high) == ("group", 7, 1, 7)
    assert controls("join", {}, words) == ()


def test_controls_show_what_the_options_say() -> None:
    block, number = controls("round.1.37", {"block": 2, "round": 38}, PlainWords())
    assert (block.value, number.value) == (2, 38)
