"""What all of `export` shares: the options of a figure, names of files, writing them, and a progress bar."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self, get_args

from app.commands.output import InputError, complain, visible
from app.publishing.choices import ALLOWED, DPI, Captions, Choices
from app.reasons import reason
from app.writing import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.publishing.subjects import Subject

FIGURES: Final = ("svg", "pdf", "png", "txt", "tex", "mmd", "json", "alt")
"""Formats of one figure, as `--format` names them."""

LARGEST: Final = 8
"""Pixels for each unit of the stage, along each side."""

BAR: Final = 24
"""Characters of the progress bar."""


LINES: Final = 100
"""Lines of progress without a terminal, or a few more."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """How a figure is to look."""
    usual = Choices()
    parser.add_argument("--lang", choices=ALLOWED["lang"], default=usual.lang, help="the language of the figure")
    parser.add_argument(
        "--theme", choices=ALLOWED["theme"], default=usual.theme,
        help="paper is for print, grey for print without colour, patterns for photocopies",
    )  # fmt: skip
    parser.add_argument(
        "--width", choices=ALLOWED["width"], default=usual.width,
        help="one-column is 84 mm, two-column 174 mm, slide a sheet of 16:9; natural is as it is laid out",
    )  # fmt: skip
    parser.add_argument("--bits", type=int, choices=ALLOWED["bits"], default=usual.bits, help="frames: bits in a row")
    parser.add_argument("--show", choices=ALLOWED["show"], default=usual.show, help="frames: what stands in a box")
    parser.add_argument(
        "--captions", choices=get_args(Captions), help="the languages of the caption; steps have none without it"
    )
    parser.add_argument("--number", type=_number, default=usual.number, metavar="N", help="Figure N, 0 for no label")
    parser.add_argument("--dpi", type=_dpi, default=0, metavar="N", help=f"png: dots an inch, usually {usual.dpi}")
    parser.add_argument("--scale", type=_scale, default=0.0, metavar="N", help="png, gif, apng: pixels for each unit")


def _number(text: str) -> int:
    value = int(text)
    if not 0 <= value <= 9999:
        raise ValueError(text)
    return value


def _dpi(text: str) -> int:
    value = int(text)
    if not DPI[0] <= value <= DPI[1]:
        raise ValueError(text)
    return value


def _scale(text: str) -> float:
    value = float(text)
    if not 0.1 <= value <= LARGEST:
        raise ValueError(text)
    return value


def choices(arguments: argparse.Namespace, *, captioned: bool) -> Choices:
    """What the options say; a figure that is `captioned` has a caption in its language if none was asked for."""
    return Choices(
        lang=arguments.lang,
        theme=arguments.theme,
        width=arguments.width,
        bits=arguments.bits,
        show=arguments.show,
        captions=arguments.captions or (arguments.lang if captioned else "none"),
        number=arguments.number,
        dpi=arguments.dpi or (round(96 * arguments.scale) if arguments.scale else Choices().dpi),
    )


def suffix_for(name: str) -> str:
    """The suffix of a format as `--format` names it."""
    return ".alt.txt" if name == "alt" else f".{name}"


def format_of(path: Path) -> str:
    """The format that a file's name asks for, as `--format` names it; `-` is stdout, as text."""
    if str(path) == "-":
        return "txt"
    name = path.name.lower()
    return "alt" if name.endswith(".alt.txt") else path.suffix.lower().removeprefix(".")


def listed(formats: Iterable[str]) -> str:
    """Suffixes for a sentence."""
    return ", ".join(suffix_for(one) for one in formats)


def write(path: Path, data: bytes) -> None:
    """Replaces the file, or prints to stdout for `-`; raises InputError."""
    if str(path) == "-":
        sys.stdout.write(data.decode())
        return
    try:
        replace_file(path, data)
    except OSError as error:
        raise InputError(f"“{path}” could not be written: {reason(error)}.") from error


def make_folder(path: Path) -> None:
    """Makes the folder that files go into, if it is not there; raises InputError."""
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        why = "it is a file" if path.is_file() else reason(error)
        raise InputError(f"The folder “{path}” cannot be made: {why}.") from error


def made(subject: Subject, name: str, chosen: Choices) -> bytes:
    """The subject in the format `name`."""
    from app.publishing.formats import written

    return written(subject, suffix_for(name), chosen)


def no_library(error: ImportError) -> str:
    """What to do about a library that is missing; an error about anything else is raised again."""
    from app.machine import LIBRARIES

    if (error.name or "").startswith("PIL"):
        return "Animations need Pillow, which is not installed: run pip install pillow"
    if (error.name or "").startswith("app."):
        raise error
    return f"Qt cannot be loaded ({error}): run {LIBRARIES}"


class Progress:
    """A line on stderr that says how far many files are; one file needs none. On a terminal it is one line with a bar,
    elsewhere a line for each file, of very many for some and for the last.

    Around all of it, `with Progress(...)`: Ctrl+C waits for the step that is being drawn, then one sentence ends it.
    """

    def __init__(self, total: int) -> None:
        self._total, self._done, self._name = total, 0, ""
        self._bar = sys.stderr.isatty()
        self._every = max(1, total // LINES)
        self._asked = False
        self._before: Any = None

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._ask)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)
        self.clear()
        if kind is not None and issubclass(kind, KeyboardInterrupt):
            part = f", {self._done} of {self._total} done" if self._total > 1 else ""
            complain(f"export: stopped{part}")

    def _ask(self, *_: object) -> None:
        """Somebody presses Ctrl+C: once waits for the step, twice does not."""
        if self._asked:
            raise KeyboardInterrupt
        self._asked = True

    def show(self, name: str) -> None:
        """This file is being made."""
        self._name = name
        self.check()
        if self._total > 1 and self._bar:
            self._draw(self._name)
        elif self._total > 1 and ((self._done + 1) % self._every == 0 or self._done + 1 == self._total):
            print(f"{self._done + 1}/{self._total} {visible(name)}", file=sys.stderr, flush=True)

    def step(self, number: int) -> None:
        """A step of it is drawn."""
        self.check()
        if self._bar:
            self._draw(f"{self._name}  {number}")

    def check(self) -> None:
        """Here everything can be stopped."""
        if self._asked:
            raise KeyboardInterrupt

    def _draw(self, text: str) -> None:
        full = BAR * self._done // self._total
        line = f"[{'#' * full}{'.' * (BAR - full)}] {self._done}/{self._total} {visible(text)}"
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    def done(self) -> None:
        """It is written."""
        self._done += 1

    def clear(self) -> None:
        """Nothing is under way: the line is free."""
        if self._bar:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
