"""The first word of the command line: which module it goes to, and how every verb ends."""

from __future__ import annotations

import argparse
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest

from app import commands
from app.commands import VERBS, run

ROOT = Path(__file__).parents[3]
KEY = "dGhlIHNhbXBsZSBub25jZQ=="


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_a_module_with_help(verb, capsys):
    assert callable(import_module(f"app.commands.{verb}").run)
    with pytest.raises(SystemExit) as ended:
        run([verb, "--help"])
    assert ended.value.code == 0
    assert f"main.py {verb}" in capsys.readouterr().out


def test_help_lists_every_verb(capsys):
    with pytest.raises(SystemExit) as ended:
        run(["--help"])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    for verb, sentence in VERBS.items():
        assert f"  {verb:<11} {sentence}" in out


@pytest.mark.parametrize("words", [[], ["talk.jsonl"], ["--lesson", "accept-key"]])
def test_without_a_verb_the_window_opens(monkeypatch, words):
    seen = []
    monkeypatch.setattr("app.commands.window.run", lambda arguments: seen.append(arguments) or 0)
    assert run(words) == 0
    assert isinstance(seen[0], argparse.Namespace)


@pytest.mark.parametrize("words", [["--nothing"], ["a", "b"], ["lessons", "extra"], ["accept"], ["lesson"]])
def test_bad_usage_is_one_line(words, capsys):
    with pytest.raises(SystemExit) as ended:
        run(words)
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "--help" in err


def test_ctrl_c_ends_without_a_traceback(monkeypatch, capsys):
    def interrupted(_):
        raise KeyboardInterrupt

    verb = SimpleNamespace(add_parser=lambda subparsers: subparsers.add_parser("lessons"), run=interrupted)
    monkeypatch.setattr(commands, "import_module", lambda name: verb)
    assert run(["lessons"]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("words", ["--help", f"accept {KEY}", f"accept --steps {KEY}", "lessons --json"])
def test_a_reader_that_leaves_early_is_no_error(words):
    """The pipe is closed before a byte is written; Python itself would complain at its end, with code 120."""
    process = subprocess.Popen(
        [sys.executable, "main.py", *words.split()], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert (process.wait(30), err) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", [f"accept {KEY}", "lessons", "decode 8100"])
def test_a_full_disk_is_one_sentence(words):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "main.py", *words.split()], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (2, b"The output cannot be written: no space left on device.\n")
