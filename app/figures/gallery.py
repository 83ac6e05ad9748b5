"""Every figure by the name that lessons use, and the frame around each: breadcrumb and title of the stage.

A figure is a pure function of facts. Its module is imported when it is first drawn, so that the first picture of the
window does not wait for the others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from types import ModuleType
from typing import Final, cast

from app.drawing.marks import Font, Label, Room, Scene, moved
from app.figures.parts import elided
from app.figures.variants import Choice, strip
from app.model.control import Control
from lessons.loader import FIGURES
from protocol.chorus import Chorus
from protocol.knowledge import Facts

Draw = Callable[[Facts | Chorus, int, str, Room], Scene]

MODULES: Final = "app.figures."
"""Where the module of each figure stands, by its name; it has `draw(facts, cursor, focus, room) -> Scene`."""

FIXED: Final = frozenset({"frame", "sequence"})
"""Figures that begin where breadcrumb and title end; below a strip of variants they stand lower and are less high."""

HIGHEST: Final = 96.0

CRUMB: Final = Font(13)
TITLE: Final = Font(26, bold=True)
EDGE: Final = 32


def draw(name: str, facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """The figure `name` at a cursor; raises KeyError for a name that no figure has."""
    figure = cast("Draw", _module(name).draw)
    lower = room.top - HIGHEST
    if name not in FIXED or lower <= 0:
        return figure(facts, cursor, focus, room)
    scene = figure(facts, cursor, focus, replace(room, top=HIGHEST, height=room.height - lower))
    return replace(scene, height=room.height, marks=tuple(moved(mark, 0, lower) for mark in scene.marks))


def controls(name: str, focus: str, options: Mapping[str, str | int], room: Room) -> tuple[Control, ...]:
    """The local controls that the figure offers at this focus."""
    module = _module(name)
    offered = getattr(module, "controls", None)
    return cast("tuple[Control, ...]", offered(focus, options, room.words)) if offered is not None else ()


def _module(name: str) -> ModuleType:
    if name not in FIGURES:
        raise KeyError(name)
    return import_module(MODULES + name)


def framed(
    scene: Scene, crumb: str, title: str, room: Room, reserved: float = 0, choices: Sequence[Choice] = ()
) -> Scene:  # fmt: skip
    """The scene with its breadcrumb, its title and the strip of variants; `reserved` units at the right belong to local
    controls."""
    space = scene.width - 2 * EDGE - reserved
    head = (
        Label(id="stage.crumb", x=EDGE, y=31, text=elided(crumb, CRUMB, space, room), font=CRUMB, color="text3"),
        Label(id="stage.title", x=EDGE, y=62, text=elided(title, TITLE, space, room), font=TITLE, spoken=title),
    )
    return replace(scene, marks=(*head, *strip(choices, room), *scene.marks), title=title)
