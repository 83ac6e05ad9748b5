"""Start-up: what the command line asks for is there or is refused, before and after the window stands."""

from __future__ import annotations

from argparse import Namespace

import pytest
from desk_support import COURSE, make_desk

from app import run
from app.commands.window import parser
from app.settings import Settings
from lessons.model import LessonError
from tests.lessons_support import story_of

LAST = len(story_of("accept-key").steps)
"""The number of the last step of that lesson."""

ALONE = "A recording is opened alone: leave out --lesson, --fault and --move, or FILE."


def arguments(*words):
    return parser().parse_args(words)


def test_without_a_name_the_course_begins_at_its_beginning():
    assert run._chosen_lesson(COURSE, arguments()) is COURSE.lessons[0]
    assert run._chosen_lesson(COURSE, arguments("--lesson", "accept-key")).slug == "accept-key"


def test_an_unknown_lesson_lists_the_known_ones(tmp_path):
    with pytest.raises(LessonError, match="There is no lesson named “x”; the course has: why-websocket, "):
        run._chosen_lesson(COURSE, arguments("--lesson", "x"))


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ([], ""),
        (["--fault", "wrong-guid"], ""),
        (["--screenshot", "out.PNG"], ""),
        (["--screenshot", "out.jpeg"], "A screenshot is a PNG picture: “out.jpeg” does not end in .png."),
        (["--fault", "x"], "The lesson “accept-key” has no fault named “x”; it has: wrong-guid."),
        (["talk"], "There is no file and no command named “talk”; see main.py --help."),
        (["/"], "“/” is a directory; a recording is a file."),
        ([__file__], ""),
        ([__file__, "--lesson", "accept-key"], ALONE),
        ([__file__, "--fault", "wrong-guid"], ALONE),
    ],
    ids=str,
)
def test_what_cannot_be_meant_is_one_sentence(words, problem):
    assert run._usage_problem(arguments(*words), COURSE.lesson("accept-key")) == problem


@pytest.mark.parametrize(
    ("step", "message"),
    [(None, ""), (1, ""), (LAST, ""), *((step, f"没有第 {step} 步；步骤为 1 到 {LAST}。") for step in (LAST + 1, 99))],
)
def test_the_window_says_which_steps_there_are(qtbot, step, message):
    desk = make_desk(lang="zh_CN")
    qtbot.addWidget(desk.window)
    desk.session.open_slug("accept-key", step=(step or 1) - 1)
    assert desk.session.telling.count == LAST
    run._check_step(desk, Namespace(step=step))
    assert desk.window.message.words.text() == message
    assert desk.session.timeline.step == min(step or 1, LAST) - 1
    desk.set_language("en")


def test_the_command_line_comes_before_what_was_remembered():
    remembered = Settings(language="zh_CN", theme="dark", speed=2.0)
    wanted = run._wanted(remembered, arguments("--lang", "en"))
    assert (wanted.language, wanted.theme, wanted.speed) == ("en", "dark", 2.0)
    assert run._wanted(remembered, arguments()) == remembered
