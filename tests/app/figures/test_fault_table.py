"""Left what the RFC asks for, right what was done; below, what both programs are told."""

from __future__ import annotations

from app.drawing.marks import Box, Glyph, Label
from app.figures.fault_finding import find
from app.figures.fault_table import DUTIES, draw_duties, draw_told
from app.figures.pen import Pen
from protocol.laws import law_of
from protocol.vocabulary import Role
from tests.app.figures.fault_support import FAULTS, facts_of
from tests.figures_support import plain_room


def test_no_law_asks_for_more_than_there_is_room_for() -> None:
    for rule in FAULTS:
        finding = find(facts_of(rule))
        assert finding is not None
        assert len(law_of(finding.rule).duties) <= DUTIES


def test_a_duty_says_whose_it_is() -> None:
    facts = facts_of("frame.unmasked")
    finding = find(facts)
    assert finding is not None
    pen = Pen(plain_room())
    draw_duties(pen, facts, finding, law_of(finding.rule), 400)
    peers = [mark for mark in pen.marks if isinstance(mark, Glyph) and mark.id.endswith("/peer")]
    assert [mark.name for mark in peers] == ["client", "client"]
    assert peers[0].spoken == "Client MUST: close the connection. RFC 6455 section 5.1. sends TCP FIN"


def test_without_a_fault_nothing_is_asked_for() -> None:
    facts = facts_of("frame.unmasked")
    pen = Pen(plain_room())
    draw_duties(pen, facts.until(0), None, None, 400)
    texts = {mark.id: mark.text for mark in pen.marks if isinstance(mark, Label)}
    assert texts["duties/none"] == "Nothing: all that was sent is in order."
    assert texts["deeds/none"] == "Nothing needs to be done."


def test_only_a_server_that_refuses_tells_its_program_nothing() -> None:
    texts = {}
    for rule in ("frame.masked", "request.syntax"):
        facts = facts_of(rule)
        for role in Role:
            pen = Pen(plain_room())
            draw_told(pen, facts.until((facts.place(f"{role.value}.closed") or 0) + 1), role, 500)
            texts[rule, role] = next(mark.text for mark in pen.marks if mark.id == f"told.{role.value}/value")
    assert texts.pop(("request.syntax", Role.SERVER)).startswith("nothing: it")
    assert set(texts.values()) == {"nothing yet"}


def test_told_is_dashed_until_it_is_known() -> None:
    facts = facts_of("frame.unmasked")
    for known, dashed in ((facts.until(3), True), (facts, False)):
        pen = Pen(plain_room())
        draw_told(pen, known, Role.CLIENT, 500)
        (box,) = [mark for mark in pen.marks if isinstance(mark, Box)]
        assert bool(box.dash) is dashed
