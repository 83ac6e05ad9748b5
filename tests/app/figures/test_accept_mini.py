"""The miniatures are true: as many bytes, words and rounds as there are."""

from __future__ import annotations

import pytest

from app.drawing.marks import Box, Label, Scene
from app.drawing.theme import CONTRAST
from app.figures.accept import draw
from app.figures.accept_mini import ordinal
from tests.accept_support import handshake_facts
from tests.figures_support import plain_room


def scene_of(focus: str) -> Scene:
    facts = handshake_facts()
    return draw(facts, len(facts), focus, plain_room())


def boxes(scene: Scene, prefix: str) -> list[Box]:
    return [mark for mark in scene.marks if isinstance(mark, Box) and mark.id.startswith(prefix)]


def test_two_blocks_of_64_bytes() -> None:
    cells = boxes(scene_of("digest"), "card.pad/")
    assert len(cells) == 128
    fills = [cell.fill for cell in cells]
    assert [fills.count(fill) for fill in ("cli.fill", "text3", "ink", "sunk", "")] == [24, 36, 1, 59, 8]


def test_before_padding_one_block_is_hinted_at() -> None:
    cells = boxes(scene_of("join"), "card.pad/")
    assert len(cells) == 64
    assert {(cell.fill, cell.stroke) for cell in cells} == {("sunk", "line")}


def test_before_padding_only_the_text_stands_in_its_block() -> None:
    cells = boxes(scene_of("pad.text"), "card.pad/")
    fills = [cell.fill for cell in cells]
    assert [fills.count(fill) for fill in ("cli.fill", "text3", "sunk")] == [24, 36, 4]
    caption = scene_of("pad.text").find("card.pad/caption")
    assert isinstance(caption, Label)
    assert caption.text.startswith("blocks of 64 byt")


@pytest.mark.parametrize("focus", ["join", "pad.text", "round.1.37", "base64.3"])
def test_what_is_0_or_to_come_is_an_outline_in_two_colours_too(focus: str) -> None:
    cells = [mark for mark in scene_of(focus).marks if isinstance(mark, Box)]
    empty = [cell for cell in cells if cell.fill == "sunk" and cell.stroke == "line"]
    assert empty
    assert not [cell.id for cell in cells if cell.fill == "line"]
    assert CONTRAST.colour("sunk") == CONTRAST.colour("raise") != CONTRAST.colour("line")


def test_the_schedule_has_80_words() -> None:
    fills = [cell.fill for cell in boxes(scene_of("digest"), "card.schedule/")]
    assert len(fills) == 80
    assert [fills.count(fill) for fill in ("cli.fill", "text3", "ink", "line2")] == [6, 9, 1, 64]


@pytest.mark.parametrize(("focus", "done"), [("round.1.0", 0.5), ("round.1.37", 37.5), ("round.2.79", 159.5)])
def test_the_bars_are_as_full_as_rounds_are_done(focus: str, done: float) -> None:
    bars = [mark for mark in boxes(scene_of(focus), "card.rounds/") if mark.id.endswith("/done")]
    assert sum(bar.rect.width for bar in bars) == pytest.approx(20.5 * done / 20)


def test_the_number_of_the_round() -> None:
    text = scene_of("round.2.79").find("card.rounds/text")
    assert isinstance(text, Label)
    assert text.text == "160th of 160"


def test_only_english_has_ordinals() -> None:
    text = draw(handshake_facts(), 3, "round.2.79", plain_room(lang="zh_CN")).find("card.rounds/text")
    assert isinstance(text, Label)
    assert text.text == "160 of 160"


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (38, "38th"), (121, "121st")]
)
def test_ordinals(number: int, text: str) -> None:
    assert ordinal(number) == text
