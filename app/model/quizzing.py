"""How the reader is asked: not at all, with leave to skip, or with an answer required; and questions made anew."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final, Literal

from app.model.telling import Asked, StepView, Telling, sight
from lessons.quiz import ask

if TYPE_CHECKING:
    from collections.abc import Iterator

Mode = Literal["off", "may", "must"]
MODES: Final[tuple[Mode, ...]] = ("may", "must", "off")
MADE: Final = "made"
"""The id of a question that nobody has written."""


class Quizzing:
    """The questions of one reader. No made question comes twice: each has a seed of its own."""

    def __init__(self, seed: int = 0) -> None:
        self.mode: Mode = "may"
        self._seeds: Iterator[int] = count(seed)
        self._seed: int | None = None
        self._at: tuple[int, str] | None = None
        """Of which telling and which step the present question is."""
        self._chosen = ""
        self._seen: set[str] = set()

    def set_mode(self, mode: str) -> None:
        """One of `MODES`; anything else changes nothing."""
        self.mode = next((known for known in MODES if known == mode), self.mode)

    def ask(self, telling: Telling, view: StepView) -> bool:
        """Make a new question about a step; False if questions are off."""
        if self.mode == "off":
            return False
        facts, cursor = sight(telling, view)
        self._at, self._chosen = (id(telling), view.id), ""
        for seed in self._seeds:
            text = ask(facts.until(cursor), seed, "en").text
            if text not in self._seen:
                self._seen.add(text)
                self._seed = seed
                break
        return True

    def asked(self, telling: Telling, view: StepView, lang: str) -> Asked | None:
        """The made question of this step, if there is one."""
        if self._at != (id(telling), view.id) or self._seed is None:
            return None
        facts, cursor = sight(telling, view)
        made = ask(facts.until(cursor), self._seed, lang)
        right, answer = (made.right, made.answer) if self._chosen else ("", "")
        return Asked(MADE, made.text, made.options, self._chosen, right, answer)

    def answer(self, question: str, option: str) -> bool:
        """Choose an option of the made question; False if this is another one."""
        if question != MADE:
            return False
        self._chosen = option
        return True
