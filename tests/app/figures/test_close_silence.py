"""A silence in the closing theatre: told when it is over, and never before anybody said Close."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.drawing.marks import Label
from app.figures.close import draw
from tests.app.figures.test_close_turns import silent
from tests.figures_support import plain_room
from tests.layout_support import layout_faults

FACTS = silent()
END = FACTS.place("client.fin")


def said(cursor: int) -> list[str]:
    drawn = draw(FACTS, cursor, "", plain_room())
    return [mark.text for mark in drawn if isinstance(mark, Label) and "silence" in mark.id]


def test_it_is_told_when_it_is_over() -> None:
    assert END is not None
    assert said(END) == []
    assert said(END + 1) == ["10 s of silence"]
    assert said(len(FACTS)) == ["10 s of silence"]


@pytest.mark.parametrize("height", [632, 700, 772])
@pytest.mark.parametrize("top", [96, 136])
def test_it_has_its_place(height: float, top: float) -> None:
    for cursor in range(len(FACTS) + 1):
        assert layout_faults(draw(FACTS, cursor, "", replace(plain_room(height), top=top))) == []
