"""What both programs are told when the connection is over: the three values of the close event, one column a
peer.

Where no Close frame came, the values are made at this end: no peer sent them. What did come stands above them
(`close_wire`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Stroke
from app.figures.close_wire import wire_card
from app.figures.parts import peer_name
from app.figures.sequence_marks import FUTURE_DASH, PEER_GLYPHS
from protocol.facts import FrameArrived, Moved, Told
from protocol.knowledge import Facts
from protocol.vocabulary import CloseCode, Opcode, Role, State

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from app.figures.close_layout import Theatre
    from app.figures.pen import Pen
    from protocol.closing import CloseTold

LEFT: Final = {Role.CLIENT: 32.0, Role.SERVER: 456.0}
WIDE: Final = 400.0
CODE_WIDE, REASON_WIDE, CLEAN_WIDE = 96.0, 150.0, 118.0


def told_strips(stage: Theatre) -> None:
    """The lower part of the theatre once a program has been told."""
    known = stage.facts.until(stage.cursor)
    y = stage.plan.divider
    stage.pen.line("told/divider", ((32, y), (856, y)), "line", 1)
    for role in Role:
        _column(stage, known, role)


def told_sentence(words: Words, fact: Told) -> str:
    """What a program is told, in one sentence."""
    told = fact.told
    text = words.translate("figures", "{peer}: the program is told code {code}, reason “{reason}”, wasClean {clean}")
    return text.format(
        peer=peer_name(words, fact.who), code=told.code, reason=told.reason, clean=str(told.clean).lower()
    )


def _column(stage: Theatre, known: Facts, role: Role) -> None:
    pen, ease, left = stage.pen, stage.plan.ease, LEFT[role]
    name = f"told.{role.value}/peer"
    line = stage.plan.divider + 20 + 6 * ease
    pen.glyph(name, left + 7, line - 5, PEER_GLYPHS[role], 14)
    pen.text(name + "/name", left + 22, line, peer_name(pen.room.words, role), 15, bold=True, anchor="start")
    wire, tall = stage.plan.divider + 30 + 12 * ease, 80 + 6 * ease
    wire_card(pen, known, role, left=left, top=wire, tall=tall)
    told = wire + tall + 14 + 10 * ease
    arrow = f"told.{role.value}/arrow"
    points = ((left + 200, wire + tall), (left + 200, told - 1))
    pen.marks.append(Stroke(id=arrow, points=points, color="ink", line=2, head=9, enter="grow", above=2))
    fact = next((fact for fact in known.of(Told) if fact.who is role), None)
    if fact is None:
        moves = {move.transition.next for move in known.of(Moved) if move.who is role}
        _not_told(pen, role, top=told, tall=82 + 10 * ease, refused=moves == {State.CLOSED})
    else:
        came = any(
            arrived.who is role.peer and arrived.frame.opcode == Opcode.CLOSE for arrived in known.of(FrameArrived)
        )
        _told(pen, fact, top=told, ease=ease, came=came)


def _not_told(pen: Pen, role: Role, *, top: float, tall: float, refused: bool) -> None:
    """The program does not know yet; or it refused the handshake, and there was no connection to be over."""
    words, name, left = pen.room.words, "told." + role.value, LEFT[role]
    spoken = words.translate("figures", "{peer}: the program has not been told yet")
    nothing = words.translate("figures", "nothing yet")
    if refused:
        spoken = words.translate("figures", "{peer}: the program refused, so there was no connection")
        nothing = words.translate("figures", "refused: there was no connection")
    pen.box(
        name, left, top, WIDE, tall, fill="stage", stroke="line3", line=1.5, radius=10, dash=FUTURE_DASH,
        spoken=spoken.format(peer=peer_name(words, role)),
    )  # fmt: skip
    title = words.translate("figures", "Told to the program")
    pen.text(name + "/title", left + 14, top + 22, title, 13, bold=True, color="text3", anchor="start")
    pen.text(name + "/source", left + WIDE - 14, top + 22, nothing, 13, color="text3", anchor="end")


def _told(pen: Pen, fact: Told, *, top: float, ease: float, came: bool) -> None:
    """The three values; `came` is whether a Close frame reached this peer."""
    words, name, left = pen.room.words, "told." + fact.who.value, LEFT[fact.who]
    spoken = told_sentence(words, fact)
    pen.box(name, left, top, WIDE, 82 + 10 * ease, fill="sunk", stroke="ink", line=2.5, radius=10, spoken=spoken)
    line = top + 18 + 4 * ease
    title = words.translate("figures", "Told to the program")
    label = pen.text(name + "/title", left + 14, line, title, 13, bold=True, anchor="start")
    space = WIDE - 40 - label.width
    source = _source(words, fact.told, came=came)
    pen.text(name + "/source", left + WIDE - 14, line, source, 13, color="text2", anchor="end", within=space)
    row = top + 27 + 7 * ease
    told = fact.told
    x = left + 14
    _value(pen, name + "/code", words.translate("figures", "code"), str(told.code), x=x, y=row, wide=CODE_WIDE)
    x += CODE_WIDE + 4
    reason = words.translate("figures", "reason")
    wide = _value(pen, name + "/reason", reason, f'"{told.reason}"', x=x, y=row, wide=REASON_WIDE)
    if not told.reason:
        empty = words.translate("figures", "empty")
        at = x + 20 + wide
        pen.text(name + "/reason/empty", at, row + 36.5, empty, 13, color="text3", anchor="start", above=1)
    x += REASON_WIDE + 4
    _value(pen, name + "/clean", "wasClean", str(told.clean).lower(), x=x, y=row, wide=CLEAN_WIDE)


def _value(pen: Pen, name: str, caption: str, value: str, *, x: float, y: float, wide: float) -> float:
    """One value of the close event in its box; returns the width of its text."""
    pen.box(name, x, y, wide, 44, fill="raise", stroke="line2", radius=6, above=1)
    pen.text(name + "/caption", x + 12, y + 16.5, caption, 12, color="text2", anchor="start", above=1)
    return pen.text(
        name + "/value",
        x + 12,
        y + 37,
        value,
        16,
        bold=True,
        mono=True,
        anchor="start",
        within=wide - 20,
        above=1,
    ).width


def _source(words: Words, told: CloseTold, *, came: bool) -> str:
    """Where the values come from."""
    if told.code == CloseCode.ABNORMAL and came:
        return words.translate("figures", "made here, not from the Close")
    if told.code == CloseCode.ABNORMAL:
        return words.translate("figures", "made here, from the missing Close")
    if told.code == CloseCode.NO_STATUS:
        return words.translate("figures", "made here, from the empty Close")
    return words.translate("figures", "read from the peer’s Close")
