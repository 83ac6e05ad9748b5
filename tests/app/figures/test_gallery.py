"""Every figure by its name, and the breadcrumb and title above each."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from importlib import import_module

import pytest

from app.drawing.hits import bounds
from app.drawing.marks import Box, Label, Rect, Scene
from app.figures import gallery
from tests.conversations import CONVERSATIONS
from tests.figures_support import plain_room, unknown_colours
from tests.lessons_support import course, facts_of

FACTS = facts_of("closing-handshake")


@pytest.mark.parametrize("name", gallery.FIGURES)
def test_a_figure_is_drawn_by_its_own_module(name):
    own = import_module(gallery.MODULES + name).draw(FACTS, len(FACTS), "", plain_room())
    assert gallery.draw(name, FACTS, len(FACTS), "", plain_room()) == own
    assert own.marks


@pytest.mark.parametrize("name", gallery.FIGURES)
@pytest.mark.parametrize("conversation", CONVERSATIONS)
def test_no_figure_raises_whatever_has_happened(name, conversation):
    facts = CONVERSATIONS[conversation]()
    for cursor in {0, 1, len(facts) // 2, len(facts)}:
        for focus in ("", "client.0", "nonsense"):
            scene = gallery.draw(name, facts, min(cursor, len(facts)), focus, plain_room())
            assert unknown_colours(scene) == set()


@pytest.mark.parametrize("name", gallery.FIGURES)
def test_a_figure_keeps_below_the_strip_of_variants(name):
    room = replace(plain_room(), top=140)
    scene = gallery.draw(name, FACTS, len(FACTS), "client.0" if name == "frame" else "", room)
    assert min(bounds(mark).y for mark in scene.marks) >= 128
    assert scene.height == room.height


def test_a_name_that_no_figure_has():
    with pytest.raises(KeyError):
        gallery.draw("pie-chart", FACTS, 1, "", plain_room())


def test_controls_are_those_of_the_figure():
    steps = [step for lesson in course().lessons for step in lesson.steps]
    offered = {
        step.figure: controls
        for step in steps
        if (controls := gallery.controls(step.figure, step.focus, step.options, plain_room()))
    }
    assert "accept" in offered
    for control in (control for controls in offered.values() for control in controls):
        assert control.low <= control.value <= control.high
    assert gallery.controls("states", "", {}, plain_room()) == ()


def framed(crumb, title, reserved=0.0):
    scene = Scene((Box(id="box", rect=Rect(100, 100, 10, 10)),), description="A box.")
    return gallery.framed(scene, crumb, title, plain_room(), reserved)


def test_breadcrumb_and_title_stand_above_the_figure():
    scene = framed("Opening handshake  ·  Validate", "Version is 13")
    crumb, title, box = scene.marks
    assert isinstance(crumb, Label)
    assert isinstance(title, Label)
    assert (crumb.id, crumb.text, crumb.y) == ("stage.crumb", "Opening handshake  ·  Validate", 31)
    assert (title.id, title.text, title.spoken) == ("stage.title", "Version is 13", "Version is 13")
    assert title.y < 84 < box.rect.y
    assert (scene.title, scene.description) == ("Version is 13", "A box.")


@pytest.mark.parametrize("reserved", [0, 250])
def test_a_long_title_is_cut_but_spoken_whole(reserved):
    long = "The server computes the accept value from the key and the GUID of RFC 6455 " * 3
    scene = framed(long, long, reserved)
    for label in scene.marks[:2]:
        assert isinstance(label, Label)
        assert label.text.endswith("…")
        width = plain_room().measure.width(label.text, label.font)
        assert gallery.EDGE + width <= scene.width - gallery.EDGE - reserved
    assert scene.title == long
    assert scene.marks[1].spoken == long


def test_a_figure_is_imported_when_it_is_first_drawn():
    code = "import sys; import app.figures.gallery; print([n for n in sys.modules if n in {names}])"
    names = sorted(gallery.MODULES + name for name in gallery.FIGURES)
    done = subprocess.run(
        [sys.executable, "-c", code.replace("{names}", repr(names))], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
