"""Shared parts of figures: what they show, and that nothing runs out of its space."""

import pytest
from figures_support import PlainMeasure, plain_room

from app.drawing.marks import Box, Font, Glyph, Label
from app.figures.parts import (
    ChipLook,
    chip,
    chip_width,
    elided,
    elided_label,
    elided_runs,
    peer_head,
    state_pill,
    state_width,
)
from app.figures.pen import Pen
from protocol.vocabulary import Role, State

FONT = Font(10)
BOLD = Font(10, bold=True)
width = PlainMeasure().width


def marks(kind, pen):
    return [mark for mark in pen.marks if isinstance(mark, kind)]


@pytest.mark.parametrize(
    ("text", "space", "shown"),
    [("abcdef", 33, "abcdef"), ("abcdef", 32, "abcd…"), ("abcdef", 6, "…"), ("", 5, ""), ("ab cdef", 22, "ab…")],
)
def test_a_text_is_cut_where_its_space_ends(text, space, shown):
    assert elided(text, FONT, space, plain_room()) == shown
    assert width(shown, FONT) <= space


def test_a_line_of_parts_is_cut_where_its_space_ends():
    runs = (("abc", FONT, "text"), ("defg", BOLD, "text2"), ("h", FONT, "text"))
    assert elided_runs(runs, 44, plain_room()) == runs
    assert elided_runs(runs, 36, plain_room()) == (("abc", FONT, "text"), ("de…", BOLD, "text2"))
    assert elided_runs(runs, 5.5, plain_room()) == (("…", FONT, "text"),)


def test_what_is_cut_off_is_still_spoken():
    pen = Pen(plain_room(), "")
    whole = elided_label(pen, "one", 0, 0, (("abc", FONT, "text"),), space=50)
    cut = elided_label(pen, "two", 0, 0, (("abc", FONT, "text"), ("defgh", FONT, "text")), space=30)
    assert (whole.spoken, cut.text, cut.spoken) == ("", "abcd…", "abcdefgh")
    assert cut.width <= 30


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("role", Role)
def test_a_state_pill_shows_shape_and_name(role, state):
    pen = Pen(plain_room(), "")
    state_pill(pen, 300, 110, role, state, anchor="end")
    (box,) = marks(Box, pen)
    (glyph,) = marks(Glyph, pen)
    (name,) = marks(Label, pen)
    assert (glyph.name, name.text) == (state.name.lower(), state.name)
    assert (box.rect.right, box.rect.width) == (300, state_width(state, plain_room()))
    assert box.rect.x < glyph.x < name.x
    assert name.x + name.width < box.rect.right
    assert state.name in box.spoken
    assert box.links == ("state:" + role.value,)


def test_peers_stand_at_their_lifelines():
    pen = Pen(plain_room(), "")
    peer_head(pen, Role.CLIENT, 110, under="192.0.2.10:49152")
    peer_head(pen, Role.SERVER, 110)
    assert [(glyph.name, glyph.x) for glyph in marks(Glyph, pen)] == [("client", 56), ("server", 832)]
    assert [label.text for label in marks(Label, pen)] == ["Client", "192.0.2.10:49152", "Server"]
    assert pen.marks[0].spoken == "Client, 192.0.2.10:49152"


def test_a_long_address_keeps_to_its_space():
    pen = Pen(plain_room(), "")
    peer_head(pen, Role.SERVER, 110, under="x" * 60, space=100)
    label = marks(Label, pen)[1]
    assert label.width <= 100
    assert label.spoken == "x" * 60


@pytest.mark.parametrize("glyph", [None, "tick"])
def test_a_chip_is_centred_around_its_words(glyph):
    pen = Pen(plain_room(), "p/")
    runs = (("why   ", FONT, "text2"), ("what", BOLD, "text"))
    look = ChipLook("err.fill", glyph)
    chip(pen, "chip", 444, 700, runs, look=look, spoken="why: what")
    (box,) = marks(Box, pen)
    (words,) = marks(Label, pen)
    assert box.rect.x + box.rect.width / 2 == 444
    assert box.rect.width == chip_width(runs, look, plain_room())
    assert (box.id, box.spoken, words.text) == ("p/chip", "why: what", "why   what")
    assert box.rect.x + 10 < words.x
    assert words.x + words.width < box.rect.right
    assert len(marks(Glyph, pen)) == (glyph is not None)
