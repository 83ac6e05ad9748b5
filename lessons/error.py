"""A mistake in a lesson's files, as everybody tells it: where it is and what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class LessonError(Exception):
    """A mistake in a lesson's files: where it is and one sentence that says what it is."""

    def __init__(self, path: Path | None, line: int, sentence: str) -> None:
        super().__init__(f"{path}:{line}: {sentence}" if path else sentence)
        self.path = path
        self.line = line
        self.sentence = sentence
