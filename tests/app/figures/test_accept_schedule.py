"""One word of the schedule: its bytes or its sources, and the words known so far."""

from __future__ import annotations

from app.drawing.marks import Box, Label
from app.figures.accept import draw
from protocol.accept import accept_trace
from tests.accept_support import KEY, handshake_facts
from tests.figures_support import plain_room


def test_four_words_make_one() -> None:
    scene = draw(handshake_facts(), 3, "schedule.37", plain_room())
    labels = [scene.find(f"schedule/source.{row}") for row in range(4)]
    assert [label.text for label in labels if isinstance(label, Label)] == ["W34", "W29", "W23", "W21"]
    numbers = [scene.find(f"schedule/{row}/hex") for row in ("source.0", "source.1", "source.2", "source.3")]
    w34, w29, w23, w21 = (int(label.text, 16) for label in numbers if isinstance(label, Label))
    mixed, word = scene.find("schedule/mixed/hex"), scene.find("schedule/word/hex")
    assert isinstance(mixed, Label)
    assert isinstance(word, Label)
    assert int(mixed.text, 16) == w34 ^ w29 ^ w23 ^ w21
    assert word.text == "35d36946"


def test_four_bytes_make_one_of_the_first_16() -> None:
    scene = draw(handshake_facts(), 3, "schedule.5", plain_room())
    labels = [scene.find(f"schedule/byte.{row}/hex") for row in range(4)]
    assert [label.text for label in labels if isinstance(label, Label)] == ["5a Z", "51 Q", "3d =", "3d ="]
    word = scene.find("schedule/word/hex")
    assert isinstance(word, Label)
    assert word.text == "5a513d3d"


def test_the_table_does_not_give_later_words_away() -> None:
    words = accept_trace(KEY).sha1.blocks[0].words
    scene = draw(handshake_facts(), 3, "schedule.37", plain_room())
    for t, word in enumerate(words):
        label = scene.find(f"table/w.{t}")
        assert isinstance(label, Label)
        assert (label.text == f"{word:08x}") == (t <= 37)


def test_the_framed_column_tells_something() -> None:
    scene = draw(handshake_facts(), 3, "schedule.37", plain_room())
    framed = [mark for mark in scene.marks if isinstance(mark, Box) and "column." in mark.id and mark.stroke]
    assert len(framed) == 1
    equation = scene.find("schedule/equation")
    assert isinstance(equation, Label)
    assert equation.text in framed[0].spoken
    assert equation.text.endswith("= 1")
