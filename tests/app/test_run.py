"""Start-up: what the command line asks for is there or is refused, before and after the window stands."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from argparse import Namespace
from importlib import import_module
from pathlib import Path

import pytest
from desk_support import COURSE, make_desk
from patience_support import PATIENCE

from app import run
from app.commands.window import parser
from app.settings import Settings
from lessons.contents import Contents
from lessons.groups import HERE
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


def test_a_lesson_that_nobody_named_is_not_looked_at():
    assert run._usage_problem(arguments(), None) == ""


def test_every_slice_is_a_module():
    assert [import_module(name).__name__ for name in run.SLICES] == list(run.SLICES)


ROOT = Path(run.__file__).resolve().parents[1]

WINDOW = """
import json, sys
from PySide6.QtCore import QTimer
import main
from app import run
from lessons import contents

start, said = run._start, {}
if sys.argv[1]:
    contents.Contents.__init__.__defaults__ = (__import__("pathlib").Path(sys.argv[1]),)

def started(desk, arguments):
    shell = desk.window.window()
    said["shell"] = type(shell).__name__
    def end():
        said["title"], said["message"] = shell.windowTitle(), desk.window.message.words.text()
        said["listed"] = len(desk.window.navigation.rows) > 0
        shell.close()
    desk.session.opened.connect(lambda: QTimer.singleShot(0, end))
    desk.session.failed.connect(lambda _: QTimer.singleShot(0, end))
    start(desk, arguments)

run._start = started
said["code"] = main.main(sys.argv[2:])
print(json.dumps(said))
"""


def opened(tmp_path, *words, course="", code=WINDOW):
    """What a window in a process of its own says, which closes as soon as something is open or has failed."""
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code, str(course), *words]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_the_window_opens_the_first_lesson_and_remembers_its_place(tmp_path):
    said = opened(tmp_path, "--lang", "en")
    title = COURSE.lessons[0].titles["en"]
    assert said == {"shell": "Shell", "title": f"{title} – WebSocket 101", "message": "", "listed": True, "code": 0}
    assert json.loads((tmp_path / "websocket-101" / "settings.json").read_text("utf-8"))["geometry"]


def test_a_file_that_cannot_be_read_is_told_of(tmp_path):
    (tmp_path / "talk").write_text("no recording\n", encoding="utf-8")
    said = opened(tmp_path, str(tmp_path / "talk"), "--lang", "en")
    assert said["message"].endswith("talk, line 1: not a recording of version 1.")


@pytest.fixture
def course(tmp_path):
    """A course of two lessons, the first of which is not sound."""
    folder = tmp_path / "course"
    for name in ("why-websocket", "frames"):
        shutil.copytree(HERE / name, folder / name)
    shutil.copy(HERE / "course.toml", folder)
    path = folder / "why-websocket" / "lesson.toml"
    path.write_text(path.read_text("utf-8").replace('figure = "', 'figure = "no-', 1), encoding="utf-8")
    return folder


def test_a_first_lesson_that_is_not_sound_is_told_of_with_file_and_line(tmp_path, course):
    with pytest.raises(LessonError) as error:
        run._chosen_lesson(Contents(course), arguments())
    said = opened(tmp_path, "--lang", "en", course=course)
    assert said["message"] == str(error.value)
    assert "why-websocket/lesson.toml:" in said["message"]
    assert said["listed"]


CLOSED_EARLY = """
import json, sys
import main
from app import run
load = run._load

async def closing():
    shell.close()
    await load()

def paint(own):
    global shell
    shell = own
    own.show()

run._paint, run._load = paint, closing
print(json.dumps(main.main(sys.argv[2:])))
"""


def test_a_window_may_be_closed_before_anything_is_in_it(tmp_path):
    assert opened(tmp_path, code=CLOSED_EARLY) == 0
