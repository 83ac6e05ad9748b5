"""`main.py doctor`: what this machine has or lacks for WebSocket 101, and the command that mends it."""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
import platform
import shutil
import socket
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from app.commands.output import FINE, UNUSABLE, print_json, print_text
from app.drawing.families import FILES, FOLDER
from app.machine import LIBRARIES, display_problem

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[Any]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `needed` tells whether the program works without it."""

    name: str
    has: bool
    needed: bool
    found: str
    mend: str = ""


def add_parser(subparsers: Subparsers) -> None:
    """Add the verb `doctor`."""
    parser = subparsers.add_parser("doctor", help="what this machine has or lacks")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Print every finding; 2 if something is missing that the program needs."""
    findings = [examine() for examine in EXAMINATIONS]
    healthy = all(finding.has for finding in findings if finding.needed)
    if arguments.json:
        print_json({"healthy": healthy, "findings": [asdict(finding) for finding in findings]})
    else:
        print_text("\n".join([*map(_line, findings), "", _verdict(findings)]))
    return FINE if healthy else UNUSABLE


def _line(finding: Finding) -> str:
    mark = "ok  " if finding.has else "LACK" if finding.needed else "none"
    mend = f"\n{'':15} -> {finding.mend}" if finding.mend and not finding.has else ""
    return f"{mark}  {finding.name:<9} {finding.found}{mend}"


def _verdict(findings: list[Finding]) -> str:
    """What it all means, in one sentence."""
    lacking = [finding.name for finding in findings if finding.needed and not finding.has]
    if lacking:
        return f"WebSocket 101 cannot run here before this is mended: {', '.join(lacking)}."
    if not all(finding.has for finding in findings if finding.name == "display"):
        return "Lessons in the terminal, exports and screenshots work here; the window needs a display."
    return "Everything that WebSocket 101 needs is here."


def python() -> Finding:
    """Python 3.11 or newer."""
    found = platform.python_version()
    return Finding("python", sys.version_info >= (3, 11), True, found, "install Python 3.11, 3.12 or 3.13")


def qt() -> Finding:
    """PySide6 and the shared libraries that it links to."""
    install = "python3 -m pip install uv && python3 -m uv sync"
    if importlib.util.find_spec("PySide6") is None:
        return Finding("qt", False, True, "PySide6 is not installed", install)
    version = _version("PySide6-Essentials")
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        return Finding("qt", False, True, f"PySide6 {version} cannot be loaded: {error}", LIBRARIES)
    return Finding("qt", True, True, f"PySide6 {version}")


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "of unknown version"


def display() -> Finding:
    """A display that answers, with the libraries that Qt needs for it. Screenshots work without one."""
    # The problem is one sentence: what is lacking, a colon, what mends it.
    found, _, mend = display_problem().rstrip(".").partition(": ")
    return Finding("display", not found, False, found or "a window can be shown", mend)


def fonts() -> Finding:
    """The bundled typefaces, Chinese included."""
    missing = [name for name in FILES if not (FOLDER / name).is_file()]
    found = f"{len(FILES)} bundled, Latin and Chinese" if not missing else f"missing: {', '.join(missing)}"
    return Finding("fonts", not missing, True, found, "git checkout -- resources/fonts")


def loopback() -> Finding:
    """A TCP port on 127.0.0.1, on which lessons run."""
    try:
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
    except OSError as error:
        return Finding("loopback", False, True, f"127.0.0.1 cannot be bound ({error})", "allow TCP on 127.0.0.1")
    return Finding("loopback", True, True, f"127.0.0.1 can be bound (tried port {port})")


def tls() -> Finding:
    """The ssl module, which wss needs."""
    try:
        version = importlib.import_module("ssl").OPENSSL_VERSION
    except ImportError:
        return Finding("tls", False, False, "this Python has no ssl module", "install a Python built with OpenSSL")
    return Finding("tls", True, False, version)


def pillow() -> Finding:
    """Pillow, which writes animations only."""
    if importlib.util.find_spec("PIL") is None:
        mend = "python3 -m pip install pillow"
        return Finding("pillow", False, False, "not installed: animations cannot be exported", mend)
    return Finding("pillow", True, False, f"Pillow {_version('pillow')}")


def redis() -> Finding:
    """A Redis server, for the lesson on scaling out only."""
    found = shutil.which("redis-server")
    return Finding("redis", found is not None, False, found or "not installed", "apt-get install -y redis-server")


EXAMINATIONS: Final[tuple[Callable[[], Finding], ...]] = (python, qt, display, fonts, loopback, tls, pillow, redis)
"""What is looked at, in the order of the report."""
