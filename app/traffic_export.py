"""What Live and Capture can be taken away as: the selected frame as a figure for paper, the states and the handshake of
its connection, the whole of a capture in one picture, and a connection step by step.

What goes on while it is taken away does not come into it: a connection is told as far as it was when it was asked for.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Room, moved
from app.figures import live_heads, live_states, traffic_overview
from app.model.telling import RecordingTelling
from app.publishing.subjects import DrawnSubject, FrameSubject
from app.publishing.whole import Whole
from app.storyboard.sources import FRAMES, MOST
from protocol.chorus import Played
from protocol.ledger import FRAME

if TYPE_CHECKING:
    from app.drawing.marks import Measure, Scene, Words
    from app.figures.traffic_overview import Overview
    from app.publishing.subjects import Subject
    from protocol.ledger import Row
    from protocol.talk import Talk

MARGIN: Final = 24.0
WIDTH: Final = 960.0
LARGEST: Final = 1 << 20
"""Bytes of a frame that is drawn, and of a connection that is told step by step."""
ARROWS: Final = 2_000
"""Facts that a sequence diagram is made of at most: nobody reads a longer one."""


def frame_subject(row: Row) -> Subject | None:
    """The frame of a row, if all of it is here and it is not too long to be drawn."""
    if row.kind != FRAME or row.number is None or row.wire > LARGEST:
        return None
    if f"{row.who.value}.frame.{row.number}.sent" not in row.talk.facts:
        return None
    frame = row.talk.facts.frame(row.who, row.number)
    return FrameSubject(frame, row.who, f"frame-{row.talk.number}-{row.who.value}-{row.number + 1}")


def states_subject(talk: Talk, until: int | None) -> Subject:
    """The states of both ends of a connection after so many facts; None is as far as it is now."""
    facts = talk.facts
    now = len(facts) if until is None else until

    def drawn(words: Words, measure: Measure) -> Scene:
        return padded(live_states.draw(facts, now, WIDTH, Room(measure, words, top=0)))

    def told(words: Words) -> str:
        said = words.translate("publishing", "The states of both ends of connection #{number} and what led to them.")
        return said.format(number=talk.number)

    return DrawnSubject(f"states-{talk.number}", drawn, told, lambda words: sequence(talk, words, now))


def heads_subject(talk: Talk) -> Subject:
    """The opening handshake of a connection."""
    sides = live_heads.sides_of(talk)
    now = len(talk.facts)

    def drawn(words: Words, measure: Measure) -> Scene:
        return padded(live_heads.draw(*sides, WIDTH, Room(measure, words, top=0)))

    def told(words: Words) -> str:
        said = words.translate(
            "publishing", "The opening handshake of connection #{number} and the checks of both ends."
        )
        return said.format(number=talk.number)

    return DrawnSubject(f"handshake-{talk.number}", drawn, told, lambda words: sequence(talk, words, now))


def overview_subject(shown: Overview, talk: Talk) -> Subject:
    """The whole of a capture; its sequence diagram is that of the connection that is looked at."""
    now = len(talk.facts)

    def drawn(words: Words, measure: Measure) -> Scene:
        room = Room(measure, words, traffic_overview.HEIGHT, top=0)
        return padded(traffic_overview.draw(replace(shown, shown=None), WIDTH, room))

    def told(words: Words) -> str:
        return words.translate(
            "publishing",
            "The frames of a capture over time: those of the clients above the line, those of the servers below it,"
            " with what the referee found.",
        )

    return DrawnSubject("capture", drawn, told, lambda words: sequence(talk, words, now))


def sequence(talk: Talk, words: Words, until: int) -> str:
    """The conversation as a Mermaid diagram; one that is too long to be read says that it goes on."""
    from app.storyboard.mermaid import to_sequence  # noqa: PLC0415  # pictures need none of it

    diagram = to_sequence(talk.facts, words, until=min(until, ARROWS))
    return diagram if until <= ARROWS else diagram + "    Note over client,server: …\n"


def whole_of(talk: Talk, name: str) -> Whole | None:
    """The connection frame by frame, unless there are too many for a storyboard."""
    recording = talk.recording
    if not 0 < talk.counts.frames <= MOST or len(recording) > 20 * MOST:
        return None
    length = len(recording)
    return Whole(name, "recording", lambda: RecordingTelling.of(name, Played.of(recording.fork(length)), FRAMES))


def padded(scene: Scene) -> Scene:
    """With a margin around it, where a pane of the window has its own."""
    marks = tuple(moved(mark, MARGIN, MARGIN) for mark in scene.marks)
    return replace(scene, marks=marks, width=scene.width + 2 * MARGIN, height=scene.height + 2 * MARGIN)
