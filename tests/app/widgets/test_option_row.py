"""An option of a prediction: as high as its words need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.widgets.option_row import LEAST, OptionRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def test_height_follows_the_words(shown: Callable[..., QWidget]) -> None:
    short, long = OptionRow(1, "No"), OptionRow(2, "0x80 and the length need 9 more bytes; 4 are left")
    assert short.heightForWidth(229) == LEAST
    assert long.heightForWidth(229) == 58


def test_states_look_different(shown: Callable[..., QWidget]) -> None:
    row = OptionRow(1, "No: protocol error")
    shown(row, 229, 39)
    pictures = []
    for state in ("open", "chosen", "other"):
        row.set_state(state, enabled=state == "open")  # type: ignore[arg-type]
        pictures.append(row.grab().toImage())
        assert row.isEnabled() is (state == "open")
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
