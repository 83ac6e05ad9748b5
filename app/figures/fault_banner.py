"""The red card of the fault figure: the rule that is broken, its clause, the RFC's own word and its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font
from app.figures.fault_finding import EARLY
from app.figures.pen import wrap

if TYPE_CHECKING:
    from app.figures.fault_finding import Finding
    from app.figures.pen import Pen
    from protocol.laws import Law

BANNER: Final = 78.0
"""Its height."""
LEFT, RIGHT = 32.0, 856.0


def draw_banner(pen: Pen, finding: Finding | None, law: Law | None) -> None:
    """The rule that is broken, its clause and the RFC's own word, and the sentence that it stands in."""
    words, top = pen.room.words, pen.room.top
    if finding is None or law is None:
        pen.box("fault.none", LEFT, top, RIGHT - LEFT, BANNER, fill="raise", stroke="line2", radius=10, dash=(5, 4))
        pen.glyph("fault.none/glyph", LEFT + 26, top + BANNER / 2, "tick", 26)
        text = words.translate("figures", "No rule is broken so far.")
        pen.text("fault.none/text", LEFT + 50, top + BANNER / 2 + 6, text, 17, bold=True, anchor="start")
        return
    links = ("rule:" + finding.rule.id,)
    rule = rule_text(pen, finding)
    spoken = words.translate("figures", "Broken: {rule} (RFC {rfc} section {section})").format(
        rule=rule, rfc=finding.rule.rfc, section=law.section
    )
    pen.box(
        "fault", LEFT, top, RIGHT - LEFT, BANNER, fill="err.tint", stroke="err.fill", line=2, radius=10, spoken=spoken,
        links=links,
    )  # fmt: skip
    pen.glyph("fault/glyph", LEFT + 26, top + 22, "cross", 26)
    clause = f"RFC {finding.rule.rfc} §{law.section}"
    place = pen.text("fault/clause", RIGHT - 14, top + 27, clause, 14, color="text2", anchor="end").width
    x = RIGHT - 26 - place
    if law.level:
        x -= level_tag(pen, "fault/level", law.level, x, top + 22, right=True) + 10
    label = words.translate("figures", "Broken: {rule}").format(rule=rule)
    pen.text("fault/rule", LEFT + 50, top + 28, label, 17, bold=True, anchor="start", within=x - LEFT - 56)
    if law.quote:
        quote = "“" + law.quote.replace("_", "").replace("|", "").replace("  ", " ") + "”"
        for number, line in enumerate(wrap(quote, Font(13, italic=True), RIGHT - LEFT - 66, pen.room.measure)[:2]):
            pen.text(
                f"fault/quote.{number}", LEFT + 50, top + 50 + 18 * number, line, Font(13, italic=True), color="text2",
                anchor="start",
            )  # fmt: skip


def rule_text(pen: Pen, finding: Finding) -> str:
    """The sentence that is true when the rule holds."""
    if finding.rule is EARLY:
        return pen.words.translate("figures", "The client waits for the answer before it sends more")
    return pen.words.rule(finding.rule.id)


def level_tag(pen: Pen, name: str, level: str, x: float, y: float, *, right: bool = False) -> float:
    """The RFC's own word: solid for a MUST, outlined for the others; its width."""
    font = Font(12, bold=True, spacing=0.3)
    width = pen.width(level, font) + 14
    left = x - width if right else x
    solid = level.startswith("MUST")
    pen.box(name, left, y - 10, width, 20, fill="ink" if solid else "", stroke="ink", line=1.5, radius=4)
    pen.text(name + "/text", left + width / 2, y + 4.4, level, font, color="on-ink" if solid else "text")
    return width
