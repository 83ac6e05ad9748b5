"""LaTeX as an outside oracle: several documents of one engine are compiled as the pages of one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from functools import cache
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NEEDED = {
    "pdflatex": ("standalone.cls", "tikzlibrarypatterns.meta.code.tex", "pifont.sty", "phvr8t.tfm", "psyr.tfm",
                 "t1txtt.fd"),
    "xelatex": ("standalone.cls", "tikzlibrarypatterns.meta.code.tex", "pifont.sty", "ctex.sty", "psyr.tfm"),
}  # fmt: skip
"""Files of LaTeX that come in other packages than the engine."""


@cache
def missing(engine: str) -> str:
    """Why nothing can be compiled here, or nothing."""
    if shutil.which(engine) is None:
        return f"there is no {engine} here"
    for name in NEEDED[engine]:
        if subprocess.run(["kpsewhich", name], capture_output=True, check=False).returncode:
            return f"this LaTeX has no {name}"
    return ""


def engine_of(source: str) -> str:
    """What the first line asks for."""
    return source.partition("\n")[0].removeprefix("% !TeX program = ")


def compiled(folder: Path, sources: Sequence[str]) -> str:
    """The log of a document with the pictures of all these; all of them ask for the same engine."""
    engine = engine_of(sources[0])
    if missing(engine):
        pytest.skip(missing(engine))
    (folder / "figures.tex").write_text(joined(sources), encoding="utf-8")
    command = [engine, "-interaction=nonstopmode", "-halt-on-error", "figures.tex"]
    # Where a font is missing, nobody shall try to make it.
    quick = {**os.environ, "MKTEXTFM": "0", "MKTEXMF": "0", "MKTEXPK": "0"}
    done = subprocess.run(command, cwd=folder, env=quick, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout.decode(errors="replace")[-1500:]
    log = (folder / "figures.log").read_text(encoding="utf-8", errors="replace")
    pages = re.search(r"Output written on figures\.pdf \((\d+) pages?", log)
    assert pages, log[-500:]
    assert int(pages[1]) == len(sources)
    return log


def joined(sources: Sequence[str]) -> str:
    """One document: each statement of the preambles once, one page for each picture; captions only of a single one."""
    if len(sources) == 1:
        return sources[0]
    preamble: dict[str, None] = {}
    bodies = []
    for source in sources:
        head, _, body = source.partition("\\begin{document}\n")
        preamble.update(dict.fromkeys(re.split(r"\n(?=\S)", head.strip("\n"))))
        bodies.append(
            body[body.index(r"\begin{tikzpicture}") : body.index(r"\end{tikzpicture}%")] + r"\end{tikzpicture}%"
        )
    statements = [
        re.sub(r"(\\documentclass)\[.*?\]", r"\1[border=0pt,multi=tikzpicture]", each)
        for each in preamble
        if not each.startswith("%")
    ]
    return "\n".join([*statements, "\\begin{document}", *bodies, "\\end{document}", ""])
