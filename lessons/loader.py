"""Reads lessons from their folders. Every mistake is a LessonError with file, line and one sentence.

A folder holds `lesson.toml`, the facts of the matter, and one file of words a language. `course.toml`
beside the folders names the groups of the course in order.
"""

from __future__ import annotations

from dataclasses import is_dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from lessons.deciders import DECIDERS
from lessons.error import whole
from lessons.goals import ConditionError, check
from lessons.groups import HERE, groups_of
from lessons.model import (
    DEEDS,
    LANGUAGES,
    PLAYS,
    Action,
    Condition,
    Course,
    Fault,
    Goal,
    Lesson,
    LessonError,
    LessonWords,
    Move,
    Phase,
    Question,
    Scenario,
    Step,
)
from lessons.patching import PatchError, field_names, patched
from lessons.source import Source
from lessons.values import is_known, placeholders
from lessons.words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

STEP_LISTS: Final = ("rfc", "hides", "when", "unless")
STEP_TEXTS: Final = ("id", "phase", "figure", "at", "focus", "question", "of", "to")
STEP_KEYS: Final = tuple(name for name in field_names(Step("", "", "", "")) if name != "line")
FIGURES: Final = (
    "sequence", "handshake", "accept", "frame", "close", "states",
    "transports", "avalanche", "opcodes", "cache", "lanes", "utf8", "heartbeat", "codes", "fault", "deflate", "offers",
    "records", "page", "token", "crowd", "delivery", "balancer", "myth",
)  # fmt: skip
"""The figures that a step can name."""

ROOT: Final = (
    "slug", "group", "order", "scenario", "action", "fault", "variant", "move", "goal", "phase", "step", "question",
)  # fmt: skip
"""What a lesson's file may hold."""


def load_course(folder: Path = HERE) -> Course:
    """The whole course: the groups of `course.toml`, each with the lessons that name it, in their order."""
    lessons = [load_lesson(path.parent) for path in sorted(folder.glob("*/lesson.toml"))]
    slugs = [lesson.slug for lesson in lessons]
    for place, lesson in enumerate(lessons):
        if lesson.slug in slugs[:place]:
            where = Source(lesson.path / "lesson.toml")
            raise where.wrong("Two lessons have the slug “{slug}”.", "slug", slug=lesson.slug)
    groups = groups_of(folder, lessons)
    for lesson in lessons:
        if lesson.group not in {group.id for group in groups}:
            where = Source(lesson.path / "lesson.toml")
            raise where.wrong("There is no group “{group}” in course.toml.", "group", group=lesson.group)
    return Course(groups)


def load_lesson(folder: Path) -> Lesson:
    """The lesson in this folder, with its words in every language."""
    source = Source(folder / "lesson.toml")
    source.only(source.root, ROOT)
    phases = tuple(Phase(source.text(table, "id")) for table in source.tables("phase", ("id",)))
    questions = tuple(_question(source, table) for table in source.tables("question"))
    scenario = _scenario(source)
    goal = _goal(source, scenario)
    steps = tuple(_step(source, table) for table in source.tables("step", STEP_KEYS))
    _check_links(source, steps, phases, questions, scenario)
    words = {}
    for lang in LANGUAGES:
        path = folder / f"{lang}.md"
        ids = {
            "phase": [phase.id for phase in phases],
            "step": [step.id for step in steps if not step.is_narrated],
            "fault": [fault.id for fault in scenario.faults if not fault.variant],
            "variant": [fault.id for fault in scenario.faults if fault.variant],
            "move": [move.id for move in scenario.moves],
            "goal": ["goal"] if goal.conditions else [],
        }
        words[lang] = read_words(path, ids, questions, [condition.id for condition in goal.conditions])
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
        goal=goal,
    )


def _scenario(source: Source) -> Scenario:
    """The scenario, every key set by the same strict rule as a fault's patch."""
    scenario = Scenario()
    names = [name for name in field_names(scenario) if name not in {"actions", "faults", "moves"}]
    table = source.root.get("scenario", {})
    if not isinstance(table, dict):
        raise source.wrong("Write “[scenario]” as a table.", "scenario")
    source.only(table, names, "scenario")
    for name, value in _flat(scenario, table):
        scenario = _patched(source, scenario, name, value, name.split(".")[-1])
    if scenario.play not in PLAYS:
        known = ", ".join(PLAYS)
        raise source.wrong("There is no play “{play}”; known are: {known}.", "play", play=scenario.play, known=known)
    scenario = replace(scenario, actions=tuple(_action(source, table) for table in source.tables("action")))
    faults = [
        _fault(source, scenario, table, kind)
        for kind in ("variant", "fault")
        for table in source.tables(kind, ("id", "set", "action"))
    ]
    for place, fault in enumerate(faults):
        if fault.id in {one.id for one in faults[:place]}:
            signs = (f'"{fault.id}"', f'"{fault.id}"')
            raise source.wrong("A variant and a fault have the id “{id}”.", *signs, id=fault.id)
    moves = [_move(source, scenario, table) for table in source.tables("move", ("id", "set", "action"))]
    return replace(scenario, faults=tuple(faults), moves=tuple(moves))


def _flat(value: object, table: Mapping[str, Any], before: str = "") -> Iterable[tuple[str, object]]:
    """The table's values with dotted names; a table whose name is that of a value with parts has parts itself."""
    for key, part in table.items():
        inner = getattr(value, key, None)
        if isinstance(part, dict) and is_dataclass(inner):
            yield from _flat(inner, part, f"{before}{key}.")
        else:
            yield before + key, part


def _patched(source: Source, scenario: Any, name: str, value: object, *signs: str) -> Any:
    try:
        return patched(scenario, name, value)
    except PatchError as error:
        raise source.wrong(whole(error.source), *signs, **error.values) from None


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
            raise source.wrong("Nobody can do “{do}”; known are: {known}.", f'"{action.do}"', do=action.do, known=known)
        if action.who not in {"client", "server"}:
            raise source.wrong("“{name}” is neither client nor server.", f'"{action.who}"', name=action.who)


def _fault(source: Source, scenario: Scenario, table: Mapping[str, Any], kind: str) -> Fault:
    fault_id = source.text(table, "id", kind)
    patches, actions = _changes(source, scenario, table, kind)
    own = actions if "action" in table else None
    if not patches and own is None and kind == "fault":
        raise source.wrong("The fault “{id}” sets nothing.", f'"{fault_id}"', id=fault_id)
    return Fault(fault_id, patches, source.line(kind, fault_id), kind == "variant", own)


def _move(source: Source, scenario: Scenario, table: Mapping[str, Any]) -> Move:
    move_id = source.text(table, "id", "move")
    patches, actions = _changes(source, scenario, table, "move", replaces=False)
    if not patches and not actions:
        raise source.wrong("The move “{id}” does nothing.", f'"{move_id}"', id=move_id)
    return Move(move_id, patches, actions, source.line("move", move_id))


def _changes(
    source: Source, scenario: Scenario, table: Mapping[str, Any], kind: str, *, replaces: bool = True
) -> tuple[tuple[tuple[str, object], ...], tuple[Action, ...]]:
    """What a fault, a variant or a move sets and what it does; every change is tried once, so that a mistake is found
    here. The actions take the place of the scenario's if it `replaces` them."""
    own_id, patches, actions = table["id"], table.get("set", {}), table.get("action", [])
    if not isinstance(patches, dict):
        raise source.wrong("“set” of the {kind} “{id}” must be a table.", f'"{own_id}"', "set", kind=kind, id=own_id)
    if not isinstance(actions, list) or not all(isinstance(action, dict) for action in actions):
        signs = (f'"{own_id}"', "action")
        raise source.wrong("Write “[[{table}.action]]” for each action of “{id}”.", *signs, table=kind, id=own_id)
    done = tuple(_action(source, action) for action in actions)
    changed = replace(scenario, actions=done) if done and replaces else scenario
    for name, value in patches.items():
        changed = _patched(source, changed, name, value, f'"{own_id}"', name)
    _check_actions(source, changed.actions)
    return tuple(patches.items()), done


def _goal(source: Source, scenario: Scenario) -> Goal:
    """The goal of a lesson; one without conditions is none."""
    table = source.root.get("goal", {})
    if not isinstance(table, dict):
        raise source.wrong("Write “[goal]” as a table.", "goal")
    if not table:
        return Goal()
    source.only(table, ("condition", "solution", "gathers"), "goal")
    conditions = []
    listed = table.get("condition", [])
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed) or not listed:
        raise source.wrong("Write “[[goal.condition]]” for each condition of the goal.", "goal")
    for one in listed:
        source.only(one, ("id", "holds"), "condition")
        condition = Condition(source.text(one, "id", "condition"), source.text(one, "holds", "condition"))
        try:
            check(condition.holds)
        except ConditionError as error:
            raise source.wrong(error.source, f'"{condition.id}"', "holds", **error.values) from None
        conditions.append(condition)
    solution = table.get("solution", [])
    if not isinstance(solution, list) or not solution or not all(_is_run(run) for run in solution):
        raise source.wrong("“solution” is for each run a list of faults and moves.", "[goal]", "solution")
    known = {fault.id for fault in scenario.faults} | {move.id for move in scenario.moves}
    for one_id in (one_id for run in solution for one_id in run):
        if one_id not in known:
            raise source.wrong("There is no fault and no move “{id}”.", "[goal]", f'"{one_id}"', id=one_id)
    return Goal(tuple(conditions), tuple(map(tuple, solution)), table.get("gathers") is True)


def _is_run(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _question(source: Source, table: Mapping[str, Any]) -> Question:
    question_id, decide = source.text(table, "id"), source.text(table, "decide", "question")
    options = source.texts(table, "options")
    if decide not in DECIDERS:
        signs, known = (f'"{question_id}"', decide), ", ".join(DECIDERS)
        raise source.wrong("There is no decider “{name}”; known are: {known}.", *signs, name=decide, known=known)
    if len(options) < 2 or len(set(options)) != len(options):
        signs = (f'"{question_id}"', "options")
        raise source.wrong("“{id}” needs two or more options that differ.", *signs, id=question_id)
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
        signs, known = (f'"{step_id}"', "figure"), ", ".join(FIGURES)
        raise source.wrong(
            "There is no figure “{name}”; known are: {known}.", *signs, name=table["figure"], known=known
        )
    texts = {name: source.text(table, name) for name in STEP_TEXTS if name in table}
    lists = {name: source.texts(table, name) for name in STEP_LISTS}
    depth = source.number(table, "depth") if "depth" in table else 2
    if depth not in {1, 2, 3}:
        raise source.wrong("“depth” is 1, 2 or 3.", f'"{step_id}"', "depth")
    return Step(**texts, **lists, options=options, depth=depth, line=source.line("step", step_id))  # type: ignore[arg-type]


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
                raise source.wrong("There is no {kind} “{id}”.", f'"{step.id}"', kind, kind=kind, id=named)
        for fault in (*step.when, *step.unless):
            if fault not in faults:
                raise source.wrong("There is no {kind} “{id}”.", f'"{step.id}"', fault, kind="fault", id=fault)
    for question in questions:
        if question.id not in {step.question for step in steps}:
            raise source.wrong("No step asks the question “{id}”.", f'"{question.id}"', id=question.id)
    order = [phase.id for phase in phases]
    places = [order.index(step.phase) for step in steps]
    for step, before, place in zip(steps[1:], places, places[1:], strict=False):
        if place < before:
            back = "The step “{id}” goes back to the phase “{phase}”."
            raise source.wrong(back, f'"{step.id}"', id=step.id, phase=step.phase)


def _check_placeholders(words: LessonWords) -> None:
    for number, line in enumerate(words.path.read_text(encoding="utf-8").splitlines(), start=1):
        for name in placeholders(line):
            if not is_known(name):
                raise LessonError(words.path, number, "There is no value named “{{{name}}}”.", name=name)
