"""The values of the side pane."""

from __future__ import annotations

from app.model.page import Fault, Page, Question


def test_they_are_values() -> None:
    assert Question("a?", ("b",)) == Question("a?", ("b",), chosen=None, right=None, answer="")
    assert Page() == Page("", "", (), "")
    assert not Fault("x", "X").on
