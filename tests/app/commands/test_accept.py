"""`accept KEY`: what it prints, and with which exit code."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys

import pytest

from app.commands import accept
from protocol.accept import accept_trace
from tests.accept_support import KEY

ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    accept.add_parser(parser.add_subparsers())
    args = parser.parse_args(["accept", *words])
    code: int = args.run(args)
    return code


def test_the_value_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(KEY) == 0
    assert capsys.readouterr() == (ACCEPT + "\n", "")


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(KEY, "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document == {"key": KEY, "guid": "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", "accept": ACCEPT}


def test_json_with_steps(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(KEY, "--steps", "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert list(document) == ["key", "guid", "joined_hex", "blocks", "digest_hex", "accept"]
    assert bytes.fromhex(document["joined_hex"]) == (KEY + document["guid"]).encode()
    assert document["digest_hex"] == "b37a4f2cc0624f1690f64606cf385945b2bec4ea"
    assert [len(block["words"]) for block in document["blocks"]] == [80, 80]
    assert [len(block["rounds"]) for block in document["blocks"]] == [80, 80]
    step = document["blocks"][0]["rounds"][37]
    assert list(step) == ["t", "f", "k", "w", "a", "b", "c", "d", "e"]
    assert (step["t"], step["f"], step["a"]) == (37, 0xE36B962A, 0x68760824)


def test_the_table_has_all_160_rounds(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(KEY, "--steps") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1].split() == ["accept", ACCEPT]
    assert max(len(line) for line in lines) <= 80
    rounds = [line.split() for line in lines if line[:2].strip().isdecimal() and line[2:4] == "  "]
    assert [int(words[0]) for words in rounds] == [*range(80), *range(80)]
    expected = [step for block in accept_trace(KEY).sha1.blocks for step in block.rounds]
    for words, step in zip(rounds, expected, strict=True):
        assert [int(word, 16) for word in words[1:]] == [step.f, step.w, *step.registers]
    bands = [line for line in lines if line.startswith("rounds ")]
    assert len(bands) == 8
    assert bands[1] == "rounds 20 to 39: f is Parity, K is 6ed9eba1"
    assert "        c4 ea     49 14 40     xOo=" in lines


@pytest.mark.parametrize(
    ("key", "what"),
    [("hello", "not base64"), ("dGhlIHNhbXBsZSBub25jZQ", "not base64"), ("AAAA", "decodes to 3 bytes")],
)
def test_a_key_that_breaks_the_rule(key: str, what: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(key) == 1
    out, err = capsys.readouterr()
    assert len(out.strip()) == 28
    assert what in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("key", ["", "ключ", "key\udcff"])
def test_a_key_that_is_unusable(key: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(key) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1


def test_no_qt() -> None:
    code = "import app.commands.accept, sys; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
