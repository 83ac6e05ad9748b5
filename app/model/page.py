"""What the side pane shows beside a step: plain values, already in the reader's language.

Texts are Markdown with bold, emphasis and code; a blank line begins a new paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """The explanation of a step: title, at most two short paragraphs, citations and one margin note."""

    title: str = ""
    body: str = ""
    rfc: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A prediction. `chosen` counts options from 0.

    `right` is None while the question is open; then `answer` is the one sentence that settles it."""

    text: str
    options: tuple[str, ...]
    chosen: int | None = None
    right: bool | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that can be broken on purpose."""

    id: str
    title: str
    on: bool = False
    sentence: str = ""
