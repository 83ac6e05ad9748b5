"""What is missing for a window is said, and Qt is never started to find out."""

import pytest

from app import machine


@pytest.fixture
def loadable(monkeypatch):
    monkeypatch.setattr(machine, "missing_library", lambda plugin: "")


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({}, "There is no display"),
        ({"DISPLAY": ":4711"}, "The display :4711 does not answer"),
        ({"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": "/nonexistent"}, "wayland-7 does not answer"),
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":4711"}, "The display :4711 does not answer"),
        ({"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "w"}, "There is no display"),
    ],
)
def test_a_missing_display_is_one_sentence(loadable, environ, words):
    problem = machine.display_problem(environ, "linux")
    assert words in problem
    assert "\n" not in problem
    assert "--screenshot" in problem


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_a_display(platform):
    assert machine.display_problem({}, platform) == ""


@pytest.mark.parametrize("name", ["offscreen", "offscreen:enable_fonts", "minimal", "vnc"])
def test_a_platform_without_a_display_needs_none(name):
    assert machine.display_problem({"QT_QPA_PLATFORM": name}, "linux") == ""


def test_a_missing_library_is_named_with_the_command(monkeypatch):
    monkeypatch.setattr(machine, "missing_library", lambda plugin: "libxcb-cursor.so.0")
    problem = machine.display_problem({"DISPLAY": ":0"}, "linux")
    assert "libxcb-cursor.so.0" in problem
    assert "apt-get install" in problem


def test_a_plugin_that_is_not_there_is_missing():
    assert "libqnothing.so" in machine.missing_library("libqnothing.so")
