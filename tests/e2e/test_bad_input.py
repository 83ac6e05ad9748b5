"""What cannot be used is refused as a whole: one clear sentence on stderr, exit code 2, nothing half-written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from patience_support import PATIENCE

from lessons.loader import HERE
from tests.lessons_support import recording_of

ROOT = Path(__file__).parents[2]
HELLO = "810548656c6c6f"


def start(*words, cwd):
    """`main.py` as a user starts it, in a folder where nothing may be left behind."""
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, words)],
        cwd=cwd, capture_output=True, text=True, check=False, timeout=PATIENCE, stdin=subprocess.DEVNULL,
    )  # fmt: skip


def refused(*words, cwd):
    """The one sentence with which it is refused."""
    before = sorted(cwd.rglob("*"))
    done = start(*words, cwd=cwd)
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    assert sorted(cwd.rglob("*")) == before
    return done.stderr.strip()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["lesson", "nothing"], "There is no lesson named “nothing”; the course has: why-websocket, "),
        (["lesson", "accept-key", "--fault", "nothing"], "There is no fault named “nothing”; here are: wrong-guid."),
        (["lesson", "accept-key", "--depth", "4"], "invalid choice: 4"),
        (["decode", "81 0g"], "Character 5, “g”, is not a hex digit"),
        (["decode", "81 0"], "Character 4, “0”, is half a byte"),
        (["decode", "."], "Character 1, “.”, is not a hex digit"),
        (["export", "frame", "81 zz", "-o", "f.svg"], "export: Character 4, “z”, is not a hex digit"),
        (["export", "frame", "8105", "-o", "f.svg"], "needs at least 5 more bytes"),
        (
            ["export", "frame", HELLO, "-o", "f.gif"],
            "“f.gif” does not end in .svg, .pdf, .png, .txt, .tex, .mmd, .json, .alt.txt.",
        ),
        (["export", "frame", HELLO, "-o", "no/f.pdf"], "“no/f.pdf” could not be written: no such file or directory."),
        (["export", "frame", HELLO, "-o", "."], "“.” does not end in"),
        (["export", "frame", HELLO, "-o", "x" * 300 + ".png"], "could not be written: the name is too long."),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_verbs(tmp_path, words, said):
    assert said in refused(*words, cwd=tmp_path)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--lesson", "nothing"], "There is no lesson named “nothing”; the course has: why-websocket, "),
        (["--lesson", "x" * 300], "There is no lesson named “xxx"),
        (["--step", "0"], "argument --step: '0' is no step"),
        (["--lesson", "accept-key", "--step", "99"], "There is no step 99: “accept-key” has steps 1 to "),
        (["--lesson", "accept-key", "--fault", "none"], "has no fault named “none”; it has: wrong-guid."),
        (["--size", "800x600"], "'800x600' is out of range: from 1200x760"),
        (["--size", "big"], "'big' is not a size"),
        (["nothing"], "There is no file and no command named “nothing”"),
        (["x" * 300], "There is no file and no command named “xxx"),
        (["."], "“.” is a directory; a recording is a file."),
        ([ROOT / "README.md"], "README.md, line 1: not a recording of version 1."),
        ([ROOT / "README.md", "--lesson", "accept-key"], "A recording is opened alone"),
    ],
    ids=lambda value: " ".join(map(str, value))[:40] if isinstance(value, list) else "",
)
def test_screenshots(tmp_path, words, said):
    assert said in refused(*words, "--screenshot", "out.png", cwd=tmp_path)


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("out.jpg", "A screenshot is a PNG picture: “out.jpg” does not end in .png."),
        ("out", "“out” does not end in .png."),
        ("no/out.png", "“no/out.png” could not be written: no such file or directory."),
    ],
)
def test_where_a_screenshot_goes(tmp_path, out, said):
    assert said in refused("--screenshot", out, cwd=tmp_path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path):
    tmp_path.chmod(0o555)
    try:
        assert "permission denied" in refused("export", "frame", HELLO, "-o", "f.svg", cwd=tmp_path)
    finally:
        tmp_path.chmod(0o755)


def test_a_folder_in_the_place_of_the_file(tmp_path):
    (tmp_path / "out.png").mkdir()
    assert "could not be written: it is a directory" in refused("--screenshot", "out.png", cwd=tmp_path)
    assert "could not be written" in refused("export", "frame", HELLO, "-o", "out.png", cwd=tmp_path)


@pytest.fixture
def recording(tmp_path):
    path = tmp_path / "talk.jsonl"
    recording_of("accept-key").save(path)
    return path


def test_a_recording_is_opened_and_drawn(recording, tmp_path):
    done = start("talk.jsonl", "--step", "5", "--screenshot", "out.png", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "out.png").read_bytes().startswith(b"\x89PNG")


def test_a_step_that_a_recording_does_not_have(recording, tmp_path):
    said = refused("talk.jsonl", "--step", "500", "--screenshot", "out.png", cwd=tmp_path)
    assert said.startswith("There is no step 500: “talk.jsonl” has steps 1 to ")


def head(text):
    return text.split("\n")[0]


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda text: "", "talk.jsonl, line 1: not a recording of version 1."),
        (lambda text: "\0" * 100, "talk.jsonl, line 1: not a recording of version 1."),
        (lambda text: "[" * 100_000, "talk.jsonl, line 1: not a recording of version 1."),
        (lambda text: text.replace('"version": 1', '"version": 2'), "line 1: not a recording of version 1."),
        (lambda text: head(text) + "\n", "talk.jsonl is an empty recording: there is nothing to show."),
        (lambda text: head(text) + "\n{", "talk.jsonl, line 2: not an entry; 0 entries before it were read."),
        (lambda text: text[:-20], "not an entry; "),
        (lambda text: text + '{"time": NaN, "who": "client", "kind": "syn"}', "not an entry; "),
        (lambda text: text + '{"time": 9, "who": "client", "kind": "read", "size": 1e999}', "not an entry; "),
    ],
)
def test_a_damaged_recording(recording, tmp_path, damage, said):
    recording.write_text(damage(recording.read_text("utf-8")), "utf-8")
    assert said in refused("talk.jsonl", "--screenshot", "out.png", cwd=tmp_path)


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(HERE / "accept-key", tmp_path / "mine"))


def line_of(text, part):
    """The number of the first line that holds `part`."""
    return next(number for number, line in enumerate(text.splitlines(), 1) if part in line)


def edited(folder, name, old, new):
    """Replace once; the text before and after."""
    path = folder / name
    before = path.read_text("utf-8")
    assert old in before
    after = before.replace(old, new, 1)
    path.write_text(after, "utf-8")
    return before, after


def toml_syntax(folder):
    _, after = edited(folder, "lesson.toml", "[scenario]", "[scenario]\nseed = = 1")
    return "lesson.toml", line_of(after, "seed = ="), "This is not TOML"


def unknown_key(folder):
    _, after = edited(folder, "lesson.toml", "\nfigure = ", '\ncolour = "red"\nfigure = ')
    return "lesson.toml", line_of(after, "colour ="), "has no key “colour”"


def missing_section(folder):
    before, _ = edited(folder, "zh_CN.md", "## fault wrong-guid", "")
    after = before[: before.index("## fault wrong-guid")]
    (folder / "zh_CN.md").write_text(after, "utf-8")
    return "zh_CN.md", len(after.splitlines()), "The section “## fault wrong-guid” is missing."


def unknown_placeholder(folder):
    _, after = edited(folder, "en.md", "\nside: ", "\nside: {nothing} ")
    return "en.md", line_of(after, "{nothing}"), "There is no value named “{nothing}”."


def fact_that_does_not_happen(folder):
    _, after = edited(folder, "lesson.toml", '\nat = "accept.computed"', '\nat = "accept.guessed"')
    steps = [number for number, text in enumerate(after.splitlines(), 1) if text == "[[step]]"]
    line = max(number for number in steps if number < line_of(after, "accept.guessed"))
    return "lesson.toml", line, "waits for “accept.guessed”, which did not happen."


def not_utf_8(folder):
    (folder / "en.md").write_bytes(b"# \xff")
    return "en.md", 1, "The words are not UTF-8"


def no_words(folder):
    (folder / "zh_CN.md").unlink()
    return "zh_CN.md", 1, "The words cannot be read"


DAMAGES = (
    toml_syntax, unknown_key, missing_section, unknown_placeholder, fact_that_does_not_happen, not_utf_8, no_words,
)  # fmt: skip
SCREENSHOT = ["--lesson", "./mine", "--screenshot", "out.png"]


@pytest.mark.parametrize(
    ("words", "damage"),
    [*((["lesson", "./mine"], each) for each in DAMAGES), (SCREENSHOT, toml_syntax), (SCREENSHOT, DAMAGES[4])],
    ids=lambda value: value[0] if isinstance(value, list) else value.__name__,
)
def test_a_damaged_lesson_says_file_and_line(folder, tmp_path, damage, words):
    name, line, sentence = damage(folder)
    said = refused(*words, cwd=tmp_path)
    assert said.startswith(f"mine/{name}:{line}: ")
    assert sentence in said


def test_a_lesson_of_ones_own_runs(folder, tmp_path):
    assert start("lesson", "./mine", cwd=tmp_path).returncode == 0
    assert start("--lesson", "./mine", "--screenshot", "out.png", cwd=tmp_path).returncode == 0
    assert (tmp_path / "out.png").exists()
