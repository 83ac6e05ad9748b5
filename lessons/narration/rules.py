"""Every rule as one sentence that is true when the rule holds. English is the rule's own sentence."""

from __future__ import annotations

from lessons.narration import tables
from protocol.rules import RULES


def text(rule_id: str, lang: str) -> str:
    """The sentence of a rule; KeyError for an id that no rule has."""
    own = RULES[rule_id].text
    return tables.table(lang)["rule"][rule_id] if lang == "zh_CN" else own
