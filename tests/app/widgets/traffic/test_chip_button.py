"""A chip: its words, its count, and how on and off differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model.traffic.filtering import GAPS, TEXT, VIOLATIONS
from app.widgets.traffic.chip_button import ChipButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def test_a_pick_is_off_and_a_kind_is_on() -> None:
    assert not VIOLATIONS.usually_on
    assert TEXT.usually_on


def test_on_and_off_look_different(shown: Callable[..., QWidget]) -> None:
    for chip in (VIOLATIONS, GAPS, TEXT):
        button = ChipButton(chip)
        shown(button, button.sizeHint().width())
        before = button.grab().toImage()
        button.toggle()
        assert button.grab().toImage() != before


def test_a_count_makes_it_wider_and_is_said(shown: Callable[..., QWidget]) -> None:
    button = ChipButton(VIOLATIONS)
    shown(button, 200)
    narrow = button.sizeHint().width()
    button.set_count(1234)
    assert button.sizeHint().width() > narrow
    assert button.accessibleName() == "violations 1,234"
    assert button.toolTip() == "Show only rows of this kind"
