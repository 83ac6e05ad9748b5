"""Everything that is to be said about a file besides its connections: what is missing, damaged or no WebSocket."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.widgets.glyph_box import GlyphBox
from app.widgets.page_dialog import PageDialog
from app.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.marks import GlyphName
    from app.widgets.look import Look

GLYPHS: dict[str, GlyphName] = {"note": "document", "lack": "warning", "damage": "cross"}
MOST = 200
"""How many are listed; a file may have thousands of connections with a remark each."""


class RemarksDialog(PageDialog):
    """`remarks` are (kind, sentence), the kind being `note`, `lack` or `damage`."""

    def __init__(self, look: Look, remarks: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(look, QCoreApplication.translate("RemarksDialog", "About this file"), parent)
        for kind, sentence in remarks[:MOST]:
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(GlyphBox(GLYPHS.get(kind, "document"), 18, 22))
            words = Text(14, 22)
            words.set_text(sentence)
            row.addWidget(words, 1)
            self.body.addLayout(row)
        if len(remarks) > MOST:
            more = Text(14, 22, colour="text2")
            more.set_text(self.tr("and %n more", "", len(remarks) - MOST))
            self.body.addWidget(more)
        self.body.addStretch(1)
        self.resize(640, 480)
