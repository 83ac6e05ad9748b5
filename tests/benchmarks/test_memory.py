"""The memory of a process is its own, not that of who started it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.memory import most_memory

ROOT = Path(__file__).resolve().parents[2]
CODE = "import sys; sys.path.insert(0, '.'); from tests.benchmarks.memory import most_memory; {}print(most_memory())"


def of_another(work: str = "") -> int:
    command = [sys.executable, "-c", CODE.format(work)]
    return int(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)


def test_what_was_held_once_counts() -> None:
    held = of_another("x = bytearray(b'x') * 2**25; del x; ")
    assert held >= of_another() + 2**15 * 0.9


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system counts otherwise")
def test_who_started_it_does_not_count() -> None:
    held = bytearray(b"x") * 2**26
    assert most_memory() > 2**16
    assert of_another() < 2**16
    assert len(held) == 2**26
