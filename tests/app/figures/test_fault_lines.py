"""The line that breaks a rule is ringed, a header that is missing stands where it is missed."""

from __future__ import annotations

from app.drawing.marks import Box, Label
from app.figures.fault_finding import find, subject_head
from app.figures.fault_lines import draw_bytes, draw_head
from app.figures.pen import Pen
from protocol.vocabulary import Role
from tests.app.figures.fault_support import facts_of
from tests.figures_support import plain_room


def head(rule: str, height: float = 300) -> Pen:
    facts = facts_of(rule)
    finding = find(facts)
    assert finding is not None
    found = subject_head(facts, finding)
    assert found is not None
    pen = Pen(plain_room())
    draw_head(pen, found, finding.who, finding, 100, height)
    return pen


def ringed(pen: Pen) -> list[str]:
    rings = {mark.id.removesuffix("/ring") for mark in pen.marks if isinstance(mark, Box) and mark.id.endswith("/ring")}
    return [mark.text for mark in pen.marks if isinstance(mark, Label) and mark.id in rings]


def test_the_line_that_breaks_the_rule() -> None:
    assert ringed(head("request.version")) == ["Sec-WebSocket-Version: 12"]
    assert ringed(head("request.method")) == ["POST / HTTP/1.1"]


def test_the_header_that_is_missing() -> None:
    assert ringed(head("request.key")) == ["Sec-WebSocket-Key is missing"]


def test_the_line_is_shown_however_small_the_room() -> None:
    assert ringed(head("request.version", 60)) == ["Sec-WebSocket-Version: 12"]


def test_bytes_that_are_no_head() -> None:
    pen = Pen(plain_room())
    draw_bytes(pen, b"HELO \x07\r\n\r\n", Role.CLIENT, broken=True, top=100, height=300)
    assert ringed(pen) == ["HELO ·"]
    assert [mark.text for mark in pen.marks if isinstance(mark, Label)][-1] == "48 45 4c 4f 20 07 0d 0a 0d 0a"
