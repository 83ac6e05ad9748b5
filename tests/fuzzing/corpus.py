"""The seeds of each target: one file a target, one input a line, in hex.

An input is kept if it runs a step from line to line in `protocol` or `app` that no smaller one runs. So the files stay
small and say, input by input, what a target can do.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

FOLDER = Path(__file__).parent / "corpus"
ROOT = Path(__file__).parents[2]
OURS = (str(ROOT / "protocol"), str(ROOT / "app"))

Target = Callable[[bytes], None]
Step = tuple[CodeType, int, int]


def path_of(name: str, folder: Path = FOLDER) -> Path:
    """The file of a target's seeds."""
    return folder / f"{name}.hex"


def seeds_of(name: str, folder: Path = FOLDER) -> list[bytes]:
    """The seeds of a target, the smallest first; none if there is no file."""
    path = path_of(name, folder)
    lines = path.read_text(encoding="ascii").splitlines() if path.exists() else []
    return [bytes.fromhex(line) for line in lines]


def save(name: str, seeds: Iterable[bytes], folder: Path = FOLDER) -> None:
    """Write them, the smallest first."""
    folder.mkdir(parents=True, exist_ok=True)
    ordered = sorted(set(seeds), key=lambda seed: (len(seed), seed))
    path_of(name, folder).write_text("".join(seed.hex() + "\n" for seed in ordered), encoding="ascii")


def steps(target: Target, data: bytes) -> set[Step]:
    """The steps from line to line that an input runs in our own code."""
    found: set[Step] = set()
    known: dict[CodeType, bool] = {}

    def follow(frame: FrameType, event: str, _: object) -> Callable[..., Any] | None:
        code = frame.f_code
        if event == "call":
            if code not in known:
                known[code] = code.co_filename.startswith(OURS)
            if not known[code]:
                return None
        last = before.get(frame, 0)
        found.add((code, last, frame.f_lineno))
        before[frame] = frame.f_lineno
        if event == "return":
            before.pop(frame, None)
        return follow

    before: dict[FrameType, int] = {}
    sys.settrace(follow)
    try:
        target(data)
    finally:
        sys.settrace(None)
    return found


def minimised(target: Target, inputs: Iterable[bytes]) -> list[bytes]:
    """Those inputs that run a step which no smaller one runs."""
    known: set[Step] = set()
    kept = []
    for data in sorted(set(inputs), key=lambda each: (len(each), each)):
        new = steps(target, data) - known
        if new:
            known |= new
            kept.append(data)
    return kept
