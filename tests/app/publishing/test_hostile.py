"""What a peer sends stays text in every format: well-formed, inert, without signs that control."""

from __future__ import annotations

import json
import re
from functools import cache
from unicodedata import category
from xml.etree import ElementTree as ET

import pytest
from latex_support import compiled, engine_of
from storyboard_support import recording_of

from app.publishing.choices import Choices
from app.publishing.formats import TEXTS, written
from app.publishing.steps import StepSubject
from app.publishing.subjects import FrameSubject
from protocol.frames import FrameReader, encode_frame
from protocol.vocabulary import Opcode, Role

HOSTILE = (
    "\x00\x1b[31m\x07\r\n\x85",
    "\u202egnp.exe\u2066 שלום \u200f",
    "😀👩‍👩‍👧 e\u0301",
    r"\input{/etc/passwd}\write18{rm}",
    r"}\end{document}^^5c",
    '<script>alert(1)</script>"; click A "javascript:x"',
    "%%{init: {}}%%\nend",
    "'''\"]]>&amp;-->|;#35;:::{}[]()",
    "x" * 3000,
)
NUMBERS = range(len(HOSTILE))


@cache
def _recorded():
    return recording_of(*(text.encode() for text in HOSTILE))


@cache
def _step(number: int, suffix: str) -> str:
    """The last step with that text."""
    telling = _recorded()
    return written(StepSubject(telling, telling.count - 3 * (len(HOSTILE) - 1 - number)), suffix, Choices()).decode()


@cache
def _frame(number: int, suffix: str) -> str:
    [frame] = FrameReader().feed(encode_frame(Opcode.TEXT, HOSTILE[number].encode()))
    captions = "both" if suffix in {".svg", ".tex"} else "none"
    return written(FrameSubject(frame, Role.SERVER), suffix, Choices(captions=captions)).decode()


def _controls(text: str) -> set[str]:
    return {sign for sign in text if category(sign) in {"Cc", "Cf"}} - {"\n", "\u200d"}


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("suffix", [*TEXTS, ".svg"])
def test_no_sign_controls_who_reads_it(number: int, suffix: str) -> None:
    for text in (_frame(number, suffix), _step(number, suffix)):
        assert _controls(text) == set()
        assert text.endswith("\n")
        assert len(text) < 400_000


@pytest.mark.parametrize("number", NUMBERS)
def test_documents_are_well_formed(number: int) -> None:
    for text in (_frame(number, ".json"), _step(number, ".json")):
        assert isinstance(json.loads(text), dict)
    for text in (_frame(number, ".svg"), _step(number, ".svg")):
        root = ET.fromstring(text)
        assert not [one.tag for one in root.iter() if one.tag.endswith("script")]


@pytest.mark.parametrize("number", NUMBERS)
def test_latex_has_no_command_of_a_peer(number: int) -> None:
    for text in (_frame(number, ".tex"), _step(number, ".tex")):
        statements = "\n".join(line for line in text.splitlines() if not line.startswith("%"))
        for command in (r"\input{", r"\write18", "^^5c"):
            assert command not in statements
        assert statements.count(r"\end{document}") == 1


@pytest.mark.parametrize("number", NUMBERS)
def test_mermaid_has_no_markup_of_a_peer(number: int) -> None:
    packet, sequence = _frame(number, ".mmd"), _step(number, ".mmd")
    for text in (packet, sequence):
        assert not re.search("<(?!br/>)|%%|&", text)
    assert {line.split()[0] for line in packet.splitlines()} <= {
        "---", "title:", "config:", "packet:", "bitsPerRow:", "bitWidth:", "packet-beta", "accDescr:",
    } | {line.split()[0] for line in packet.splitlines() if re.match(r'\d+(-\d+)?: "[^"]*"$', line)}  # fmt: skip


def test_latex_compiles(tmp_path) -> None:
    """All that one engine reads, in one run each."""
    sources = [_step(number, ".tex") for number in (0, 1, 3, 4, 5)]
    for engine in {engine_of(source) for source in sources}:
        folder = tmp_path / engine
        folder.mkdir()
        compiled(folder, [source for source in sources if engine_of(source) == engine])
