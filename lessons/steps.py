"""Which steps a run has, and where its cursor stands at each.

A step shows everything up to its fact: the cursor is one place after it. A run with faults leaves out the steps whose
facts did not happen and adds those that are written for its faults; in the normal run every step must find its fact.
The cursor never goes back.

A narrated step of the lesson becomes one step for each fact of its stretch. With a depth, every fact of the run that is
no deeper gets a step, and those that the lesson has written take their place among them: so any run, and any recording,
can be stepped at three depths.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from lessons.model import Lesson, LessonError, Step
from protocol.chorus import Chorus
from protocol.facts import AcceptComputed, Checked, Fact, FrameSent, HeadArrived, HeadSent

if TYPE_CHECKING:
    from protocol.knowledge import Facts

END: Final = "end"
"""The last fact of a run, as a narrated step names it."""


@dataclass(frozen=True, slots=True)
class StepAt:
    """A step of this run: its number from 0, how many facts are known at it, and the place of the fact that the
    narration tells, None if the lesson has words of its own."""

    step: Step
    cursor: int
    number: int
    told: int | None = None


def steps_of(
    lesson: Lesson, facts: Facts | Chorus, faults: Iterable[str] = (), depth: int = 0, *, altered: bool = False
) -> tuple[StepAt, ...]:
    """The steps of a run with these faults: those of the lesson, with a depth those of all its facts as well. In a run
    that the reader has `altered` any fact may be missing."""
    on = lesson.scenario.switched(faults)
    base = lesson.scenario.switched(())
    found: list[StepAt] = []
    for step in lesson.steps:
        if (step.when and on.isdisjoint(step.when)) or not on.isdisjoint(step.unless):
            continue
        place = facts.place(step.at)
        if place is None and not altered and (on == base or (step.when and len(on - base) == 1)):
            source = "The step “{id}” waits for “{fact}”, which did not happen."
            raise LessonError(lesson.path / "lesson.toml", step.line, source, id=step.id, fact=step.at)
        if place is not None:
            least = found[-1].cursor if found else 0
            found += _stretch(step, facts, place, least) if step.is_narrated else [_at(step, max(place + 1, least))]
    if depth:
        found = _among(found, facts, depth)
    return tuple(replace(at, number=number) for number, at in enumerate(found))


def _at(step: Step, cursor: int, told: int | None = None) -> StepAt:
    return StepAt(step, cursor, 0, told)


def _stretch(step: Step, facts: Facts | Chorus, first: int, least: int) -> Iterator[StepAt]:
    """One step for each fact of a narrated stretch that has not been passed."""
    last = len(facts) - 1 if step.to == END else facts.place(step.to)
    for place in range(max(first, least), (len(facts) - 1 if last is None else last) + 1):
        if facts[place].depth <= step.depth:
            yield _at(replace(step, id=f"{step.id}/{facts[place].id}"), place + 1, place)


def _among(written: list[StepAt], facts: Facts | Chorus, depth: int) -> list[StepAt]:
    """The steps of all facts, with the lesson's own in their places; both stand in the phase of the lesson's last."""
    own = [at for at in written if at.told is None]
    cursors = {at.cursor for at in own}
    told = [place for place in range(len(facts)) if facts[place].depth <= depth and place + 1 not in cursors]
    merged: list[StepAt] = []
    around = own[0].step if own else Step("", "", "", "")
    moments = [(at.cursor, -1 - number) for number, at in enumerate(own)] + [(place + 1, place) for place in told]
    for cursor, place in sorted(moments, key=_key):
        if place < 0:
            merged.append(own[-1 - place])
            around = merged[-1].step
        else:
            merged.append(told_step(facts, place, around))
        assert merged[-1].cursor == cursor
    return merged


def _key(item: tuple[int, int]) -> tuple[int, int, int]:
    """By cursor; at one cursor the narrated step first, then the lesson's in their order."""
    cursor, place = item
    return (cursor, 0, 0) if place >= 0 else (cursor, 1, -place)


def told_step(facts: Facts | Chorus, place: int, around: Step | None = None) -> StepAt:
    """A step that the narration tells; of several connections it shows the figure of the lesson's steps `around` it."""
    fact = facts[place]
    figure, focus, of = *picture_of(fact), ""
    if isinstance(facts, Chorus):
        of = facts.name_at(place)
        if figure == "sequence" and around is not None and around.figure:
            figure, focus, of = around.figure, around.focus, around.of
    phase = around.phase if around is not None else ""
    return _at(Step(f"/{of}{fact.id}", phase, figure, fact.id, focus=focus, of=of), place + 1, place)


def picture_of(fact: Fact) -> tuple[str, str]:
    """The figure that shows a fact best, and its focus."""
    if isinstance(fact, FrameSent):
        return "frame", f"{fact.who.value}.{fact.number}"
    if isinstance(fact, HeadSent | HeadArrived | Checked):
        return "handshake", ""
    if isinstance(fact, AcceptComputed):
        return "accept", ""
    return "sequence", ""
