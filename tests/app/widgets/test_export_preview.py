"""The preview: all of a figure is seen unless it could not be read then; letters stand in columns, Chinese included."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor

from app.drawing.marks import Scene
from app.drawing.theme import LIGHT
from app.widgets.export_preview import LONGEST, READABLE, ExportPreview


@pytest.fixture
def preview(shown):
    return shown(ExportPreview(), 800, 600)


@pytest.mark.parametrize(
    ("size", "scrolls"), [((888, 772), False), ((1300, 543), False), ((888, 4000), True), ((200, 100), False)]
)
def test_a_figure_is_seen_whole_unless_it_would_be_too_small(preview, size, scrolls):
    preview.show_scene(Scene((), *size), LIGHT, "en")
    sheet, room = preview.sheet, preview.table.size()
    assert sheet.width() <= room.width()
    assert (sheet.height() > room.height()) is scrolls
    assert sheet.scale <= 1.5
    assert sheet.scale >= min(READABLE, 1) or not scrolls


def test_letters_stand_in_columns(preview):
    preview.show_text("abcd|\n掩码|\n", "zh_CN", wrap=False)

    def bar(line):
        cursor = QTextCursor(preview.text.document().findBlockByNumber(line))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfLine)
        return preview.text.cursorRect(cursor).x()

    assert abs(bar(0) - bar(1)) <= 1


def test_of_a_very_long_text_the_beginning_is_shown(preview):
    preview.show_text("x" * (LONGEST + 10), "en", wrap=True)
    assert preview.text.toPlainText() == "x" * LONGEST + "\n…"


def test_leaves_are_only_there_where_there_are_several(preview):
    preview.set_leaves(1, 1, "")
    assert not preview.leaves.isVisible()
    preview.set_leaves(1, 3, "Page 1 of 3")
    assert (preview.back.isEnabled(), preview.next.isEnabled()) == (False, True)
    asked = []
    preview.leafed.connect(asked.append)
    preview.next.click()
    assert asked == [1]
