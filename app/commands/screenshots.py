"""`main.py screenshots -o FOLDER`: the pictures of the READMEs, taken from the program itself.

    screenshots -o resources/screenshots            all of them, in both languages
    screenshots live capture --lang en -o out       some of them

They need no display, and every run of the same program writes the same bytes.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.commands.output import FINE, complain
from app.reasons import reason
from app.screenshots import SHOTS
from app.writing import replace_file

if TYPE_CHECKING:
    import argparse

    from app.screenshots import Shot

LANGUAGES: Final = ("en", "zh_CN")

WORKERS: Final = 2
"""Processes that take pictures at a time."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb `screenshots`."""
    names = [shot.name for shot in SHOTS]
    parser = subparsers.add_parser(
        "screenshots",
        help="take the pictures of the READMEs",
        description="Takes the pictures that the READMEs show, without a display. What they show is run anew; the same"
        f" program gives the same bytes. The pictures: {', '.join(names)}.",
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="the pictures to take; without a name, all of them")
    parser.add_argument("--lang", choices=LANGUAGES, help="in this language only")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="where they are written")


def run(arguments: argparse.Namespace) -> int:
    """Take them; 2 if there is no such picture or a file cannot be written."""
    known = {shot.name: shot for shot in SHOTS}
    unknown = [name for name in arguments.names if name not in known]
    if unknown:
        return complain(f"screenshots: There is no picture named “{unknown[0]}”; there are: {', '.join(known)}.")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        import PySide6.QtWidgets  # noqa: F401  # before any process is started
    except ImportError as error:
        from app.machine import LIBRARIES

        return complain(f"screenshots: Qt cannot be loaded ({error}): run {LIBRARIES}")
    output: Path = arguments.output
    try:
        output.mkdir(parents=True, exist_ok=True)
        languages = (arguments.lang,) if arguments.lang else LANGUAGES
        wanted = [(known[name], lang) for lang in languages for name in arguments.names or known]
        # Each in a process of its own: how Qt smooths a letter depends on what it has drawn before.
        spawning = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(WORKERS, spawning, max_tasks_per_child=1) as pool:
            for (shot, lang), data in zip(wanted, pool.map(_taken, *zip(*wanted, strict=True)), strict=True):
                path = output / shot.file_name(lang)
                replace_file(path, data)
                print(f"{path}  {len(data):,} bytes", file=sys.stderr, flush=True)
    except OSError as error:
        return complain(f"screenshots: “{output}” could not be written: {reason(error)}.")
    return FINE


def _taken(shot: Shot, lang: str) -> bytes:
    """In a process of its own: the PNG file of one picture."""
    from app.photographer import Photographer

    return Photographer().take(shot, lang)
