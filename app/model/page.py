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


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that the reader can do, by id, as a button says it."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that a goal asks for, and whether it holds."""

    text: str
    met: bool


@dataclass(frozen=True, slots=True)
class Goal:
    """What the reader is to bring about. `made` are the moves so far, `hint` one sentence that helps."""

    task: str
    conditions: tuple[Condition, ...]
    moves: tuple[Choice, ...]
    made: tuple[str, ...] = ()
    hint: str = ""

    @property
    def reached(self) -> bool:
        """Whether everything holds."""
        return all(condition.met for condition in self.conditions)


@dataclass(frozen=True, slots=True)
class Fork:
    """What can be changed at this step, and whether another run is kept beside this one."""

    changes: tuple[Choice, ...] = ()
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Ways:
    """How the reader goes through it: the depth of the steps (0: as the lesson has written them) and the questions."""

    depth: int = 0
    written: bool = True
    """Whether there are steps that a lesson has written."""
    mode: str = "may"
