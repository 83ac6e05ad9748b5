"""The language of the window: which translators are installed, and where figures get their words.

English is the source language and needs a translation of its own only for plurals ("1 byte", "2 bytes").
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.reasons import SaidError, reason
from lessons.error import LessonError

if TYPE_CHECKING:
    from protocol.recording import Loaded

FOLDER: Final = Path(__file__).resolve().parents[1] / "resources" / "translations"
LANGUAGES: Final = ("en", "zh_CN")

RuleSentence = Callable[[str, str], str]
"""(rule id, language) -> the sentence of that rule."""


class QtWords:
    """Implements `app.drawing.marks.Words` over the translators that are installed."""

    def __init__(self, lang: str, rule_sentence: RuleSentence) -> None:
        self._lang = lang
        self._rule_sentence = rule_sentence

    @property
    def lang(self) -> str:
        """`en` or `zh_CN`."""
        return self._lang

    def translate(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str:
        """The sentence in the current language; `%n` is replaced by `n`, with its plural form."""
        return QCoreApplication.translate(context, source, disambiguation or None, n)

    def rule(self, rule_id: str) -> str:
        """The sentence of a rule in the current language."""
        return self._rule_sentence(rule_id, self._lang)


class Translators:
    """The translators of one language at a time. Installing them makes Qt tell every widget to change its
    words."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self.lang = ""

    def use(self, lang: str) -> None:
        """Switches to a language; one that is not known is an error of the caller."""
        if lang not in LANGUAGES:
            raise ValueError(lang)
        if lang == self.lang:
            return
        self.lang = lang
        old, self._installed = self._installed, []
        qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._install(f"qtbase_{lang}", qt_folder)
        self._install(f"websocket101_{lang}", FOLDER)
        for translator in old:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(QLocale(lang))

    def _install(self, name: str, folder: Path) -> None:
        translator = QTranslator(self._app)
        if translator.load(name, str(folder)):
            self._installed.append(translator)
            self._app.installTranslator(translator)


def system_language() -> str:
    """The first language that the desktop asks for and that there is; English if there is none."""
    for wanted in QLocale.system().uiLanguages():
        if wanted.lower().startswith("zh"):
            return "zh_CN"
        if wanted.lower().startswith("en"):
            return "en"
    return "en"


def said(error: Exception) -> str:
    """What went wrong, as a whole sentence in the current language; errors from elsewhere speak English."""
    if isinstance(error, SaidError):
        words = QCoreApplication.translate(error.context, error.source)
        values = dict(error.values)
        if "reason" in values:
            values["reason"] = QCoreApplication.translate("reasons", values["reason"])
        text = words.format(**values)
    elif isinstance(error, LessonError):
        from app.lesson_sentences import said_lesson  # noqa: PLC0415  # most lessons are sound

        text = said_lesson(error)
    else:
        text = str(error) or type(error).__name__
    return text if text.endswith((".", "。", "?", "？", "!", "！")) else f"{text}."


def said_damage(path: Path, loaded: Loaded) -> str:
    """Where the file of a recording stops being readable: its first line is the setup, each other one an entry."""
    if not loaded.damage:
        return ""
    text = QCoreApplication.translate(
        "session", "{path}, line {line}: not an entry; {count} entries before it were read."
    )
    count = len(loaded.recording)
    return text.format(path=path, line=count + 2, count=count)


def said_reason(error: OSError) -> str:
    """Why the operating system said no, as the end of a sentence in the current language."""
    return QCoreApplication.translate("reasons", reason(error))
