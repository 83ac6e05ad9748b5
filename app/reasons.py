"""Errors that can be said in the reader's language: why the operating system said no, and sentences of our own.

The system's own sentences know one language only, so those that people meet are said in words of ours. Nothing here
knows Qt: `app.translate.said` looks the words up.
"""

from __future__ import annotations

import errno
from typing import ClassVar, Final


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:  # noqa: N802 - lupdate finds it by this name
    """Marks a sentence for translation and gives it back as it is."""
    del context
    return source


class SaidError(Exception):
    """`str()` is the English sentence: `source` with `values` filled in. A window translates `source` in `context`."""

    context: ClassVar[str] = ""

    def __init__(self, source: str, **values: str) -> None:
        super().__init__(source.format(**values))
        self.source = source
        self.values = values


REASONS: Final = {
    errno.ENOENT: QT_TRANSLATE_NOOP("reasons", "no such file or directory"),
    errno.ENOTDIR: QT_TRANSLATE_NOOP("reasons", "part of the path is not a directory"),
    errno.EISDIR: QT_TRANSLATE_NOOP("reasons", "it is a directory"),
    errno.EACCES: QT_TRANSLATE_NOOP("reasons", "permission denied"),
    errno.EPERM: QT_TRANSLATE_NOOP("reasons", "operation not permitted"),
    errno.EROFS: QT_TRANSLATE_NOOP("reasons", "the file system is read-only"),
    errno.ENOSPC: QT_TRANSLATE_NOOP("reasons", "no space left on device"),
    errno.ENAMETOOLONG: QT_TRANSLATE_NOOP("reasons", "the name is too long"),
    errno.EADDRINUSE: QT_TRANSLATE_NOOP("reasons", "address already in use"),
    errno.EADDRNOTAVAIL: QT_TRANSLATE_NOOP("reasons", "address not available"),
    errno.ECONNREFUSED: QT_TRANSLATE_NOOP("reasons", "connection refused"),
    errno.EMFILE: QT_TRANSLATE_NOOP("reasons", "too many open files"),
}
"""What is said for the errors that people meet; the English words are the keys of their translation."""


def reason(error: OSError) -> str:
    """The end of a sentence, in English; a window translates it (context `reasons`)."""
    known = REASONS.get(error.errno) if error.errno is not None else None
    return known or (error.strerror or str(error)).lower()
