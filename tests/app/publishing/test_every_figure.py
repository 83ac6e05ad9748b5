"""Every kind of figure as LaTeX, JSON and words, in both languages: nothing lost, the same bytes, and it compiles."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from latex_support import compiled, engine_of
from storyboard_support import last_scene

from app.columns import wide
from app.diagram.tex_text import escaped
from app.drawing.marks import Label
from app.drawing.theme import PAPER
from app.plain_words import PlainWords
from app.publishing.scene_alt import to_alt
from app.publishing.scene_json import to_json
from app.publishing.scene_tikz import to_tikz
from lessons.loader import FIGURES
from lessons.narration import rules

if TYPE_CHECKING:
    from pathlib import Path


BOTH = [(figure, lang) for figure in FIGURES for lang in ("en", "zh_CN")]


def _words(lang: str) -> PlainWords:
    return PlainWords(lang, rules.text)


@pytest.mark.parametrize(("figure", "lang"), BOTH)
def test_latex_has_every_text(figure: str, lang: str) -> None:
    scene = last_scene(figure, lang)
    source = to_tikz(scene, PAPER, lang)
    plain = engine_of(source) == "pdflatex"
    for mark in scene:
        for text, font, _ in (mark.runs or ((mark.text, mark.font, ""),)) if isinstance(mark, Label) else ():
            if not font.spacing:
                assert escaped(text, plain=plain, mono=font.mono) in source
    assert to_tikz(scene, PAPER, lang) == source


@pytest.mark.parametrize(("figure", "lang"), BOTH)
def test_json_has_every_mark(figure: str, lang: str) -> None:
    scene = last_scene(figure, lang)
    document = json.loads(to_json(scene))
    assert [mark["id"] for mark in document["marks"]] == [mark.id for mark in scene]
    assert [mark["text"] for mark in document["marks"] if mark["kind"] == "label"] == [
        mark.text for mark in scene if isinstance(mark, Label)
    ]


@pytest.mark.parametrize(("figure", "lang"), BOTH)
def test_the_words_are_whole_sentences_in_narrow_lines(figure: str, lang: str) -> None:
    text = to_alt(last_scene(figure, lang), "", _words(lang))
    assert all(wide(line) <= 78 or " " not in line for line in text.splitlines())
    title, *paragraphs = text.rstrip("\n").split("\n\n")
    assert "".join(title.split()) == "".join(last_scene(figure, lang).title.split())
    assert len(paragraphs) >= 2
    assert all(
        each.endswith((".", "!", "?", "…", ":", ".”", "?”", "!”", "。", "！", "？", "：", "。”")) for each in paragraphs
    )
    assert len(text) < 8000
    assert to_alt(last_scene(figure, lang), "", _words(lang)) == text


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_it_compiles(lang: str, tmp_path: Path) -> None:
    """Some of the figures in each language, to stay quick; English ones whose texts are Western."""
    some = FIGURES[::2] if lang == "en" else FIGURES[1::4]
    sources = [to_tikz(last_scene(figure, lang), PAPER, lang) for figure in some]
    wanted = "pdflatex" if lang == "en" else "xelatex"
    log = compiled(tmp_path, [source for source in sources if engine_of(source) == wanted])
    assert "Overfull" not in log
    assert "Missing character" not in log
