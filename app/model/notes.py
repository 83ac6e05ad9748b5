"""What the instructor reads while presenting: plain values, already in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.model.page import Page


@dataclass(frozen=True, slots=True)
class NotedQuestion:
    """The question of a step with what settles it. `right` counts options from 0; None if nothing is right."""

    text: str
    options: tuple[str, ...]
    right: int | None
    answer: str


@dataclass(frozen=True, slots=True)
class NotedVariant:
    """One variant of the lesson, and the keys that choose it, one after the other."""

    id: str
    title: str
    keys: tuple[str, ...]
    on: bool


@dataclass(frozen=True, slots=True)
class Notes:
    """One step as the instructor needs it. Texts are Markdown as in `Page`."""

    place: str = ""
    """Where in the lesson this is: the number of the step, and the variant."""
    caption: str = ""
    """What the room reads."""
    page: Page = field(default_factory=Page)
    following: str = ""
    """The title of what the next press shows."""
    ends: bool = False
    """Whether nothing comes after this step."""
    question: NotedQuestion | None = None
    variants: tuple[NotedVariant, ...] = ()


def elapsed_words(seconds: int) -> str:
    """`7:05`, and from one hour on `1:07:05`."""
    minutes, rest = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
