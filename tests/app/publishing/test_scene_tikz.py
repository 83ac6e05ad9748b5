"""A scene as a LaTeX document: exact statements for hand-made marks, and odd texts that compile."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from drawing_support import gallery
from latex_support import compiled, engine_of

from app.drawing.marks import Box, Font, Glyph, Label, Rect, Scene, Stroke
from app.drawing.patterns import PATTERNS as TILES
from app.drawing.theme import CONTRAST, DARK, PAPER, PATTERNS, THEMES
from app.publishing.scene_tikz import to_tikz

if TYPE_CHECKING:
    from pathlib import Path

RUNS = (("Host: ", Font(15, mono=True), "text2"), ("server", Font(15, True, True), "text"))


def _body(*marks, theme=PAPER, lang="en", **scene) -> list[str]:
    """What stands between the ground and the end of the picture."""
    lines = to_tikz(Scene(marks, 200, 100, **scene), theme, lang).splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith(r"\fill["))
    return lines[start + 1 : lines.index(r"\end{tikzpicture}%")]


def test_a_box() -> None:
    box = Box(id="a", rect=Rect(10, 20, 30.5, 40), fill="op.tint", stroke="op.edge", line=2.5, radius=8, dash=(4, 3))
    [line] = _body(box)
    options, outline = line.split("] ")
    assert options == (
        r"\path[fill=op-tint, rounded corners=8\px, draw=op-edge, line width=2.5\px, dash pattern=on 4\px off 3\px"
    )
    assert outline == "(10,20) rectangle (40.5,60);"


def test_a_box_that_cannot_be_seen_is_left_out() -> None:
    assert _body(Box(id="a", rect=Rect(0, 0, 9, 9)), Box(id="b", rect=Rect(0, 0, 9, 9), fill="ink", opacity=0)) == []


def test_a_hatched_box_has_a_pattern_of_its_colour() -> None:
    source = to_tikz(Scene((Box(id="a", rect=Rect(0, 0, 20, 20), fill="pane", hatch="line2"),)), PAPER)
    assert r"\path[preaction={fill=pane}, pattern=hatch-5-line2] (0,0) rectangle (20,20);" in source
    assert r"\pgfdeclarepattern{name=hatch-5-line2, type=colored," in source
    assert r"\pgfsetstrokecolor{line2}\pgfsetlinewidth{0.9\px}" in source


def test_a_line_ends_under_its_arrow_head() -> None:
    assert _body(Stroke(id="a", points=((0, 10), (100, 10)), color="cli.fill", line=3, head=10)) == [
        r"\path[draw=cli-fill, line width=3\px] (0,10) -- (92,10);",
        r"\path[fill=cli-fill] (100,10) -- (90,4.5) -- (90,15.5) -- cycle;",
    ]


def test_glyphs_are_shapes() -> None:
    lines = _body(Glyph(id="a", x=50, y=40, name="cross", size=20, spoken="broken"))
    assert lines[0] == "% broken"
    assert lines[1].startswith(r"\path[fill=err-fill] (40,35.86) -- ")
    assert lines[2].endswith("round] (46.6,36.6) -- (53.4,43.4) (53.4,36.6) -- (46.6,43.4);")
    assert _body(Glyph(id="a", x=50, y=40, name="open", size=20)) == [
        r"\path[fill=text] (50,40) circle[radius=9.5\px];"
    ]


def test_a_label_is_fitted_to_its_width() -> None:
    label = Label(id="a", x=30, y=40, text="100 %", font=Font(13, bold=True), anchor="end", width=37.25)
    assert _body(label) == [r"\node[end, text=text] at (30,40) {\fit{37.25}{\bfseries\size{13}100 \%}};"]


def test_runs_have_fonts_and_colours_of_their_own() -> None:
    [line] = _body(Label(id="a", x=0, y=9, text="Host: server", font=Font(15), runs=RUNS, anchor="middle"))
    place, words = line.split(" {", 1)
    assert place == r"\node[middle, text=text2] at (0,9)"
    assert words == r"{\ttfamily\size{15}Host:\ }{\color{text}\ttfamily\bfseries\size{15}server}};"


def test_struck_text_has_a_line_through_it() -> None:
    assert _body(Label(id="a", x=0, y=9, text="no", font=Font(16), struck=True))[1] == (
        r"\draw[draw=text, line width=1\px] ([yshift=4.8\px]text.base west) -- ([yshift=4.8\px]text.base east);"
    )


def test_a_translucent_mark_is_a_group() -> None:
    box = Box(id="a", rect=Rect(0, 0, 9, 9), fill="ink", opacity=0.35)
    assert _body(box)[0] == r"\begin{scope}[transparency group, opacity=0.35]"


def test_colours_are_defined_once_by_name() -> None:
    source = to_tikz(gallery(), DARK)
    names = re.findall(r"\\definecolor\{(.+?)\}", source)
    assert len(names) == len(set(names))
    assert rf"\definecolor{{op-fill}}{{HTML}}{{{DARK.colour('op.fill')[1:]}}}" in source
    mixed = Box(id="a", rect=Rect(0, 0, 9, 9), fill="text~stage~0.25")
    assert _body(mixed) == [r"\path[fill=text-stage-0-25] (0,0) rectangle (9,9);"]


def test_themes_with_patterns_use_their_tiles() -> None:
    source = to_tikz(Scene((Box(id="a", rect=Rect(0, 0, 40, 40), fill="op.fill"),)), PATTERNS)
    name = PATTERNS.pattern("op.fill")
    assert rf"pattern={name}-white] (0,0) rectangle (40,40);" in source
    assert rf"\pgfsetlinewidth{{{TILES[name].line:g}\px}}" in source


def test_the_engine_follows_from_the_texts() -> None:
    plain, chinese = Scene(()), Scene((Label(id="a", x=0, y=0, text="正常关闭", font=Font(14)),))
    assert engine_of(to_tikz(plain, PAPER)) == "pdflatex"
    assert engine_of(to_tikz(plain, PAPER, "zh_CN")) == "xelatex"
    assert engine_of(to_tikz(chinese, PAPER)) == "xelatex"
    assert engine_of(to_tikz(plain, PAPER, caption="图 1")) == "xelatex"


def test_size_and_caption() -> None:
    source = to_tikz(Scene((), 800, 600), PAPER, caption="One.\nTwo: 5 %.", width=400)
    assert r"\setlength{\px}{0.375bp}" in source
    assert "\nOne.\n\nTwo: 5 \\%.\n" in source
    assert r"\setlength{\px}{0.75bp}" in to_tikz(Scene(()), PAPER)


def test_no_page_is_longer_than_pdf_allows() -> None:
    assert r"\setlength{\px}{0.5bp}" in to_tikz(Scene((), 888, 28_000), PAPER)


@pytest.mark.parametrize("name", THEMES)
def test_the_same_bytes_every_time(name: str) -> None:
    assert to_tikz(gallery(), THEMES[name]) == to_tikz(gallery(), THEMES[name])


HARD = (
    "--- <<>> ,, `` '' ?` !` \"x\" \\ {a} %&_#^~$ ~", "  two  spaces \t ", "\x00\x07\x7f\x9f\ud800", "→←↔↵ ≥ ✓ αβ ␣ …",
    "".join(map(chr, range(0xA1, 0x17F))).replace("\u00ad", ""),
)  # fmt: skip
ANY = ("😀 🔒 Ж Ω عربي हिन्दी", "你好 “中文” ‘x’ … — · 한국어 かな 𠮷", "\ufffd e\u0301 \U0010ffff")


def _odd(texts) -> Scene:
    return Scene(
        tuple(
            Label(id=f"{row}.{mono}", x=9, y=30 * row + 15 * mono + 15, text=text, font=Font(14, row % 2 == 1, mono),
                  width=99, struck=row == 1)
            for row, text in enumerate(texts) for mono in (False, True)
        ),
        title="Odd %$ signs",
    )  # fmt: skip


def test_pdflatex_takes_any_plain_text_and_every_theme(tmp_path: Path) -> None:
    western = tuple(mark for mark in gallery().marks if mark.id != "hanzi")
    sources = [to_tikz(_odd(tuple(text for text in HARD if "Ħ" not in text)), PAPER)]
    sources += [to_tikz(Scene(western), theme) for theme in (PAPER, PATTERNS)]
    assert {engine_of(source) for source in sources} == {"pdflatex"}
    assert "Overfull" not in compiled(tmp_path, sources)


def test_xelatex_takes_any_text(tmp_path: Path) -> None:
    odd = _odd((*HARD, *ANY))
    compiled(tmp_path, [to_tikz(replace(odd, marks=odd.marks + gallery().marks), CONTRAST, "zh_CN", "说明：100 %")])


def test_what_is_said_stands_in_comments_of_one_line() -> None:
    box = Box(id="a", rect=Rect(0, 0, 9, 9), fill="ink", spoken="50 %\nof \ud800 it")
    assert _body(box)[0] == "% 50 % of · it"
    to_tikz(Scene((box,), title="\ud83d", description="a\x00b"), PAPER).encode()
