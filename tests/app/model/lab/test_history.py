"""The way back: each edit is one step, a stroke is one step, and a reset can be undone."""

from __future__ import annotations

from app.model.lab.history import MOST, History


def test_each_edit_is_one_step_back() -> None:
    history = History("a")
    for state in "bcd":
        assert history.push(state)
    assert [history.undo() and history.state for _ in range(3)] == ["c", "b", "a"]
    assert not history.undo()
    assert [history.redo() and history.state for _ in range(3)] == ["b", "c", "d"]
    assert not history.redo()


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    history = History("a")
    assert not history.push("a")
    assert not history.can_undo


def test_after_an_edit_nothing_can_be_redone() -> None:
    history = History("a")
    history.push("b")
    history.undo()
    history.push("c")
    assert not history.can_redo
    assert history.undo()
    assert history.state == "a"


def test_a_stroke_is_one_step() -> None:
    history = History("a")
    history.push("b")
    history.stroke(on=True)
    for state in "cde":
        history.push(state)
    history.stroke(on=False)
    history.push("f")
    assert history.undo()
    assert history.state == "e"
    assert history.undo()
    assert history.state == "b"


def test_a_reset_is_a_step_and_a_beginning_is_where_it_leads() -> None:
    history = History("a")
    history.push("b")
    history.begin("c")
    history.push("d")
    assert history.reset()
    assert history.state == "c"
    assert history.is_reset
    assert history.undo()
    assert history.state == "d"


def test_the_oldest_states_are_forgotten() -> None:
    history = History(0)
    for number in range(1, MOST + 50):
        history.push(number)
    steps = 0
    while history.undo():
        steps += 1
    assert steps == MOST - 1
    assert history.state == 50
