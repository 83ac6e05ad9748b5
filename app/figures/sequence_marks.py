"""The strokes of every sequence: lifelines that show a state, arrows that show a message, boxes of states.

Lifelines: OPEN one 3 px line, CLOSING two 2 px lines 6 px apart, CLOSED dotted grey; what is to come is
dashed. Arrows: the current one 3.5 px with a 13 px head, past ones 1.5 px, those still to come 1.5 px dashed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.drawing.marks import Box, Font, Glyph, GlyphName, Rect, Stroke
from app.figures.parts import STATE_GLYPHS, TOKENS, peer_name
from app.figures.pen import Pen, fit
from app.figures.sequence_words import state_sentence
from protocol.vocabulary import Role, State

PEER_GLYPHS: Final[dict[Role, GlyphName]] = {Role.CLIENT: "client", Role.SERVER: "server"}

FUTURE_DASH: Final = (5.0, 4.0)
LINK_DASH: Final = (2.0, 4.0)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class ArrowLook:
    """How an arrow is drawn."""

    color: str
    line: float
    head: float
    dash: tuple[float, ...] = ()
    dot: float = 0
    """Radius of the disc on the sender's lifeline."""


PAST: Final = ArrowLook("line3", 1.5, 8)
FUTURE: Final = ArrowLook("line3", 1.5, 8, FUTURE_DASH)
END: Final = ArrowLook("ink", 2, 10)
"""The end of TCP at the moment it happens: thin, for it is no message."""


def current_look(sender: Role) -> ArrowLook:
    """The message that crosses now."""
    return ArrowLook(TOKENS[sender] + ".fill", 3.5, 13, dot=7)


def kept_look(sender: Role) -> ArrowLook:
    """A past message that still matters: a Close frame."""
    return ArrowLook(TOKENS[sender] + ".fill", 2.5, 10, dot=6)


def arrow(
    pen: Pen, name: str, start: Point, stop: Point, look: ArrowLook, *, spoken: str = "", lost: bool = False,
    links: tuple[str, ...] = (), above: int = 0,
) -> None:  # fmt: skip
    """An arrow from lifeline to lifeline; it leaves both a little room. A lost one ends on the way at two
    strokes."""
    way = 1 if stop[0] > start[0] else -1
    tip = (stop[0] - 5 * way, stop[1])
    if lost:
        tip = (start[0] + (stop[0] - start[0]) * 0.8, start[1] + (stop[1] - start[1]) * 0.8)
        for number, shift in enumerate((0, 6)):
            x = tip[0] + way * (4 + shift)
            ends = ((x - 3, tip[1] + 8), (x + 3, tip[1] - 8))
            pen.line(f"{name}/lost.{number}", ends, "ink", 2, above=above)
    if look.dot:
        r = look.dot
        disc = Rect(start[0] - r, start[1] - r, 2 * r, 2 * r)
        pen.marks.append(Box(id=f"{pen.prefix}{name}/dot", rect=disc, fill=look.color, radius=r, above=above + 1))
    pen.marks.append(
        Stroke(
            id=pen.prefix + name, points=((start[0] + 5 * way, start[1]), tip), color=look.color,
            line=look.line, head=0 if lost else look.head, dash=look.dash, spoken=spoken, links=links,
            above=above, enter="grow",
        )
    )  # fmt: skip


def backed_label(
    pen: Pen, name: str, x: float, y: float, text: str, *, size: float = 13, color: str = "text3",
    bold: bool = False, ground: str = "stage", within: float = 300, spoken: str = "", above: int = 0,
) -> None:  # fmt: skip
    """A label centred on a line, with its own ground so that the line does not run through it; `y` is the
    middle."""
    shown = fit(text, Font(size, bold=bold), within, pen.room.measure)
    width = pen.width(shown, Font(size, bold=bold)) + 12
    pen.box(name + "/ground", x - width / 2, y - 10, width, 20, fill=ground, above=above)
    spoken = spoken or (text if shown != text else "")
    pen.text(name, x, y + 0.35 * size, shown, size, bold=bold, color=color, above=above, spoken=spoken)


@dataclass(frozen=True, slots=True)
class StateLook:
    """How the box of a state is drawn."""

    fill: str
    stroke: str
    line: float
    color: str
    dash: tuple[float, ...] = ()


STATE_NOW: Final = StateLook("ink", "ink", 2, "on-ink")
STATE_PAST: Final = StateLook("raise", "ink", 2, "text")
STATE_FUTURE: Final = StateLook("raise", "line3", 1.5, "text3")
STATE_NEVER: Final = StateLook("stage", "line3", 1.5, "text3", FUTURE_DASH)


def state_box(pen: Pen, name: str, rect: Rect, role: Role, state: State, *, look: StateLook) -> None:
    """The box of a state: its shape and its name."""
    words = pen.room.words
    spoken = state.name
    if look is STATE_NOW:
        spoken = state_sentence(words, role, state)
    elif look is STATE_NEVER:
        spoken = words.translate("figures", "{peer}: {state} was never entered").format(
            peer=peer_name(words, role), state=state.name
        )
    link = f"state:{role.value}.{state.name}"
    pen.marks.append(
        Box(
            id=pen.prefix + name, rect=rect, fill=look.fill, stroke=look.stroke, line=look.line, radius=8,
            dash=look.dash, spoken=spoken, links=(link,), above=1,
        )
    )  # fmt: skip
    middle = rect.y + rect.height / 2
    pen.marks.append(
        Glyph(
            id=f"{pen.prefix}{name}/glyph", x=rect.x + 20, y=middle, name=STATE_GLYPHS[state], size=14,
            color=look.color, above=2,
        )
    )  # fmt: skip
    pen.text(
        name + "/name",
        rect.x + 36,
        middle + 5.2,
        state.name,
        15,
        bold=True,
        color=look.color,
        anchor="start",
        above=2,
    )


def pill(
    pen: Pen,
    name: str,
    x: float,
    y: float,
    text: str,
    *,
    size: float = 14,
    spoken: str = "",
    within: float = 150,
) -> float:
    """A pill with a bold word in it, centred on (x, y); returns half its width."""
    font = Font(size, bold=True)
    shown = fit(text, font, within, pen.room.measure)
    half = (pen.width(shown, font) + (16 if size >= 14 else 14)) / 2
    tall = 22 if size >= 14 else 20
    pen.marks.append(
        Box(
            id=pen.prefix + name, rect=Rect(x - half, y - tall / 2, 2 * half, tall), fill="stage",
            stroke="ink", line=1.5, radius=tall / 2, spoken=spoken or text, above=3,
        )
    )  # fmt: skip
    pen.text(name + "/text", x, y + 0.33 * size, shown, size, bold=True, above=4)
    return half


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a lifeline in one state, from `start` to `stop`; `known` tells what has happened from what
    has not."""

    start: float
    stop: float
    state: State
    known: bool


def lifeline(pen: Pen, role: Role, x: float, stretches: list[Stretch]) -> None:
    """The lifeline of a peer."""
    color = TOKENS[role] + ".fill"
    for number, part in enumerate(stretches):
        if part.stop - part.start < 1:
            continue
        name = f"life.{role.value}.{number}"
        spoken = state_sentence(pen.room.words, role, part.state) if part.known else ""
        xs: tuple[float, ...] = (x - 3, x + 3) if part.state is State.CLOSING else (x,)
        line = 3.0 if part.state in {State.CONNECTING, State.OPEN} else 2.0
        dash: tuple[float, ...] = () if part.known else (3.0, 4.0)
        shade = color
        if part.state is State.CLOSED:
            dash, shade = (2.0, 5.0), "line3"
        for side, at in enumerate(xs):
            pen.marks.append(
                Stroke(
                    id=f"{pen.prefix}{name}.{side}", points=((at, part.start), (at, part.stop)), color=shade,
                    line=line, dash=dash, opacity=1.0 if part.known or part.state is State.CLOSED else 0.6,
                    spoken=spoken,
                )
            )  # fmt: skip


def cut_marks(pen: Pen, role: Role, x: float, y: float) -> None:
    """Two strokes through a lifeline: the connection is cut here."""
    name = f"life.{role.value}.cut"
    pen.box(name, x - 9, y - 4, 18, 14, fill="stage", above=1)
    for number, low in enumerate((y + 1, y + 10)):
        pen.line(f"{name}.{number}", ((x - 8, low), (x + 8, low - 6)), "ink", 2.5, above=2)
