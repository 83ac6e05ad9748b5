"""Motion as a pure function: its ends are exact, its middle lies between."""

from dataclasses import replace

import pytest
from drawing_support import gallery
from hypothesis import given
from hypothesis import strategies as st

from app.drawing.marks import Box, Font, Glyph, Label, Rect, Scene, Stroke
from app.drawing.theme import LIGHT
from app.drawing.tween import CHANGE, CROSS, FLIP, MOVE, changes, duration, ease_in_out, ease_out, travelled, tween


def scene(*marks):
    return Scene(tuple(marks))


def box(name, x=0, fill="ink", **kw):
    return Box(id=name, rect=Rect(x, 0, 10, 10), fill=fill, **kw)


def test_the_ends_are_the_scenes_themselves():
    old, new = scene(box("a")), gallery()
    assert tween(old, new, 0) is old
    assert tween(old, new, 1) is new
    assert tween(old, new, 1.5) is new


@given(st.floats(0.001, 0.999))
def test_what_does_not_change_stands_still(t):
    assert tween(gallery(), replace(gallery(), title="other"), t).marks == tuple(gallery())


@given(st.floats(0.001, 0.999))
def test_every_middle_can_be_painted_and_has_the_new_words(t):
    between = tween(scene(box("a")), gallery(), t)
    assert between.title == gallery().title
    assert len({mark.id for mark in between.marks}) == len(between.marks)
    assert all(0 <= mark.opacity <= 1 for mark in between.marks)


def test_a_box_moves_and_mixes_its_colour():
    old, new = scene(box("a", 0, "ink")), scene(box("a", 100, "stage"))
    (half,) = tween(old, new, 0.5).marks
    assert half.rect.x == pytest.approx(50)
    assert LIGHT.colour(half.fill) == "#8D8E90"
    assert duration(old, new) == MOVE


def test_a_new_mark_fades_in_and_a_gone_one_out():
    (gone, new) = tween(scene(box("old")), scene(box("new")), 0.5).marks
    assert (gone.id, new.id) == ("old", "new")
    assert gone.opacity == pytest.approx(1 - new.opacity)


def test_a_label_with_another_text_is_cross_faded():
    def label(text):
        return Label(id="a", x=0, y=0, text=text, font=Font(), spoken=text)

    old, new = tween(scene(label("CONNECTING")), scene(label("OPEN")), 0.5).marks
    assert (old.text, old.id, old.spoken) == ("CONNECTING", "a~", "")
    assert (new.text, new.id) == ("OPEN", "a")


def test_a_message_grows_from_its_sender():
    message = Stroke(id="m", points=((0, 0), (100, 0)), enter="grow", head=13)
    old, new = scene(), scene(message)
    assert duration(old, new) == CROSS
    (half,) = tween(old, new, 0.5).marks
    assert half.points == ((0, 0), (50, 0))


def test_the_length_of_a_way_around_a_corner():
    way = ((0, 0), (10, 0), (10, 30))
    assert travelled(way, 0.5) == ((0, 0), (10, 0), (10, 10))
    assert travelled(way, 1) == way
    assert travelled(way, 0)[-1] == (0, 0)


def test_verdicts_appear_one_after_the_other():
    ticks = [Glyph(id=f"t{i}", x=i, y=0, name="tick") for i in range(4)]
    starts = [change.start for change in changes(scene(), scene(*ticks))]
    assert starts == [0, 60, 120, 180]
    assert duration(scene(), scene(*ticks)) == 180 + CHANGE


def test_many_verdicts_do_not_take_longer_than_a_message():
    ticks = [Glyph(id=f"t{i}", x=i, y=0, name="tick") for i in range(60)]
    assert duration(scene(), scene(*ticks)) < 1000


@pytest.mark.parametrize("ease", [ease_out, ease_in_out])
def test_easing_starts_at_0_ends_at_1_and_never_turns_back(ease):
    steps = [ease(i / 100) for i in range(101)]
    assert (steps[0], steps[-1]) == (0, 1)
    assert steps == sorted(steps)


def test_nothing_to_do_takes_no_time():
    assert duration(gallery(), gallery()) == 0


def bit(value, fill):
    cell = Box(id="bit", rect=Rect(0, 0, 24, 44), fill=fill)
    return scene(cell, Label(id="bit/digit", x=12, y=30, text=value, font=Font(18, mono=True), anchor="middle"))


def test_a_bit_flips_within_120_ms():
    assert duration(bit("0", "op.tint"), bit("1", "op.fill")) == FLIP == 120
    assert duration(bit("1", "op.fill"), bit("0", "op.tint")) == FLIP
    assert duration(bit("1", "op.fill"), bit("1", "len.fill")) == CHANGE


FUTURE = Stroke(id="m", points=((0, 0), (100, 20)), dash=(5, 4), head=9)
CROSSES = Stroke(id="m", points=((0, 0), (100, 20)), head=13, line=3.5, enter="grow")
WORDS = Label(id="m/label", x=50, y=10, text="Close 1000", font=Font(), width=60, anchor="middle")


@pytest.mark.parametrize("before", [(), (FUTURE,), (FUTURE, replace(WORDS, text="Close", color="text3"))])
def test_a_message_crosses_and_takes_its_label_along(before):
    old, new = scene(*before), scene(CROSSES, WORDS)
    assert duration(old, new) == CROSS
    half = {mark.id: mark for mark in tween(old, new, 0.5).marks}
    assert half["m"].points[-1] == (50, 10)
    early = {mark.id: mark for mark in tween(old, new, 0.3).marks}
    assert early["m/label"].x < half["m/label"].x < WORDS.x
    assert (half["m/label"].x, half["m/label"].y) == pytest.approx((25, 5), abs=1.5)
    assert ("m~" in half) == bool(before)


def test_an_arrow_that_stays_does_not_cross_again():
    assert duration(scene(CROSSES, WORDS), scene(CROSSES, WORDS)) == 0
    past = replace(CROSSES, color="text3", line=1.5)
    assert duration(scene(CROSSES, WORDS), scene(past, WORDS)) == CHANGE


def test_in_another_figure_nothing_crosses_and_what_is_to_come_never_does():
    rows = tuple(box(f"row{number}", 20 * number) for number in range(8))
    assert duration(scene(*rows), scene(CROSSES, WORDS)) == CHANGE
    assert duration(scene(*rows), scene(*rows, replace(FUTURE, enter="grow"), WORDS)) == CHANGE
    assert duration(scene(*rows), scene(*rows, CROSSES, WORDS)) == CROSS
