"""Small parts that several figures share: peer heads, state pills, chips and elided labels.

Each adds marks to a pen; ids start with the name that the caller chooses, so that they stay from step to
step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Anchor, Box, Font, Glyph, GlyphName, Label, Rect
from app.figures.pen import Pen, fit
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from app.drawing.marks import Room, Words
    from protocol.facts import Told

TOKENS: Final = {Role.CLIENT: "cli", Role.SERVER: "srv"}
"""Role -> colour token."""

LIFELINES: Final = {Role.CLIENT: 56.0, Role.SERVER: 832.0}
"""Role -> x of its lifeline: the client stands left, the server right."""

STATE_GLYPHS: Final[dict[State, GlyphName]] = {
    State.CONNECTING: "connecting",
    State.OPEN: "open",
    State.CLOSING: "closing",
    State.CLOSED: "closed",
}
"""Connection states are told apart by shape only."""

STATE_FONT: Final = Font(13, bold=True, spacing=0.3)
TALL: Final = 26
"""Height of pills and chips."""

Run = tuple[str, Font, str]
"""(text, font, colour)"""


def elided(text: str, font: Font, space: float, room: Room) -> str:
    """The text, or as much of it as fits into `space` with an ellipsis."""
    return fit(text, font, space, room.measure)


def elided_runs(runs: tuple[Run, ...], space: float, room: Room) -> tuple[Run, ...]:
    """The parts of a line, cut with an ellipsis where `space` ends."""
    kept: list[Run] = []
    for text, font, color in runs:
        shown = elided(text, font, space, room)
        kept.append((shown, font, color))
        if shown != text:
            break
        space -= room.measure.width(text, font)
    return tuple(kept)


def elided_label(
    pen: Pen, name: str, x: float, y: float, runs: tuple[Run, ...], *, space: float, spoken: str = "",
    links: tuple[str, ...] = (), above: int = 0,
) -> Label:  # fmt: skip
    """One line of parts on the baseline `y`; what is cut off is still spoken."""
    kept = elided_runs(runs, space, pen.room)
    whole = "".join(text for text, _, _ in runs)
    shown = "".join(text for text, _, _ in kept)
    spoken = spoken or (whole if shown != whole else "")
    return pen.runs(name, x, y, kept, spoken=spoken, links=links, above=above)


def peer_name(words: Words, role: Role) -> str:
    """The word for a peer."""
    names = {
        Role.CLIENT: words.translate("figures", "Client"),
        Role.SERVER: words.translate("figures", "Server"),
    }
    return names[role]


def told_heading(words: Words, role: Role) -> str:
    """What stands before that which a program is told when its connection is over."""
    return words.translate("figures", "{peer}’s program is told").format(peer=peer_name(words, role))


def told_text(words: Words, fact: Told) -> str:
    """What it is told: the close code, and whether the end was clean."""
    text = words.translate("figures", "{code}, not clean")
    if fact.told.clean:
        text = words.translate("figures", "{code}, clean")
    return text.format(code=fact.told.code)


def peer_head(pen: Pen, role: Role, y: float, *, under: str = "", space: float = 140) -> None:
    """A peer at the head of its lifeline: its shape, its name and one line under it, such as an address.

    `y` is the middle of the shape, `space` the width of the texts.
    """
    client = role is Role.CLIENT
    name = "peer." + role.value
    word = peer_name(pen.room.words, role)
    text_x = LIFELINES[role] + (28 if client else -28)
    anchor: Anchor = "start" if client else "end"
    spoken = ", ".join(part for part in (word, under) if part)
    pen.glyph(name, LIFELINES[role], y, "client" if client else "server", 30, spoken=spoken)
    pen.text(name + "/name", text_x, y - 5 if under else y + 6, word, 18, bold=True, anchor=anchor, within=space)
    if under:
        pen.text(name + "/under", text_x, y + 14, under, 13, mono=True, color="text2", anchor=anchor, within=space)


def state_width(state: State, room: Room) -> float:
    """The width of a state pill."""
    return room.measure.width(state.name, STATE_FONT) + 45


def state_pill(pen: Pen, x: float, y: float, role: Role, state: State, *, anchor: Anchor = "start") -> None:
    """The shape and the name of a peer's state; `x` is the left edge, or with `end` the right; `y` the
    middle."""
    room = pen.room
    width = state_width(state, room)
    left = x - width if anchor == "end" else x
    name = "state." + role.value
    sentence = room.words.translate("figures", "{peer}: the connection is {state}")
    spoken = sentence.format(peer=peer_name(room.words, role), state=state.name)
    links = ("state:" + role.value,)
    pen.box(
        name, left, y - TALL / 2, width, TALL, fill="raise", stroke="ink", line=1.5, radius=TALL / 2,
        spoken=spoken, links=links,
    )  # fmt: skip
    pen.glyph(name + "/glyph", left + 16, y, STATE_GLYPHS[state], 13)
    pen.runs(name + "/name", left + 29, y + 4.7, ((state.name, STATE_FONT, "text"),))


@dataclass(frozen=True, slots=True)
class ChipLook:
    """How a chip is drawn; `glyph` stands at its left end."""

    stroke: str
    glyph: GlyphName | None = None
    fill: str = "raise"
    line: float = 1.5
    opacity: float = 1.0


def chip_width(runs: tuple[Run, ...], look: ChipLook, room: Room) -> float:
    """The width of a chip around these words."""
    text = sum(room.measure.width(text, font) for text, font, _ in runs)
    return text + (46 if look.glyph else 28)


def chip(
    pen: Pen, name: str, x: float, y: float, runs: tuple[Run, ...], *, look: ChipLook, spoken: str = "",
    links: tuple[str, ...] = (), above: int = 0, parts: tuple[str, ...] = (),
) -> None:  # fmt: skip
    """A round box with a few words, centred on (x, y). With `parts` each run is a label of its own, so that a
    question can hide one of them."""
    width = chip_width(runs, look, pen.room)
    left = x - width / 2
    pen.marks.append(
        Box(
            id=pen.prefix + name, rect=Rect(left, y - TALL / 2, width, TALL), fill=look.fill,
            stroke=look.stroke, line=look.line, radius=TALL / 2, spoken=spoken, links=links, above=above,
            opacity=look.opacity,
        )
    )  # fmt: skip
    text_x = left + 14
    if look.glyph is not None:
        pen.marks.append(
            Glyph(id=pen.prefix + name + "/glyph", x=left + 14, y=y, name=look.glyph, size=16, above=above)
        )
        text_x = left + 30
    if not parts:
        pen.runs(name + "/text", text_x, y + 5, runs, above=above)
    for part, run in zip(parts, runs, strict=False):
        text_x += pen.runs(f"{name}/{part}", text_x, y + 5, (run,), above=above).width
