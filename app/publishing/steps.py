"""A step of a lesson or a recording as a figure: drawn without Qt, as it stands in the window.

The figure has its breadcrumb, its title and the strip of variants over it; below a caption the first two would say the
same once more, so they are left out there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Room
from app.figures import gallery
from app.figures.variants import Choice, strip_height
from app.model.telling import sight
from app.plain_words import plain_words
from app.widgets.markdown import paragraphs
from lessons.narration import narrate

if TYPE_CHECKING:
    from app.diagram.boxes import Diagram
    from app.drawing.marks import Measure, Scene, Words
    from app.model.telling import StepView, Telling
    from app.publishing.choices import Choices

TOP: Final = 96.0
"""The first y of a figure below breadcrumb and title."""

HEAD: Final = frozenset({"stage.crumb", "stage.title"})


def step_scene(
    telling: Telling, view: StepView, words: Words, measure: Measure, *, variants_shown: bool = True
) -> Scene:  # fmt: skip
    """The figure of a step with breadcrumb, title and the strip of variants, if that is to be shown; nothing is
    veiled."""
    shown = variants(telling, words.lang) if variants_shown else ()
    setup = telling.played.main.setup
    options = {"client_address": setup.client, "server_address": setup.server, "met": "", **view.options}
    room = Room(measure, words, top=TOP + strip_height(shown), options=options)
    facts, cursor = sight(telling, view)
    scene = gallery.draw(view.figure, facts, cursor, view.focus, room)
    if cursor:
        said = f"{narrate(facts[cursor - 1], words.lang)} {scene.description}".strip()
        scene = replace(scene, description=said)
    return headed(scene, telling, view, room, shown)


def variants(telling: Telling, lang: str) -> tuple[Choice, ...]:
    """The variants of a lesson, as the strip shows them."""
    return tuple(Choice(one.id, one.title, one.sentence, one.on) for one in telling.faults(lang) if one.variant)


def headed(scene: Scene, telling: Telling, view: StepView, room: Room, shown: tuple[Choice, ...]) -> Scene:
    """The scene with breadcrumb and title above it, and the strip of the variants that are `shown`."""
    lang = room.words.lang
    phase = next((one.name for one in telling.phases(lang) if one.id == view.phase), "")
    crumb = "  ·  ".join(part for part in (telling.title(lang), phase) if part)
    return gallery.framed(scene, crumb, view.title, room, choices=shown)


def without_head(scene: Scene) -> Scene:
    """The scene without breadcrumb and title."""
    return replace(scene, marks=tuple(mark for mark in scene.marks if mark.id not in HEAD))


@dataclass(frozen=True)
class StepSubject:
    """Step `number` of a telling, counted from 1."""

    telling: Telling
    number: int
    name: str = "step"

    def view(self, lang: str) -> StepView:
        """The step in a language."""
        return self.telling.step(self.number - 1, lang)

    def scene(self, choices: Choices, measure: Measure) -> Scene:
        """The figure as it stands in the window; without breadcrumb and title where a caption says them."""
        scene = step_scene(self.telling, self.view(choices.lang), plain_words(choices.lang), measure)
        return scene if choices.captions == "none" else without_head(scene)

    def caption(self, words: Words) -> str:
        """The title of the step, the first paragraph about it, and the sections it rests on."""
        view = self.view(words.lang)
        told = paragraphs(view.body[0])[0] if view.body else ()
        stop, gap = ("。", "") if words.lang.startswith("zh") else (".", " ")
        title = view.title if view.title.endswith((".", "?", "!", "。", "？", "！")) else view.title + stop
        sentences = [title, "".join(run.text for run in told)]
        if view.rfc:
            sentences.append(("；" if gap == "" else "; ").join(view.rfc) + stop)
        return gap.join(part for part in sentences if part)

    def special(self, suffix: str, choices: Choices) -> str | None:
        """A frame has what frames have; of states and of everything else there is a Mermaid diagram."""
        words = plain_words(choices.lang)
        diagram = self._diagram(words, choices)
        if diagram is not None:
            from app.diagram.formats import FORMATS  # noqa: PLC0415  # pictures need none of them

            return FORMATS[suffix](diagram) if suffix in FORMATS else None
        if suffix != ".mmd":
            return None
        from app.storyboard.mermaid import to_sequence, to_states  # noqa: PLC0415  # pictures need none of it

        view = self.view(choices.lang)
        if view.figure == "states":
            return to_states(words)
        facts, cursor = sight(self.telling, view)
        return to_sequence(facts, words, view.title, until=cursor)

    def _diagram(self, words: Words, choices: Choices) -> Diagram | None:
        view = self.view(choices.lang)
        facts, cursor = sight(self.telling, view)
        if view.figure != "frame":
            return None
        from app.diagram.frame import frame_diagram  # noqa: PLC0415  # pictures need none of it
        from app.figures.frame_view import View, find_view  # noqa: PLC0415  # pictures need none of it

        found = find_view(facts, cursor, view.focus)
        if not isinstance(found, View):
            return None
        return frame_diagram(found.frame, found.sender, words, choices.bits, choices.show)
