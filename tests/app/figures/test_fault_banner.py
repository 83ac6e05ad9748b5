"""The red card quotes the RFC, and its own word is solid for a MUST."""

from __future__ import annotations

import pytest

from app.drawing.marks import Box, Label
from app.figures.fault_banner import draw_banner, level_tag, rule_text
from app.figures.fault_finding import find
from app.figures.pen import Pen
from protocol.laws import law_of
from tests.app.figures.fault_support import FAULTS, facts_of
from tests.figures_support import plain_room


@pytest.mark.parametrize("rule", FAULTS)
def test_the_sentence_is_quoted_whole(rule: str) -> None:
    finding = find(facts_of(rule))
    assert finding is not None
    law, pen = law_of(finding.rule), Pen(plain_room())
    draw_banner(pen, finding, law)
    lines = [mark.text.strip() for mark in pen.marks if isinstance(mark, Label) and mark.id.startswith("fault/quote")]
    said = law.quote.replace("_", "").replace("|", "").replace("  ", " ")
    assert 1 <= len(lines) <= 2
    assert said.startswith(lines[0].strip("“”"))


@pytest.mark.parametrize(("level", "fill"), [("MUST", "ink"), ("MUST NOT", "ink"), ("SHOULD", ""), ("MAY", "")])
def test_a_must_is_solid(level: str, fill: str) -> None:
    pen = Pen(plain_room())
    width = level_tag(pen, "tag", level, 100, 50)
    (box,) = [mark for mark in pen.marks if isinstance(mark, Box)]
    assert (box.fill, box.rect.x, box.rect.width) == (fill, 100, width)


def test_the_rule_that_no_byte_breaks_has_words() -> None:
    finding = find(facts_of("request.wait"))
    assert finding is not None
    assert rule_text(Pen(plain_room()), finding) == finding.rule.text
