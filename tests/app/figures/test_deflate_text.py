"""Both messages on one line."""

from __future__ import annotations

from app.figures.deflate_layout import RIGHT, layout_of
from app.figures.deflate_text import draw_messages, letters, place_strips
from app.figures.deflate_view import read_view
from app.figures.pen import Pen
from tests.deflate_support import ADA, BOB, bomb, two_messages
from tests.figures_support import plain_room


def strips_of(facts, focus):
    view = read_view(facts, len(facts), focus)
    return view, place_strips(view, layout_of(plain_room()))


def test_both_fill_the_line_byte_by_byte():
    _, strips = strips_of(two_messages(), "server.1")
    assert strips.before.size == len(ADA)
    assert strips.current.size == len(BOB)
    assert abs(strips.current.right - RIGHT) < 1
    assert strips.before.pitch == strips.current.pitch


def test_a_copy_points_into_the_message_before():
    view, strips = strips_of(two_messages(), "server.1")
    first, _, last = view.shown.copies
    assert strips.source(first) == (strips.before.x(1), strips.before.x(9))
    assert strips.source(last)[0] == strips.before.x(ADA.index('ada"'))
    assert strips.target(first) == (strips.current.x(1), strips.current.x(9))


def test_a_long_message_is_cut_and_says_so():
    view, strips = strips_of(bomb(), "server.0")
    assert strips.current.elided
    assert strips.current.right <= RIGHT
    pen = Pen(plain_room())
    draw_messages(pen, view, strips)
    texts = {mark.id: getattr(mark, "text", "") for mark in pen.marks}
    assert texts["letter.more"] == "…"
    assert texts["message.0/size"] == "60000 bytes"


def test_literals_have_a_ground_and_the_current_copy_another():
    facts = two_messages()
    view, strips = strips_of(facts, "server.1/copy:1")
    pen = Pen(plain_room())
    draw_messages(pen, view, strips)
    fills = {mark.id: mark.fill for mark in pen.marks if mark.id.startswith("text.")}
    kinds = ["pay.tint", "", "pay.tint", "pay.tint", "pay.tint", "sel", "", "", ""]
    assert [fills[f"text.{place}"] for place in range(9)] == kinds


def test_characters_are_as_wide_as_their_bytes():
    assert letters("a 你\n".encode()) == [(0, 1, "a"), (1, 1, "·"), (2, 3, "你"), (5, 1, "▯")]
    assert [at for at, _, _ in letters(b"\xff\xe4\xbd")] == [0, 1, 2]
