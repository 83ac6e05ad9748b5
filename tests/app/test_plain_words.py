"""Words without Qt: the same as Qt's, plurals included."""

from __future__ import annotations

import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtWidgets import QApplication

from app.plain_words import FOLDER, PlainWords, read
from app.translate import QtWords, Translators
from lessons.narration.rules import text

SOURCES = ("opcode", "masking key", "Figure {number}.", "there is no such sentence")


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_they_agree_with_qt(qapp: QApplication, lang: str) -> None:
    translators = Translators(qapp)
    translators.use(lang)
    try:
        ours, theirs = PlainWords(lang, text), QtWords(lang, text)
        assert [ours.translate("figures", each) for each in SOURCES] == [
            theirs.translate("figures", each) for each in SOURCES
        ]
        assert ours.rule("frame.masked") == theirs.rule("frame.masked")
    finally:
        translators.use("en")


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_every_message_is_read(lang: str) -> None:
    text = (FOLDER / f"websocket101_{lang}.ts").read_text(encoding="utf-8")
    found = {}
    for context in ET.fromstring(text.partition("?>")[2]).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
            key = context.findtext("name"), message.findtext("source"), message.findtext("comment") or ""
            found[key] = tuple(forms)
    assert found == read(text)


def test_plurals_entities_and_what_is_not_translated() -> None:
    text = """<TS><context><name>a &amp; b</name>
    <message numerus="yes"><location filename="x.py" line="1"/><source>%n &lt;b&gt;</source><comment>c</comment>
      <translation><numerusform>one</numerusform><numerusform>&#x6570; &#65;&quot;</numerusform></translation></message>
    <message><source>gone</source><translation type="vanished">x</translation></message>
    <message><source>open</source><translation type="unfinished"></translation></message>
    <message><source>empty</source><translation type="unfinished"/></message>
    <message numerus="yes"><source>half</source>
      <translation><numerusform>x</numerusform><numerusform></numerusform></translation></message>
    <message><source>last</source><translation>z</translation></message></context></TS>"""
    assert read(text) == {("a & b", "%n <b>", "c"): ("one", '数 A"'), ("a & b", "last", ""): ("z",)}


def test_nothing_of_qt_is_loaded() -> None:
    code = "import sys, app.diagram.frame, app.diagram.formats, app.plain_words; print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
