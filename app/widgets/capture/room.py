"""What a figure of this page may use: the fonts and the words of the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.fonts import QtMeasure
from app.drawing.marks import Room
from app.translate import QtWords
from app.widgets.look import look_of
from lessons.narration import rules

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def room_of(widget: QWidget) -> Room:
    """The room for the figures of a widget; they begin at its upper left corner."""
    lang = look_of(widget).lang
    return Room(QtMeasure(lang), QtWords(lang, rules.text), float(widget.height()), top=0)
