"""What can be taken away as a figure: a frame, the layout of frames, the state machine, a step, a scene of the window.

A subject answers in any language: with its picture, with a caption in whole sentences, and with the text formats that
it has of its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from app.drawing.marks import Room
from app.drawing.values import dataclass
from app.plain_words import plain_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.diagram.boxes import Diagram
    from app.drawing.marks import Measure, Scene, Words
    from app.publishing.choices import Choices
    from protocol.frames import Frame
    from protocol.vocabulary import Role


class Subject(Protocol):
    """What `formats.written` writes."""

    @property
    def name(self) -> str:
        """How a file of it is called, without suffix."""

    def scene(self, choices: Choices, measure: Measure) -> Scene:
        """The picture in `choices.lang`, without a caption."""

    def caption(self, words: Words) -> str:
        """What it shows, in whole sentences."""

    def special(self, suffix: str, choices: Choices) -> str | None:
        """A text format that this subject has of its own; None where what is drawn is written."""


def _bit_diagram(diagram: Diagram, suffix: str) -> str | None:
    from app.diagram.formats import FORMATS  # noqa: PLC0415  # pictures need none of them

    return FORMATS[suffix](diagram) if suffix in FORMATS else None


def _room(choices: Choices, measure: Measure) -> Room:
    options = {"bits": choices.bits, "show": choices.show, "figure": choices.number}
    return Room(measure, plain_words(choices.lang), options=options)


@dataclass(frozen=True, slots=True)
class FrameSubject:
    """One frame that `sender` sent, bit by bit."""

    frame: Frame
    sender: Role
    name: str = "frame"

    def scene(self, choices: Choices, measure: Measure) -> Scene:
        """The figure for paper."""
        from app.figures.frame_export import draw  # noqa: PLC0415  # text formats do not draw

        return draw(self.frame, self.sender, _room(choices, measure))

    def caption(self, words: Words) -> str:
        """What kind of frame it is, what it carries, which rules it breaks."""
        from app.figures.frame_export import caption_of  # noqa: PLC0415  # each answer loads its own

        return caption_of(self.frame, self.sender, words)

    def special(self, suffix: str, choices: Choices) -> str | None:
        """RFC art, bytefield, packet, boxes."""
        from app.diagram.frame import frame_diagram  # noqa: PLC0415  # each answer loads its own

        words = plain_words(choices.lang)
        return _bit_diagram(frame_diagram(self.frame, self.sender, words, choices.bits, choices.show), suffix)


@dataclass(frozen=True, slots=True)
class LayoutSubject:
    """The fields of frames in general (RFC 6455 section 5.2)."""

    name: str = "layout"

    def scene(self, choices: Choices, measure: Measure) -> Scene:
        """The boxes; those that need not be there are dashed."""
        from app.figures.frame_export import draw_layout  # noqa: PLC0415  # each answer loads its own

        return draw_layout(_room(choices, measure))

    def caption(self, words: Words) -> str:
        """What it is and where it comes from."""
        from app.figures.frame_layout import layout_caption  # noqa: PLC0415  # each answer loads its own

        return layout_caption(words)

    def special(self, suffix: str, choices: Choices) -> str | None:
        """RFC art, bytefield, packet, boxes."""
        from app.diagram.frame import layout_diagram  # noqa: PLC0415  # each answer loads its own

        return _bit_diagram(layout_diagram(plain_words(choices.lang), choices.bits, choices.show), suffix)


@dataclass(frozen=True, slots=True)
class StatesSubject:
    """The state machine of both ends."""

    name: str = "states"

    def scene(self, choices: Choices, measure: Measure) -> Scene:
        """Both machines before anything has happened: without what a reader has collected."""
        from app.figures.states import draw  # noqa: PLC0415  # each answer loads its own
        from protocol.knowledge import Facts  # noqa: PLC0415  # each answer loads its own

        scene = draw(Facts(), 0, "", Room(measure, plain_words(choices.lang), height=700, top=24))
        marks = tuple(mark for mark in scene.marks if not mark.id.startswith("visited."))
        return replace(scene, marks=marks, height=700)

    def caption(self, words: Words) -> str:
        """What it shows."""
        return words.translate(
            "publishing",
            "The states of both ends of a connection and what leads from one to the next,"
            " with the sections of RFC 6455.",
        )

    def special(self, suffix: str, choices: Choices) -> str | None:
        """A Mermaid state diagram; as JSON the table."""
        if suffix == ".mmd":
            from app.storyboard.mermaid import to_states  # noqa: PLC0415  # each answer loads its own

            return to_states(plain_words(choices.lang))
        if suffix == ".json":
            from app.publishing.machine import to_json  # noqa: PLC0415  # each answer loads its own

            return to_json()
        return None


@dataclass(frozen=True, slots=True)
class DrawnSubject:
    """A scene of the window that is drawn anew in any language; `mermaid` is its sequence diagram."""

    name: str
    drawn: Callable[[Words, Measure], Scene]
    told: Callable[[Words], str]
    mermaid: Callable[[Words], str]

    def scene(self, choices: Choices, measure: Measure) -> Scene:
        """As the window shows it."""
        return self.drawn(plain_words(choices.lang), measure)

    def caption(self, words: Words) -> str:
        """What it shows."""
        return self.told(words)

    def special(self, suffix: str, choices: Choices) -> str | None:
        """Only the Mermaid diagram."""
        return self.mermaid(plain_words(choices.lang)) if suffix == ".mmd" else None
