"""Two futures side by side."""

from __future__ import annotations

import asyncio

import pytest
from figures_support import plain_room, unknown_colours

from app.drawing.hits import bounds
from app.figures.fork import LEFTS, WIDE, draw
from app.network.scenario import play
from lessons.forking import Change, parting
from lessons.model import Action, Scenario
from lessons.order import Order
from protocol.chorus import observe_played
from tests.lessons_support import facts_of

SCENARIO = Scenario(
    seed=2,
    actions=(
        Action("open", "connect"),
        Action("hello", "text", text="Hello"),
        Action("bye", "close", code=1000, reason="done"),
    ),
)


def run(change=None):
    return observe_played(asyncio.run(play(Order(SCENARIO, change=change))))


BASE = run()
CHANGES = [Change("flip", "hello", 1), Change("lose", "bye"), Change("drop", "bye"), Change("skip", "hello")]


@pytest.mark.parametrize("height", [632, 772])
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.kind)
def test_each_column_shows_its_own_future(change, height):
    other = run(change)
    scene = draw(BASE, other, len(other), plain_room(height))
    assert unknown_colours(scene) == set()
    ids = {mark.id for mark in scene.marks}
    assert len(ids) == len(scene.marks)
    place = parting(BASE, other)
    for name, facts in (("base", BASE), ("other", other)):
        frames = [fact.id for fact in list(facts)[place:] if ".frame." in fact.id and fact.id.endswith(".sent")]
        for frame in frames:
            who, _, number, _ = frame.split(".")
            assert f"{name}.frame.{who}.{number}" in ids
    for mark in scene.marks:
        area = bounds(mark)
        assert area.x >= 0
        assert area.right <= 888
        assert area.bottom <= height


def test_what_the_programs_were_told_stands_at_the_foot():
    scene = draw(BASE, run(Change("drop", "bye")), 5, plain_room())
    texts = {mark.id: mark.text for mark in scene.marks if hasattr(mark, "text")}
    assert texts["base.server.end/told"] == "1000, clean"
    assert texts["other.server.end/told"] == "1006, not clean"
    assert texts["base.server.end/reason"] == "“done”"
    assert "1006" in scene.description


def test_a_lost_network_tells_nobody_anything():
    scene = draw(BASE, run(Change("lose", "bye")), 5, plain_room())
    assert scene.find("other.server.end/told").text == "nothing was told"
    assert scene.find("other.client.end").text == "CLOSING"


def test_columns_keep_apart():
    scene = draw(BASE, facts_of("closing-handshake"), 3, plain_room())
    for mark in scene.marks:
        left = LEFTS[0] if mark.id.startswith("base.") else LEFTS[1] if mark.id.startswith("other.") else None
        if left is not None:
            area = bounds(mark)
            assert left - 1 <= area.x
            assert area.right <= left + WIDE + 1


def test_a_state_stands_with_its_glyph_below_the_name_of_its_peer():
    scene = draw(BASE, run(Change("drop", "bye")), 5, plain_room())
    peer, state, glyph = (scene.find("base.client.end" + part) for part in ("/peer", "", "/state"))
    left, right = glyph.x - glyph.size / 2, state.x + state.width / 2
    assert (left + right) / 2 == pytest.approx(peer.x, abs=2)


def test_the_words_of_a_broken_frame_end_before_its_octagon():
    long = Scenario(seed=2, actions=(Action("open", "connect"), Action("say", "text", text="x" * 60)))
    base, other = (
        observe_played(asyncio.run(play(Order(long, change=change)))) for change in (None, Change("flip", "say", 1))
    )
    scene = draw(base, other, len(other), plain_room())
    octagon = next(mark for mark in scene.marks if mark.id.endswith("/fault"))
    words = scene.find(octagon.id.replace("/fault", "/text"))
    assert bounds(words).right <= bounds(octagon).x
