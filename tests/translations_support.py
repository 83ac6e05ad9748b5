"""Keeps the translations in step with the sources: `python tests/translations_support.py` brings them up to
date.

English is the source language: its file holds plurals only. Chinese holds every sentence. The .ts files are
what a translator edits, in Qt Linguist or by hand; the .qm files beside them are what the program reads.
Both are committed.

The sentences are found in Python's own syntax tree. `pyside6-lupdate` reads the same calls, but loses those
whose number is an expression, and takes a sentence for a plural only if the number is a literal.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
FORMS = {"en": 2, "zh_CN": 1}
"""How many plural forms a language has."""


class Sentence(NamedTuple):
    """Where a sentence is used, the English words, and what tells it from an equal one."""

    context: str
    source: str
    comment: str

    @property
    def plural(self) -> bool:
        """Whether its words depend on a number."""
        return "%n" in self.source


Finished = dict[Sentence, list[str]]
"""A sentence and its translation, one for each plural form; the empty list while it is unfinished."""


def ts_path(lang: str) -> Path:
    """The file that a translator edits."""
    return FOLDER / f"websocket101_{lang}.ts"


def found() -> list[Sentence]:
    """Every sentence of the sources, sorted."""
    result: set[Sentence] = set()
    for path in (ROOT / "main.py", *(ROOT / "app").rglob("*.py")):
        if path.exists():
            result |= set(_calls(ast.parse(path.read_text("utf-8")), ""))
    return sorted(result)


def _calls(node: ast.AST, class_name: str) -> Iterator[Sentence]:
    """Calls of `tr`, whose context is the class, and of `translate` and `QT_TRANSLATE_NOOP`, which name
    theirs."""
    if isinstance(node, ast.ClassDef):
        class_name = node.name
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        texts = [part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        if name == "tr" and texts:
            yield Sentence(class_name, texts[0], "".join(texts[1:2]))
        elif name in {"translate", "QT_TRANSLATE_NOOP"} and len(texts) >= 2:
            yield Sentence(texts[0], texts[1], "".join(texts[2:3]))
    for child in ast.iter_child_nodes(node):
        yield from _calls(child, class_name)


def expected(lang: str, sentences: list[Sentence]) -> list[Sentence]:
    """The sentences that a language's file must hold."""
    return [sentence for sentence in sentences if lang != "en" or sentence.plural]


def finished(ts: Path) -> Finished:
    """The contents of a .ts file."""
    result: Finished = {}
    for context in ET.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            texts = [message.findtext(tag, "") for tag in ("source", "comment")]
            sentence = Sentence(context.findtext("name", ""), texts[0], texts[1])
            result[sentence] = _translations(message.find("translation"))
    return result


def update() -> None:
    """Reads all sentences of the sources into the .ts files; translations that exist stay."""
    sentences = found()
    for lang in FORMS:
        path = ts_path(lang)
        old = finished(path) if path.exists() else {}
        _write(path, lang, {sentence: old.get(sentence, []) for sentence in expected(lang, sentences)})


def release(ts: Path, qm: Path) -> None:
    """Compiles a .ts file. The old one is replaced in one move: a running window may have it mapped."""
    program = Path(sys.executable).parent / "pyside6-lrelease"
    aside = qm.with_suffix(".new")
    subprocess.run([str(program), "-silent", str(ts), "-qm", str(aside)], check=True, capture_output=True)
    aside.replace(qm)


def _translations(element: ET.Element | None) -> list[str]:
    if element is None or element.get("type"):
        return []
    texts = [form.text or "" for form in element.iter("numerusform")] or [element.text or ""]
    return texts if all(texts) else []


def _write(path: Path, lang: str, sentences: Finished) -> None:
    root = ET.Element("TS", version="2.1", language=lang, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for sentence, texts in sentences.items():
        if sentence.context not in contexts:
            contexts[sentence.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[sentence.context], "name").text = sentence.context
        message = ET.SubElement(contexts[sentence.context], "message")
        ET.SubElement(message, "source").text = sentence.source
        if sentence.comment:
            ET.SubElement(message, "comment").text = sentence.comment
        translation = ET.SubElement(message, "translation")
        if not texts:
            translation.set("type", "unfinished")
        if sentence.plural:
            message.set("numerus", "yes")
            for text in texts or [""] * FORMS[lang]:
                ET.SubElement(translation, "numerusform").text = text
        elif texts:
            translation.text = texts[0]
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")


def main() -> None:
    """Updates and compiles, then says what is left to translate."""
    update()
    for lang in FORMS:
        path = ts_path(lang)
        release(path, path.with_suffix(".qm"))
        for sentence, texts in finished(path).items():
            if not texts:
                print(f"{path.name}: {sentence.context}: {sentence.source!r} is not translated")


if __name__ == "__main__":
    main()
