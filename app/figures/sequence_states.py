"""The states along the lifelines of a ladder: a pill outside the line at the height of each move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Box, Font, Glyph, Rect, Stroke
from app.figures.parts import STATE_GLYPHS, peer_name
from app.figures.sequence_marks import LINK_DASH, Stretch
from app.figures.sequence_rows import LIFE
from app.figures.sequence_rungs import cause
from app.figures.sequence_words import signal_word, state_sentence
from protocol.facts import Moved
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from app.figures.pen import Pen
    from app.figures.sequence_layout import Ladder
    from app.figures.sequence_rungs import Rung
    from protocol.knowledge import Facts

APART: Final = 28.0
"""Between the middles of two pills."""


@dataclass(frozen=True, slots=True)
class Change:
    """A state that a peer came to at a height; `move` is None for the one in which the window begins."""

    height: float
    state: State
    move: Moved | None


def changes(known: Facts, rungs: tuple[Rung, ...], ladder: Ladder, role: Role) -> list[Change]:
    """The states of a peer in the window, from the one in which it begins."""
    first = State.CONNECTING if known.recording.setup.whole else State.OPEN
    found = [Change(ladder.top - 4, first, None)]
    for move in known.of(Moved):
        if move.who is not role:
            continue
        origin = cause(known, rungs, move)
        row = ladder.row(origin[0]) if origin is not None else None
        if row is None or origin is None:
            later = bool(ladder.rows) and origin is not None and origin[0].sent > ladder.rows[-1].rung.sent
            if not later:
                found = [Change(ladder.top - 4, move.transition.next, None)]
            continue
        found.append(Change(row.start if origin[1] else row.stop, move.transition.next, move))
    return found


def stretches(steps: list[Change], *, start: float, now: float, end: float) -> list[Stretch]:
    """The lifeline in those states; below `now` nothing has happened yet."""
    heights = [start, *(max(step.height, start) for step in steps[1:])]
    parts = [
        Stretch(heights[place], heights[place + 1], step.state, known=True) for place, step in enumerate(steps[:-1])
    ]
    last = steps[-1].state
    if last is State.CLOSED:
        return [*parts, Stretch(heights[-1], end, last, known=True)]
    middle = max(heights[-1], now)
    return [*parts, Stretch(heights[-1], middle, last, known=True), Stretch(middle, end, last, known=False)]


def state_pills(pen: Pen, role: Role, steps: list[Change]) -> float:
    """The pill of each state; the last one is that of the peer now, filled with ink. Returns where its middle is."""
    free = height = 0.0
    for place, step in enumerate(steps):
        height = max(step.height, free)
        free = height + APART
        _pill(pen, role, step, height, now=place == len(steps) - 1)
    return height


def _pill(pen: Pen, role: Role, step: Change, height: float, *, now: bool) -> None:
    words, out = pen.room.words, -1 if role is Role.CLIENT else 1
    font = Font(13, bold=True)
    text = step.state.name
    width = pen.width(text, font) + 42
    edge = LIFE[role] + 24 * out
    left = edge - width if out < 0 else edge
    name = f"state.{role.value}.{text}"
    spoken = state_sentence(words, role, step.state)
    if step.move is not None:
        told = words.translate("figures", "{peer}: {state} since “{signal}” (RFC 6455 section {section})")
        row = step.move.transition
        spoken = told.format(
            peer=peer_name(words, role), state=text, signal=signal_word(words, row.signal), section=row.section
        )
    fill, color = ("ink", "on-ink") if now else ("raise", "text")
    pen.marks.append(
        Box(
            id=name, rect=Rect(left, height - 12, width, 24), fill=fill, stroke="ink", line=1.5, radius=12,
            spoken=spoken, links=(f"state:{role.value}.{text}",), above=2,
        )
    )  # fmt: skip
    pen.marks.append(
        Glyph(id=name + "/glyph", x=left + 15, y=height, name=STATE_GLYPHS[step.state], size=13, color=color, above=3)
    )
    pen.text(name + "/name", left + 28, height + 4.7, text, 13, bold=True, color=color, anchor="start", above=3)
    if step.move is not None:
        points = ((LIFE[role] + 8 * out, step.height), (edge - 2 * out, height))
        pen.marks.append(Stroke(id=name + "/cause", points=points, color="ink", line=1.25, dash=LINK_DASH, above=1))
