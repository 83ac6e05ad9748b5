"""Every figure by the name that lessons use, and the frame around each: breadcrumb and title of the stage.

A figure is a pure function of facts. Its module is imported when it is first drawn, so that the first picture of the
window does not wait for the others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from typing import Final, cast

from app.drawing.marks import Font, Label, Room, Scene
from app.figures.parts import elided
from app.model.control import Control
from protocol.knowledge import Facts

Draw = Callable[[Facts, int, str, Room], Scene]

FIGURES: Final = {
    "handshake": "app.figures.handshake",
    "accept": "app.figures.accept",
    "frame": "app.figures.frame",
    "close": "app.figures.close",
    "states": "app.figures.states",
    "sequence": "app.figures.sequence",
}
"""The module of each figure; it has `draw(facts, cursor, focus, room) -> Scene`."""

CRUMB: Final = Font(13)
TITLE: Final = Font(26, bold=True)
EDGE: Final = 32


def draw(name: str, facts: Facts, cursor: int, focus: str, room: Room) -> Scene:
    """The figure `name` at a cursor; raises KeyError for a name that no figure has."""
    figure = cast("Draw", import_module(FIGURES[name]).draw)
    return figure(facts, cursor, focus, room)


def controls(name: str, focus: str, options: Mapping[str, str | int], room: Room) -> tuple[Control, ...]:
    """The local controls that the figure offers at this focus."""
    module = import_module(FIGURES[name])
    offered = getattr(module, "controls", None)
    return cast("tuple[Control, ...]", offered(focus, options, room.words)) if offered is not None else ()


def framed(scene: Scene, crumb: str, title: str, room: Room, reserved: float = 0) -> Scene:
    """The scene with its breadcrumb and title; `reserved` units at the right belong to local controls."""
    space = scene.width - 2 * EDGE - reserved
    head = (
        Label(id="stage.crumb", x=EDGE, y=31, text=elided(crumb, CRUMB, space, room), font=CRUMB, color="text3"),
        Label(id="stage.title", x=EDGE, y=62, text=elided(title, TITLE, space, room), font=TITLE, spoken=title),
    )
    return replace(scene, marks=(*head, *scene.marks), title=title)
