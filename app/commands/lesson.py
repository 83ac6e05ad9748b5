"""`main.py lesson SLUG`: runs a lesson on real sockets and tells it in the terminal, or as JSON."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.columns import wide, wrapped
from app.commands.octets import is_directory
from app.commands.output import FINE, InputError, complain, print_json, print_text
from app.commands.paragraphs import NARROWEST, WIDEST, plain
from lessons.goals import met
from lessons.loader import load_course, load_lesson
from lessons.model import LANGUAGES, Lesson, LessonError
from lessons.narration import narrate
from lessons.order import Order
from lessons.questions import decide
from lessons.steps import StepAt
from lessons.story import Story
from protocol.chorus import Chorus, Played, observe_played

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from protocol.facts import Fact
    from protocol.knowledge import Facts
    from protocol.recording import Recording

INDENT: Final = "    "
MARKS: Final = (("[ ]", "[x]"), ("( )", "(*)"))
"""Before a fault, of which any may be on, and before a variant, of which one is; off and on."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb `lesson`."""
    parser = subparsers.add_parser("lesson", help="run a lesson on real sockets and tell it here")
    parser.add_argument("slug", metavar="SLUG", help="a lesson of the course, or the folder of one")
    parser.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0], help="the language")
    parser.add_argument("--depth", type=int, choices=(1, 2, 3), default=3, help="1 messages, 2 frames, 3 every detail")
    parser.add_argument("--fault", action="append", default=[], metavar="ID", help="switch a fault or a variant on")
    parser.add_argument("--move", action="append", default=[], metavar="ID", help="make a move towards the goal")
    parser.add_argument("--redis", metavar="URL", help="scaling-out: join the nodes by this Redis")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Run and tell; 2 if there is no such lesson, if it is damaged, or if it cannot be run here."""
    try:
        lesson = find(arguments.slug)
        order = Order(lesson.scenario, frozenset(arguments.fault), tuple(arguments.move))
        played = _played(order, arguments.redis)
        story = Story.of(lesson, observe_played(played), arguments.fault, altered=order.is_altered)
        if arguments.json:
            print_json(document(story, played, arguments.lang, arguments.depth))
        else:
            width = shutil.get_terminal_size((80, 24)).columns
            lines = told(story, arguments.lang, arguments.depth, max(NARROWEST, min(width, WIDEST)))
            print_text("\n".join(lines))
    except (LessonError, InputError) as error:
        return complain(str(error))
    return FINE


def find(slug: str) -> Lesson:
    """The lesson with this slug, or the one in this folder."""
    is_path = any(mark in slug for mark in "/\\.")
    course = None if is_path else load_course()
    lesson = course.lesson(slug) if course is not None else None
    if lesson is not None:
        return lesson
    if course is None or is_directory(slug):
        return load_lesson(Path(slug))
    known = ", ".join(each.slug for each in course.lessons)
    raise InputError(f"There is no lesson named “{slug}”; the course has: {known}.")


def _played(order: Order, redis: str | None) -> Played:
    """The run itself. The network is imported here: what goes wrong before needs none."""
    assert order.wanted  # raises for a fault or a move that there is not
    import asyncio

    from app.network.scenario import play

    try:
        if redis is not None:
            from app.network.plays.broker import choose

            choose(redis)
        return asyncio.run(play(order))
    except (OSError, TimeoutError) as error:
        raise InputError(f"The lesson cannot be run here: {error}") from None


def document(story: Story, played: Played, lang: str, depth: int) -> dict[str, Any]:
    """The document of `lesson --json`."""
    from app.commands.report import connection_report

    return {
        "slug": story.lesson.slug,
        "title": story.lesson.words[lang].title,
        "lang": lang,
        "faults": sorted(story.faults),
        "steps": [_step_json(story, at, lang, depth) for at in story.steps],
        "connections": [connection_report(*one) for one in _connections(played, story.facts)],
    }


def _connections(played: Played, facts: Facts | Chorus) -> list[tuple[Recording, Facts]]:
    """Every connection that speaks WebSocket with what is known of it."""
    if not isinstance(facts, Chorus):
        return [(played.main, facts)]
    return [(facts.recordings[name], facts.whole(name)) for name in facts.names]


def _step_json(story: Story, at: StepAt, lang: str, depth: int) -> dict[str, Any]:
    words = story.words_at(at, lang)
    return {
        "id": at.step.id,
        "phase": at.step.phase,
        "title": plain(words.title),
        "label": plain(words.label),
        "text": "\n\n".join(plain(paragraph) for paragraph in words.body),
        "note": plain(words.note),
        "rfc": list(at.step.rfc),
        "facts": [
            {"id": fact.id, "depth": fact.depth, "time": fact.time, "text": narrate(fact, lang)}
            for fact in _new_facts(story, at, depth)
        ],
        "question": _question_json(story, at.step.question, lang) if at.step.question else None,
    }


def _question_json(story: Story, question_id: str, lang: str) -> dict[str, Any]:
    words, right = story.question_words(question_id, lang), _right(story, question_id)
    return {
        "id": question_id,
        "text": plain(words.text),
        "options": {option: plain(text) for option, text in words.options.items()},
        "right": right,
        "answer": plain(words.answer),
    }


def _right(story: Story, question_id: str) -> str:
    question = story.lesson.question(question_id)
    assert question is not None
    return decide(question, story.facts)


def _new_facts(story: Story, at: StepAt, depth: int) -> list[Fact]:
    """What became true since the step before, as deep as was asked for."""
    start = story.steps[at.number - 1].cursor if at.number else 0
    return [fact for fact in list(story.facts)[start : at.cursor] if fact.depth <= depth]


def told(story: Story, lang: str, depth: int, width: int) -> Iterator[str]:
    """The lines that people read."""
    words = story.lesson.words[lang]
    yield plain(words.title)
    yield "=" * wide(words.title)
    yield from wrapped(plain(words.summary), width)
    for fault in story.lesson.faults:
        said = story.fault_words(fault.id, lang)
        mark = MARKS[fault.variant][fault.id in story.faults]
        yield from wrapped(f"{mark} {fault.id}: {plain(said.sentence)}", width, hanging=INDENT)
    phase = ""
    for at in story.steps:
        if at.step.phase != phase:
            phase = at.step.phase
            yield ""
            yield f"--- {words.phases[phase]} ---"
        yield ""
        yield from _step_lines(story, at, lang, depth, width)
    yield from _last_lines(story, lang, depth, width)


def _step_lines(story: Story, at: StepAt, lang: str, depth: int, width: int) -> Iterator[str]:
    words = story.words_at(at, lang)
    number = f"{at.number + 1}/{len(story.steps)}"
    yield from wrapped(f"{number}  {plain(words.title)}", width, hanging=" " * (len(number) + 2))
    for fact in _new_facts(story, at, depth):
        yield from wrapped(f"* {narrate(fact, lang)}", width, INDENT, INDENT + "  ")
    for paragraph in words.body if at.told is None else ():  # the narration has said it among the facts
        yield from wrapped(plain(paragraph), width, INDENT)
    if words.note:
        yield from wrapped(f"| {plain(words.note)}", width, INDENT, INDENT + "| ")
    if at.step.rfc:
        yield from wrapped(f"[{', '.join(at.step.rfc)}]", width, INDENT)
    if at.step.question:
        yield from _question_lines(story, at.step.question, lang, width)


def _question_lines(story: Story, question_id: str, lang: str, width: int) -> Iterator[str]:
    """The question, its options, and the one that the protocol code found right."""
    words, right = story.question_words(question_id, lang), _right(story, question_id)
    yield from wrapped(f"? {plain(words.text)}", width, INDENT, INDENT + "  ")
    for place, (option, text) in enumerate(words.options.items(), start=1):
        mark = "=> " if option == right else "   "
        yield from wrapped(f"{place} {plain(text)}", width, INDENT + mark, INDENT + "     ")
    yield from wrapped(plain(words.answer), width, INDENT + "  ")


def _last_lines(story: Story, lang: str, depth: int, width: int) -> Iterator[str]:
    """What still became true after the last step."""
    start = story.steps[-1].cursor if story.steps else 0
    rest = [fact for fact in list(story.facts)[start:] if fact.depth <= depth]
    if rest:
        yield ""
    for fact in rest:
        yield from wrapped(f"* {narrate(fact, lang)}", width, INDENT, INDENT + "  ")
    if story.lesson.goal.conditions:
        yield from _goal_lines(story, lang, width)


def _goal_lines(story: Story, lang: str, width: int) -> Iterator[str]:
    """What the learner is to bring about, and what this run meets of it."""
    words = story.goal_words(lang)
    done = met(story.lesson.goal, story.facts, story.lesson.scenario.patched(story.faults))
    yield ""
    yield from wrapped(f"! {plain(words.task)}", width, hanging="  ")
    for one in story.lesson.goal.conditions:
        mark = MARKS[False][one.id in done]
        yield from wrapped(f"{mark} {plain(words.conditions[one.id])}", width, INDENT, INDENT + "    ")
