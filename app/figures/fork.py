"""Two futures side by side: a run as it was, and the same with one thing changed.

What both have in common stands folded above the line at which they part; below it each column has its own ladder,
and at the foot what became of both ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.drawing.marks import Rect, Scene
from app.figures.parts import STATE_GLYPHS, TOKENS, peer_name, told_text
from app.figures.pen import Pen
from app.figures.sequence_marks import PEER_GLYPHS, arrow, current_look, kept_look
from app.figures.sequence_rungs import Rung, RungKind, current_rung, read_rungs
from app.figures.sequence_words import rung_link, rung_sentence, rung_text
from lessons.forking import parting
from protocol.chorus import Chorus
from protocol.facts import Told
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from protocol.knowledge import Facts

WIDE: Final = 396.0
"""The width of a column."""
LEFTS: Final = (32.0, 460.0)
LIFE: Final = {Role.CLIENT: 34.0, Role.SERVER: WIDE - 34.0}
"""x of the lifelines in a column."""
ROW: Final = (26.0, 40.0)
"""The least height of a row, and the most."""
FOOT: Final = 118.0
"""What the ends have in common at the foot."""


@dataclass(frozen=True, slots=True)
class Column:
    """One of the two runs: its facts, its rungs after the parting, and how much of it is looked at."""

    name: str
    left: float
    facts: Facts
    rungs: tuple[Rung, ...]
    cursor: int
    lines: float


def draw(base: Facts | Chorus, other: Facts | Chorus, cursor: int, room: Room) -> Scene:
    """Both runs to their ends; `cursor` is the place in the `other` one, whose rung there is the current one."""
    first, second = _one(base), _one(other)
    place = parting(first, second)
    words, pen = room.words, Pen(room, "")
    before = [rung for rung in read_rungs(first) if rung.sent < place]
    columns = [
        _column("base", LEFTS[0], first, place, len(first)),
        _column("other", LEFTS[1], second, place, cursor),
    ]
    titles = (words.translate("figures", "As it was"), words.translate("figures", "With the change"))
    for column, title in zip(columns, titles, strict=True):
        _frame(pen, room, column, title)
    y = room.top + 94
    count = words.translate("figures", "%n steps are the same", "", len(before))
    pen.line("parting", ((32, y), (856, y)), "ink", 2, dash=(6, 4))
    text = words.translate("figures", "here they part") if place < max(len(first), len(second)) else count
    half = pen.width(text, pen.text("parting/measure", -999, 0, text, 13, bold=True).font) / 2 + 12
    pen.marks.pop()
    pen.box("parting/ground", 444 - half, y - 12, 2 * half, 24, fill="ink", radius=12, above=2)
    pen.text("parting/text", 444, y + 4.5, text, 13, bold=True, color="on-ink", above=3)
    for column in columns:
        pen.text(f"{column.name}.same", column.left + WIDE / 2, y - 24, count, 13, color="text3")
        _ladder(pen, column, y + 22, room.height - FOOT - 24)
        _ends(pen, column, room.height - FOOT)
    sentences = [f"{title}: {_told_text(pen, column)}" for column, title in zip(columns, titles, strict=True)]
    title = words.translate("figures", "Two futures")
    return Scene(tuple(pen.marks), height=room.height, title=title, description=". ".join([text, *sentences]) + ".")


def _one(facts: Facts | Chorus) -> Facts:
    return facts.whole() if isinstance(facts, Chorus) else facts


def _column(name: str, left: float, facts: Facts, place: int, cursor: int) -> Column:
    rungs = tuple(rung for rung in read_rungs(facts) if rung.sent >= place and rung.kind is not RungKind.TCP)
    return Column(name, left, facts, rungs, cursor, 0)


def _frame(pen: Pen, room: Room, column: Column, title: str) -> None:
    """The card of a column with its peers and their lifelines."""
    now = column.name == "other"
    rect = Rect(column.left, room.top, WIDE, room.height - room.top - 16)
    pen.rect(f"{column.name}.card", rect, "stage", "ink" if now else "line2", line=2.5 if now else 1, radius=12)
    pen.text(f"{column.name}.title", column.left + WIDE / 2, room.top + 26, title, 16, bold=True)
    for role in Role:
        x = column.left + LIFE[role]
        pen.glyph(
            f"{column.name}.{role.value}", x, room.top + 26, PEER_GLYPHS[role], 22,
            spoken=peer_name(pen.words, role), links=("peer:" + role.value,),
        )  # fmt: skip
        pen.line(
            f"{column.name}.{role.value}/life", ((x, room.top + 40), (x, room.height - FOOT - 8)),
            TOKENS[role] + ".fill", 2,
        )  # fmt: skip


def _ladder(pen: Pen, column: Column, top: float, bottom: float) -> None:
    """What crosses after the parting; what does not fit is counted."""
    rungs = column.rungs
    most = max(1, int((bottom - top) // ROW[0]))
    shown = rungs if len(rungs) <= most else rungs[: most - 1]
    height = min(ROW[1], (bottom - top) / max(1, len(shown) + (len(shown) < len(rungs))))
    current = current_rung(column.facts, read_rungs(column.facts), column.cursor) if column.name == "other" else None
    for number, rung in enumerate(shown):
        _rung(pen, column, rung, top + height * (number + 0.5), current is not None and rung.id == current.id)
    if len(shown) < len(rungs):
        text = pen.words.translate("figures", "%n later", "", len(rungs) - len(shown))
        pen.text(f"{column.name}.later", column.left + WIDE / 2, bottom - 6, text, 13, color="text3")


def _rung(pen: Pen, column: Column, rung: Rung, y: float, current: bool) -> None:
    words, name = pen.words, f"{column.name}.{rung.id}"
    start, stop = (column.left + LIFE[role] for role in (rung.sender, rung.sender.peer))
    lost = rung.arrived is None
    faults = rung.known_faults(len(column.facts))
    look = current_look(rung.sender) if current else kept_look(rung.sender)
    spoken = rung_sentence(words, rung, len(column.facts), lost=lost)
    arrow(pen, name, (start, y + 4), (stop, y + 8), look, spoken=spoken, lost=lost, links=(rung_link(rung),))
    text = rung_text(words, rung, status_line=False)
    pen.text(
        name + "/text", column.left + WIDE / 2, y, text, 13, bold=current or bool(faults),
        within=WIDE - (152 if faults else 120),  # an octagon stands behind it
        color="err.edge" if faults else "text", above=2,
    )  # fmt: skip
    if faults:
        pen.glyph(name + "/fault", column.left + WIDE - 64, y - 5, "cross", 16, spoken=spoken)


def _ends(pen: Pen, column: Column, y: float) -> None:
    """What became of both ends: their state, and what their programs were told."""
    words = pen.words
    told = {fact.who: fact for fact in column.facts.of(Told)}
    pen.line(f"{column.name}.foot", ((column.left + 16, y), (column.left + WIDE - 16, y)), "line")
    for role in Role:
        middle = column.left + WIDE * (0.25 if role is Role.CLIENT else 0.75)
        state = column.facts.state(role)
        spoken = words.translate("figures", "{peer}: the connection is {state}").format(
            peer=peer_name(words, role), state=state.name
        )
        name = f"{column.name}.{role.value}.end"
        pen.text(name + "/peer", middle, y + 22, peer_name(words, role), 13, color="text2")
        label = pen.text(name, middle + 10, y + 47, state.name, 15, bold=True, spoken=spoken)
        pen.glyph(name + "/state", label.x - label.width / 2 - 14, y + 42, STATE_GLYPHS[state], 14)
        end = told.get(role)
        text = words.translate("figures", "nothing was told") if end is None else told_text(words, end)
        pen.text(name + "/told", middle, y + 72, text, 15, bold=end is not None, mono=end is not None, within=180)
        if end is not None and end.told.reason:
            pen.text(name + "/reason", middle, y + 92, f"“{end.told.reason}”", 13, color="text2", within=180)


def _told_text(pen: Pen, column: Column) -> str:
    told = [f"{peer_name(pen.words, fact.who)} {int(fact.told.code)}" for fact in column.facts.of(Told)]
    return ", ".join(told) or pen.words.translate("figures", "nothing was told")
