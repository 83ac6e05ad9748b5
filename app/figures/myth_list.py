"""All claims of the figure `myth`, one below the other, each still open. A click on one switches to its variant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.myth_seen import quoted
from app.figures.variants import LINK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.marks import Anchor
    from app.figures.myth_table import Myth
    from app.figures.pen import Pen

LEFT, RIGHT = 32.0, 856.0
HIGH: Final = 34.0


def draw_list(pen: Pen, myths: Sequence[Myth]) -> str:
    """The marks; the result is the text alternative."""
    words, top = pen.words, pen.room.top + 6
    high = min(HIGH, (pen.room.height - 12 - top - 22) / len(myths))
    headings: tuple[tuple[str, float, str, Anchor], ...] = (
        ("claim", LEFT + 48, words.translate("figures", "What people say"), "start"),
        ("clause", RIGHT - 12, words.translate("figures", "where to look"), "end"),
    )
    for name, x, text, anchor in headings:
        pen.text(f"list/{name}", x, top + 12, text, 13, color="text2", anchor=anchor)
    sentences = []
    for place, myth in enumerate(myths):
        y = top + 22 + place * high
        claim = quoted(words, words.translate("figures", myth.claim))
        clause = ", ".join(myth.clauses)
        sentences.append(claim)
        pen.box(
            f"myth.{myth.id}", LEFT, y, RIGHT - LEFT, high - 3, fill="raise", stroke="line2", radius=6,
            spoken=f"{place + 1}. {claim}. {clause}", links=(LINK + myth.id,),
        )  # fmt: skip
        base = y + (high - 3) / 2 + 5
        pen.text(f"myth.{myth.id}/number", LEFT + 30, base, str(place + 1), 13, mono=True, color="text2", anchor="end")
        where = pen.text(f"myth.{myth.id}/clause", RIGHT - 12, base, clause, 13, color="text2", anchor="end")
        pen.text(
            f"myth.{myth.id}/claim", LEFT + 48, base, claim, 15, bold=True, anchor="start",
            within=RIGHT - 24 - where.width - LEFT - 48,
        )  # fmt: skip
    return " ".join(sentences)
