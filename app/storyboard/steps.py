"""The steps of a storyboard: what each of them draws and says, in one language.

A step looks here as it does in the window: the same figure at the same cursor, with breadcrumb and title above it. What
only a reader can do (answer a question, pin a mark) is not done; nothing is veiled.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from app.drawing.fonts import QtMeasure
from app.drawing.marks import Room
from app.drawing.render import ensure_app
from app.figures import gallery
from app.figures.variants import Choice, strip_height
from app.model.telling import sight
from app.plain_words import PlainWords
from app.widgets.markdown import Runs, paragraphs
from lessons.narration import narrate, rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.drawing.marks import Scene
    from app.model.telling import StepView, Telling

TOP: Final = 96.0
"""The first y of a figure below breadcrumb and title."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One step: its figure and its words. `number` counts from 1."""

    number: int
    id: str
    phase: str
    title: str
    label: str
    side: str
    body: tuple[Runs, ...]
    note: Runs
    rfc: tuple[str, ...]
    scene: Scene


@dataclass(frozen=True)
class Board:
    """All steps of a telling in one language, drawn one after the other as they are asked for."""

    telling: Telling
    lang: str

    @property
    def title(self) -> str:
        """The lesson, or the file."""
        return self.telling.title(self.lang)

    @property
    def count(self) -> int:
        """How many steps there are."""
        return self.telling.count

    def __iter__(self) -> Iterator[Panel]:
        return (self.panel(number) for number in range(1, self.count + 1))

    def panel(self, number: int) -> Panel:
        """Step `number`, counted from 1."""
        view = self.telling.step(number - 1, self.lang)
        return Panel(
            number=number,
            id=view.id,
            phase=self._phases.get(view.phase, ""),
            title=view.title,
            label=view.label,
            side=view.side,
            body=paragraphs("\n\n".join(view.body)),
            note=tuple(run for paragraph in paragraphs(view.note) for run in paragraph),
            rfc=view.rfc,
            scene=self._scene(view),
        )

    @cached_property
    def _phases(self) -> dict[str, str]:
        return {phase.id: phase.name for phase in self.telling.phases(self.lang)}

    @cached_property
    def _choices(self) -> tuple[Choice, ...]:
        faults = self.telling.faults(self.lang)
        return tuple(Choice(one.id, one.title, one.sentence, one.on) for one in faults if one.variant)

    @cached_property
    def _room(self) -> Room:
        ensure_app()
        words = PlainWords(self.lang, rules.text)
        return Room(QtMeasure(self.lang), words, top=TOP + strip_height(self._choices))

    def _scene(self, view: StepView) -> Scene:
        setup = self.telling.played.main.setup
        options = {"client_address": setup.client, "server_address": setup.server, "met": "", **view.options}
        facts, cursor = sight(self.telling, view)
        room = replace(self._room, options=options)
        scene = gallery.draw(view.figure, facts, cursor, view.focus, room)
        if cursor:
            said = f"{narrate(facts[cursor - 1], self.lang)} {scene.description}".strip()
            scene = replace(scene, description=said)
        crumb = "  ·  ".join(part for part in (self.title, self._phases.get(view.phase, "")) if part)
        return gallery.framed(scene, crumb, view.title, room, choices=self._choices)
