"""One column of bits: the telling one is framed, and what is said about it is what the function does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drawing.marks import Box, Label
from app.figures.accept import draw
from app.figures.accept_column import equation, telling_bit
from protocol.sha1 import choose, majority, parity
from tests.accept_support import handshake_facts
from tests.figures_support import plain_room

WORD = st.integers(0, 0xFFFFFFFF)
FUNCTIONS = {"Ch": choose, "Parity": parity, "Maj": majority}


@given(WORD, WORD, WORD, st.sampled_from(list(FUNCTIONS)))
def test_bits_that_differ_are_preferred(b: int, c: int, d: int, name: str) -> None:
    bit = telling_bit(name, b, c, d)
    column = {word >> bit & 1 for word in (b, c, d)}
    some_differ = (b ^ c) | (b ^ d)
    if name != "Ch":
        assert (len(column) == 2) == bool(some_differ)
    elif c ^ d:
        assert c >> bit & 1 != d >> bit & 1


def test_the_column_of_the_design() -> None:
    scene = draw(handshake_facts(), 3, "round.1.37", plain_room())
    framed = [mark for mark in scene.marks if isinstance(mark, Box) and mark.id.startswith("column.") and mark.stroke]
    assert [(mark.id, mark.rect.x, mark.rect.width) for mark in framed] == [("column.3", 386, 10)]
    texts = [scene.find(f"column/{part}") for part in ("sum", "first", "second")]
    assert [text.text for text in texts if isinstance(text, Label)] == [
        "1 ⊕ 0 ⊕ 0 = 1", "one of the three is 1:", "odd, so the result is 1",
    ]  # fmt: skip


@pytest.mark.parametrize("t", range(80))
def test_the_story_is_true_in_every_round(t: int) -> None:
    scene = draw(handshake_facts(), 3, f"round.1.{t}", plain_room())
    framed = next(mark for mark in scene.marks if mark.id.startswith("column.") and getattr(mark, "stroke", ""))
    bit = framed.id.removeprefix("column.")
    squares = [scene.find(f"{row}/bit.{bit}") for row in ("before.b", "before.c", "before.d", "mix")]
    b, c, d, f = (int(mark.fill == "ink") for mark in squares if isinstance(mark, Box))
    name = ("Ch", "Parity", "Maj", "Parity")[t // 20]
    assert f == FUNCTIONS[name](b, c, d) & 1
    total, second = scene.find("column/sum"), scene.find("column/second")
    assert isinstance(total, Label)
    assert isinstance(second, Label)
    assert total.text == equation(name, (b, c, d), f)
    assert ("is 1" in second.text) == bool(f)
    assert not any(word in second.text for word in ("dark", "light"))
