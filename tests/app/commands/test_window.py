"""The command line of the window: its options, and what is said instead of a window."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from app import machine
from app.commands import window
from app.commands.window import parser


def test_nothing_is_asked_for_by_default():
    arguments = vars(parser().parse_args([]))
    assert arguments == {
        "file": None,
        "mode": None,
        "lesson": None,
        "step": None,
        "fault": [],
        "move": [],
        "depth": None,
        "redis": None,
        "lang": None,
        "theme": None,
        "screenshot": None,
        "size": None,
    }


@pytest.mark.parametrize(("text", "size"), [("1200x760", (1200, 760)), ("1920x1080", (1920, 1080))])
def test_a_size_is_two_numbers(text, size):
    assert parser().parse_args(["--size", text]).size == size


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--size", "big"], "'big' is not a size: write it as 1440x900"),
        (["--size", "1440"], "is not a size"),
        (["--size", "-1440x900"], "--size"),
        (["--size", "1440x900x2"], "is not a size"),
        (["--size", "١٤٤٠x900"], "is not a size"),
        (["--size", "1199x760"], "is out of range: from 1200x760 to 8192x8192"),
        (["--size", "1200x759"], "is out of range"),
        (["--size", "9000x900"], "is out of range"),
        (["--step", "x"], "'x' is no step: steps are counted from 1"),
        (["--step", "0"], "'0' is no step"),
        (["--step", "-1"], "'-1' is no step"),
        (["--theme", "pink"], "'pink'"),
        (["--lang", "fr"], "'fr'"),
        (["one", "two"], "two"),
    ],
)
def test_what_cannot_be_meant_is_one_line(options, said, capsys):
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(options)
    assert ended.value.code == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1


def test_without_a_display_no_qt_is_started(monkeypatch, capsys):
    monkeypatch.setattr(machine, "display_problem", lambda: "There is no display.")
    monkeypatch.setitem(sys.modules, "app.run", None)
    assert window.run(parser().parse_args([])) == 2
    assert capsys.readouterr() == ("", "main.py: There is no display.\n")


@pytest.mark.parametrize("options", [[], ["--screenshot", "out.png"]])
def test_qt_that_cannot_be_loaded_is_one_line(monkeypatch, capsys, options):
    monkeypatch.setattr(machine, "display_problem", lambda: "")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(sys.modules, "app.run", None)
    assert window.run(parser().parse_args(options)) == 2
    err = capsys.readouterr().err
    assert "Qt cannot be loaded" in err
    assert machine.LIBRARIES in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(("options", "platform"), [([], "xcb"), (["--screenshot", "out.png"], "offscreen")])
def test_a_screenshot_needs_no_display(monkeypatch, options, platform):
    seen = []
    run = ModuleType("app.run")
    run.run_window = lambda arguments: seen.append(arguments) or 0
    monkeypatch.setitem(sys.modules, "app.run", run)
    monkeypatch.setattr(machine, "display_problem", lambda: "")
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert window.run(parser().parse_args(options)) == 0
    assert window.os.environ["QT_QPA_PLATFORM"] == platform
    assert str(seen[0].screenshot) == (options[1] if options else "None")
