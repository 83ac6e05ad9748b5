"""The program as it is started: what it loads, and what it says where no window can be shown."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from patience_support import PATIENCE

import main

ROOT = Path(main.__file__).parent
PYTHON = sys.executable
KEY = "dGhlIHNhbXBsZSBub25jZQ=="
FRAME = "818537fa213d7f9f4d5158"
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR")

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are looked for on Linux only")


def start(*words, **environ):
    """`main.py` in a process of its own, with no display but the one that `environ` names."""
    bare = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    command = [PYTHON, str(ROOT / "main.py"), *words]
    return subprocess.run(
        command,
        env={**bare, **environ},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        stdin=subprocess.DEVNULL,
    )


def loaded(code):
    """The names of all modules that are there after `code` has run."""
    script = f"import sys\n{code}\nprint('\\n'.join(['', 'MODULES', *sys.modules]))"
    done = subprocess.run([PYTHON, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.rpartition("\nMODULES\n")[2].split())


@pytest.mark.parametrize(
    ("words", "event_loop"),
    [
        (["lessons"], False),
        (["lessons", "--json"], False),
        (["decode", FRAME, "--json"], False),
        (["accept", KEY, "--steps", "--json"], False),
        (["lesson", "opening-handshake"], True),
        (["lesson", "opening-handshake", "--json"], True),
    ],
    ids=str,
)
def test_verbs_that_do_not_draw_load_no_qt(words, event_loop):
    modules = loaded(f"import main\nassert main.main({words!r}) == 0")
    assert [name for name in modules if name.split(".")[0] in {"PySide6", "shiboken6", "qasync"}] == []
    assert ("asyncio" in modules) is event_loop


@pytest.mark.parametrize(
    ("words", "code"), [(["serve", "--host", "nowhere.invalid"], 2), (["connect", "ws://127.0.0.1:1/"], 2)], ids=str
)
def test_the_network_verbs_load_no_qt(words, code):
    """Neither needs the window, nor the lessons."""
    modules = loaded(f"import main\nassert main.main({words!r}) == {code}")
    assert "asyncio" in modules
    assert [name for name in modules if name.split(".")[0] in {"PySide6", "shiboken6", "qasync", "lessons"}] == []


def test_the_doctor_loads_qt_for_one_examination_only():
    modules = loaded(
        "from app.commands import doctor\nfor examine in doctor.EXAMINATIONS:\n    examine is doctor.qt or examine()"
    )
    assert [name for name in modules if name.startswith("PySide6")] == []


FIRST_PICTURE = """
import os, main
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from app import run
paint = run._paint
def stop(shell):
    paint(shell)
    assert shell.was_painted
    raise KeyboardInterrupt
run._paint = stop
assert main.main([]) == 130
"""


def test_the_first_picture_waits_for_nothing_that_fills_the_window(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    modules = loaded(FIRST_PICTURE)
    assert "app.widgets.shell" in modules
    late = {"asyncio", "qasync", "ssl", "markdown_it", "tomllib", "app.desk", "app.session", "app.network", "protocol"}
    assert modules & late == set()
    assert [name for name in modules if name.startswith("lessons.") and name != "lessons.error"] == []


def test_help_loads_no_qt():
    modules = loaded("import main\ntry:\n    main.main(['--help'])\nexcept SystemExit:\n    pass")
    assert [name for name in modules if name.startswith("PySide6")] == []


def one_line(done):
    """The only line on stderr of a run that ended with 2 and printed nothing."""
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


@linux
def test_no_display_at_all():
    said = one_line(start())
    assert "There is no display" in said
    assert "--screenshot" in said


@linux
@pytest.mark.parametrize(
    "environ",
    [
        {"DISPLAY": ":4711"},
        {"DISPLAY": "nonsense"},
        {"WAYLAND_DISPLAY": "wayland-4711", "XDG_RUNTIME_DIR": "/nonexistent"},
        {"WAYLAND_DISPLAY": "wayland-4711", "DISPLAY": ":4711"},
        {"DISPLAY": ":4711", "QT_QPA_PLATFORM": "xcb"},
    ],
    ids=str,
)
def test_a_display_that_does_not_answer(environ):
    # Where Qt's plugin lacks a library, that is what has to be mended first.
    said = one_line(start(**environ))
    assert "does not answer" in said or "Qt lacks the library" in said


@linux
def test_a_platform_plugin_that_lacks_a_library(tmp_path):
    (tmp_path / "libxcb-cursor.so.0").write_text("no library")
    said = one_line(start(DISPLAY=":4711", LD_LIBRARY_PATH=str(tmp_path)))
    assert "libxcb-cursor.so.0" in said
    assert "apt-get install" in said


@linux
@pytest.mark.parametrize("words", [["--screenshot", "out.png"], ["export", "frame", FRAME, "-o", "out.pdf"]])
def test_a_qt_that_cannot_be_loaded(tmp_path, words):
    for name in ("libGL.so.1", "libEGL.so.1", "libfontconfig.so.1", "libglib-2.0.so.0"):
        (tmp_path / name).write_text("no library")
    said = one_line(start(*words, LD_LIBRARY_PATH=str(tmp_path)))
    assert "Qt cannot be loaded (" in said
    assert "apt-get install" in said
    assert not Path("out.png").exists()
    assert not Path("out.pdf").exists()


def test_a_qt_that_is_not_installed(tmp_path):
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text("raise ImportError('there is no Qt')")
    said = one_line(start("--screenshot", str(tmp_path / "out.png"), PYTHONPATH=str(tmp_path)))
    assert "Qt cannot be loaded (there is no Qt)" in said


def test_the_exit_code_is_that_of_the_verb():
    assert start("decode", FRAME).returncode == 0
    assert start("decode", FRAME, "--from", "server").returncode == 1
    assert start("decode", "8x").returncode == 2
