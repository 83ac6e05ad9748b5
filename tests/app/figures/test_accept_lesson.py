"""The lesson of the accept key as it is drawn: hidden marks exist, no open question is answered, nothing overlaps,
and a fault is told where it is and what follows from it."""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatchcase

import pytest

from app.drawing.marks import Label, Scene
from app.figures import gallery
from app.figures.accept import controls
from lessons.story import StepAt
from tests.figures_support import PlainWords, plain_room
from tests.layout_support import layout_faults
from tests.lessons_support import facts_of, lesson, story_of

SLUG = "accept-key"
RUNS = ("", "wrong-guid")
WRONG = "258EAFA5-E914-47DA-95CA-C5AB0DC85B12"


def scene(fault: str, at: StepAt, height: float = 772) -> Scene:
    room = replace(plain_room(height), options=at.step.options)
    return gallery.draw(at.step.figure, facts_of(SLUG, fault), at.cursor, at.step.focus, room)


def named(fault: str, step_id: str) -> StepAt:
    return next(at for at in story_of(SLUG, fault).steps if at.step.id == step_id)


def said(drawn: Scene) -> list[str]:
    """All that is read or heard, the description too."""
    texts = [mark.spoken for mark in drawn.marks] + [mark.text for mark in drawn.marks if isinstance(mark, Label)]
    return [*texts, drawn.description]


@pytest.mark.parametrize("fault", RUNS)
def test_every_glob_of_hides_matches_a_mark(fault: str) -> None:
    for at in story_of(SLUG, fault).steps:
        ids = [mark.id for mark in scene(fault, at).marks]
        for glob in at.step.hides:
            assert any(fnmatchcase(mark_id, glob) for mark_id in ids), f"{at.step.id}: {glob}"


@pytest.mark.parametrize(
    ("step_id", "answers"),
    [
        ("join", ("128", "2 ×", "Block 2", "160")),
        ("round-0", ("was a", "was c", "was d", "ROTL30")),
        ("digest", ("28", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")),
    ],
)
def test_an_open_question_is_not_answered_by_a_label_or_a_tooltip(step_id: str, answers: tuple[str, ...]) -> None:
    at = named("", step_id)
    assert at.step.question
    drawn = scene("", at).veiled(at.step.hides)
    for answer in answers:
        assert not [text for text in said(drawn) if answer in text], answer


@pytest.mark.parametrize("fault", RUNS)
@pytest.mark.parametrize("height", [632, 680, 772])
def test_no_step_has_a_fault_of_layout(fault: str, height: float) -> None:
    for at in story_of(SLUG, fault).steps:
        if at.step.figure == "accept":
            assert layout_faults(scene(fault, at, height)) == [], at.step.id


def test_every_step_shows_something_new() -> None:
    steps = [at for at in story_of(SLUG).steps if at.step.figure == "accept"]
    drawn = [scene("", at) for at in steps]
    assert [at.step.id for at, one, other in zip(steps[1:], drawn, drawn[1:], strict=False) if one == other] == []


def test_no_words_about_dark_and_light() -> None:
    """In the dark theme a 1 is light."""
    for at in story_of(SLUG).steps:
        if at.step.figure == "accept":
            assert not [text for text in said(scene("", at)) if "dark" in text or "light" in text], at.step.id


def test_the_wrong_guid_is_shown_and_named_and_has_its_consequence() -> None:
    fault = next(fault for fault in lesson(SLUG).scenario.faults if fault.id == "wrong-guid")
    assert dict(fault.patches)["server.guid"] == WRONG
    for step_id in ("join-wrong", "answer-wrong"):
        assert named("wrong-guid", step_id).step.options["server_guid"] == WRONG
    assert any(WRONG in text for text in said(scene("wrong-guid", named("wrong-guid", "join-wrong"))))
    compared = said(scene("wrong-guid", named("wrong-guid", "answer-wrong")))
    for text in ("27 of 28 characters differ", "MUST fail the connection (RFC 6455 §4.1)", "5B12"):
        assert any(text in one for one in compared), text


def test_the_fault_ends_with_what_both_programs_are_told() -> None:
    last = story_of(SLUG, "wrong-guid").steps[-1]
    texts = said(scene("wrong-guid", last))
    assert texts.count("1006") == 2


@pytest.mark.parametrize("value", [36, 38])
def test_the_round_beside_the_one_of_the_step(value: int) -> None:
    at = named("", "round-37")
    room = replace(plain_room(), options={"round": value})
    drawn = gallery.draw("accept", facts_of(SLUG), at.cursor, at.step.focus, room)
    label = drawn.find("strip/t")
    assert isinstance(label, Label)
    assert label.text == str(value)
    assert [control.value for control in controls(at.step.focus, {"round": value}, PlainWords())] == [1, value]
