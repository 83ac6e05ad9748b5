"""A broken rule on the rung that broke it: an octagon on its arrow, below it the rule, and the close code that it
asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.close_bands import FAULT_LINE
from app.figures.close_codes import code_word
from app.figures.close_layout import LIFE, MIDDLE, WIDE
from app.figures.sequence_words import fault_sentence
from protocol.vocabulary import NEVER_SENT, CloseCode, Role

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from app.figures.close_layout import Placed, Theatre
    from app.figures.sequence_rungs import Rung
    from protocol.rules import Rule

FROM_SENDER: Final = 346
"""How far along its arrow the octagon stands, in the 400 units between the lifelines."""

RULE: Final = Font(13, bold=True)


def fault_mark(stage: Theatre, item: Placed, rung: Rung, baseline: float) -> None:
    """The marks of the first rule that a rung broke, if any is known; the words need a line inside the
    band, the answer one more."""
    faults = rung.known_faults(stage.cursor)
    if not faults:
        return
    pen, rule = stage.pen, faults[0].rule
    spoken, links = fault_sentence(pen.room.words, faults[0]), ("rule:" + rule.id,)
    way = 1 if rung.sender is Role.CLIENT else -1
    x = LIFE[rung.sender] + way * FROM_SENDER
    y = item.start + (item.stop - item.start) * FROM_SENDER / 400
    pen.glyph(rung.id + "/fault", x, y, "cross", 20, spoken=spoken, links=links, above=3)
    words = pen.room.words
    below = baseline + FAULT_LINE - 1
    first, second = _rule_text(words, rule), _answer_text(words, rule)
    cited = first + "  §" + rule.section
    if below > item.bottom and pen.width(cited, RULE) <= WIDE - 16:
        first = cited
    for name, y, text in (("/rule", baseline, first), ("/rule/answer", below, second)):
        if y <= item.bottom:
            pen.text(
                rung.id + name, MIDDLE, y, text, 13, bold=text == first, color="err.edge", within=WIDE - 16,
                spoken=spoken, links=links, above=2,
            )  # fmt: skip


def _rule_text(words: Words, rule: Rule) -> str:
    """The rule says what should be, so the first word says that it was not."""
    return words.translate("figures", "Broken: {rule}").format(rule=words.rule(rule.id))


def _answer_text(words: Words, rule: Rule) -> str:
    """Where the rule stands, and the Close that a receiver answers with if there is a code for it."""
    if rule.close_code is None or rule.close_code in NEVER_SENT:
        return rule.clause
    text = words.translate("figures", "{clause}, {name}: the answer is Close {code}")
    name = code_word(words, CloseCode(rule.close_code))
    return text.format(clause=rule.clause, name=name, code=rule.close_code)
