"""The rows below the theatre when a server with several clients goes home."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import cache

import pytest

from app.drawing.marks import Box, Glyph, Label, Scene
from app.figures.close import draw
from app.network.plays.house import run
from lessons.model import Scenario
from lessons.plays.house import HouseSetup
from protocol.chorus import Chorus, observe_played
from tests.figures_support import plain_room
from tests.layout_support import layout_faults

SEVEN = tuple(f"guest{number}" for number in range(7))


@cache
def house(clients: tuple[str, ...] = ("ada", "ben", "cleo"), reason: str = "") -> Chorus:
    facts = observe_played(
        asyncio.run(run(Scenario(seed=1, play="house", house=HouseSetup(clients=clients, reason=reason))))
    )
    assert isinstance(facts, Chorus)
    return facts


def scene(facts: Chorus, fact: str, height: float = 772, top: float = 96) -> Scene:
    place = facts.place(fact)
    assert place is not None
    return draw(facts, place + 1, "", replace(plain_room(height), top=top))


def test_a_close_stands_in_the_row_of_its_client_as_soon_as_it_is_sent() -> None:
    drawn = scene(house(), "ben/server.frame.1.sent")
    for name, there in (("ada", True), ("ben", True), ("cleo", False)):
        assert (drawn.find(f"house.{name}/server/byte.3") is not None) is there
        assert isinstance(drawn.find(f"house.{name}/client"), Glyph)
    digits = drawn.find("house.ben/server/byte.3/digits")
    assert isinstance(digits, Label)
    assert digits.text == "e9"


def test_at_the_end_both_programs_of_every_row_were_told() -> None:
    drawn = scene(house(), "cleo/server.told")
    for name in ("ada", "ben", "cleo"):
        for role in ("client", "server"):
            label = drawn.find(f"house.{name}/told.{role}")
            assert isinstance(label, Label)
            assert label.text == "1001, clean"
    row = drawn.find("house.cleo")
    assert isinstance(row, Box)
    assert "the client’s program is told 1001, clean" in row.spoken


def test_the_rows_take_the_place_of_the_codes_and_of_what_is_told() -> None:
    drawn = scene(house(), "cleo/server.told")
    assert drawn.find("code.1000") is None
    assert drawn.find("told.client/code/value") is None


def test_a_close_with_a_reason_is_told_in_words() -> None:
    drawn = scene(house(reason="update"), "cleo/server.frame.1.sent")
    label = drawn.find("house.cleo/server")
    assert isinstance(label, Label)
    assert (label.spoken or label.text).startswith("Close  1001  “upda")


def test_those_that_have_no_room_are_counted() -> None:
    drawn = scene(house(SEVEN), "client.told")
    more = drawn.find("house/more")
    assert isinstance(more, Label)
    assert more.text == "and 2 more"
    assert drawn.find("house.guest5") is None


@pytest.mark.parametrize("clients", [("ada", "ben"), ("ada", "ben", "cleo"), SEVEN])
@pytest.mark.parametrize("height", [632, 700, 772])
@pytest.mark.parametrize("top", [96, 136])
def test_nothing_overlaps(clients: tuple[str, ...], height: float, top: float) -> None:
    facts = house(clients, "see you")
    for cursor in range(0, len(facts) + 1, 7):
        assert layout_faults(draw(facts, cursor, "", replace(plain_room(height), top=top))) == []
