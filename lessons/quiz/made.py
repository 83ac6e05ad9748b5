"""A question before it has words: what it is about, the right answer and the wrong ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lessons.narration import rules, signal_text, tables
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 3
"""Options that a question has."""


@dataclass(frozen=True, slots=True)
class Made:
    """`kind` names its sentences. `values` go into them as they are; `who` and `signal` are put into words. An
    option is shown as it is, or as `texts` says: `rule:ID` for a rule's sentence, else the name of a sentence."""

    kind: str
    right: str
    options: tuple[str, ...]
    values: Mapping[str, str | int] = field(default_factory=dict)
    who: Role | None = None
    signal: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)

    def words(self, lang: str) -> dict[str, str | int]:
        """What is put into the sentences."""
        words: dict[str, str | int] = dict(self.values)
        if self.who is not None:
            words["who"] = tables.text("who", self.who.value, lang)
        if self.signal:
            words["signal"] = signal_text(self.signal, lang)
        words["right"] = self.option_text(self.right, lang)
        return words

    def option_text(self, option: str, lang: str) -> str:
        """An option in words."""
        name = self.texts.get(option, "")
        if name.startswith("rule:"):
            broken = tables.text("quiz", "broken", lang)
            return broken.format(rule=rules.text(name.removeprefix("rule:"), lang))
        return tables.text("quiz", name, lang).format(option=option) if name else option


def three(right: str, wrong: Iterable[str]) -> tuple[str, ...]:
    """The right answer and the first wrong ones that differ from it and from each other."""
    return tuple(dict.fromkeys((right, *wrong)))[:MOST]
