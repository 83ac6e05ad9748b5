"""Any text in LaTeX: escaped, with substitutes, every space kept."""

from __future__ import annotations

import pytest

from app.diagram.tex_text import escaped, is_plain


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        (r"100% of {a}_b & $c #1 \d", r"100\% of \{a\}\_b \& \$c \#1 \textbackslash{}d"),
        ("~^", r"\textasciitilde{}\textasciicircum{}"),
        ('it\'s "so"', r"it\textquotesingle{}s \textquotedbl{}so\textquotedbl{}"),
        ("“a” – …", r"\textquotedblleft{}a\textquotedblright{} \textendash{} \ldots{}"),
        ("a → b ⊕ c", r"a \Pisymbol{psy}{174} b \Pisymbol{psy}{197} c"),
        ("2³² × ½ é §", "2³² × ½ é §"),
        ("--- <<>> ,,", "-{}-{}- <{}<>{}> ,{},"),
        ("  a  b ", r"\ \ a\ \ b\ "),
        ("a\tb\nc", "a b c"),
        ("a\u200db\ufe0f", "ab"),
        ("\x07\ud800", r"\code{0007}\code{D800}"),
    ],
)
def test_what_pdflatex_reads(text: str, tex: str) -> None:
    assert escaped(text) == tex
    assert is_plain(text)


def test_a_sign_of_another_font_has_a_cell_among_a_typewriters_letters() -> None:
    assert escaped("a→", mono=True) == r"a\cell{\Pisymbol{psy}{174}}"


def test_space_between_letters_comes_after_each() -> None:
    assert escaped("--x", gap=r"\kern1\px{}") == r"-\kern1\px{}-\kern1\px{}x\kern1\px{}"


@pytest.mark.parametrize("text", ["你好", "😀", "Ж", "한국어", "Ŋ", "\ufffd"])
def test_what_needs_xelatex(text: str) -> None:
    assert not is_plain(text)


def test_what_xelatex_reads() -> None:
    assert escaped("“你好”：é", plain=False) == "“你好”：é"
    assert escaped("😀Ж", plain=False) == r"\sign{1F600}\sign{0416}"
    assert escaped("dGhl…", plain=False, mono=True) == r"dGhl\narrow{…}"
    assert escaped("→", plain=False) == r"\Pisymbol{psy}{174}"
