"""The translations: complete, compiled, and faithful to the placeholders of the sources."""

from __future__ import annotations

import re
from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from app.drawing.export import ExportError
from app.translate import QtWords, Translators, said, said_reason, system_language

SUPPORT = Path(__file__).resolve().parents[1] / "translations_support.py"


def _support() -> Any:
    spec = spec_from_file_location("translations_support", SUPPORT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


support = _support()
LANGS = ("en", "zh_CN")


@pytest.mark.parametrize("lang", LANGS)
def test_the_file_holds_exactly_the_sentences_of_the_sources(lang: str) -> None:
    held = set(support.finished(support.ts_path(lang)))
    assert held == set(support.expected(lang, support.found())), "run tests/translations_support.py"


@pytest.mark.parametrize("lang", LANGS)
def test_no_sentence_is_unfinished(lang: str) -> None:
    sentences = support.finished(support.ts_path(lang))
    assert [sentence.source for sentence, texts in sentences.items() if not texts] == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_compiled_file_is_up_to_date(lang: str, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    support.release(support.ts_path(lang), fresh)
    assert fresh.read_bytes() == support.ts_path(lang).with_suffix(".qm").read_bytes()


@pytest.mark.parametrize("lang", LANGS)
def test_placeholders_are_those_of_the_source(lang: str) -> None:
    for sentence, texts in support.finished(support.ts_path(lang)).items():
        for text in texts:
            assert _places(text) == _places(sentence.source), sentence.source


def test_chinese_uses_chinese_punctuation() -> None:
    for texts in support.finished(support.ts_path("zh_CN")).values():
        for text in texts:
            assert not re.search(r"[\u4e00-\u9fff][,;:?!]", text), text
            assert not re.search(r"[，。；：？！] ", text), text


def test_words_follow_the_language(translators: Translators) -> None:
    translators.use("zh_CN")
    words = QtWords("zh_CN", lambda rule, lang: f"{rule} {lang}")
    assert words.translate("figures", "all rules hold") == "全部符合"
    assert words.rule("frame.masked") == "frame.masked zh_CN"
    translators.use("en")
    assert QtWords("en", lambda *_: "").translate("figures", "all rules hold") == "all rules hold"


@pytest.mark.parametrize(
    ("lang", "n", "words"), [("en", 1, "1 byte"), ("en", 2, "2 bytes"), ("zh_CN", 1, "1 字节"), ("zh_CN", 5, "5 字节")]
)
def test_plurals(translators: Translators, lang: str, n: int, words: str) -> None:
    translators.use(lang)
    assert QtWords(lang, lambda *_: "").translate("figures", "%n bytes", "", n) == words


def test_an_unknown_language_is_the_callers_error(translators: Translators) -> None:
    with pytest.raises(ValueError, match="fr"):
        translators.use("fr")


def test_going_back_to_english_leaves_no_chinese(translators: Translators) -> None:
    for lang in ("en", "zh_CN", "en"):
        translators.use(lang)
    assert QCoreApplication.translate("actions", "Next step") == "Next step"


def test_the_system_language_is_one_that_there_is() -> None:
    assert system_language() in LANGS


def _places(text: str) -> Counter[str]:
    return Counter(re.findall(r"\{[^}]*\}|%n", text))


@pytest.mark.parametrize(
    ("lang", "sentence", "reason"),
    [
        ("en", "“a.svg” could not be written: permission denied.", "permission denied"),
        ("zh_CN", "无法写入“a.svg”：权限不足。", "权限不足"),
    ],
)
def test_errors_are_said_in_the_language(translators: Translators, lang: str, sentence: str, reason: str) -> None:
    translators.use(lang)
    error = ExportError("“{name}” could not be written: {reason}.", name="a.svg", reason="permission denied")
    assert said(error) == sentence
    assert said_reason(PermissionError(13, "Permission denied")) == reason
    assert str(error) == "“a.svg” could not be written: permission denied."


def test_a_question_needs_no_full_stop() -> None:
    assert said(ValueError("is this its port?")) == "is this its port?"
    assert said(ValueError("是不是这个端口？")) == "是不是这个端口？"


def test_an_error_from_elsewhere_is_a_sentence_too() -> None:
    assert said(ValueError("The moon is full")) == "The moon is full."
    assert said(ValueError("满月。")) == "满月。"
    assert said(ValueError()) == "ValueError."
