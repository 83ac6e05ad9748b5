"""The strip of close codes below the theatre: what has travelled is filled, and red if it may not travel."""

from __future__ import annotations

import pytest

from app.drawing.marks import Box, Scene
from app.figures.close import draw
from protocol.vocabulary import Role
from tests.conversations import chat, close
from tests.figures_support import plain_room


def said(code: int) -> Scene:
    """The theatre when the client has sent a Close with this code."""
    facts = close(chat(), Role.CLIENT, code)
    sent = facts.place("client.frame.1.sent")
    assert sent is not None
    return draw(facts, sent + 1, "", plain_room())


def filled(drawn: Scene) -> dict[str, str]:
    """The codes and ranges that are filled, with their colours."""
    marks = [mark for mark in drawn if isinstance(mark, Box) and mark.id.startswith(("code.", "range."))]
    return {mark.id: mark.fill for mark in marks if mark.fill in {"ink", "err.fill", "sel"}}


@pytest.mark.parametrize(
    ("code", "marks"),
    [
        (1000, {"code.1000": "ink", "range.1000": "sel"}),
        (1005, {"code.1005": "err.fill", "range.1000": "sel"}),
        (4000, {"range.4000": "ink"}),
        (2999, {"range.1000": "err.fill"}),
        (0, {"range.0": "err.fill"}),
        (5000, {}),
    ],
)
def test_a_code_fills_its_box_or_its_range(code: int, marks: dict[str, str]) -> None:
    assert filled(said(code)) == marks
