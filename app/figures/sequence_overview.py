"""What is still to come, in general words: the dashed rungs below the known ones when a ladder gives an overview.

Contents are not given away: a frame is a frame, and how a connection ends is left open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.sequence_layout import MIDDLE, ROOMY
from app.figures.sequence_marks import FUTURE, arrow, backed_label
from app.figures.sequence_rows import LIFE
from app.figures.sequence_rungs import RungKind, read_rungs
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from app.figures.pen import Pen
    from app.figures.sequence_rungs import Rung
    from protocol.knowledge import Facts

PITCH: Final = ROOMY
"""Units from one rung to the next, if there is room for all."""


def coming_rungs(facts: Facts, cursor: int) -> tuple[Rung, ...]:
    """The rungs that begin after the cursor."""
    return tuple(rung for rung in read_rungs(facts) if rung.sent >= cursor)


def draw_coming(pen: Pen, coming: tuple[Rung, ...], top: float, bottom: float) -> None:
    """Those rungs evenly between `top` and `bottom`; as many as fit."""
    pitch = min(PITCH, max(28.0, (bottom - top) / len(coming)))
    for number, rung in enumerate(coming):
        y = top + pitch * (number + 0.5)
        if y + 14 > bottom:
            break
        name = f"coming.{rung.id}"
        ends = LIFE[rung.sender], LIFE[rung.sender.peer]
        text = _word(pen.room.words, rung)
        arrow(pen, name, (ends[0], y - 3), (ends[1], y + 3), FUTURE, spoken=text)
        backed_label(pen, name + "/label", MIDDLE, y, text, size=14)


def _word(words: Words, rung: Rung) -> str:
    if rung.kind is RungKind.HEAD:
        asks = rung.sender is Role.CLIENT
        return words.translate("figures", "HTTP request") if asks else words.translate("figures", "HTTP response")
    if rung.is_close:
        return words.translate("figures", "Close")
    if rung.kind is RungKind.FRAME:
        return words.translate("figures", "message")
    return words.translate("figures", "TCP FIN")
