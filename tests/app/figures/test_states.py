"""The picture of the state machines is the transition table: every row is an arrow with its signal and section.

`states_layout` is tested here, as it is drawn.
"""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drawing.marks import Box, Label, Scene, Stroke
from app.figures.states import draw, row_id
from protocol.facts import Moved
from protocol.knowledge import Facts
from protocol.machine import TRANSITIONS
from protocol.vocabulary import Role, State
from tests.conversations import CONVERSATIONS
from tests.figures_support import plain_room
from tests.layout_support import layout_faults

ROWS = [(role, number) for number, row in enumerate(TRANSITIONS) for role in Role if row.serves(role)]


@cache
def facts_of(name: str) -> Facts:
    return CONVERSATIONS[name]()


def end(name: str) -> Scene:
    facts = facts_of(name)
    return draw(facts, len(facts), "", plain_room())


def arrow(scene: Scene, role: Role, number: int) -> Stroke:
    found = scene.find(row_id(role, number))
    assert isinstance(found, Stroke)
    return found


def state(scene: Scene, role: Role, which: State) -> Box:
    found = scene.find(f"state.{role.value}.{which.name}")
    assert isinstance(found, Box)
    return found


@pytest.mark.parametrize(("role", "number"), ROWS)
def test_every_row_is_an_arrow_from_its_state_to_the_next(role: Role, number: int) -> None:
    scene, row = draw(Facts(), 0, "", plain_room()), TRANSITIONS[number]
    line = arrow(scene, role, number)
    for point, which in ((line.points[0], row.state), (line.points[-1], row.next)):
        rect = state(scene, role, which).rect
        assert rect.x - 1.5 <= point[0] <= rect.right + 1.5
        assert rect.y - 1.5 <= point[1] <= rect.bottom + 1.5
    assert row.state.name in line.spoken
    assert row.next.name in line.spoken
    assert row.section in line.spoken
    assert line.head > 0
    assert line.enter == "grow"


@pytest.mark.parametrize(("role", "number"), ROWS)
def test_every_arrow_has_its_signal_and_its_section(role: Role, number: int) -> None:
    scene, row = draw(Facts(), 0, "", plain_room()), TRANSITIONS[number]
    signal, section = (scene.find(f"{row_id(role, number)}/{part}") for part in ("signal", "section"))
    assert isinstance(signal, Label)
    assert isinstance(section, Label)
    assert (signal.text, section.text) == (row.signal.value, "§" + row.section)


def test_there_is_no_arrow_that_the_table_does_not_have() -> None:
    scene = draw(Facts(), 0, "", plain_room())
    strokes = {mark.id for mark in scene if isinstance(mark, Stroke) and mark.head}
    assert strokes == {row_id(role, number) for role, number in ROWS}


@pytest.mark.parametrize("name", sorted(CONVERSATIONS))
def test_taken_rows_are_ink_and_the_state_is_filled(name: str) -> None:
    facts, scene = facts_of(name), end(name)
    for role in Role:
        taken = [move.transition for move in facts.of(Moved) if move.who is role]
        for number, row in enumerate(TRANSITIONS):
            if row.serves(role):
                assert (arrow(scene, role, number).color == "ink") is (row in taken)
        assert [which for which in State if state(scene, role, which).fill == "ink"] == [facts.state(role)]


def test_the_move_just_taken_is_a_pill() -> None:
    scene = end("client first")
    number = next(n for n, row in enumerate(TRANSITIONS) if (row.state, row.next) == (State.CLOSING, State.CLOSED))
    assert scene.find(row_id(Role.CLIENT, number) + "/signal/text") is not None
    assert arrow(scene, Role.CLIENT, number).line == 3


def test_the_focus_chooses_the_move_in_the_pill() -> None:
    facts = facts_of("client first")
    scene = draw(facts, len(facts), "client.open", plain_room())
    assert arrow(scene, Role.CLIENT, 0).line == 3


@given(
    name=st.sampled_from(sorted(CONVERSATIONS)),
    part=st.floats(0, 1),
    height=st.sampled_from([632, 650, 700, 772]),
)
def test_nothing_overlaps_and_nothing_leaves_the_stage(name: str, part: float, height: float) -> None:
    facts = facts_of(name)
    assert layout_faults(draw(facts, round(part * len(facts)), "", plain_room(height))) == []
