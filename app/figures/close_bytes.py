"""A Close frame between the lifelines: what it says, its arrow, its bytes.

The bytes have the names of their fields below them; a frame of few bytes has a note on each side instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.close_bands import CLOSE
from app.figures.close_fault import fault_mark
from app.figures.close_layout import LEFT, LIFE, MIDDLE, WIDE
from app.figures.close_turns import is_ignored
from app.figures.hex_strip import hex_strip, strip_captions, strip_width
from app.figures.sequence_captions import apart
from app.figures.sequence_marks import FUTURE, arrow, backed_label, current_look, kept_look
from app.figures.sequence_words import close_bytes_text, close_text, general_text, rung_link, rung_sentence

if TYPE_CHECKING:
    from app.figures.close_layout import Placed, Theatre
    from app.figures.sequence_rungs import Rung

STRIP_LIMIT: Final = 12
"""Bytes that fit between the lifelines."""


def close_band(stage: Theatre, item: Placed) -> None:
    """The band of one Close frame. Before it is sent only its place is known."""
    pen, rung = stage.pen, item.band.rungs[0]
    words = pen.room.words
    known, now = rung.sent < stage.cursor, stage.current == rung
    lost = known and stage.lost(rung)
    spoken = rung_sentence(words, rung, stage.cursor, lost=lost)
    start, stop = (LIFE[rung.sender], item.start), (LIFE[rung.sender.peer], item.stop)
    look = FUTURE if not known else current_look(rung.sender) if now else kept_look(rung.sender)
    arrow(pen, rung.id, start, stop, look, spoken=spoken, lost=lost, links=(rung_link(rung),), above=1)
    if not known:
        middle = (item.start + item.stop) / 2
        backed_label(pen, rung.id + "/label", MIDDLE, middle, general_text(words, rung), above=2)
        return
    if now:
        card = rung.id + "/card"
        # The lines about a broken rule belong to the card only when the rule is known to be broken.
        tall = item.height - (0 if rung.known_faults(stage.cursor) else item.band.extra)
        pen.box(card, LEFT, item.top, WIDE, tall, fill="sunk", stroke="ink", line=2, radius=10)
    assert rung.close is not None
    line = item.at(16, 19) if item.band.kind == CLOSE else item.at(16, 23)
    text = close_text(words, rung.close)
    if is_ignored(stage.rungs, rung, stage.cursor):
        text = words.translate("figures", "{what}, not read").format(what=text)
    pen.text(rung.id + "/label", MIDDLE, line, text, 16, bold=True, within=WIDE - 60, spoken=spoken, above=2)
    if item.band.kind == CLOSE:
        _named_bytes(stage, item, rung, now=now)
    else:
        _noted_bytes(stage, item, rung, now=now)


def _named_bytes(stage: Theatre, item: Placed, rung: Rung, *, now: bool) -> None:
    """The bytes, and the names of the fields below them."""
    baseline = named_bytes(stage, rung, item.at(39, 54), now=now, below=49 + 2 * item.ease)
    fault_mark(stage, item, rung, baseline + 18)


def named_bytes(stage: Theatre, rung: Rung, top: float, *, now: bool, below: float = 51) -> float:
    """The bytes of a Close frame and their names, which stand `below` the top; returns the names' baseline."""
    frame, room = rung.frame, stage.pen.room
    assert frame is not None
    assert rung.close is not None
    left = MIDDLE - strip_width(frame, limit=STRIP_LIMIT) / 2
    ground = "raise" if now else "sunk"
    stage.pen.marks += hex_strip(frame, left, top, room, rung.id, limit=STRIP_LIMIT, plain=ground)
    text = close_bytes_text(room.words, frame, rung.close)
    captions = strip_captions(frame, left, top + below, room, rung.id, text, limit=STRIP_LIMIT)
    stage.pen.marks += apart(captions, room, LEFT + 6, LEFT + WIDE - 6)
    return top + below


def _noted_bytes(stage: Theatre, item: Placed, rung: Rung, *, now: bool) -> None:
    """The few bytes of a short frame between two notes."""
    frame, pen, words = rung.frame, stage.pen, stage.pen.room.words
    assert frame is not None
    width = strip_width(frame)
    left, top = MIDDLE - width / 2, item.at(38, 52)
    side = (WIDE - width) / 2 - 16
    ground = "raise" if now else "sunk"
    pen.marks += hex_strip(frame, left, top, pen.room, rung.id, plain=ground)
    mask = words.translate("figures", "masked") if frame.masked else words.translate("figures", "no mask")
    note = _note(stage, rung)
    pen.text(rung.id + "/mask", left - 7, top + 21, mask, 13, color="text2", anchor="end", within=side)
    if note:
        right = left + width + 5
        pen.text(rung.id + "/note", right, top + 21, note, 13, color="text2", anchor="start", within=side)
    fault_mark(stage, item, rung, top + 51)


def _note(stage: Theatre, rung: Rung) -> str:
    """What this Close has to do with what came before."""
    words, body = stage.pen.room.words, rung.close
    assert body is not None
    if body.code is None:
        return words.translate("figures", "no code")
    before = [other for other in stage.rungs if other.sent < rung.sent and other.sender is not rung.sender]
    faults = [fault for other in before for fault in other.known_faults(stage.cursor)]
    if any(fault.rule.close_code == body.code for fault in faults):
        return words.translate("figures", "a rule was broken")
    if any(other.close is not None and other.close.code == body.code for other in before):
        return words.translate("figures", "code repeated")
    return ""
