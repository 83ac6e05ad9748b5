"""How the benchmarks measure, and the table that they print.

Contenders run in turn in one process: each round runs each of them once on the same bytes, and begins with another
one. What a contender needs is prepared before the clock starts. The garbage collector runs before each of them and
stands still while it runs. The clock is the processor time of the process, so that another program that takes its
turn does not count. The best of all rounds is what the code costs when nothing disturbs it; the median says whether
the best is a lucky one. What a figure is worth on another machine is its ratio to another figure of the same run.
"""

from __future__ import annotations

import gc
import platform
import statistics
import time
from dataclasses import asdict, dataclass
from importlib import metadata
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LIBRARIES: Final = ("websockets", "wsproto")
"""What the project is measured against."""


@dataclass(frozen=True, slots=True)
class Contender:
    """Something that is timed: `run` with what `prepare` gave. `prepare` costs nothing."""

    name: str
    prepare: Callable[[], Any]
    run: Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Times:
    """How long a contender took in seconds, over all rounds."""

    best: float
    median: float


def race(contenders: Sequence[Contender], rounds: int) -> dict[str, Times]:
    """Each contender once a round; the times of each by name."""
    taken: dict[str, list[float]] = {contender.name: [] for contender in contenders}
    for number in range(rounds):
        first = number % len(contenders)
        for contender in (*contenders[first:], *contenders[:first]):
            taken[contender.name].append(seconds(contender))
    return {name: Times(min(all_of_it), statistics.median(all_of_it)) for name, all_of_it in taken.items()}


def seconds(contender: Contender) -> float:
    """How long one run takes. What it returns is kept until the clock has stopped, so that freeing costs nothing."""
    prepared = contender.prepare()
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        result = contender.run(prepared)
        taken = time.process_time() - start
    finally:
        gc.enable()
    del result
    return taken


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was measured: `best` and `median` in `unit`, and what is asked of the best, if anything.

    `at_most` says that less is better; `details` are the figures behind a ratio, in microseconds.
    """

    benchmark: str
    what: str
    best: float
    median: float
    unit: str
    asked: float | None = None
    at_most: bool = False
    details: str = ""

    @property
    def met(self) -> bool | None:
        """Whether what is asked for is reached; None if nothing is."""
        if self.asked is None:
            return None
        return self.best <= self.asked if self.at_most else self.best >= self.asked


def ratio_row(
    benchmark: str,
    what: str,
    ours: Times,
    other: str,
    theirs: Times,
    *,
    asked: float | None = None,
    count: int = 1,
) -> Row:
    """How many times as fast as the other one this project is. `count` is how many things one run did."""
    details = f"{ours.best / count * 1e6:.2f} us against {theirs.best / count * 1e6:.2f} us"
    best, median = theirs.best / ours.best, theirs.median / ours.median
    return Row(benchmark, what, best, median, f"x {other}", asked, details=details)


def versions() -> dict[str, str]:
    """Python and the libraries of this run."""
    found = {platform.python_implementation(): platform.python_version()}
    for name in LIBRARIES:
        found[name] = metadata.version(name)
    extension = "with" if find_spec("websockets.speedups") is not None else "without"
    found["websockets"] += f" {extension} its C extension"
    return found


def table(rows: Sequence[Row]) -> str:
    """The rows as Markdown."""
    lines = ["| benchmark | what | best | median | asked | met | figures |", "|---|---|---:|---:|---:|---|---|"]
    for row in rows:
        asked = "" if row.asked is None else f"{'<=' if row.at_most else '>='} {number(row.asked)}"
        met = {None: "", True: "yes", False: "**no**"}[row.met]
        best = f"{number(row.best)} {row.unit}"
        lines.append(
            f"| {row.benchmark} | {row.what} | {best} | {number(row.median)} | {asked} | {met} | {row.details} |"
        )
    return "\n".join(lines)


def number(value: float) -> str:
    """Three digits that count, thousands with commas."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def document(rows: Sequence[Row], *, quick: bool) -> dict[str, Any]:
    """The rows as JSON."""
    return {"versions": versions(), "quick": quick, "rows": [{**asdict(row), "met": row.met} for row in rows]}
