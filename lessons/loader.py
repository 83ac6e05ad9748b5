"""Reads lessons from their folders. Every mistake is a LessonError with file, line and one sentence.

A folder holds `lesson.toml`, the facts of the matter, and one file of words a language. `course.toml`
beside the folders names the groups of the course in order.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lessons.model import (
    DEEDS,
    LANGUAGES,
    Action,
    Course,
    Fault,
    Group,
    Lesson,
    LessonError,
    LessonWords,
    Phase,
    Question,
    Scenario,
    Step,
)
from lessons.patching import field_names, patched
from lessons.questions import DECIDERS
from lessons.source import Source
from lessons.values import is_known, placeholders
from lessons.words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HERE: Final = Path(__file__).parent
STEP_LISTS: Final = ("rfc", "hides", "when", "unless")
STEP_TEXTS: Final = ("id", "phase", "figure", "at", "focus", "question")
STEP_KEYS: Final = tuple(name for name in field_names(Step("", "", "", "")) if name != "line")
FIGURES: Final = ("sequence", "handshake", "accept", "frame", "close", "states")


def load_course(folder: Path = HERE) -> Course:
    """The whole course: the groups of `course.toml`, each with the lessons that name it, in their order."""
    source = Source(folder / "course.toml")
    lessons = [load_lesson(path.parent) for path in sorted(folder.glob("*/lesson.toml"))]
    slugs = [lesson.slug for lesson in lessons]
    for place, lesson in enumerate(lessons):
        if lesson.slug in slugs[:place]:
            raise Source(lesson.path / "lesson.toml").wrong(f"Two lessons have the slug “{lesson.slug}”.", "slug")
    titles = {}
    for table in source.tables("group", ("id", *LANGUAGES)):
        titles[source.text(table, "id")] = {lang: source.text(table, lang) for lang in LANGUAGES}
    for lesson in lessons:
        if lesson.group not in titles:
            where = Source(lesson.path / "lesson.toml")
            raise where.wrong(f"There is no group “{lesson.group}” in course.toml.", "group")
    return Course(
        tuple(
            Group(group, names, tuple(sorted((one for one in lessons if one.group == group), key=_order)))
            for group, names in titles.items()
        )
    )


def _order(lesson: Lesson) -> tuple[int, str]:
    return lesson.order, lesson.slug


def load_lesson(folder: Path) -> Lesson:
    """The lesson in this folder, with its words in every language."""
    source = Source(folder / "lesson.toml")
    source.only(source.root, ("slug", "group", "order", "scenario", "action", "fault", "phase", "step", "question"))
    phases = tuple(Phase(source.text(table, "id")) for table in source.tables("phase", ("id",)))
    questions = tuple(_question(source, table) for table in source.tables("question"))
    scenario = _scenario(source)
    steps = tuple(_step(source, table) for table in source.tables("step", STEP_KEYS))
    _check_links(source, steps, phases, questions, scenario)
    words = {}
    for lang in LANGUAGES:
        path = folder / f"{lang}.md"
        ids = ([step.id for step in steps], [phase.id for phase in phases])
        words[lang] = read_words(path, *ids, questions, [fault.id for fault in scenario.faults])
        _check_placeholders(words[lang])
    return Lesson(
        slug=source.text(source.root, "slug"),
        group=source.text(source.root, "group"),
        order=source.number(source.root, "order"),
        path=folder,
        scenario=scenario,
        phases=phases,
        steps=steps,
        questions=questions,
        words=words,
    )


def _scenario(source: Source) -> Scenario:
    """The scenario, every key set by the same strict rule as a fault's patch."""
    scenario = Scenario()
    names = [name for name in field_names(scenario) if name not in {"actions", "faults"}]
    table = source.root.get("scenario", {})
    if not isinstance(table, dict):
        raise source.wrong("Write “[scenario]” as a table.", "scenario")
    source.only(table, names, "scenario")
    for name, value in _flat(table):
        scenario = _patched(source, scenario, name, value, name.split(".")[-1])
    scenario = replace(scenario, actions=tuple(_action(source, table) for table in source.tables("action")))
    faults = []
    for table in source.tables("fault", ("id", "set")):
        fault = _fault(source, table)
        broken = scenario
        for name, value in fault.patches:
            broken = _patched(source, broken, name, value, f'"{fault.id}"', name)
        _check_actions(source, broken.actions)
        faults.append(fault)
    return replace(scenario, faults=tuple(faults))


def _flat(table: Mapping[str, Any]) -> Iterable[tuple[str, object]]:
    """The table's values with dotted names; `headers` is one value, the other tables have parts."""
    for key, value in table.items():
        if isinstance(value, dict) and key in {"server", "client"}:
            yield from ((f"{key}.{name}", part) for name, part in value.items())
        else:
            yield key, value


def _patched(source: Source, scenario: Any, name: str, value: object, *signs: str) -> Any:
    try:
        return patched(scenario, name, value)
    except ValueError as error:
        sentence = str(error)
        raise source.wrong(f"{sentence[0].upper()}{sentence[1:]}.", *signs) from None


def _action(source: Source, table: Mapping[str, Any]) -> Action:
    action = Action(source.text(table, "id"), "")
    source.only(table, field_names(action), "action")
    source.text(table, "do", "action")
    for name, value in table.items():
        action = _patched(source, action, name, value, f'"{table["id"]}"', name)
    _check_actions(source, (action,))
    return action


def _check_actions(source: Source, actions: tuple[Action, ...]) -> None:
    for action in actions:
        if action.do not in DEEDS:
            known = ", ".join(DEEDS)
            raise source.wrong(f"Nobody can do “{action.do}”; known are: {known}.", f'"{action.do}"')
        if action.who not in {"client", "server"}:
            raise source.wrong(f"“{action.who}” is neither client nor server.", f'"{action.who}"')


def _fault(source: Source, table: Mapping[str, Any]) -> Fault:
    fault_id, patches = source.text(table, "id", "fault"), table.get("set")
    if not isinstance(patches, dict) or not patches:
        raise source.wrong(f"The fault “{fault_id}” sets nothing.", f'"{fault_id}"')
    return Fault(fault_id, tuple(patches.items()), source.line("fault", fault_id))


def _question(source: Source, table: Mapping[str, Any]) -> Question:
    question_id, decide = source.text(table, "id"), source.text(table, "decide", "question")
    options = source.texts(table, "options")
    if decide not in DECIDERS:
        known = ", ".join(DECIDERS)
        raise source.wrong(f"There is no decider “{decide}”; known are: {known}.", f'"{question_id}"', decide)
    if len(options) < 2 or len(set(options)) != len(options):
        raise source.wrong(f"“{question_id}” needs two or more options that differ.", f'"{question_id}"', "options")
    params = {key: value for key, value in table.items() if key not in {"id", "decide", "options"}}
    return Question(question_id, decide, options, params, source.line("question", question_id))


def _step(source: Source, table: Mapping[str, Any]) -> Step:
    step_id = source.text(table, "id")
    for name in ("phase", "figure", "at"):
        source.text(table, name, "step")
    options = table.get("options", {})
    if not isinstance(options, dict) or not all(isinstance(value, str | int) for value in options.values()):
        raise source.wrong("“options” must be a table of texts and numbers.", f'"{step_id}"', "options")
    if table["figure"] not in FIGURES:
        known = ", ".join(FIGURES)
        sentence = f"There is no figure “{table['figure']}”; known are: {known}."
        raise source.wrong(sentence, f'"{step_id}"', "figure")
    texts = {name: source.text(table, name) for name in STEP_TEXTS if name in table}
    lists = {name: source.texts(table, name) for name in STEP_LISTS}
    return Step(**texts, **lists, options=options, line=source.line("step", step_id))  # type: ignore[arg-type]


def _check_links(
    source: Source,
    steps: tuple[Step, ...],
    phases: tuple[Phase, ...],
    questions: tuple[Question, ...],
    scenario: Scenario,
) -> None:
    """Every id that a step names exists, every question is asked, and the phases follow each other."""
    faults = {fault.id for fault in scenario.faults}
    known = {"phase": {phase.id for phase in phases}, "question": {"", *(one.id for one in questions)}}
    if not steps:
        raise source.wrong("A lesson needs at least one step.")
    for step in steps:
        for kind, ids in known.items():
            named = getattr(step, kind)
            if named not in ids:
                raise source.wrong(f"There is no {kind} “{named}”.", f'"{step.id}"', kind)
        for fault in (*step.when, *step.unless):
            if fault not in faults:
                raise source.wrong(f"There is no fault “{fault}”.", f'"{step.id}"', fault)
    for question in questions:
        if question.id not in {step.question for step in steps}:
            raise source.wrong(f"No step asks the question “{question.id}”.", f'"{question.id}"')
    order = [phase.id for phase in phases]
    places = [order.index(step.phase) for step in steps]
    for step, before, place in zip(steps[1:], places, places[1:], strict=False):
        if place < before:
            raise source.wrong(f"The step “{step.id}” goes back to the phase “{step.phase}”.", f'"{step.id}"')


def _check_placeholders(words: LessonWords) -> None:
    for number, line in enumerate(words.path.read_text(encoding="utf-8").splitlines(), start=1):
        for name in placeholders(line):
            if not is_known(name):
                raise LessonError(words.path, number, f"There is no value named “{{{name}}}”.")
