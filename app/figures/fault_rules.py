"""Every rule that the program checks, in the order of the RFC: one chip a rule, with what a receiver answers.

Rules that this run has broken are filled; the clause and the close code or HTTP status stand at the right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from protocol.facts import Broke, Missed
from protocol.rules import RULES
from protocol.vocabulary import NEVER_SENT

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from app.figures.fault_finding import Finding
    from app.figures.pen import Pen
    from protocol.knowledge import Facts
    from protocol.rules import Rule

LEFT: Final = (32.0, 452.0)
WIDE: Final = 404.0
FOOT: Final = 10.0
ANSWER: Final = 38.0
"""What the answer takes at the right of a row."""

COLUMNS: Final = (
    (("request",), ("response",)),
    (("frame",), ("control", "ping"), ("fragment", "text", "deflate"), ("close",)),
)
"""The groups of each column from top to bottom; a group is the areas under one heading."""


def group_word(words: Words, group: tuple[str, ...]) -> str:
    """The heading above the rules of one group."""
    return {
        "request": words.translate("figures", "Request"),
        "response": words.translate("figures", "Response"),
        "frame": words.translate("figures", "Frame"),
        "control": words.translate("figures", "Control frames"),
        "fragment": words.translate("figures", "Messages"),
        "close": words.translate("figures", "Close"),
    }[group[0]]


def draw_rules(pen: Pen, known: Facts, finding: Finding | None) -> None:
    """All rules in two columns."""
    broken = {fact.rule.id for fact in known.of(Broke)} | {fact.rule.id for fact in known.of(Missed)}
    if finding is not None:
        broken.add(finding.rule.id)
    most = max(sum(len(_rules(group)) + 1 for group in column) for column in COLUMNS)
    row = min(25.0, (pen.room.height - FOOT - pen.room.top) / most)
    for left, column in zip(LEFT, COLUMNS, strict=True):
        y = pen.room.top
        for group in column:
            heading = group_word(pen.room.words, group)
            pen.text(f"group.{group[0]}", left, y + row - 5, heading, 14, bold=True, anchor="start")
            y += row
            for rule in _rules(group):
                _rule(pen, rule, left, y, row - 2, broken=rule.id in broken)
                y += row


def _rules(group: tuple[str, ...]) -> list[Rule]:
    return [rule for area in group for rule in RULES.values() if rule.id.split(".")[0] == area]


def _rule(pen: Pen, rule: Rule, left: float, y: float, height: float, *, broken: bool) -> None:
    words, name = pen.room.words, "rule." + rule.id
    text = words.rule(rule.id)
    answer = "" if rule.close_code in NEVER_SENT else str(rule.close_code or rule.status or "")
    spoken = words.translate("figures", "{rule}. {clause}").format(rule=text, clause=rule.cited)
    fill, stroke, line = ("err.tint", "err.fill", 2.0) if broken else ("raise", "line", 1.0)
    pen.box(
        name, left, y, WIDE, height, fill=fill, stroke=stroke, line=line, radius=4, spoken=spoken,
        links=("rule:" + rule.id,),
    )  # fmt: skip
    base = y + height / 2 + 4.5
    right = left + WIDE - 8
    if answer:
        color = "err.edge" if broken else "text2"
        pen.text(name + "/answer", right, base, answer, Font(13, bold=True, mono=True), color=color, anchor="end")
    clause, size = pen.width(rule.clause, Font(12)), 13
    if not answer and pen.width(text, Font(size, bold=broken)) > right - ANSWER - left - 16 - clause:
        right += ANSWER  # nothing stands there
    space = right - ANSWER - left - 16 - clause
    if pen.width(text, Font(size, bold=broken)) > space:
        size = 12
    pen.text(name + "/clause", right - ANSWER, base, rule.clause, 12, color="text3", anchor="end")
    pen.text(name + "/text", left + 8, base, text, size, bold=broken, anchor="start", within=space)
