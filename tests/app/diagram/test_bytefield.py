"""LaTeX: a document that compiles, with every sign escaped."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from latex_support import engine_of, missing
from patience_support import PATIENCE

from app.diagram.bytefield import to_bytefield
from app.diagram.frame import frame_diagram, layout_diagram
from app.plain_words import PlainWords
from lessons.narration.rules import text
from protocol.frames import FrameReader
from protocol.vocabulary import Role

EN = PlainWords("en", text)


def _source(octets: str, width: int = 32) -> str:
    [frame] = FrameReader().feed(bytes.fromhex(octets))
    sender = Role.CLIENT if frame.masked else Role.SERVER
    return to_bytefield(frame_diagram(frame, sender, EN, width))  # type: ignore[arg-type]


def test_boxes_have_the_widths_of_their_fields() -> None:
    source = _source("818537fa213d7f9f4d5158")
    assert r"\bitheader{0-31}" in source
    first = next(line for line in source.splitlines() if "FIN" in line)
    assert [part[1:].split("}")[0] for part in first.split(r"\bitbox")[1:]] == ["1", "1", "1", "1", "4", "1", "7", "16"]


def test_signs_of_latex_are_escaped() -> None:
    source = _source("8105" + b"{%_\\}".hex())
    assert r"\{\%\_\textbackslash{}\}" in source


def test_what_the_latin_fonts_lack_asks_for_xelatex() -> None:
    source = _source("8103" + "你".encode().hex())
    assert source.startswith("% !TeX program = xelatex")
    assert "你" in source
    assert r"\sign{1F600}" in _source("8104" + "😀".encode().hex())


def test_what_need_not_be_there_is_dashed() -> None:
    source = to_bytefield(layout_diagram(EN))
    boxes = [box for line in source.splitlines() for box in line.split(r"\bitbox") if "dashes" in box]
    assert len(boxes) - 1 == 5  # the definition, and the extended length in three rows, the key in two
    assert r"\usepackage{tikz}" in source
    assert "tikz" not in _source("8900")


def test_chinese_asks_for_xelatex() -> None:
    source = to_bytefield(layout_diagram(PlainWords("zh_CN", text)))
    assert source.startswith("% !TeX program = xelatex")
    assert "操作码" in source


@pytest.mark.parametrize(
    "source",
    [
        _source("818537fa213d7f9f4d5158"),
        _source("827e0100" + "00" * 256, 16),
        to_bytefield(layout_diagram(EN)),
        to_bytefield(layout_diagram(EN, 8)),
        _source("8107" + "你😀".encode().hex()),
        _source("8107" + "€ 5 °".encode().hex()),
        _source("8107" + b"{%_\\}~^".hex()),
    ],
)
def test_it_compiles(tmp_path: Path, source: str) -> None:
    if missing(engine_of(source)):
        pytest.skip(missing(engine_of(source)))
    if subprocess.run(["kpsewhich", "bytefield.sty"], capture_output=True, check=False).returncode:
        pytest.skip("this LaTeX has no bytefield")
    (tmp_path / "frame.tex").write_text(source, encoding="utf-8")
    command = [engine_of(source), "-interaction=nonstopmode", "-halt-on-error", "frame.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=PATIENCE)
    assert done.returncode == 0, done.stdout[-2000:]
    assert b"Overfull" not in done.stdout
