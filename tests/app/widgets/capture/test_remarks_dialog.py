"""The list of remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.widgets.capture.remarks_dialog import MOST, RemarksDialog
from app.widgets.glyph_box import GlyphBox
from app.widgets.look import Look
from app.widgets.text import Text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_every_remark_with_its_sign(qtbot: QtBot) -> None:
    rows = [("note", "One."), ("lack", "Two."), ("damage", "Three.")]
    dialog = RemarksDialog(Look(), rows)
    qtbot.addWidget(dialog)
    assert [box.glyph for box in dialog.findChildren(GlyphBox)] == ["document", "warning", "cross"]
    assert {"One.", "Two.", "Three."} <= {text.text() for text in dialog.findChildren(Text)}


def test_thousands_are_counted(qtbot: QtBot) -> None:
    dialog = RemarksDialog(Look(), [("note", "Again.")] * (MOST + 50))
    qtbot.addWidget(dialog)
    assert len(dialog.findChildren(GlyphBox)) == MOST
    assert any("50" in text.text() for text in dialog.findChildren(Text))
