"""A mistake in a lesson's files, as everybody tells it: where it is and what it is.

A sentence is a template, `source`, with `values` to fill in, so that whoever shows it can say it in another language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class LessonError(Exception):
    """A mistake in a lesson's files: where it is and one sentence that says what it is, `source` with `values`."""

    def __init__(self, path: Path | None, line: int, source: str, /, **values: object) -> None:
        sentence = source.format(**values)
        super().__init__(f"{path}:{line}: {sentence}" if path else sentence)
        self.path = path
        self.line = line
        self.source = source
        self.values = values
        self.sentence = sentence


class WordedError(Exception):
    """What is wrong, for somebody who knows where: `str()` is `source` with `values` filled in."""

    def __init__(self, source: str, /, **values: object) -> None:
        super().__init__(source.format(**values))
        self.source = source
        self.values = values


def whole(part: str) -> str:
    """A sentence of its own, which was a part of one."""
    return f"{part[0].upper()}{part[1:]}."
