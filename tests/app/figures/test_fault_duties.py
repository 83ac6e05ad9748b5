"""What was done about a duty is read from what happened after the fault."""

from __future__ import annotations

import pytest

from app.figures.fault_duties import asked, doer, done
from app.figures.fault_finding import find
from protocol.laws import law_of
from protocol.vocabulary import Role
from tests.app.figures.fault_support import facts_of
from tests.figures_support import PlainWords

WORDS = PlainWords()


def deeds(rule: str, stop: int | None = None) -> list[tuple[str, str]]:
    facts = facts_of(rule)
    known = facts.until(len(facts) if stop is None else stop)
    finding = find(known)
    assert finding is not None
    found = [done(WORDS, known, finding, duty) for duty in law_of(finding.rule).duties]
    return [(one.glyph, one.text) for one in found]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (
            "frame.rsv",
            [("tick", "sends TCP FIN"), ("tick", "sends Close 1002"), ("tick", "nothing reaches the program")],
        ),
        ("request.version", [("tick", "sends 426 Upgrade Required")]),
        ("ping.answer", [("cross", "no pong before the end of TCP")]),
        ("close.answer", [("cross", "ends TCP without one"), ("tick", "Client’s program is told 1006")]),
        ("close.lost", [("warning", "ends TCP without one"), ("tick", "Server’s program is told 1006")]),
        ("request.wait", [("cross", "sends a frame at once")]),
        ("close.after", [("tick", "nothing reaches the program")]),
    ],
)
def test_done(rule: str, expected: list[tuple[str, str]]) -> None:
    assert deeds(rule) == expected


def test_nothing_is_done_before_it_is() -> None:
    place = facts_of("frame.rsv").place("client.broken.0")
    assert place is not None
    assert [glyph for glyph, _ in deeds("frame.rsv", place + 1)] == ["pending", "pending", "tick"]


@pytest.mark.parametrize(("rule", "who"), [("request.syntax", "server"), ("response.accept", "client")])
def test_an_endpoint_that_is_closed_may_still_write_its_answer(rule: str, who: str) -> None:
    place = facts_of(rule).place(f"{who}.closed")
    assert place is not None
    assert deeds(rule, place + 1)[0][0] == "pending"
    assert deeds(rule)[0][0] == "tick"


def test_who_is_asked_for_it() -> None:
    finding = find(facts_of("close.answer"))
    assert finding is not None
    first, second = law_of(finding.rule).duties
    assert (doer(finding, first), doer(finding, second)) == (Role.SERVER, Role.CLIENT)
    assert asked(WORDS, finding, first) == "send a Close frame"
