"""Fuzzes one target, or all of them: `fuzz.py TARGET [--time SECONDS] [--corpus DIR] [--keep] [--seed N] [--plain]`.

With atheris the search is guided by coverage; without it (or with `--plain`) seeded mutations are tried one after the
other. What a target cannot stand is written to a file, shown with its traceback, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

GET_ATHERIS = "python3 -m uv pip install --python .venv/bin/python atheris"
MOST = 4096
"""No input is longer, in bytes."""


def main() -> int:
    """Fuzz; 1 if something was found."""
    arguments = parse()
    if arguments.inside:
        guide(arguments)  # does not come back
    from tests.fuzzing.targets import TARGETS

    if arguments.target not in {*TARGETS, "all"}:
        print(f"There is no target “{arguments.target}”: {', '.join(TARGETS)}, or all.", file=sys.stderr)
        return 2
    names = list(TARGETS) if arguments.target == "all" else [arguments.target]
    guided = importlib.util.find_spec("atheris") is not None and not arguments.plain
    if not guided and not arguments.plain:
        print(f"Without coverage: atheris is not here. To get it: {GET_ATHERIS}", file=sys.stderr)
    return max([run_guided(name, arguments) if guided else run_plain(name, arguments) for name in names])


def parse() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target")
    parser.add_argument("--time", type=float, default=60, metavar="SECONDS", help="how long, each target")
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="seeds, one file a target (tests/fuzzing/corpus)")
    parser.add_argument("--found", type=Path, default=Path(), metavar="DIR", help="where inputs that fail are written")
    parser.add_argument("--keep", action="store_true", help="add what ran something new to the corpus")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plain", action="store_true", help="without coverage")
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


# Without coverage.


def run_plain(name: str, arguments: argparse.Namespace) -> int:
    """Seeded mutations for so many seconds."""
    from tests.fuzzing.corpus import FOLDER, seeds_of
    from tests.fuzzing.mutation import mutants
    from tests.fuzzing.targets import TARGETS, WORDS

    seeds = seeds_of(name, arguments.corpus or FOLDER)
    end, count = time.monotonic() + arguments.time, 0
    for data in mutants(seeds, WORDS, Random(arguments.seed), MOST):
        if time.monotonic() > end:
            break
        count += 1
        try:
            TARGETS[name](data)
        except Exception:  # noqa: BLE001 - whatever comes out is what is searched for
            path = arguments.found / f"found-{name}-{count}"
            path.write_bytes(data)
            traceback.print_exc()
            print(f"{name}: input {count} fails, {len(data)} bytes, in {path}: {data.hex()}")
            return 1
    print(f"{name}: {count} inputs, none fails")
    return 0


# With coverage.


def run_guided(name: str, arguments: argparse.Namespace) -> int:
    """Atheris in a process of its own, because libFuzzer ends the one in which it runs."""
    from tests.fuzzing.corpus import FOLDER, minimised, save, seeds_of
    from tests.fuzzing.targets import TARGETS

    folder = arguments.corpus or FOLDER
    seeds = seeds_of(name, folder)
    with tempfile.TemporaryDirectory() as work:
        for number, seed in enumerate(seeds):
            Path(work, f"seed{number}").write_bytes(seed)
        command = [sys.executable, __file__, name, "--time", str(arguments.time), "--seed", str(arguments.seed)]
        command += ["--found", str(arguments.found), "--inside", work]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        said = done.stderr + done.stdout
        ends = [line for line in said.splitlines() if line.startswith(("#", "Done", "stat::number"))]
        print(f"{name}: {ends[-1] if ends else said[-2000:]}", flush=True)
        if done.returncode:
            print(said[said.find("=== Uncaught") :][-4000:])
        if arguments.keep:
            inputs = [path.read_bytes() for path in Path(work).iterdir()]
            save(name, minimised(quiet(TARGETS[name]), [*seeds, *inputs]), folder)
            print(f"{name}: {len(seeds_of(name, folder))} seeds kept of {len(inputs)}", flush=True)
    return 1 if done.returncode else 0


def quiet(target):
    """A target whose failures do not matter now."""

    def run(data: bytes) -> None:
        try:
            target(data)
        except Exception:  # noqa: BLE001 - whatever comes out is what is searched for
            return

    return run


def guide(arguments: argparse.Namespace) -> None:
    """The inside: libFuzzer with our own code instrumented."""
    import atheris

    with atheris.instrument_imports(include=["protocol", "app"]):
        from tests.fuzzing.targets import TARGETS, WORDS

    words = Path(tempfile.gettempdir(), f"fuzzing-words-{os.getpid()}")
    lines = ['"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in WORDS]
    words.write_text("".join(lines), encoding="ascii")
    options = [
        f"-max_total_time={int(arguments.time)}", f"-max_len={MOST}", f"-dict={words}", "-timeout=20",
        "-rss_limit_mb=1024", f"-seed={arguments.seed}",
        f"-artifact_prefix={arguments.found}/found-{arguments.target}-",
        "-print_final_stats=1", "-len_control=10",
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options, str(arguments.inside)], TARGETS[arguments.target])
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
