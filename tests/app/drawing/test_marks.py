"""Rectangles, the order of painting, and scenes that hide their answer."""

from app.drawing.marks import Box, Font, Glyph, Label, Rect, Scene, Stroke, moved


def test_rect_edges_and_union():
    rect = Rect(10, 20, 30, 40)
    assert (rect.right, rect.bottom) == (40, 60)
    assert rect.contains(10, 20)
    assert not rect.contains(40, 20)
    assert rect.united(Rect(0, 50, 5, 100)) == Rect(0, 20, 40, 130)


def test_a_scene_gives_its_marks_by_above_then_position():
    low, high, low_too = (
        Box(id="a", rect=Rect(0, 0, 1, 1)),
        Box(id="b", rect=Rect(0, 0, 1, 1), above=2),
        Box(id="c", rect=Rect(0, 0, 1, 1)),
    )
    assert [mark.id for mark in Scene((high, low, low_too))] == ["a", "c", "b"]


def test_a_veiled_label_shows_a_question_mark_and_says_nothing():
    answer = Label(id="code/text", x=0, y=0, text="1006", font=Font(), spoken="1006", runs=(("1006", Font(), "text"),))
    other = Label(id="state", x=0, y=0, text="OPEN", font=Font(), spoken="OPEN")
    veiled = Scene((answer, other)).veiled(["code/*"])
    hidden = veiled.find("code/text")
    assert isinstance(hidden, Label)
    assert (hidden.text, hidden.runs, hidden.spoken) == ("?", (), "")
    assert veiled.find("state") == other


def test_every_kind_of_mark_moves():
    assert moved(Box(id="b", rect=Rect(1, 2, 3, 4)), 3, -1).rect == Rect(4, 1, 3, 4)
    assert moved(Stroke(id="s", points=((0, 0), (5, 5))), 3, 1).points == ((3, 1), (8, 6))
    glyph = moved(Glyph(id="g", x=1, y=2, name="tick"), 3, 1)
    label = moved(Label(id="l", x=1, y=2, text="a", font=Font()), 3, 1)
    assert (glyph.x, glyph.y) == (label.x, label.y) == (4, 3)
