"""What crosses between the peers in the closing theatre: the bands of the plan drawn at their heights.

A band is drawn by what is known of it: still to come, crossing now, or past. Close frames keep their colour
when they are past; everything else turns grey.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.figures.close_bands import CROSSED, CROSSED_ROW, CUT, FOLDED, ROW, SILENCE
from app.figures.close_bytes import close_band
from app.figures.close_crossed import crossed_band
from app.figures.close_cut import cut_band
from app.figures.close_fault import fault_mark
from app.figures.close_layout import LEFT, LIFE, MIDDLE, WIDE
from app.figures.close_silence import silence_band
from app.figures.close_turns import is_ignored
from app.figures.sequence_marks import (
    END,
    FUTURE,
    PAST,
    ArrowLook,
    arrow,
    backed_label,
    current_look,
    kept_look,
)
from app.figures.sequence_rungs import Rung, RungKind
from app.figures.sequence_words import general_text, rung_link, rung_sentence, rung_text
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from app.figures.close_layout import Placed, Theatre


def ladder(stage: Theatre) -> None:
    """All bands."""
    before: tuple[Rung, ...] = ()
    for item in stage.plan.bands:
        if item.band.kind == CUT:
            cut_band(stage, item)
        elif item.band.kind == SILENCE:
            silence_band(stage, item)
        elif item.band.kind == FOLDED:
            _folded(stage, item)
        elif item.band.kind in {CROSSED, CROSSED_ROW}:
            crossed_band(stage, item)
        elif item.band.kind == ROW:
            _row(stage, item, before)
        else:
            close_band(stage, item)
        before = item.band.rungs


def _folded(stage: Theatre, item: Placed) -> None:
    known = sum(rung.sent < stage.cursor for rung in item.band.rungs)
    if known:
        text = stage.pen.room.words.translate("figures", "%n earlier", "", known)
        backed_label(stage.pen, "folded", MIDDLE, item.top + 10, text)


def _row(stage: Theatre, item: Placed, before: tuple[Rung, ...]) -> None:
    """One row: a single rung, or several messages of one sender. A reset is not announced before it
    happens."""
    pen, rungs = stage.pen, item.band.rungs
    known = [rung for rung in rungs if rung.sent < stage.cursor]
    if not known and rungs[0].end == "rst":
        return
    now = stage.current in known
    rung = stage.current if now and stage.current is not None else known[-1] if known else rungs[0]
    message = now and rung.kind is not RungKind.END
    if message:
        card = item.band.id + "/card"
        # Where rows stand close, the card keeps clear of the words in the row above.
        more = 3 * item.ease
        tall = 20 + 2 * more
        pen.box(card, LEFT, item.top - more, WIDE, tall, fill="sunk", stroke="ink", line=2, radius=8)
    start, stop = (LIFE[rung.sender], item.start), (LIFE[rung.sender.peer], item.stop)
    look = _row_look(rung, known=bool(known), now=now)
    spoken = _spoken(stage, rungs, known) if len(known) > 1 else ""
    arrow(
        pen, item.band.id, start, stop, look, lost=bool(known) and stage.lost(rung), links=(rung_link(rung),),
        above=1, spoken=spoken or rung_sentence(pen.room.words, rung, stage.cursor, lost=stage.lost(rung)),
    )  # fmt: skip
    words, kept = pen.room.words, bool(known) and rung.is_close
    text = _text(words, rung, rungs, before, now=now) if known else _future_text(words, rungs, before)
    if (len(rungs) == 1 or now) and is_ignored(stage.rungs, rung, stage.cursor):
        text = words.translate("figures", "{what}, not read").format(what=text)
    backed_label(
        pen, item.band.id + "/label", MIDDLE, item.top + 10, text, color="text" if now or kept else "text3",
        bold=now or kept, ground="sunk" if message else "stage", above=2,
        within=256 if rung.known_faults(stage.cursor) else 300,
    )  # fmt: skip
    fault_mark(stage, item, rung, item.top + 35)


def _row_look(rung: Rung, *, known: bool, now: bool) -> ArrowLook:
    if not known:
        return FUTURE
    if now:
        return END if rung.kind is RungKind.END else current_look(rung.sender)
    return kept_look(rung.sender) if rung.is_close else PAST


def _text(words: Words, rung: Rung, rungs: tuple[Rung, ...], before: tuple[Rung, ...], *, now: bool) -> str:
    if len(rungs) > 1 and not now:
        return _several(words, rungs, before)
    return rung_text(words, rung, status_line=False)


def _future_text(words: Words, rungs: tuple[Rung, ...], before: tuple[Rung, ...]) -> str:
    return _several(words, rungs, before) if len(rungs) > 1 else general_text(words, rungs[0])


def _several(words: Words, rungs: tuple[Rung, ...], before: tuple[Rung, ...]) -> str:
    """Many messages in a few words, by what they are and not by what they say."""
    text = _kinds(words, rungs)
    if len(before) > 1 and before[0].sender is not rungs[0].sender and _kinds(words, before) == text:
        return words.translate("figures", "in both directions")
    return text


def _kinds(words: Words, rungs: tuple[Rung, ...]) -> str:
    opcodes = {rung.frame.opcode for rung in rungs if rung.frame is not None}
    heartbeat = {Opcode.PING, Opcode.PONG}
    if opcodes <= heartbeat:
        return words.translate("figures", "pings and pongs")
    if opcodes & heartbeat:
        return words.translate("figures", "messages, pings and pongs")
    if Opcode.BINARY not in opcodes:
        return words.translate("figures", "text messages")
    if Opcode.TEXT not in opcodes:
        return words.translate("figures", "binary messages")
    return words.translate("figures", "text and binary messages")


def _spoken(stage: Theatre, rungs: tuple[Rung, ...], known: list[Rung]) -> str:
    """How many frames a row stands for."""
    words = stage.pen.room.words
    if rungs[0].sender is Role.CLIENT:
        return words.translate("figures", "The client has sent %n frames", "", len(known))
    return words.translate("figures", "The server has sent %n frames", "", len(known))
