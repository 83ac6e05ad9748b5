"""Words without Qt: the same as Qt's, plurals included."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication

from app.plain_words import PlainWords
from app.translate import QtWords, Translators
from lessons.narration.rules import text

SOURCES = ("opcode", "masking key", "Figure {number}.", "there is no such sentence")


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_they_agree_with_qt(qapp: QApplication, lang: str) -> None:
    translators = Translators(qapp)
    translators.use(lang)
    try:
        ours, theirs = PlainWords(lang, text), QtWords(lang, text)
        assert [ours.translate("figures", each) for each in SOURCES] == [
            theirs.translate("figures", each) for each in SOURCES
        ]
        assert ours.rule("frame.masked") == theirs.rule("frame.masked")
    finally:
        translators.use("en")


def test_nothing_of_qt_is_loaded() -> None:
    code = "import sys, app.diagram.frame, app.diagram.formats, app.plain_words; print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
