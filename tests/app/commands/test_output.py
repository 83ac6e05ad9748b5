"""How every verb speaks."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

from app.commands.output import UNUSABLE, complain, print_json, print_text, visible, write_bytes

if TYPE_CHECKING:
    import pytest


def test_a_complaint_is_one_line_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    assert complain("No file\nhas this name.") == UNUSABLE == 2
    assert capsys.readouterr() == ("", "No file\\nhas this name.\n")


def test_json_is_one_document_in_ascii(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"text": "你"})
    output = capsys.readouterr().out
    assert output.isascii()
    assert json.loads(output) == {"text": "你"}


def test_a_narrow_console_gets_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    console = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(console, encoding="ascii", write_through=True))
    print_text("“é”")
    assert console.getvalue() == b"\\u201c\\xe9\\u201d\n"


def test_only_what_can_be_seen() -> None:
    assert visible("a\x1b[2J\n\u202e你") == "a\\x1b[2J\\n\\u202e你"


def test_bytes_as_they_are(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write_bytes(b"\x81\x00\r\n")
    assert capfdbinary.readouterr().out == b"\x81\x00\r\n"


def test_escapes_are_those_of_python() -> None:
    every = "".join(map(chr, range(0x11_0000)))
    shown = visible(every)
    assert shown.isprintable()
    assert shown == "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in every)
