"""The registry of close codes: what is marked in it, and that it has room everywhere.

`codes_known`, `codes_table` and `codes_run` are tested here, as they are drawn.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drawing.marks import Box, Glyph, Label, Scene
from app.figures.codes import draw
from protocol.closing import may_be_sent
from protocol.knowledge import Facts
from protocol.vocabulary import Role
from tests.conversations import CONVERSATIONS, chat, close
from tests.figures_support import plain_room
from tests.layout_support import layout_faults


def at(facts: Facts, fact: str = "", height: float = 772) -> Scene:
    place = facts.place(fact) if fact else len(facts) - 1
    assert place is not None
    return draw(facts, place + 1, "", plain_room(height))


def box(drawn: Scene, name: str) -> Box:
    found = drawn.find(name)
    assert isinstance(found, Box)
    return found


def text(drawn: Scene, name: str) -> str:
    found = drawn.find(name)
    assert isinstance(found, Label)
    return found.text


def test_a_code_is_marked_when_it_travels_and_not_before() -> None:
    facts = CONVERSATIONS["client first"]()
    assert box(at(facts, "client.closing"), "code.1000").fill == "raise"
    assert box(at(facts, "client.frame.5.sent"), "code.1000").fill == "ink"


def test_a_forbidden_code_that_travelled_is_red() -> None:
    drawn = at(CONVERSATIONS["forbidden code"]())
    assert box(drawn, "code.1006").fill == "err.fill"
    assert box(drawn, "code.1002").fill == "ink"
    assert drawn.find("run.client/fault") is not None


@pytest.mark.parametrize(("name", "code"), [("no body", 1005), ("reset by the client", 1006)])
def test_a_code_that_was_only_told_has_a_frame_and_no_ink(name: str, code: int) -> None:
    drawn = at(CONVERSATIONS[name]())
    marked = box(drawn, f"code.{code}")
    assert (marked.fill, marked.line) == ("sel", 2.5)
    assert "never travelled" in marked.spoken
    assert text(drawn, "run.server/told").startswith(f"its program is told {code}")


@pytest.mark.parametrize(("code", "first"), [(0, 0), (999, 0), (2999, 1000), (3000, 3000), (4999, 4000), (65535, 5000)])
def test_a_code_without_a_row_stands_in_its_range(code: int, first: int) -> None:
    drawn = at(close(chat(), Role.CLIENT, code), "client.frame.1.sent")
    assert text(drawn, f"range.{first}/code") == str(code)
    others = [mark.id for mark in drawn if mark.id.startswith("range.") and mark.id.endswith("/code")]
    assert others == [f"range.{first}/code"]
    assert box(drawn, f"range.{first}").fill == ("ink" if may_be_sent(code) else "err.fill")


@pytest.mark.parametrize(
    ("code", "client", "server"),
    [(1000, True, True), (1010, True, False), (1011, False, True), (1014, False, True), (1005, False, False)],
)
def test_who_may_send_a_code_has_a_shape_in_its_row(code: int, client: bool, server: bool) -> None:
    drawn = at(CONVERSATIONS["still open"]())
    assert isinstance(drawn.find(f"code.{code}/client"), Glyph) is client
    assert isinstance(drawn.find(f"code.{code}/server"), Glyph) is server


def test_the_frame_below_says_its_bytes_and_its_code() -> None:
    drawn = at(CONVERSATIONS["client first"]())
    digits = [m.text for m in drawn if isinstance(m, Label) and m.id.startswith("run.server/byte")]
    assert digits == ["88", "02", "03", "e8"]
    assert text(drawn, "run.client/body") == "03e8 “done”, masked"


@given(name=st.sampled_from(sorted(CONVERSATIONS)), part=st.floats(0, 1), height=st.sampled_from([632, 700, 772]))
def test_nothing_overlaps_and_nothing_leaves_the_stage(name: str, part: float, height: float) -> None:
    facts = CONVERSATIONS[name]()
    for top in (96, 136):
        drawn = draw(facts, round(part * len(facts)), "", replace(plain_room(height), top=top))
        assert layout_faults(drawn) == []
        assert drawn.description


def test_no_facts_are_no_close() -> None:
    assert draw(Facts(), 0, "", plain_room()).description == "No Close has been sent yet."
