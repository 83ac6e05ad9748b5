"""Join: every character with its code, and the 60 bytes in one line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.drawing.marks import Box, Label
from app.figures.accept import draw
from protocol.vocabulary import GUID
from tests.accept_support import KEY, WRONG_GUID, handshake_facts
from tests.figures_support import plain_room


def test_24_and_36_cells_with_their_ascii_codes() -> None:
    scene = draw(handshake_facts(), 3, "join", plain_room())
    cells = {mark.id: mark for mark in scene.marks if isinstance(mark, Box) and mark.id.startswith("join/")}
    assert len(cells) == 60
    letters = [scene.find(f"join/key.{place}/letter") for place in range(24)]
    assert "".join(mark.text for mark in letters if isinstance(mark, Label)) == KEY
    code = scene.find("join/key.0/code")
    assert isinstance(code, Label)
    assert code.text == "64"
    assert cells["join/guid.35"].spoken == "GUID, character 36: 1, byte 31"


def test_the_joined_line() -> None:
    scene = draw(handshake_facts(), 3, "join", plain_room())
    joined = scene.find("join/joined")
    assert isinstance(joined, Label)
    assert joined.text == "dGhlIHNhbXBsZSBub25jZQ==258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


def test_a_long_key_is_elided_and_spoken_whole() -> None:
    facts = handshake_facts("k" * 99)
    scene = draw(facts, len(facts), "join", plain_room())
    last = scene.find("join/key.23/letter")
    assert isinstance(last, Label)
    assert last.text == "…"
    joined = scene.find("join/joined")
    assert isinstance(joined, Label)
    assert "k" * 99 in joined.spoken


@pytest.mark.parametrize("height", [632, 772])
def test_the_wrong_guid_of_the_server_stands_below_the_right_one(height: float) -> None:
    room = replace(plain_room(height), options={"server_guid": WRONG_GUID})
    scene = draw(handshake_facts(guid=WRONG_GUID), 3, "join", room)
    letters = [scene.find(f"join/other.{place}/letter") for place in range(36)]
    assert "".join(mark.text for mark in letters if isinstance(mark, Label)) == WRONG_GUID
    assert [mark.id for mark in scene.marks if mark.id.endswith("/ring")] == ["join/other.35/ring"]
    joined = scene.find("join/joined")
    assert isinstance(joined, Label)
    assert joined.text.endswith(KEY + WRONG_GUID)
    assert joined.runs[-1][0::2] == ("2", "err.edge")
    last, panel = scene.find("join/other.35"), scene.find("panel")
    assert isinstance(last, Box)
    assert isinstance(panel, Box)
    assert last.rect.bottom < joined.y - 14 < joined.y < panel.rect.bottom - 8
    assert WRONG_GUID in scene.description


def test_the_right_guid_of_the_server_is_no_news() -> None:
    room = replace(plain_room(), options={"server_guid": GUID})
    assert draw(handshake_facts(), 3, "join", room) == draw(handshake_facts(), 3, "join", plain_room())
