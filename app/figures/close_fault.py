"""A broken rule on the rung that broke it: an octagon on its arrow, the rule and its section below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.close_layout import LIFE, MIDDLE, WIDE
from app.figures.sequence_words import fault_sentence
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.figures.close_layout import Placed, Theatre
    from app.figures.sequence_rungs import Rung

FROM_SENDER: Final = 346
"""How far along its arrow the octagon stands, in the 400 units between the lifelines."""


def fault_mark(stage: Theatre, item: Placed, rung: Rung, baseline: float) -> None:
    """The marks of the first rule that a rung broke, if any is known; the words need a line inside the
    band."""
    faults = rung.known_faults(stage.cursor)
    if not faults:
        return
    pen, rule = stage.pen, faults[0].rule
    spoken, links = fault_sentence(pen.room.words, faults[0]), ("rule:" + rule.id,)
    way = 1 if rung.sender is Role.CLIENT else -1
    x = LIFE[rung.sender] + way * FROM_SENDER
    y = item.start + (item.stop - item.start) * FROM_SENDER / 400
    pen.glyph(rung.id + "/fault", x, y, "cross", 22, spoken=spoken, links=links, above=3)
    if baseline <= item.bottom:
        text = pen.room.words.rule(rule.id) + "  §" + rule.section
        pen.text(
            rung.id + "/rule", MIDDLE, baseline, text, 13, bold=True, color="err.edge", within=WIDE - 24,
            spoken=spoken, links=links, above=2,
        )  # fmt: skip
