"""Glyphs as widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.widgets.glyph_box import GlyphBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def test_another_glyph_is_another_picture(shown: Callable[..., QWidget]) -> None:
    box = GlyphBox("tick", 18, 21)
    shown(box, 18, 21)
    before = box.grab().toImage()
    box.set_glyph("cross")
    assert box.grab().toImage() != before
