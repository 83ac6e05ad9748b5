"""The page about the program: what it is, its version, and whose work it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.widgets.markdown import paragraphs
from app.widgets.page_dialog import PageDialog
from app.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.widgets.look import Look


class AboutDialog(PageDialog):
    """What this program is, its version, and whose work it stands on."""

    def __init__(self, look: Look, version: str, parent: QWidget | None = None) -> None:
        super().__init__(look, "WebSocket 101", parent)
        self.resize(480, 420)
        texts = (
            self.tr("Version {version}").format(version=version),
            self.tr(
                "A real server and a real client talk over TCP inside this program. "
                "Everything shown is computed from their bytes by the rules of **RFC 6455**."
            ),
            self.tr(
                "Drawn with Qt for Python (LGPL). Fonts: Noto Sans CJK and DejaVu Sans Mono, "
                "bundled under their own free licences."
            ),
            self.tr(
                "Lessons never leave this computer: they stay on its loopback address. "
                "Live goes further only when you tell it to."
            ),
        )
        for source in texts:
            for runs in paragraphs(source):
                words = Text(15, 23)
                words.set_runs(runs)
                self.body.addWidget(words)
        self.body.addStretch(1)
