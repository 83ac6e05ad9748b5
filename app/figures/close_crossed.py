"""Two Close frames that crossed: each side had said Close before it read the other's.

Both arrows stand in one band, so that each begins above the end of the other; the bytes of both stand below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Box, Font, Rect
from app.figures.close_bands import CROSSED
from app.figures.close_bytes import named_bytes
from app.figures.close_layout import LEFT, LIFE, WIDE
from app.figures.pen import fit
from app.figures.sequence_marks import FUTURE, arrow, current_look, kept_look
from app.figures.sequence_words import close_text, general_text, rung_link, rung_sentence
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.figures.close_layout import Placed, Theatre
    from app.figures.sequence_rungs import Rung


def crossed_band(stage: Theatre, item: Placed) -> None:
    """Both frames, in a card while one of them is the current message."""
    wide = item.band.kind == CROSSED
    now = stage.current in item.band.rungs
    if now:
        rect, radius = Rect(LEFT, item.top, WIDE, item.height), 10 if wide else 8
        card = Box(id="crossed/card", rect=rect, fill="sunk", stroke="ink", line=2, radius=radius)
        stage.pen.marks.append(card)
    for place, rung in enumerate(item.band.rungs):
        _arrow(stage, item, rung)
        if not wide:
            _short_label(stage, item, rung, now=now)
            continue
        _label(stage, item, rung)
        if rung.sent < stage.cursor:
            top = item.at(56, 70) + place * (38 + 14 * item.ease)
            _bytes(stage, rung, top, named=item.ease > 0.9, now=now)


def _arrow(stage: Theatre, item: Placed, rung: Rung) -> None:
    words, known = stage.pen.room.words, rung.sent < stage.cursor
    look = FUTURE if not known else current_look(rung.sender) if rung == stage.current else kept_look(rung.sender)
    lost = known and stage.lost(rung)
    start, stop = (LIFE[rung.sender], item.start), (LIFE[rung.sender.peer], item.stop)
    spoken = rung_sentence(words, rung, stage.cursor, lost=lost)
    arrow(stage.pen, rung.id, start, stop, look, spoken=spoken, lost=lost, links=(rung_link(rung),), above=1)


def _text(stage: Theatre, rung: Rung) -> tuple[str, bool]:
    """What a frame says, and whether that is known yet."""
    words = stage.pen.room.words
    known = rung.sent < stage.cursor and rung.close is not None
    if known and rung.close is not None:
        return close_text(words, rung.close), True
    return general_text(words, rung), False


def _label(stage: Theatre, item: Placed, rung: Rung) -> None:
    """Above the arrow, at the side of the sender."""
    text, known = _text(stage, rung)
    client = rung.sender is Role.CLIENT
    stage.pen.text(
        rung.id + "/label", LEFT + 14 if client else LEFT + WIDE - 14, item.at(16, 20), text, 16 if known else 13,
        bold=known, color="text" if known else "text3", within=WIDE / 2 - 18, above=2,
        anchor="start" if client else "end",
    )  # fmt: skip


def _short_label(stage: Theatre, item: Placed, rung: Rung, *, now: bool) -> None:
    """On the arrow, nearer to the sender."""
    pen = stage.pen
    text, known = _text(stage, rung)
    font = Font(13, bold=known)
    x = LEFT + WIDE * (0.25 if rung.sender is Role.CLIENT else 0.75)
    y = item.start + (item.stop - item.start) * 0.25
    shown = fit(text, font, WIDE / 2 - 46, pen.room.measure)
    half = pen.width(shown, font) / 2 + 6
    name, ground = rung.id + "/label", "sunk" if now else "stage"
    pen.box(name + "/ground", x - half, y - 9, 2 * half, 18, fill=ground, above=2)
    pen.text(name, x, y + 4.5, shown, 13, bold=known, color="text" if known else "text3", above=3)


def _bytes(stage: Theatre, rung: Rung, top: float, *, named: bool, now: bool) -> None:
    """The bytes of one frame; their names only where there is room."""
    marks = stage.pen.marks
    count = len(marks)
    named_bytes(stage, rung, top, now=now, below=48)
    if not named:
        marks[count:] = [mark for mark in marks[count:] if "/caption." not in mark.id]
