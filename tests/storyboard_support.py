"""Storyboards of lessons that have run once, and small recordings that hold whatever a test wants."""

from __future__ import annotations

from functools import cache

from app.drawing.marks import Scene
from app.model.telling import LessonTelling, RecordingTelling
from app.storyboard.running import run_still
from app.storyboard.sources import lesson_telling
from app.storyboard.steps import Board
from lessons.loader import load_course
from lessons.order import Order
from protocol.chorus import Played
from protocol.frames import encode_frame
from protocol.recording import Entry, Kind, Recording, Setup
from protocol.vocabulary import Opcode, Role

COURSE = load_course()


@cache
def told(slug) -> LessonTelling:
    return lesson_telling(COURSE.lesson(slug))


@cache
def played(slug) -> Played:
    return run_still(Order(COURSE.lesson(slug).scenario))


def recording_of(*payloads, name="talk.jsonl") -> RecordingTelling:
    """A client that sends these texts in the middle of a connection, told by frames."""
    recording = Recording(Setup("127.0.0.1:50001", "127.0.0.1:8001", whole=False), reads=False)
    for number, payload in enumerate(payloads):
        data = encode_frame(Opcode.TEXT, payload, key=b"\1\2\3\4")
        recording.append(Entry(float(number), Role.CLIENT, Kind.DATA, data))
    return RecordingTelling.of(name, Played.of(recording), 2)


@cache
def last_scene(figure, lang) -> Scene:
    """The last step that shows the figure, in the first lesson that has one as it is usually run."""
    for lesson in COURSE.lessons:
        if any(step.figure == figure for step in lesson.steps):
            telling = told(lesson.slug)
            numbers = [number for number in range(telling.count) if telling.step(number, lang).figure == figure]
            if numbers:
                return Board(telling, lang).panel(numbers[-1] + 1).scene
    raise LookupError(figure)
