"""The run below the registry, one column a peer: the Close that it sent, byte by byte, the rule that it broke, and what
its program is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.close_told import told_sentence
from app.figures.hex_strip import StripStyle, hex_strip, strip_width
from app.figures.parts import peer_name, told_text
from app.figures.sequence_marks import PEER_GLYPHS
from app.figures.sequence_words import close_bytes_text, close_text, fault_sentence
from protocol.closing import read_close
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.figures.codes_known import Known
    from app.figures.pen import Pen
    from protocol.facts import Broke, Told
    from protocol.frames import Frame

LEFT: Final = {Role.CLIENT: 32.0, Role.SERVER: 452.0}
WIDE: Final = 404.0
STYLE: Final = StripStyle(cell=24, gap=2, height=24, bar=4, size=14, baseline=17)
LIMIT: Final = 9
"""Bytes of a Close that leave room for what it says."""


def run_panel(pen: Pen, known: Known, top: float, tall: float) -> None:
    """Both columns."""
    pen.line("run/divider", ((32, top), (856, top)), "line", 1)
    ease = min(1.0, max(0.0, (tall - 96) / 44))
    for role in Role:
        _column(pen, known, role, top, ease)


def _column(pen: Pen, known: Known, role: Role, top: float, ease: float) -> None:
    words, name, left = pen.room.words, "run." + role.value, LEFT[role]
    line = top + 18 + 6 * ease
    label = peer_name(words, role)
    pen.glyph(name, left + 7, line - 5, PEER_GLYPHS[role], 14, spoken=label, links=("peer:" + role.value,))
    title = pen.text(name + "/name", left + 22, line, label, 15, bold=True, anchor="start")
    used = title.width + 30
    frame, fault = known.said.get(role), known.broken.get(role)
    if fault is not None:
        _fault(pen, name, fault, left + used, line, WIDE - used)
    row = top + 28 + 12 * ease
    if frame is not None:
        _close(pen, name, frame, left, row)
    else:
        nothing = words.translate("figures", "has sent no Close")
        pen.text(name + "/none", left + 22, row + 17, nothing, 14, color="text3", anchor="start")
    _told(pen, name, role, known.told.get(role), left, top + 90 + 22 * ease)


def _fault(pen: Pen, name: str, fault: Broke, x: float, line: float, space: float) -> None:
    """The rule that this side broke."""
    words = pen.room.words
    spoken, links = fault_sentence(words, fault), ("rule:" + fault.rule.id,)
    text = words.translate("figures", "Broken: {rule}").format(rule=words.rule(fault.rule.id))
    pen.glyph(name + "/fault", x + 8, line - 5, "cross", 16, spoken=spoken, links=links)
    pen.text(
        name + "/rule", x + 22, line, text, 13, bold=True, color="err.edge", anchor="start", within=space - 24,
        spoken=spoken, links=links,
    )  # fmt: skip


def _close(pen: Pen, name: str, frame: Frame, left: float, top: float) -> None:
    """The bytes, what they say, and below them the code as it was before the mask."""
    words, body = pen.room.words, read_close(frame.payload)
    pen.marks += hex_strip(frame, left, top, pen.room, name, limit=LIMIT, style=STYLE)
    x = left + strip_width(frame, limit=LIMIT, style=STYLE) + 12
    said = close_text(words, body)
    pen.text(name + "/close", x, top + 17, said, 14, bold=True, anchor="start", within=left + WIDE - x)
    text = close_bytes_text(words, frame, body) or words.translate("figures", "no code")
    pen.text(name + "/body", left, top + 44, text, 12, color="pay.edge", anchor="start", within=WIDE)


def _told(pen: Pen, name: str, role: Role, fact: Told | None, left: float, line: float) -> None:
    words = pen.room.words
    if fact is None:
        text = words.translate("figures", "{peer}: the program has not been told yet").format(
            peer=peer_name(words, role)
        )
        pen.glyph(name + "/told/glyph", left + 7, line - 5, "pending", 15)
        waits = words.translate("figures", "its program is not told yet")
        pen.text(name + "/told", left + 22, line, waits, 14, color="text3", anchor="start", spoken=text)
        return
    pen.glyph(name + "/told/glyph", left + 7, line - 5, "tick" if fact.told.clean else "warning", 16)
    told = words.translate("figures", "its program is told {told}").format(told=told_text(words, fact))
    pen.text(
        name + "/told", left + 22, line, told, 14, bold=True, anchor="start", within=WIDE - 24,
        spoken=told_sentence(words, fact),
    )  # fmt: skip
