"""Runs the benchmarks and prints their table; `--write` puts it into the README beside this file."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:  # started as a script
    sys.path.insert(0, str(ROOT))

from tests.benchmarks import (  # noqa: E402
    figures,
    flood,
    masking,
    observing,
    opening,
    receive,
    recording,
    startup,
    table,
    timing,
)

README: Final = Path(__file__).with_name("README.md")
BEGIN: Final = "<!-- table -->\n"
END: Final = "<!-- end of table -->"

QUICK: Final = {
    "receive": lambda: receive.rows(rounds=5, scale=0.25),
    "masking": lambda: masking.rows(rounds=20, largest=1024**2),
    "recording": lambda: recording.rows(rounds=3, count=20_000, samples=500),
    "observing": lambda: observing.rows(rounds=3, count=20_000),
    "flood": lambda: flood.rows(seconds=3),
    "opening": lambda: opening.rows(rounds=1, count=50_000),
    "startup": lambda: startup.rows(rounds=3, uncompiled=False),
    "table": lambda: table.rows(count=50_000, jumps=40),
    "figures": lambda: figures.rows(rounds=3, many=100),
}
"""Each benchmark in a few seconds: an impression, no proof."""

FULL: Final = {
    "receive": receive.rows,
    "masking": masking.rows,
    "recording": recording.rows,
    "observing": observing.rows,
    "flood": flood.rows,
    "opening": opening.rows,
    "startup": startup.rows,
    "table": table.rows,
    "figures": figures.rows,
}


def main(arguments: list[str] | None = None) -> int:
    """0, or 1 if something that is asked for was not reached."""
    parser = argparse.ArgumentParser(prog="run.py", description="Runs the benchmarks.")
    parser.add_argument("names", nargs="*", choices=[[], *FULL], metavar="NAME", help=f"any of {', '.join(FULL)}")
    parser.add_argument("--quick", action="store_true", help="fewer rounds and frames: an impression, no proof")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument("--write", action="store_true", help="also write the table into the README of the benchmarks")
    args = parser.parse_args(arguments)
    if args.write and (args.quick or args.names):
        parser.error("the README shows a full run: --write goes without --quick and without names")
    rows = []
    for name in args.names or FULL:
        print(f"{name} ...", file=sys.stderr, flush=True)
        rows += (QUICK if args.quick else FULL)[name]()
    if args.json:
        print(json.dumps(timing.document(rows, quick=args.quick), indent=2))
    else:
        print(report(rows))
    if args.write:
        README.write_text(put_into(README.read_text(encoding="utf-8"), report(rows)), encoding="utf-8")
    return int(any(row.met is False for row in rows))


def report(rows: list[timing.Row]) -> str:
    """The versions, the table and how much of what is asked for is met."""
    with_what = ", ".join(f"{name} {version}" for name, version in timing.versions().items())
    asked = [row for row in rows if row.met is not None]
    met = sum(row.met is True for row in asked)
    return f"{with_what}.\n\n{timing.table(rows)}\n\n{met} of the {len(asked)} figures that are asked for are met."


def put_into(text: str, found: str) -> str:
    """The README with another table between its marks. ValueError if it has not exactly one pair of them."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end or BEGIN in after or END in after:
        raise ValueError(f"the README has not one “{BEGIN.strip()}” with “{END}” after it")
    return f"{before}{begin}\n{found}\n\n{end}{after}"


if __name__ == "__main__":
    sys.exit(main())
