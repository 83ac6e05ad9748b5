"""The dark card: its parts, its lines, and that it never covers what it explains."""

import pytest
from figures_support import PlainMeasure
from hypothesis import given
from hypothesis import strategies as st

from app.drawing.hits import bounds, touching
from app.drawing.marks import Box, Font, Label, Rect
from app.drawing.tooltip import WIDEST, family, parts, tooltip, wrap

ROOM = Rect(0, 0, 888, 772)
MASK = (
    "MASK, bit 8, value 1, byte 1 mask 0x80. Set on every frame from client to server. A server that receives "
    "an unmasked frame must close the connection. RFC 6455 section 5.1"
)


def target(x=255, y=200, spoken=MASK, fill="mask.fill"):
    return Box(id="bit.8", rect=Rect(x, y, 24, 44), fill=fill, spoken=spoken)


def test_the_first_sentence_is_the_title():
    assert parts(MASK)[0] == "MASK, bit 8, value 1, byte 1 mask 0x80."
    assert parts("检查 Host：服务器有这个名字。")[0] == "检查 Host"
    assert parts("one sentence") == ("", "one sentence")


def test_the_card_stands_above_when_there_is_room_else_below():
    assert tooltip(target(), ROOM, PlainMeasure())[0].rect.bottom < 200
    assert tooltip(target(y=10), ROOM, PlainMeasure())[0].rect.y > 54


@given(st.integers(0, 860), st.integers(0, 720), st.text(min_size=1, max_size=300).filter(str.strip))
def test_the_card_never_covers_its_target_and_stays_between_the_sides(x, y, spoken):
    mark = target(x, y, spoken)
    marks = tooltip(mark, ROOM, PlainMeasure())
    card = marks[0].rect
    assert not touching(card, bounds(mark))
    assert card.x >= 8
    assert card.right <= ROOM.right - 8 + 1e-6


def test_all_text_lies_in_the_card():
    marks = tooltip(target(), ROOM, PlainMeasure())
    card = marks[0].rect
    for label in marks:
        if isinstance(label, Label):
            assert card.x < bounds(label).x
            assert bounds(label).right < card.right
            assert card.y < label.y < card.bottom


def test_a_silent_mark_has_none():
    assert tooltip(target(spoken=""), ROOM, PlainMeasure()) == ()


@pytest.mark.parametrize(("fill", "name"), [("mask.fill", "mask"), ("pay.tint", "pay"), ("ink", ""), ("ok.fill", "")])
def test_only_fields_and_peers_have_a_swatch(fill, name):
    assert family(target(fill=fill)) == name


def test_chinese_breaks_between_characters_but_not_before_a_full_stop():
    lines = wrap("握手" * 30 + "。", Font(14), PlainMeasure())
    assert len(lines) == 2
    assert not lines[1].startswith("。")


@given(st.text(alphabet="ab 中，", max_size=200))
def test_wrapping_loses_nothing_but_spaces_and_keeps_to_the_width(text):
    lines = wrap(text, Font(14), PlainMeasure())
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        if " " in line or "中" in line:
            assert PlainMeasure().width(line, Font(14)) <= WIDEST or len(line.split()) == 1


def test_a_word_that_is_wider_than_a_line_is_broken():
    token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9." * 5
    lines = wrap("Cookie: " + token + " and more", Font(14), PlainMeasure())
    assert max(PlainMeasure().width(line, Font(14)) for line in lines) <= WIDEST
    assert "".join(lines).replace(" ", "") == f"Cookie:{token}andmore"
    card = tooltip(target(spoken=token), ROOM, PlainMeasure())[0].rect
    assert card.right <= ROOM.right - 8
