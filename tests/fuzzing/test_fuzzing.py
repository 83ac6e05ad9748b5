"""Every target over all its seeds and some seeded mutations, without any tool; and the machinery around them."""

from __future__ import annotations

import subprocess
import sys
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from tests.fuzzing import corpus
from tests.fuzzing.dice import Dice, cut
from tests.fuzzing.mutation import changed, mutants
from tests.fuzzing.targets import TARGETS, WORDS

MUTANTS = 150
SLOW = {"observer": 60, "client-stream": 80, "server-stream": 80}
SCRIPT = Path(__file__).with_name("fuzz.py")


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_stands_its_seeds_and_some_mutations(name):
    seeds = corpus.seeds_of(name)
    assert seeds, "the corpus has no seed for it"
    for data in seeds:
        TARGETS[name](data)
    for data in islice(mutants(seeds, WORDS, Random(name), 2000), SLOW.get(name, MUTANTS)):
        TARGETS[name](data)


def test_the_corpus_is_small_and_has_no_file_too_many():
    files = list(corpus.FOLDER.iterdir())
    assert {path.stem for path in files} == set(TARGETS)
    assert sum(path.stat().st_size for path in files) < 200_000


def test_dice_give_the_first_choice_when_they_are_used_up():
    dice = Dice(b"\x05\x06")
    assert (dice.number(4), dice.rest, dice.number(4), dice.is_empty, dice.number(4)) == (1, b"\x06", 2, True, 0)


@pytest.mark.parametrize("how", range(12))
@pytest.mark.parametrize("size", [0, 1, 2, 50])
def test_pieces_are_the_whole(how, size):
    assert b"".join(cut(bytes(range(size)), how)) == bytes(range(size))


def test_mutations_are_repeated_from_their_seed():
    first, again, other = (list(islice(mutants([b"Hello", b""], WORDS, Random(n), 100), 50)) for n in (1, 1, 2))
    assert first == again != other
    assert max(map(len, first)) <= 100


def test_every_change_can_happen_to_nothing():
    random = Random(1)
    for _ in range(200):
        changed(b"", [], WORDS, random)


def test_a_seed_is_kept_for_what_only_it_runs(tmp_path):
    """A Close body of one byte, with a good code, with a bad one, with bad UTF-8; and two that say nothing new."""
    inputs = [b"\x03", b"\x03\xe8", b"\x03\xe9", b"\x03\xed", b"\x03\xe8\xff", b"\x03\xe8\xfe"]
    kept = corpus.minimised(TARGETS["close"], inputs)
    assert b"\x03" in kept
    assert b"\x03\xe9" not in kept
    assert not {b"\x03\xe8\xff", b"\x03\xe8\xfe"} <= set(kept)
    corpus.save("close", kept, tmp_path)
    assert corpus.seeds_of("close", tmp_path) == kept
    assert corpus.seeds_of("unknown", tmp_path) == []


def run(*arguments):
    return subprocess.run([sys.executable, SCRIPT, *map(str, arguments)], capture_output=True, text=True, check=False)


def test_the_script_without_coverage(tmp_path):
    done = run("close", "--plain", "--time", "0.2", "--found", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("close: ")
    assert done.stdout.endswith(" inputs, none fails\n")


def test_a_target_that_there_is_not():
    done = run("unknown", "--plain")
    assert done.returncode == 2
    assert done.stderr.startswith("There is no target “unknown”: request, ")
    assert done.stderr.count("\n") == 1


def test_what_fails_is_written_and_shown(tmp_path, monkeypatch, capsys):
    from tests.fuzzing import fuzz

    def breaks(data: bytes) -> None:
        assert len(data) < 3

    monkeypatch.setitem(TARGETS, "close", breaks)
    monkeypatch.setattr(sys, "argv", ["fuzz.py", "close", "--plain", "--time", "5", "--found", str(tmp_path)])
    assert fuzz.main() == 1
    (found,) = tmp_path.iterdir()
    assert len(found.read_bytes()) >= 3
    assert found.read_bytes().hex() in capsys.readouterr().out
