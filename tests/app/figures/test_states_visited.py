"""One square a row of the table: filled when taken, grey when taken in an earlier run."""

from __future__ import annotations

from app.drawing.marks import Box, Label
from app.figures.states import draw
from protocol.facts import Moved
from protocol.machine import TRANSITIONS
from protocol.vocabulary import Role
from tests.conversations import CONVERSATIONS
from tests.figures_support import plain_room


def squares(met: str = "") -> dict[str, str]:
    facts = CONVERSATIONS["client first"]()
    scene = draw(facts, len(facts), "", plain_room(options={"met": met}))
    marks = [mark for mark in scene if isinstance(mark, Box) and mark.id.startswith("visited.")]
    return {mark.id.removeprefix("visited."): mark.fill for mark in marks}


def test_there_is_one_for_each_row_that_an_end_can_take() -> None:
    rows = {f"{role.value}.{number}" for role in Role for number, row in enumerate(TRANSITIONS) if row.serves(role)}
    assert set(squares()) == rows


def test_those_that_were_taken_are_filled() -> None:
    facts = CONVERSATIONS["client first"]()
    taken = {f"{move.who.value}.{TRANSITIONS.index(move.transition)}" for move in facts.of(Moved)}
    assert {name for name, fill in squares().items() if fill == "ink"} == taken


def test_what_the_run_has_yet_to_take_is_empty() -> None:
    facts = CONVERSATIONS["client first"]()
    scene = draw(facts, 0, "", plain_room(options={"met": "client.0 client.4"}))
    fills = [box.fill for name in ("client.0", "client.4") if isinstance(box := scene.find(f"visited.{name}"), Box)]
    assert fills == ["stage", "line3"]
    label = scene.find("visited.client")
    assert isinstance(label, Label)
    assert label.text == "1 of 7 rows"


def test_those_of_earlier_runs_are_grey_and_count() -> None:
    assert {name for name, fill in squares("client.4 server.4").items() if fill == "line3"} == {"client.4", "server.4"}
    facts = CONVERSATIONS["client first"]()
    scene = draw(facts, len(facts), "", plain_room(options={"met": "client.4"}))
    label = scene.find("visited.client")
    assert isinstance(label, Label)
    assert label.text == "4 of 7 rows"
