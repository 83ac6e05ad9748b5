"""`main.py lessons`: the course, group by group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.commands.output import FINE, complain, print_json, print_text
from lessons.loader import load_course
from lessons.model import LANGUAGES, Course, Lesson, LessonError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb `lessons`."""
    parser = subparsers.add_parser("lessons", help="list the course")
    parser.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0], help="the language of the titles")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Print the course; 2 if a lesson is damaged."""
    try:
        course = load_course()
    except LessonError as error:
        return complain(str(error))
    if arguments.json:
        print_json({"lessons": [lesson_json(lesson) for lesson in course.lessons]})
    else:
        print_text("\n".join(listing(course, arguments.lang)))
    return FINE


def lesson_json(lesson: Lesson) -> dict[str, Any]:
    """A lesson in a few words and numbers; `steps` are those of the run without faults."""
    return {
        "slug": lesson.slug,
        "group": lesson.group,
        "title": {lang: lesson.words[lang].title for lang in LANGUAGES},
        "steps": len(lesson.written),
        "questions": len(lesson.questions),
        "faults": len(lesson.faults),
        "fault_ids": [fault.id for fault in lesson.faults],
        "variants": [fault.id for fault in lesson.variants],
        "summary": {lang: lesson.words[lang].summary for lang in LANGUAGES},
        "goal": {lang: lesson.words[lang].goal.task for lang in LANGUAGES} if lesson.goal.conditions else None,
    }


def listing(course: Course, lang: str) -> Iterator[str]:
    """The lines that people read; groups without a lesson are left out."""
    widest = max((len(lesson.slug) for lesson in course.lessons), default=0)
    numbers = COUNTS[lang]
    for group in course.groups:
        if group.lessons:
            yield group.titles[lang]
        for lesson in group.lessons:
            steps, questions, faults = map(len, (lesson.written, lesson.questions, lesson.faults))
            counts = numbers.format(steps=steps, questions=questions, faults=faults)
            yield f"  {lesson.slug:<{widest}}  {lesson.words[lang].title} ({counts})"
            yield f"  {'':<{widest}}  {lesson.words[lang].summary}"


COUNTS: Final = {
    "en": "steps: {steps}, questions: {questions}, faults: {faults}",
    "zh_CN": "{steps} 步，{questions} 个问题，{faults} 个故障",
}
