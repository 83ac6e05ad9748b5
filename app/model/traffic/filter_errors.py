"""Why a line is no filter, in the reader's language. The sentences are those of `protocol.filters`, which knows no
translation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.reasons import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from protocol.filters import FilterError


SENTENCES: Final = (
    QT_TRANSLATE_NOOP("filters", "A filter has at most {most} characters."),
    QT_TRANSLATE_NOOP("filters", "This parenthesis was never opened."),
    QT_TRANSLATE_NOOP("filters", "This parenthesis is never closed."),
    QT_TRANSLATE_NOOP("filters", "Before “or” stands a condition."),
    QT_TRANSLATE_NOOP("filters", "After “or” stands a condition."),
    QT_TRANSLATE_NOOP("filters", "After “not” stands a condition."),
    QT_TRANSLATE_NOOP("filters", "“and” stands between two conditions."),
    QT_TRANSLATE_NOOP("filters", "Too many parentheses or “not” stand in one another."),
    QT_TRANSLATE_NOOP("filters", "No condition has the name “{name}”. There are: {names}."),
    QT_TRANSLATE_NOOP("filters", '“{word}” is no condition. To look for a text, put it in quotes: "{word}".'),
    QT_TRANSLATE_NOOP("filters", "The quotes are never closed."),
    QT_TRANSLATE_NOOP("filters", "A value is missing here."),
    QT_TRANSLATE_NOOP("filters", "“{name}” is compared by a colon."),
    QT_TRANSLATE_NOOP("filters", "“{value}” is no number, and no range such as 10-20."),
    QT_TRANSLATE_NOOP("filters", "After “{sign}” stands one number."),
    QT_TRANSLATE_NOOP("filters", "“{value}” is neither client nor server."),
    QT_TRANSLATE_NOOP(
        "filters", "“{value}” is no opcode: text, binary, continuation, close, ping, pong, reserved or 0 to f."
    ),
    QT_TRANSLATE_NOOP("filters", "“{name}” is a number from 0 to {most}."),
    QT_TRANSLATE_NOOP("filters", "“{value}” is nothing that a row can be. There are: {names}."),
    QT_TRANSLATE_NOOP("filters", "Bytes are written as pairs of hex digits, such as 89504e47."),
    QT_TRANSLATE_NOOP("filters", "No rule is called “{value}”, and none stands in such a section."),
    QT_TRANSLATE_NOOP("filters", "After “{sign}” stands one time."),
    QT_TRANSLATE_NOOP("filters", "Both times are times of the day, or both are seconds."),
    QT_TRANSLATE_NOOP("filters", "The range ends before it begins."),
    QT_TRANSLATE_NOOP("filters", "“{value}” is no time, such as 12:04:30 or 2.5."),
    QT_TRANSLATE_NOOP("filters", "There is no such time of the day: “{value}”."),
)
"""Every sentence that a FilterError can have."""


def said_error(error: FilterError) -> str:
    """Why, in the present language."""
    return QCoreApplication.translate("filters", error.source).format(**error.values)
