"""The words of figures without Qt: the same translations, read from their source, for commands that draw nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER: Final = Path(__file__).resolve().parents[1] / "resources" / "translations"

SOURCE: Final = "en"
"""The language that the program is written in: only its plurals are translated."""


class PlainWords:
    """Implements `app.drawing.marks.Words`; what has no translation stays English."""

    def __init__(self, lang: str, rule_sentence: Callable[[str, str], str]) -> None:
        self._lang = lang
        self._rule_sentence = rule_sentence

    @property
    def lang(self) -> str:
        """`en` or `zh_CN`."""
        return self._lang

    def translate(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str:
        """The sentence in this language; `%n` is replaced by `n`, with its plural form."""
        if n < 0 and self._lang == SOURCE:
            return source
        forms = _translations(self._lang).get((context, source, disambiguation)) or (source,)
        text = forms[0 if n == 1 else -1]
        return text if n < 0 else text.replace("%n", str(n))

    def rule(self, rule_id: str) -> str:
        """The sentence of a rule in this language."""
        return self._rule_sentence(rule_id, self._lang)


@cache
def _translations(lang: str) -> dict[tuple[str, str, str], tuple[str, ...]]:
    """(context, source, disambiguation) -> the translation, or its plural forms."""
    from xml.etree import ElementTree as ET  # noqa: PLC0415  # English needs none

    found = {}
    for context in ET.parse(FOLDER / f"websocket101_{lang}.ts").getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "vanished":
                continue
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            if all(forms):
                key = (name, message.findtext("source") or "", message.findtext("comment") or "")
                found[key] = tuple(forms)
    return found


def plain_words(lang: str) -> PlainWords:
    """The words of a language, with the sentences of rules as the narration says them."""
    return PlainWords(lang, _rule_sentence)


def _rule_sentence(rule_id: str, lang: str) -> str:
    # Only what breaks a rule needs its sentence, and in English that is the rule's own.
    if lang == SOURCE:
        from protocol.rules import RULES  # noqa: PLC0415

        return RULES[rule_id].text
    from lessons.narration.rules import text  # noqa: PLC0415

    return text(rule_id, lang)
