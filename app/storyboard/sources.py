"""What a storyboard tells: a lesson that is run anew, or a recording or capture from a file. No Qt.

What goes wrong is a sentence: `BoardError`, or the errors of lessons, of the network and of files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.model.telling import DEEPEST, LessonTelling, RecordingTelling
from app.reasons import QT_TRANSLATE_NOOP, SaidError
from app.storyboard.running import run_still
from lessons.order import Order
from protocol.chorus import Played
from protocol.facts import Broke

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from app.model.telling import Telling
    from lessons.model import Lesson


class BoardError(SaidError):
    """Something that no storyboard can be made of."""

    context = "storyboard"


MOST: Final = 500
"""Steps of a storyboard: more are no story, and no browser likes the page."""

TOO_LONG: Final = QT_TRANSLATE_NOOP(
    "storyboard", "“{name}” has {count} steps at depth {depth}: a storyboard has at most {most}. Choose a lower depth."
)
EMPTY: Final = QT_TRANSLATE_NOOP("storyboard", "“{name}” holds no WebSocket connection: there is nothing to show.")
NO_CONNECTION: Final = QT_TRANSLATE_NOOP("storyboard", "“{name}” has no connection {number}: it has {count}.")
NO_STEP: Final = QT_TRANSLATE_NOOP("storyboard", "“{name}” has no step “{step}”: it has steps 1 to {count}.")

FRAMES: Final = 2
"""The depth at which a recording is told if nobody asks for another: every frame, not every detail."""


def lesson_telling(lesson: Lesson, faults: Iterable[str] = (), depth: int = 0) -> LessonTelling:
    """The lesson, run with these faults; with ports and times that are the same every time."""
    order = Order(lesson.scenario, frozenset(faults))
    assert order.wanted  # raises for a fault that there is not
    telling = LessonTelling.of(lesson, run_still(order), order.faults, depth)
    _check_length(telling, lesson.slug)
    return telling


def recording_telling(path: Path, number: int = 1, depth: int = FRAMES) -> RecordingTelling:
    """Connection `number` of a file, counted from 1. A file that is damaged further on is told as far as it goes."""
    from app.files.opening import open_file  # noqa: PLC0415  # lessons need no files
    from protocol.ledger import Ledger  # noqa: PLC0415  # lessons need no ledger

    ledger = Ledger()
    for _ in open_file(path, ledger, remark=lambda _: None):
        pass
    if not ledger.talks:
        raise BoardError(EMPTY, name=path.name)
    if not 1 <= number <= len(ledger.talks):
        raise BoardError(NO_CONNECTION, name=path.name, number=str(number), count=str(len(ledger.talks)))
    recording = ledger.talks[number - 1].recording
    telling = RecordingTelling.of(path.name, Played.of(recording), depth or DEEPEST)
    if not telling.count:
        raise BoardError(EMPTY, name=path.name)
    _check_length(telling, path.name)
    return telling


def step_number(telling: Telling, name: str, asked: str) -> int:
    """The number of a step, counted from 1, by its number or its id."""
    ids = [telling.step(number, "en").id for number in range(telling.count)]
    if asked in ids:
        return ids.index(asked) + 1
    if asked.isdecimal() and 1 <= int(asked) <= telling.count:
        return int(asked)
    raise BoardError(NO_STEP, name=name, step=asked, count=str(telling.count))


def is_broken(telling: Telling) -> bool:
    """Whether somebody broke a rule."""
    return any(isinstance(fact, Broke) for fact in telling.facts)


def _check_length(telling: Telling, name: str) -> None:
    if telling.count > MOST:
        raise BoardError(TOO_LONG, name=name, count=str(telling.count), depth=str(telling.depth), most=str(MOST))
