"""Judges our server and our client by the Autobahn Testsuite: `python tests/conformance/autobahn.py both`.

Prints the counts of every verdict and each case that is not OK. A run of all cases renews its section of `results.md`.
The exit code is 0 if every case is OK or INFORMATIONAL in what was said and in how it closed, 1 if one is not or has
no result, 2 if the suite could not run.
"""

from __future__ import annotations

import argparse
import asyncio
import platform
import shutil
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # started by its path, a script finds only its own folder

from tests.conformance.suite import SuiteError, describe, find_python2, install, judge_client, judge_server  # noqa: E402
from tests.conformance.verdicts import Suite, Verdict, counts, join_sections, place, remarkable, section, shares  # noqa: E402

RESULTS = Path(__file__).with_name("results.md")
HEAD = """# Results of the Autobahn Testsuite

Written by `autobahn.py` from a run of all cases; what the words mean stands in the [README](README.md).
"""
HEADINGS = {"client": "Our client", "server": "Our server"}


def parser() -> argparse.ArgumentParser:
    """The command line."""
    words = argparse.ArgumentParser(prog="autobahn.py", description=__doc__.partition("\n")[0])
    words.add_argument("role", choices=["server", "client", "both"], help="which of our two ends is judged")
    words.add_argument("--cases", default="*", metavar="PATTERNS", help='such as "1.*,7.3.1"; all cases by default')
    words.add_argument("--python2", metavar="PATH", help="the Python 2.7; else the one of wstest on PATH, or python2.7")
    words.add_argument("--install", type=Path, metavar="FOLDER", help="a virtualenv with the suite, made if missing")
    words.add_argument("--out", type=Path, default=ROOT / "build" / "autobahn", metavar="FOLDER", help="its reports")
    words.add_argument("--jobs", type=int, default=2, metavar="N", help="how many shares of the cases run at once")
    words.add_argument(
        "--limit", type=float, default=7200, metavar="SECONDS", help="for the whole run, 7200 by default"
    )
    words.add_argument("--url", help="a foreign server that listens already, judged instead of ours")
    return words


def select(cases: Sequence[str], patterns: str) -> list[str]:
    """The cases that the comma-separated patterns name, in the suite's order. SuiteError if one names none."""
    wanted = [pattern.strip() for pattern in patterns.split(",")]
    for pattern in wanted:
        if not any(fnmatchcase(case, pattern) for case in cases):
            raise SuiteError(f"no case is named {pattern!r}: patterns are written like 1.*,7.3.1")
    return [case for case in cases if any(fnmatchcase(case, pattern) for pattern in wanted)]


async def judge(role: str, python: str, cases: list[str], options: argparse.Namespace) -> list[Verdict]:
    """All verdicts on our server or our client, the shares at once."""
    folder = options.out / role
    shutil.rmtree(folder, ignore_errors=True)
    tasks = []
    async with asyncio.TaskGroup() as group:
        for number, share in enumerate(shares(cases, options.jobs), 1):
            place_of_share = folder / str(number)
            if role == "server":
                work = judge_server(python, share, place_of_share, options.url)
            else:
                work = judge_client(python, share, place_of_share)
            tasks.append(group.create_task(work))
    return sorted((verdict for task in tasks for verdict in task.result()), key=lambda verdict: place(verdict.case))


async def judge_all(suite: Suite, python: str, cases: list[str], options: argparse.Namespace) -> bool:
    """Judge each role that was asked for within the time limit, and tell; whether nothing has to be mended."""
    task = asyncio.current_task()
    assert task is not None
    with suppress(NotImplementedError):  # there is no SIGTERM on Windows
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    good = True
    async with asyncio.timeout(options.limit):
        for role in ["server", "client"] if options.role == "both" else [options.role]:
            print(f"{role}: {len(cases)} cases, reports in {options.out / role} ...", flush=True)
            start = time.monotonic()
            verdicts = await judge(role, python, cases, options)
            tell(role, suite, verdicts, time.monotonic() - start, options)
            good = good and all(verdict.good for verdict in verdicts)
    return good


def tell(role: str, suite: Suite, verdicts: list[Verdict], seconds: float, options: argparse.Namespace) -> None:
    """Print the counts and what is not OK; keep the table if it is one of all cases and of ours."""
    for line in remarkable(verdicts):
        print(f"  {line}")
    print(f"{role}: {counts(verdicts)}; {seconds:.0f} s", flush=True)
    versions = (
        f"Autobahn Testsuite {suite.version} (Autobahn {suite.autobahn}) on Python {suite.python}; "
        f"our side on Python {platform.python_version()}; {seconds:.0f} s in {options.jobs} shares."
    )
    ours = options.url is None
    heading = HEADINGS[role] if ours else "A foreign server"
    table = {heading: section(heading, versions, verdicts, suite.titles)}
    whole = ours and len(verdicts) == len(suite.cases)
    path = RESULTS if whole else options.out / f"{role}.md"
    old = path.read_text(encoding="utf-8") if whole and path.exists() else ""
    path.write_text(join_sections(old, table, HEAD), encoding="utf-8")
    print(f"{role}: table written to {path}", flush=True)


def run(options: argparse.Namespace) -> int:
    """Run the suite as the command line says; the exit code."""
    options.out = options.out.resolve()
    if options.jobs < 1:
        raise SuiteError(f"--jobs {options.jobs} is no number of shares: it has to be 1 or more")
    if options.url is not None and options.role != "server":
        raise SuiteError("--url names a server to judge: it goes with the role `server`")
    python = find_python2(options.python2)
    if options.install is not None:
        python = install(python, options.install.resolve())
    suite = describe(python)
    cases = select(suite.cases, options.cases)
    return 0 if asyncio.run(judge_all(suite, python, cases, options)) else 1


def main(arguments: list[str]) -> int:
    """Parse, run, and say in one sentence why it could not."""
    options = parser().parse_args(arguments)
    code = 2
    try:
        code = run(options)
    except* SuiteError as group:
        print(f"autobahn.py: {group.exceptions[0]}", file=sys.stderr)
    except* TimeoutError:
        print(f"autobahn.py: not over after {options.limit:g} s: raise --limit or --jobs", file=sys.stderr)
    except* (KeyboardInterrupt, asyncio.CancelledError):
        print("autobahn.py: stopped", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
