"""What the benches of the Lab can be taken away as: a whole frame as a figure for paper, anything else as it is shown.

The diagrams in text are true as well: a bench that has a frame has its bits, any other the conversation that its two
endpoints have had.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Room
from app.figures import gallery
from app.model.lab.close_draft import run_close
from app.model.lab.frame_verdict import context
from app.model.lab.heads_draft import run_heads
from app.model.lab.text_draft import run_text
from app.model.lab.wire import Wire
from app.plain_words import plain_words
from app.publishing.steps import HEAD
from app.publishing.subjects import FrameSubject
from protocol.frames import FrameReader
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import AnyMark, Measure, Scene, Words
    from app.lab_bench import Bench
    from app.lab_close import CloseBench
    from app.lab_frame import FrameBench
    from app.lab_heads import HeadsBench
    from app.lab_mask import MaskBench
    from app.lab_text import TextBench
    from app.model.lab.frame_draft import FrameDraft
    from app.publishing.choices import Choices
    from app.publishing.subjects import Subject
    from protocol.frames import Frame
    from protocol.knowledge import Facts

TOP: Final = 96.0
"""The first y of the stage below breadcrumb and title."""

HINTS: Final = frozenset({"strip/hint"})
"""What tells hands what to do: on paper there is nothing to click."""


@dataclass(frozen=True, slots=True)
class BenchSubject:
    """A bench as its stage shows it at this height; its frame, or what its endpoints said to each other."""

    name: str
    bench: Bench
    height: float
    frame: tuple[Frame, Role] | None = None
    facts: Facts | None = None

    def scene(self, choices: Choices, measure: Measure) -> Scene:
        """The stage; without breadcrumb and title where a caption says them."""
        words = plain_words(choices.lang)
        room = Room(measure, words, self.height, top=TOP)
        scene = gallery.framed(self.bench.scene(room), self.bench.crumb(words), self.bench.title(words), room)
        left_out = HINTS if choices.captions == "none" else HINTS | HEAD
        marks = [mark for mark in scene.marks if mark.id not in left_out]
        return replace(scene, marks=tuple(replace(mark, spoken="") if _is_handle(mark) else mark for mark in marks))

    def caption(self, words: Words) -> str:
        """The bench, and its headline."""
        return words.translate("publishing", "{bench}: {title}.").format(
            bench=self.bench.crumb(words), title=self.bench.title(words).rstrip(".。")
        )

    def special(self, suffix: str, choices: Choices) -> str | None:
        """The bits of the frame, or the conversation as a sequence."""
        words = plain_words(choices.lang)
        if self.frame is not None:
            frame, sender = self.frame
            return FrameSubject(frame, sender).special(suffix, choices)
        if suffix != ".mmd" or self.facts is None:
            return None
        from app.storyboard.mermaid import to_sequence  # noqa: PLC0415  # pictures need none of it

        return to_sequence(self.facts, words, self.bench.title(words))


def _is_handle(mark: AnyMark) -> bool:
    """Whether a mark is there to be clicked or dragged, and says so."""
    return any(link.startswith("cut:") for link in mark.links[:1])


def frame_subject(bench: FrameBench, height: float) -> Subject:
    """The frame bench: a figure for paper as soon as there is a header that can be read as it stands."""
    draft = bench.draft
    reading = draft.reading
    if reading.has_header and not draft.deflate:
        return FrameSubject(reading.frame, draft.sender, "lab-frame")
    if reading.has_header:
        return BenchSubject("lab-frame", bench, height, frame=(reading.frame, draft.sender))
    return BenchSubject("lab-frame", bench, height, facts=_sent(draft))


def heads_subject(bench: HeadsBench, height: float) -> Subject:
    """The opening handshake."""
    return BenchSubject("lab-heads", bench, height, facts=run_heads(bench.draft).facts)


def text_subject(bench: TextBench, height: float) -> Subject:
    """The fragments of a message."""
    return BenchSubject("lab-text", bench, height, facts=run_text(bench.draft).facts)


def mask_subject(bench: MaskBench, height: float) -> Subject:
    """The frame that is masked."""
    (frame,) = FrameReader().feed(bench.draft.frame)
    return BenchSubject("lab-mask", bench, height, frame=(frame, Role.CLIENT))


def close_subject(bench: CloseBench, height: float) -> Subject:
    """The closing handshake."""
    return BenchSubject("lab-close", bench, height, facts=run_close(bench.draft).facts)


def _sent(draft: FrameDraft) -> Facts:
    """What two endpoints say to each other if the bytes of the bench are sent."""
    wire = Wire(deflate=draft.deflate).open()
    for data in context(draft):
        wire.put(draft.sender, data)
    wire.put(draft.sender, draft.data[: draft.reading.known])
    return wire.facts()
