"""Why bytes are no HTTP head, and a text no list of extensions, in the reader's language. The sentences are those of
`protocol.http11` and `protocol.extension_list`, which know no translation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.reasons import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.drawing.marks import Words
    from protocol.http11 import HeadError

HEADS: Final = (
    QT_TRANSLATE_NOOP("heads", "The first line is not a request line: a method, a target and HTTP/ with a version."),
    QT_TRANSLATE_NOOP("heads", "A header value is folded over two lines."),
    QT_TRANSLATE_NOOP("heads", "The first line is not a status line: HTTP/ with a version, three digits and a reason."),
    QT_TRANSLATE_NOOP("heads", "There are no bytes, but an HTTP head starts with a word."),
    QT_TRANSLATE_NOOP("heads", "The first byte is 0x{byte:02x}, but an HTTP head starts with a word."),
    QT_TRANSLATE_NOOP("heads", "The head does not end: it is longer than 16 KiB."),
    QT_TRANSLATE_NOOP("heads", "The head does not end: the empty line at its end is missing."),
    QT_TRANSLATE_NOOP("heads", "The byte 0x{byte:02x} at offset {offset} stands in no HTTP head."),
    QT_TRANSLATE_NOOP("heads", "There are {count} header lines; {most} are the limit."),
    QT_TRANSLATE_NOOP("heads", "A header line is not a name, a colon and a value."),
)
"""Every sentence that a HeadError can have."""

EXTENSIONS: Final = (
    QT_TRANSLATE_NOOP("extensions", "The list names no extension."),
    QT_TRANSLATE_NOOP("extensions", "Between two extensions stands a comma, before a parameter a semicolon."),
    QT_TRANSLATE_NOOP("extensions", "An extension starts with a name."),
    QT_TRANSLATE_NOOP("extensions", "After a semicolon comes the name of a parameter."),
    QT_TRANSLATE_NOOP("extensions", "After an equals sign comes a value."),
    QT_TRANSLATE_NOOP("extensions", "A quoted value has no closing quote."),
    QT_TRANSLATE_NOOP("extensions", "A quoted value holds a character that no token has, or nothing."),
)
"""Every sentence that an ExtensionError can have."""


def said_head(words: Words, error: HeadError) -> str:
    """Why these bytes are no head."""
    return words.translate("heads", error.source).format(**error.values)
