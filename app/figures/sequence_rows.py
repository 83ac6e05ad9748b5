"""The rows of a ladder: what each rung says, its arrow, and in the card of the current one its bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.hex_strip import hex_strip, strip_captions, strip_width
from app.figures.parts import elided
from app.figures.sequence_captions import apart
from app.figures.sequence_layout import LEFT, MIDDLE, WIDE
from app.figures.sequence_marks import END, PAST, ArrowLook, arrow, backed_label, current_look, kept_look
from app.figures.sequence_words import (
    close_bytes_text,
    fault_sentence,
    payload_text,
    rung_link,
    rung_sentence,
    rung_text,
    size_text,
)
from protocol.facts import HeadSent
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from app.figures.pen import Pen
    from app.figures.sequence_layout import Row
    from app.figures.sequence_rungs import Rung
    from protocol.frames import Frame
    from protocol.knowledge import Facts

LIFE: Final = {Role.CLIENT: 208.0, Role.SERVER: 680.0}
"""x of the lifelines."""

STRIP_LIMIT: Final = 14


def row_marks(pen: Pen, facts: Facts, cursor: int, row: Row) -> None:
    """All marks of one rung."""
    rung, words = row.rung, pen.room.words
    lost = rung.lost(facts, cursor)
    spoken = rung_sentence(words, rung, cursor, lost=lost)
    if row.card:
        pen.box(
            rung.id + "/card", LEFT, row.top + 2, WIDE, row.height - 8, fill="sunk", stroke="ink", line=2, radius=10
        )
    start, stop = (LIFE[rung.sender], row.start), (LIFE[rung.sender.peer], row.stop)
    look = _look(row)
    arrow(pen, rung.id, start, stop, look, spoken=spoken, lost=lost, links=(rung_link(rung),), above=1)
    text = rung_text(words, rung)
    if row.card:
        font = Font(16, bold=True)
        shown = elided(text, font, WIDE - 40, pen.room)
        pen.text(rung.id + "/label", MIDDLE, row.top + 26, shown, 16, bold=True, spoken=spoken, above=2)
        _inside(pen, row)
    else:
        kept = rung.is_close or row.now
        backed_label(
            pen, rung.id + "/label", MIDDLE, (row.start + row.stop) / 2, text, size=14 if kept else 13,
            color="text" if kept else "text2", bold=kept, within=WIDE - 90, above=2,
        )  # fmt: skip
    _fault(pen, cursor, row)


def _look(row: Row) -> ArrowLook:
    rung = row.rung
    if row.now:
        return current_look(rung.sender) if row.card else END
    return kept_look(rung.sender) if rung.is_close else PAST


def _inside(pen: Pen, row: Row) -> None:
    """Below the arrow of the current rung: the bytes of a frame, or how large a head is."""
    rung, words = row.rung, pen.room.words
    if rung.frame is not None:
        _bytes(pen, row, rung.frame)
    elif isinstance(rung.fact, HeadSent):
        head = rung.fact.head
        lines = words.translate("figures", "%n header lines", "", len(head.headers))
        text = words.translate("figures", "{lines}, {bytes}").format(lines=lines, bytes=size_text(words, head.size))
        pen.text(rung.id + "/size", MIDDLE, row.top + 64, text, 13, color="text2", above=2)


def _bytes(pen: Pen, row: Row, frame: Frame) -> None:
    rung, room = row.rung, pen.room
    left, top = MIDDLE - strip_width(frame, limit=STRIP_LIMIT) / 2, row.top + 54
    pen.marks += hex_strip(frame, left, top, room, rung.id, limit=STRIP_LIMIT, plain="raise")
    text = _payload_caption(room.words, rung, frame)
    captions = strip_captions(frame, left, top + 50, room, rung.id, text, limit=STRIP_LIMIT)
    pen.marks += apart(captions, room, LEFT + 6, LEFT + WIDE - 6)


def _payload_caption(words: Words, rung: Rung, frame: Frame) -> str:
    """What the payload bytes of a frame are."""
    if rung.close is not None:
        return close_bytes_text(words, frame, rung.close)
    text = payload_text(words, frame)
    return words.translate("figures", "{text}, masked").format(text=text) if text and frame.masked else text


def _fault(pen: Pen, cursor: int, row: Row) -> None:
    """An octagon on the arrow of a rung that broke a rule, and the rule at the foot of its row."""
    rung = row.rung
    faults = rung.known_faults(cursor)
    if not faults:
        return
    rule, words = faults[0].rule, pen.room.words
    spoken, links = fault_sentence(words, faults[0]), ("rule:" + rule.id,)
    part = 0.88 if rung.sender is Role.CLIENT else 0.12
    x = LIFE[Role.CLIENT] + (LIFE[Role.SERVER] - LIFE[Role.CLIENT]) * part
    y = row.start + (row.stop - row.start) * 0.88
    pen.glyph(rung.id + "/fault", x, y, "cross", 22, spoken=spoken, links=links, above=3)
    text = words.translate("figures", "Broken: {rule}").format(rule=words.rule(rule.id)) + "  " + rule.clause
    foot = row.foot - (15 if row.card else 5)
    size = 13 if pen.width(text, Font(13, bold=True)) <= WIDE - 24 else 12
    pen.text(
        rung.id + "/rule", MIDDLE, foot, text, size, bold=True, color="err.edge", within=WIDE - 16, spoken=spoken,
        links=links, above=2,
    )  # fmt: skip


def folded_row(pen: Pen, name: str, y: float, text: str) -> None:
    """The row that stands for what is folded; `y` is its middle."""
    backed_label(pen, name, MIDDLE, y, text, color="text2", spoken=text)
