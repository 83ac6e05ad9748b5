"""The closing lesson as it is drawn: what a step hides exists, no open question is answered, and nothing moves idly."""

from __future__ import annotations

from fnmatch import fnmatchcase

import pytest

from app.drawing.marks import Box, Label, Scene
from app.figures.gallery import draw
from lessons.story import StepAt
from tests.figures_support import plain_room
from tests.layout_support import layout_faults
from tests.lessons_support import facts_of, lesson, story_of

SLUG = "closing-handshake"
RUNS = ("", "tcp-drop", "bad-code", *(one.id for one in lesson(SLUG).variants[1:]))


def steps(fault: str) -> tuple[StepAt, ...]:
    return tuple(story_of(SLUG, fault).steps)


def scene(fault: str, at: StepAt, height: float = 772) -> Scene:
    """What a step shows."""
    return draw(at.step.figure, facts_of(SLUG, fault), at.cursor, at.step.focus, plain_room(height))


def named(fault: str, step_id: str) -> StepAt:
    return next(at for at in steps(fault) if at.step.id == step_id)


@pytest.mark.parametrize("fault", RUNS)
def test_every_glob_of_hides_matches_a_mark(fault: str) -> None:
    for at in steps(fault):
        ids = [mark.id for mark in scene(fault, at)]
        for glob in at.step.hides:
            assert any(fnmatchcase(mark_id, glob) for mark_id in ids), f"{at.step.id}: {glob}"


@pytest.mark.parametrize(
    ("fault", "step_id", "answers"),
    [
        ("", "quiet", ("to CLOSING", "from CLOSING")),
        ("", "closed", ("No code", "given")),
        ("tcp-drop", "drop-noticed", ("told code", "told: 1006", "code 1006,", "lost: code")),
    ],
)
def test_an_open_question_is_not_answered_by_a_label_or_a_tooltip(
    fault: str, step_id: str, answers: tuple[str, ...]
) -> None:
    at = named(fault, step_id)
    drawn = scene(fault, at).veiled(at.step.hides)
    said = [mark.spoken for mark in drawn] + [mark.text for mark in drawn if isinstance(mark, Label)]
    for answer in answers:
        assert not [text for text in said if answer in text]


def test_states_stay_where_they_are_until_both_programs_are_told() -> None:
    """Between two steps that show the theatre no state moves but at the last one, where the lower part changes."""
    shown = [at for at in steps("") if at.step.figure == "close"]
    places = [
        [mark.rect for mark in scene("", at) if isinstance(mark, Box) and mark.id.startswith("state.")] for at in shown
    ]
    moved = [at.step.id for at, place, before in zip(shown[1:], places[1:], places, strict=False) if place != before]
    assert moved == ["told"]


@pytest.mark.parametrize("fault", RUNS)
def test_the_lesson_ends_with_both_state_machines(fault: str) -> None:
    """A house has more than two."""
    assert steps(fault)[-1].step.figure == ("close" if fault == "shutdown" else "states")


@pytest.mark.parametrize("fault", RUNS)
@pytest.mark.parametrize("height", [632, 680, 772])
def test_no_step_has_a_fault_of_layout(fault: str, height: float) -> None:
    for at in steps(fault):
        if at.step.figure in {"close", "states"}:
            assert layout_faults(scene(fault, at, height)) == [], at.step.id
