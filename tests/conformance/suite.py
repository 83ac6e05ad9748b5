"""The Autobahn Testsuite as programs: found or installed, and run against a server or a client on loopback.

    judge_server    its fuzzing client talks to a server: ours, `main.py serve`, or one that listens already
    judge_client    our client talks to its fuzzing server: `echo_client.py`

The suite is Python 2.7 and stays in processes of its own. Each share of the cases has its own pair of processes, so
that several run at once. Every process that is started here is ended here, by its handle, also when time is up.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from tests.conformance.verdicts import Suite, Verdict, complete, read_index

ROOT = Path(__file__).resolve().parents[2]
PINS = Path(__file__).with_name("python2-requirements.txt")
VIRTUALENV = "virtualenv==20.15.1"
"""The last release that runs on Python 2.7."""

AGENT = "websocket-101"
START = 15.0
"""Seconds that a program may take until it listens."""

POLL = 0.05
DESCRIBE = """
import json, platform, autobahn, autobahntestsuite
from autobahntestsuite.case import Cases, CaseBasename, CaseCategories, CaseSetname, CaseSubCategories
from autobahntestsuite.caseset import CaseSet
cases = CaseSet(CaseSetname, CaseBasename, Cases, CaseCategories, CaseSubCategories).parseSpecCases({"cases": ["*"]})
print(json.dumps([autobahntestsuite.version, autobahn.version, platform.python_version(), cases, CaseCategories]))
"""


class SuiteError(RuntimeError):
    """The suite cannot run: one sentence that says what is wrong and what to do."""


def find_python2(named: str | None) -> str:
    """The interpreter that has the suite: `named`, else the one beside `wstest` on PATH, else `python2.7` there."""
    if named is not None:
        if shutil.which(named) is None:
            raise SuiteError(f"{named} is not a program: --python2 wants the path of a Python 2.7")
        return named
    wstest = shutil.which("wstest")
    if wstest is not None:
        beside = Path(wstest).resolve().with_name("python")
        if beside.exists():
            return str(beside)
    python2 = shutil.which("python2.7")
    if python2 is None:
        raise SuiteError("there is no wstest and no python2.7 on PATH: name a Python 2.7 with --python2")
    return python2


def install(python2: str, folder: Path) -> str:
    """The interpreter of a virtualenv in `folder` that has the suite as pinned; made only if it is not there yet."""
    python = folder / "bin" / "python"
    if not python.exists():
        tool = folder / "tool"
        _run(python2, "-m", "pip", "install", "--quiet", "--target", str(tool), VIRTUALENV)
        _run(python2, "-m", "virtualenv", "--quiet", str(folder), extra={"PYTHONPATH": str(tool)})
    _run(str(python), "-m", "pip", "install", "--quiet", "--requirement", str(PINS))
    return str(python)


def _run(*command: str, extra: dict[str, str] | None = None) -> None:
    quiet = {"PYTHONWARNINGS": "ignore", **(extra or {})}
    done = subprocess.run(command, env={**os.environ, **quiet}, capture_output=True, text=True, check=False)
    if done.returncode:
        words = (done.stderr or done.stdout).strip().splitlines()
        raise SuiteError(f"installing the suite failed at `{' '.join(command)}`: {words[-1] if words else 'no words'}")


def describe(python: str) -> Suite:
    """Versions, cases and titles, told by the suite itself."""
    done = subprocess.run([python, "-W", "ignore", "-c", DESCRIBE], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SuiteError(f"{python} has no autobahntestsuite: add --install FOLDER, or install it as the README says")
    version, autobahn, release, cases, titles = json.loads(done.stdout)
    return Suite(version, autobahn, release, tuple(cases), titles)


@asynccontextmanager
async def program(*command: str, log: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """A process that writes all its words to `log` and is ended with the block: asked first, killed after 5 s."""
    with log.open("wb") as words:
        process = await asyncio.create_subprocess_exec(
            *command,
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=words,
            stderr=asyncio.subprocess.STDOUT,
        )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        try:
            async with asyncio.timeout(5):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()


def wstest(python: str, mode: str, folder: Path, spec: dict[str, object]) -> list[str]:
    """The command line of the suite in this mode, after its specification was written to `folder`."""
    path = folder / f"{mode}.json"
    path.write_text(json.dumps({"outdir": str(folder), **spec}, indent=1), encoding="utf-8")
    module = [python, "-W", "ignore", "-m", "autobahntestsuite.wstest"]
    return [*module, "--mode", mode, "--spec", str(path), "--webport", "0"]


async def judge_server(python: str, cases: list[str], folder: Path, url: str | None = None) -> list[Verdict]:
    """The verdicts of the fuzzing client on `main.py serve`, or on the server at `url`."""
    folder.mkdir(parents=True)
    if url is not None:
        await _fuzz(python, cases, folder, url)
        return _verdicts(cases, folder)
    log = folder / "server.log"
    async with program(sys.executable, "main.py", "serve", "--port", "0", log=log) as server:
        await _fuzz(python, cases, folder, await _listens(server, log))
        if server.returncode is not None:
            raise SuiteError(f"main.py serve ended in the middle of the run, see {log}")
    return _verdicts(cases, folder)


async def _fuzz(python: str, cases: list[str], folder: Path, url: str) -> None:
    spec = {"servers": [{"agent": AGENT, "url": url}], "cases": cases}
    async with program(*wstest(python, "fuzzingclient", folder, spec), log=folder / "wstest.log") as client:
        await client.wait()


async def judge_client(python: str, cases: list[str], folder: Path) -> list[Verdict]:
    """The verdicts of the fuzzing server on our client."""
    folder.mkdir(parents=True)
    url = f"ws://127.0.0.1:{free_port()}"
    command = wstest(python, "fuzzingserver", folder, {"url": url, "cases": cases})
    async with program(*command, log=folder / "wstest.log") as server:
        await _answers(server, url, folder / "wstest.log")
        echo = (sys.executable, "-m", "tests.conformance.echo_client", url, AGENT)
        async with program(*echo, log=folder / "client.log") as client:
            if await client.wait():
                raise SuiteError(f"our client did not finish, see {folder / 'client.log'}")
    return _verdicts(cases, folder)


def _verdicts(cases: list[str], folder: Path) -> list[Verdict]:
    index = folder / "index.json"
    if not index.exists():
        raise SuiteError(f"the suite wrote no index.json, see {folder / 'wstest.log'}")
    return complete(cases, read_index(index.read_text(encoding="utf-8"), AGENT))


def free_port() -> int:
    """A port of loopback that nobody listens on now: the fuzzing server does not tell which one it was given."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def first_url(words: str) -> str | None:
    """The first WebSocket URL with a port that a server has printed on a whole line."""
    found = re.search(r"wss?://[^\s/:]+:\d+[^\s]*(?=.*\n)", words)
    return found[0] if found else None


async def _listens(server: asyncio.subprocess.Process, log: Path) -> str:
    with suppress(TimeoutError):
        async with asyncio.timeout(START):
            while server.returncode is None:
                url = first_url(log.read_text(encoding="utf-8", errors="replace"))
                if url is not None:
                    return url
                await asyncio.sleep(POLL)
    raise SuiteError(f"main.py serve printed no URL, see {log}")


async def _answers(server: asyncio.subprocess.Process, url: str, log: Path) -> None:
    """Wait until somebody listens at `url`."""
    port = int(url.rpartition(":")[2])
    with suppress(TimeoutError):
        async with asyncio.timeout(START):
            while server.returncode is None:
                with suppress(OSError):
                    _, writer = await asyncio.open_connection("127.0.0.1", port)
                    writer.close()
                    await writer.wait_closed()
                    return
                await asyncio.sleep(POLL)
    raise SuiteError(f"the fuzzing server of the suite does not listen, see {log}")
