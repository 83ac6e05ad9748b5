"""The words of figures without Qt: the same translations, read from their source, for commands that draw nothing."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER: Final = Path(__file__).resolve().parents[1] / "resources" / "translations"

SOURCE: Final = "en"
"""The language that the program is written in: only its plurals are translated."""


TAG: Final = "<(name|source|comment|translation|numerusform|/message)\\b([^>]*)>([^<]*)"
"""What a file of translations says: a tag, its attributes, and the text that follows."""

ENTITIES: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


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
    return read((FOLDER / f"websocket101_{lang}.ts").read_bytes().decode().replace("\r\n", "\n"))


def read(text: str) -> dict[tuple[str, str, str], tuple[str, ...]]:
    """The same of a file of Qt Linguist. Of its XML only what it writes is read: nothing stands in a text but entities.
    Reading all of XML would take ten times as long, and a command waits for it."""
    found: dict[tuple[str, str, str], tuple[str, ...]] = {}
    context = source = comment = translation = ""
    forms: list[str] = []
    vanished = False
    for tag, more, content in re.findall(TAG, text):
        match tag:
            case "source":
                source = content
            case "translation":
                translation, vanished = content, 'type="vanished"' in more
            case "/message":
                forms = forms or [translation]
                if all(forms) and not vanished:
                    found[_plain(context), _plain(source), _plain(comment)] = tuple(map(_plain, forms))
                source = comment = translation = ""
                vanished, forms = False, []
            case "numerusform":
                forms.append(content)
            case "comment":
                comment = content
            case _:
                context = content
    return found


def _plain(text: str) -> str:
    """Without entities."""
    return re.sub("&(#x?)?(\\w+);", _letter, text) if "&" in text else text


def _letter(entity: re.Match[str]) -> str:
    kind, name = entity.groups()
    return chr(int(name, 16 if kind == "#x" else 10)) if kind else ENTITIES[name]


def plain_words(lang: str) -> PlainWords:
    """The words of a language, with the sentences of rules as the narration says them."""
    return PlainWords(lang, _rule_sentence)


def _rule_sentence(rule_id: str, lang: str) -> str:
    # Only what breaks a rule needs its sentence, and in English that is the rule's own.
    if lang == SOURCE:
        from protocol.rules import RULES  # noqa: PLC0415  # only what breaks a rule

        return RULES[rule_id].text
    from lessons.narration.rules import text  # noqa: PLC0415  # only what breaks a rule

    return text(rule_id, lang)
