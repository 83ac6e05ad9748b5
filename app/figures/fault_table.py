"""The lower part of the fault figure: what the RFC asks for, what was done about it, what both programs are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.fault_banner import LEFT, RIGHT, level_tag
from app.figures.fault_duties import asked, doer, done
from app.figures.parts import peer_name, told_heading, told_text
from app.figures.sequence_marks import PEER_GLYPHS
from protocol.facts import Moved, Told
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from app.figures.fault_finding import Finding
    from app.figures.pen import Pen
    from protocol.knowledge import Facts
    from protocol.laws import Duty, Law

ROW: Final = 30.0
DUTIES: Final = 3
"""As many rows have room; no law asks for more."""
TOLD: Final = 42.0
MIDDLE: Final = 500.0


def draw_duties(pen: Pen, known: Facts, finding: Finding | None, law: Law | None, top: float) -> None:
    """Left what the RFC asks for, right what was done about it."""
    words = pen.room.words
    pen.line("duties/rule", ((LEFT, top - 4), (RIGHT, top - 4)), "line")
    pen.text(
        "duties", LEFT, top + 16, words.translate("figures", "What the RFC asks for"), 15, bold=True, anchor="start"
    )
    pen.text("deeds", MIDDLE, top + 16, words.translate("figures", "What was done"), 15, bold=True, anchor="start")
    duties = law.duties if law is not None else ()
    if finding is None or not duties:
        text = (
            words.translate("figures", "Nothing: all that was sent is in order.")
            if finding is None
            else words.translate("figures", "It names no reaction.")
        )
        pen.text("duties/none", LEFT, top + 28 + ROW / 2 + 5, text, 14, color="text3", anchor="start")
        if finding is None:
            nothing = words.translate("figures", "Nothing needs to be done.")
            pen.text("deeds/none", MIDDLE, top + 28 + ROW / 2 + 5, nothing, 14, color="text3", anchor="start")
        return
    for place, duty in enumerate(duties[:DUTIES]):
        _duty(pen, known, finding, duty, place, top + 28 + place * ROW + ROW / 2)


def _duty(pen: Pen, known: Facts, finding: Finding, duty: Duty, place: int, y: float) -> None:
    words, name = pen.room.words, f"duty.{place}"
    who, what = doer(finding, duty), asked(pen.room.words, finding, duty)
    if place:
        pen.line(name + "/rule", ((LEFT, y - ROW / 2), (RIGHT, y - ROW / 2)), "line")
    deed = done(words, known, finding, duty)
    spoken = words.translate("figures", "{peer} {level}: {what}. RFC 6455 section {section}. {done}").format(
        peer=peer_name(words, who), level=duty.level, what=what, section=duty.section, done=deed.text
    )
    pen.glyph(name + "/peer", LEFT + 8, y, PEER_GLYPHS[who], 14, spoken=spoken)
    x = LEFT + 26
    if duty.level:
        x += level_tag(pen, name + "/level", duty.level, x, y) + 10
    cited = pen.text(name + "/clause", MIDDLE - 24, y + 5, "§" + duty.section, 13, color="text3", anchor="end").width
    pen.text(name, x, y + 5, what, 14, anchor="start", within=MIDDLE - 36 - cited - x)
    pen.glyph(f"deed.{place}/glyph", MIDDLE + 9, y, deed.glyph, 17)
    pen.text(f"deed.{place}", MIDDLE + 28, y + 5, deed.text, 14, bold=deed.glyph == "cross", anchor="start", within=320)


def _refused(move: Moved) -> bool:
    """Whether the server turned the request down: its program never had a connection and is told nothing."""
    return move.who is Role.SERVER and (move.transition.state, move.transition.next) == (State.CONNECTING, State.CLOSED)


def draw_told(pen: Pen, known: Facts, role: Role, top: float) -> None:
    """What the program at one end is told, if it has been."""
    words, name = pen.room.words, f"told.{role.value}"
    left, wide = (LEFT, 404.0) if role is Role.CLIENT else (452.0, 404.0)
    fact = next((fact for fact in known.of(Told) if fact.who is role), None)
    heading = told_heading(words, role)
    if fact is not None:
        value, color = told_text(words, fact), "text"
    elif role is Role.SERVER and any(_refused(move) for move in known.of(Moved)):
        value, color = words.translate("figures", "nothing: it refused"), "text2"
    else:
        value, color = words.translate("figures", "nothing yet"), "text3"
    pen.box(
        name, left, top, wide, TOLD, fill="sunk" if fact else "stage", stroke="line2" if fact else "line3", radius=8,
        dash=() if fact else (5, 4), spoken=f"{heading}: {value}",
    )  # fmt: skip
    pen.glyph(name + "/peer", left + 20, top + TOLD / 2, PEER_GLYPHS[role], 14)
    base = top + TOLD / 2 + 5
    wider = pen.text(name + "/heading", left + 36, base, heading, 14, color="text2", anchor="start", within=236).width
    pen.text(
        name + "/value",
        left + wide - 14,
        base,
        value,
        15,
        bold=fact is not None,
        color=color,
        anchor="end",
        within=wide - 66 - wider,
    )
