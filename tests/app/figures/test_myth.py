"""The claims put to the test: open until everything was seen, then a verdict that the run bears out."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from app.drawing.marks import Box, Glyph, Label, Scene
from app.figures.myth import draw
from app.figures.myth_seen import Seen
from app.figures.myth_table import BY_ID, MYTHS
from app.trying import variant_in
from protocol.chorus import Chorus, as_chorus
from protocol.facts import TcpEnded
from protocol.knowledge import Facts
from tests.conversations import CONVERSATIONS
from tests.figures_support import PlainWords, plain_room
from tests.layout_support import layout_faults
from tests.lessons_support import facts_of, lesson

IDS = [myth.id for myth in MYTHS]


def at(myth: str, cursor: int | None = None, height: float = 772, run: str = "") -> Scene:
    facts = facts_of("myths", run or myth)
    room = replace(plain_room(height), top=140)
    return draw(facts, len(facts) if cursor is None else cursor, myth, room)


def text(drawn: Scene, name: str) -> str:
    found = drawn.find(name)
    assert isinstance(found, Label), name
    return found.text


def glyph(drawn: Scene, name: str) -> str:
    found = drawn.find(name)
    assert isinstance(found, Glyph), name
    return found.name


def values(facts: Facts | Chorus, myth: str, cursor: int) -> list[str]:
    chorus = as_chorus(facts).until(cursor)
    seen = Seen(chorus.connection(), chorus, PlainWords(), over=cursor >= len(facts))
    return [row.value for row in BY_ID[myth].evidence(seen).rows]


def test_every_claim_has_a_variant_of_its_own() -> None:
    assert [variant.id for variant in lesson("myths").variants] == IDS
    assert len(IDS) >= 12


@pytest.mark.parametrize("myth", IDS)
def test_before_the_end_the_verdict_is_open(myth: str) -> None:
    last = len(facts_of("myths", myth)) - 1
    for cursor in (0, 1, last):
        drawn = at(myth, cursor)
        assert text(drawn, "verdict/mark") == "?"
        band = drawn.find("verdict")
        assert isinstance(band, Box)
        assert band.dash


@pytest.mark.parametrize("myth", IDS)
def test_at_the_end_the_run_bears_out_the_verdict(myth: str) -> None:
    drawn = at(myth)
    wrong = BY_ID[myth].verdict == "wrong"
    assert glyph(drawn, "verdict/mark") == ("cross" if wrong else "warning")
    assert text(drawn, "verdict/word") == ("Wrong" if wrong else "Half true")
    assert text(drawn, "verdict/clause.0/text") == BY_ID[myth].clauses[0]
    rows = [mark for mark in drawn if isinstance(mark, Glyph) and mark.id.startswith("row.")]
    assert 4 <= len(rows) <= 6
    assert {mark.name for mark in rows} == {"done"}


@pytest.mark.parametrize("myth", IDS)
def test_a_plain_conversation_bears_out_only_what_every_one_does(myth: str) -> None:
    facts = CONVERSATIONS["still open"]()
    drawn = draw(facts, len(facts), myth, plain_room())
    assert isinstance(drawn.find("verdict/mark"), Glyph) is (myth in {"key", "masking"})


@pytest.mark.parametrize("myth", IDS)
def test_what_has_been_seen_stays_seen(myth: str) -> None:
    facts = facts_of("myths", myth)
    known = [[bool(value) for value in values(facts, myth, cursor)] for cursor in range(len(facts) + 1)]
    assert all(after >= before for one, two in pairwise(known) for before, after in zip(one, two, strict=True))


def test_nothing_is_known_of_a_run_that_has_not_begun() -> None:
    drawn = at("zero", 0)
    assert {glyph(drawn, f"row.{place}") for place in range(6)} == {"pending"}
    assert {text(drawn, f"row.{place}/value") for place in range(6)} == {"–"}


SEEN = {
    "heartbeat": ["9", "A", "5 s", "3", "3", "0"],
    "reconnect": ["RST", "1006, not clean", "0", "1", "1", "0"],
    "gzip": ["permessage-deflate", "1", "1f 8b"],
    "big": ["1", "127, then 64 bits: 100,000", "14", "1", "100,000"],
    "order": ["7", "1, 2, 3, 4, 5, 6, 7", "GET /chat HTTP/1.1", "3", "1, 2, 3", "“Hello”"],
    "1006": ["RST", "1006, not clean", "1006, not clean", "0", "0"],
    "http2": ["101 Switching Protocols", "1", ":method CONNECT, :protocol websocket", "0", "200 on stream 1", "4 of 4"],
    "setting": ["101 Switching Protocols", "1, 2, 3, 4, 5, 6", "not announced", "none: it may not ask"],
    "origin": ["http://evil.example", "server.example.com", "no", "any", "101 Switching Protocols", "“Hello”"],
    "masking": ["7f 9f 4d 51 58", "37 fa 21 3d", "7f XOR 37 = 48", "“Hello”", "“Hello”"],
    "zero": ["Close 0", "00 00", "The close code may be sent in a Close frame", "Close 1002"],
    "network": ["“Hello”", "3,600", "OPEN", "OPEN", "0", "sent, not arrived"],
    "frames": ["3", "1, 0, 0", "0, 0, 1", "ping", "1", "“Hello”"],
    "first": ["1", "Server", "0", "“Hello”"],
}


@pytest.mark.parametrize("myth", SEEN)
def test_what_was_seen(myth: str) -> None:
    facts = facts_of("myths", myth)
    assert values(facts, myth, len(facts))[: len(SEEN[myth])] == SEEN[myth]


def test_a_run_made_for_another_claim_leaves_it_open() -> None:
    for myth, run in (("http2", "setting"), ("setting", "http2")):
        assert text(at(myth, run=run), "verdict/word") == "This run does not show it."


def test_the_list_has_every_claim_and_no_verdict() -> None:
    drawn = draw(facts_of("myths"), 1, "all", plain_room())
    claims = [
        mark.text
        for mark in drawn
        if isinstance(mark, Label) and mark.id.startswith("myth.") and mark.id.endswith("/claim")
    ]
    assert claims == [f"“{myth.claim}”" for myth in MYTHS]
    links = [mark.links for mark in drawn if isinstance(mark, Box) and mark.links]
    assert [variant_in(link) for link in links] == IDS, "a click on a claim switches to its variant"
    assert not [mark for mark in drawn if isinstance(mark, Glyph)]


@pytest.mark.parametrize("height", [632, 772])
@pytest.mark.parametrize("myth", [*IDS, "all"])
def test_nothing_overlaps_and_nothing_leaves_the_stage(myth: str, height: float) -> None:
    run = "" if myth == "all" else myth
    count = len(facts_of("myths", run))
    for cursor in {0, count // 2, count - 1, count}:
        facts = facts_of("myths", run)
        drawn = draw(facts, cursor, myth, replace(plain_room(height), top=140))
        assert layout_faults(drawn) == []
        assert drawn.description


def test_the_reset_is_that_of_the_run() -> None:
    for myth, who in (("reconnect", "server"), ("1006", "client")):
        (ended,) = [one for one in facts_of("myths", myth).of(TcpEnded) if one.kind == "rst"]
        assert ended.who.value == who
