"""What the stage of Learn can be taken away as: the step as the reader sees it, and the whole lesson.

What a reader sees is more than the step of a lesson: a control may have been turned, a second run may be kept beside
the first, and while a question is open, what would answer it is veiled, in every format.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.drawing.marks import Room
from app.figures.variants import strip_height
from app.model.telling import LessonTelling, sight
from app.plain_words import plain_words
from app.publishing.steps import TOP, StepSubject, headed, variants, without_head
from app.publishing.whole import Kind, Whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.drawing.marks import Measure, Scene
    from app.model.telling import StepView, Telling
    from app.publishing.choices import Choices
    from app.session import Session


@dataclass(frozen=True)
class SeenStep(StepSubject):
    """A step with the controls as they are `turned`; `kept` is the run beside it; `veiled`: a question is open."""

    turned: Mapping[str, str | int] = field(default_factory=dict)
    kept: Telling | None = None
    veiled: bool = False

    def view(self, lang: str) -> StepView:
        """The step with its controls as they are turned."""
        view = super().view(lang)
        return replace(view, options={**view.options, **self.turned})

    def scene(self, choices: Choices, measure: Measure) -> Scene:
        """The figure; without breadcrumb and title where a caption says them."""
        scene = self._forked(self.kept, choices, measure) if self.kept is not None else super().scene(choices, measure)
        if self.veiled:
            # what has become true is told by the description too
            scene = replace(scene.veiled(self.view(choices.lang).hides), description="")
        return scene

    def special(self, suffix: str, choices: Choices) -> str | None:
        """While a question is open, only what the steps before have shown."""
        if not self.veiled:
            return super().special(suffix, choices)
        if suffix != ".mmd":
            return None
        from app.storyboard.mermaid import to_sequence  # noqa: PLC0415  # pictures need none of it

        view = self.view(choices.lang)
        facts, _ = sight(self.telling, view)
        before = self.telling.step(self.number - 2, choices.lang) if self.number > 1 else None
        until = sight(self.telling, before)[1] if before is not None and before.of == view.of else 0
        return to_sequence(facts, plain_words(choices.lang), view.title, until=until)

    def _forked(self, kept: Telling, choices: Choices, measure: Measure) -> Scene:
        from app.figures import fork  # noqa: PLC0415  # most lessons are read without a second run

        view, shown = self.view(choices.lang), variants(self.telling, choices.lang)
        room = Room(measure, plain_words(choices.lang), top=TOP + strip_height(shown))
        scene = fork.draw(kept.facts, *sight(self.telling, view), room)
        scene = headed(scene, self.telling, view, room, shown)
        return scene if choices.captions == "none" else without_head(scene)


def seen(session: Session) -> SeenStep | None:
    """The present step as it stands on the stage; None if nothing is open."""
    telling, view = session.telling, session.view()
    if telling is None or view is None:
        return None
    asked, kept = session.asked(), session.fork
    step = session.timeline.step + 1
    return SeenStep(
        telling,
        step,
        f"{_name(session)}-{step}-{view.figure}",
        turned=session.turned,
        kept=kept.telling if kept is not None and kept.telling is not telling else None,
        veiled=bool(view.hides) and asked is not None and not asked.chosen,
    )


def whole_of(session: Session) -> Whole | None:
    """All steps of what is open."""
    telling = session.telling
    if telling is None:
        return None
    kind: Kind = "lesson" if isinstance(telling, LessonTelling) else "recording"
    return Whole(_name(session), kind, lambda: telling, session.timeline.step + 1)


def _name(session: Session) -> str:
    return session.lesson.slug if session.lesson is not None else "recording"
