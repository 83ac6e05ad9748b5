"""The words of a lesson: one Markdown file a language, one section a step, phase, question and fault.

    # Title                        ## step ID             ## question ID          ## phase ID
    Its summary, one sentence.     title: ...             The question?           The name
                                   label: ...             - option: its text
                                   side: ...              answer: One sentence.   ## fault ID
                                   Body, paragraphs.                              title: ...
                                   > A margin note.                               One sentence.

    ## variant ID                  ## move ID              ## goal goal
    title: Two or three words      What it does            What is to be done.
    One sentence.                                          - condition: its text
                                                           hint: One sentence.

Strict: a missing, surplus or repeated section, key or option is a LessonError with the file and the line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lessons.model import (
    FaultWords,
    GoalWords,
    LessonError,
    LessonWords,
    Question,
    QuestionWords,
    StepWords,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

KINDS: Final = ("phase", "step", "question", "fault", "variant", "move", "goal")
HEADING: Final = re.compile(r"## (\w+) (\S+)$")
KEY: Final = re.compile(r"(title|label|side|answer|hint): *(.*)$")
OPTION: Final = re.compile(r"- ([\w.-]+): *(.*)$")
WIDE: Final = re.compile(r"[　-〿㐀-鿿＀-￯“”…—]$")
"""A character after which Chinese text goes on without a space when a line ends."""


@dataclass(slots=True)
class Section:
    """A heading and what stands below it, sorted into keys, options, paragraphs and the note."""

    kind: str
    id: str
    line: int
    keys: dict[str, str] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)
    paragraphs: list[str] = field(default_factory=list)
    note: str = ""


def read_words(
    path: Path,
    ids: Mapping[str, list[str]],
    questions: Iterable[Question],
    conditions: Iterable[str] = (),
) -> LessonWords:
    """The words in this file, which must be exactly those of the lesson's parts: `ids` by kind, and its questions."""
    lines = _lines(path)
    sections = {(section.kind, section.id): section for section in _sections(path, lines)}
    title = sections.pop(("lesson", ""))
    by_id = {question.id: question for question in questions}
    wanted = {**ids, "question": list(by_id)}
    _compare(path, sections, wanted, len(lines))
    return LessonWords(
        path=path,
        title=title.keys["title"],
        summary=_one(path, title, "its summary"),
        phases={one.id: _phase(path, one) for one in _of(sections, "phase")},
        steps={one.id: _step(path, one) for one in _of(sections, "step")},
        questions={one.id: _question(path, one, by_id[one.id]) for one in _of(sections, "question")},
        faults={one.id: _fault(path, one) for kind in ("fault", "variant") for one in _of(sections, kind)},
        moves={one.id: _phase(path, one) for one in _of(sections, "move")},
        goal=next((_goal(path, one, tuple(conditions)) for one in _of(sections, "goal")), GoalWords()),
    )


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise LessonError(path, 1, "The words cannot be read: {reason}.", reason=error.strerror) from None
    except UnicodeDecodeError as error:
        source = "The words are not UTF-8: {why} at byte {place}."
        raise LessonError(path, 1, source, why=error.reason, place=error.start) from None


def _sections(path: Path, lines: list[str]) -> Iterator[Section]:
    """Every section in order, the title first; each is complete when the next one begins."""
    if not lines or not lines[0].startswith("# "):
        raise LessonError(path, 1, "The first line must be “# ” and the lesson’s title.")
    section = Section("lesson", "", 1, {"title": lines[0][2:].strip()})
    seen = {("lesson", "")}
    open_paragraph = False
    for number, line in enumerate(lines[1:], start=2):
        if line.startswith("#"):
            yield section
            section = _heading(path, number, line)
            if (section.kind, section.id) in seen:
                source = "There are two sections “{heading} {id}”."
                raise LessonError(path, number, source, heading=section.kind, id=section.id)
            seen.add((section.kind, section.id))
            open_paragraph = False
        else:
            open_paragraph = _take(path, number, section, line.strip(), open_paragraph)
    yield section


def _heading(path: Path, number: int, line: str) -> Section:
    match = HEADING.match(line.strip())
    if match is None or match[1] not in KINDS:
        source = "A heading is “## ” with {kinds} and an id, not “{line}”."
        raise LessonError(path, number, source, kinds=", ".join(KINDS), line=line)
    return Section(match[1], match[2], number)


def _take(path: Path, number: int, section: Section, line: str, open_paragraph: bool) -> bool:
    """Sort one line into its section; True if a paragraph is open after it."""
    if key := KEY.match(line):
        if key[1] in section.keys:
            raise LessonError(path, number, "“{key}” is given twice.", key=key[1])
        section.keys[key[1]] = key[2].strip()
    elif (option := OPTION.match(line)) and section.kind in {"question", "goal"}:
        if option[1] in section.options:
            raise LessonError(path, number, "The option “{option}” is given twice.", option=option[1])
        section.options[option[1]] = option[2].strip()
    elif line.startswith(">"):
        if section.kind != "step":
            raise LessonError(path, number, "A {kind} has no margin note.", kind=section.kind)
        section.note = joined(section.note, line[1:].strip())
    elif line and open_paragraph:
        section.paragraphs[-1] = joined(section.paragraphs[-1], line)
        return True
    elif line:
        section.paragraphs.append(line)
        return True
    return False


def joined(first: str, second: str) -> str:
    """Two lines of one paragraph; Chinese needs no space between them."""
    if not first or not second:
        return first or second
    return first + ("" if WIDE.search(first) else " ") + second


def _compare(
    path: Path, sections: Mapping[tuple[str, str], Section], wanted: Mapping[str, list[str]], last: int
) -> None:
    for (kind, one_id), section in sections.items():
        if one_id not in wanted[kind]:
            raise LessonError(path, section.line, "The lesson has no {kind} “{id}”.", kind=kind, id=one_id)
    for kind, ids in wanted.items():
        for one_id in ids:
            if (kind, one_id) not in sections:
                raise LessonError(path, last, "The section “## {heading} {id}” is missing.", heading=kind, id=one_id)


def _of(sections: Mapping[tuple[str, str], Section], kind: str) -> list[Section]:
    return [section for section in sections.values() if section.kind == kind]


def _keys(path: Path, section: Section, *names: str) -> list[str]:
    """The values of exactly these keys."""
    for name in section.keys:
        if name not in names:
            source = "“{name}” has no place in the {kind} “{id}”."
            raise LessonError(path, section.line, source, name=name, kind=section.kind, id=section.id)
    for name in names:
        if not section.keys.get(name):
            source = "The {kind} “{id}” has no “{name}”."
            raise LessonError(path, section.line, source, kind=section.kind, id=section.id, name=name)
    return [section.keys[name] for name in names]


def _one(path: Path, section: Section, what: str) -> str:
    found = len(section.paragraphs)
    if found != 1 and not section.id:
        source = "Below the title stands {what}: one paragraph, not {found}."
        raise LessonError(path, section.line, source, what=what, found=found)
    if found != 1:
        source = "Below the {kind} “{id}” stands {what}: one paragraph, not {found}."
        raise LessonError(path, section.line, source, kind=section.kind, id=section.id, what=what, found=found)
    return section.paragraphs[0]


def _phase(path: Path, section: Section) -> str:
    _keys(path, section)
    return _one(path, section, "its name")


def _step(path: Path, section: Section) -> StepWords:
    title, label, side = _keys(path, section, "title", "label", "side")
    if not 1 <= len(section.paragraphs) <= 2:
        found = len(section.paragraphs)
        source = "The step “{id}” has {found} paragraphs, not 1 or 2."
        raise LessonError(path, section.line, source, id=section.id, found=found)
    return StepWords(title, label, side, tuple(section.paragraphs), section.note, section.line)


def _question(path: Path, section: Section, question: Question) -> QuestionWords:
    (answer,) = _keys(path, section, "answer")
    for option in section.options:
        if option not in question.options:
            source = "The question “{id}” has no option “{option}”."
            raise LessonError(path, section.line, source, id=section.id, option=option)
    for option in question.options:
        if not section.options.get(option):
            source = "The question “{id}” lacks the option “{option}”."
            raise LessonError(path, section.line, source, id=section.id, option=option)
    options = {option: section.options[option] for option in question.options}
    return QuestionWords(_one(path, section, "its text"), options, answer, section.line)


def _fault(path: Path, section: Section) -> FaultWords:
    (title,) = _keys(path, section, "title")
    return FaultWords(title, _one(path, section, "its sentence"), section.line)


def _goal(path: Path, section: Section, conditions: tuple[str, ...]) -> GoalWords:
    (hint,) = _keys(path, section, "hint")
    for one_id in section.options:
        if one_id not in conditions:
            raise LessonError(path, section.line, "The goal has no condition “{id}”.", id=one_id)
    for one_id in conditions:
        if not section.options.get(one_id):
            raise LessonError(path, section.line, "The goal lacks the condition “{id}”.", id=one_id)
    return GoalWords(_one(path, section, "its task"), dict(section.options), hint, section.line)
