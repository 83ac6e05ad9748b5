"""The figure `token`: three parts, the checks in their order, and the answer.

Its parts (token_cards, token_checks, token_view) are tested here, on the marks that they draw together.
"""

from __future__ import annotations

import pytest

from app.drawing.marks import Glyph, Label
from app.figures.token import draw
from app.figures.token_view import json_lines, read_token
from protocol.patterns.token_checks import CHECKS
from tests.figures_support import plain_room
from tests.lessons_support import facts_of
from tests.page_support import page_facts


def scene(name, fact="client.told"):
    facts = page_facts()
    return draw(facts, facts.place(f"{name}/{fact}") + 1, name, plain_room())


def moods(drawn):
    return [drawn.find(f"check.{check.id}").name for check in CHECKS]


def text(drawn, mark):
    found = drawn.find(mark)
    assert isinstance(found, Label), mark
    return found.text


def test_before_the_server_has_judged_nothing_is_known():
    drawn = scene("bearer", "request.arrived")
    assert set(moods(drawn)) == {"pending"}
    assert text(drawn, "part.signature/mine") == "not computed"
    assert drawn.find("answer/status") is None


def test_a_good_token_passes_all():
    drawn = scene("bearer")
    assert set(moods(drawn)) == {"tick"}
    assert text(drawn, "answer/status") == "101 Switching Protocols"
    assert text(drawn, "part.payload/line.0") == '"sub": "ann",'


@pytest.mark.parametrize(("name", "failed"), [("expired", 7), ("forged", 4), ("unsigned", 2)])
def test_the_first_check_that_fails_decides(name, failed):
    drawn = scene(name)
    assert moods(drawn) == ["tick"] * failed + ["cross"] + ["none"] * (len(CHECKS) - failed - 1)
    assert text(drawn, "answer/status") == "401 Unauthorized"
    assert text(drawn, "answer/challenge") == 'Bearer error="invalid_token"'


def test_the_signatures_stand_beside_each_other():
    drawn = scene("forged")
    assert text(drawn, "part.signature/theirs") != text(drawn, "part.signature/mine")
    verdict = drawn.find("part.signature/verdict")
    assert isinstance(verdict, Glyph)
    assert verdict.name == "cross"
    assert scene("unsigned").find("part.signature/verdict") is None


def test_the_newest_token_is_shown_if_none_is_named():
    facts = page_facts()
    view = read_token(facts, facts.place("expired/request.sent") + 1, "")
    assert view is not None
    assert view.name == "expired"
    assert view.carrier.id == "authorization"


def test_without_a_token_the_figure_says_so():
    facts = facts_of("closing-handshake")
    assert draw(facts, len(facts), "", plain_room()).find("nothing") is not None


def test_json_is_one_member_a_line():
    assert json_lines(b'{"a":1,"b":"x"}') == ["{", '  "a": 1,', '  "b": "x"', "}"]
    assert json_lines(b"\xff") == ["ÿ"]
    assert json_lines(b"[1]") == ["[1]"]
