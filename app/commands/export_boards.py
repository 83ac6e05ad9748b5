"""`export lesson` and `export recording`: storyboards, one file or many in one run.

    export lesson closing-handshake -o closing.pdf            all steps: .html .pdf .gif .apng .mmd
    export lesson closing-handshake:9 -o step.svg             one step, by number or id: .svg .pdf .png
    export lesson frames masking -o out --format html pdf     many into a folder; without a name the whole course
    export recording talk.jsonl -o talk.html                  a recording, pcap, pcapng or HAR

Into a folder, svg and png are written one file a step. A run of a lesson has the same ports and times every time, so
the same input gives the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.commands.octets import is_directory, is_file
from app.commands.output import BROKEN, FINE, InputError, complain, visible
from app.reasons import reason
from app.storyboard.formats import SINGLE, WHOLE, Look, single, whole
from app.writing import replace_file

if TYPE_CHECKING:
    import argparse

    from app.model.telling import Telling

FORMATS: Final = tuple(dict.fromkeys((*WHOLE, *SINGLE)))

LARGEST: Final = 8
"""Pixels for each unit of the stage, along each side."""

BAR: Final = 24
"""Characters of the progress bar."""


@dataclass(frozen=True, slots=True)
class Job:
    """One source of files: how it is called, the step that is wanted if it is only one, and how it is told."""

    name: str
    step: str
    tell: Callable[[], Telling]


def add_options(parser: argparse.ArgumentParser) -> None:
    """What only storyboards take."""
    group = parser.add_argument_group("lesson and recording")
    group.add_argument("--format", nargs="+", choices=FORMATS, default=[], metavar="FORMAT",
                       help=f"OUT is a folder, and this is written there: {', '.join(FORMATS)}")  # fmt: skip
    group.add_argument("--per-page", type=int, choices=(1, 2, 4, 6), default=2, help="pdf: steps a page")
    group.add_argument("--depth", type=int, choices=(0, 1, 2, 3),
                       help="1 messages, 2 frames, 3 every detail, 0 the steps of the lesson")  # fmt: skip
    group.add_argument("--fault", action="append", default=[], metavar="ID", help="lesson: with this fault or variant")
    group.add_argument("--connection", type=int, default=1, metavar="N", help="recording: which connection of the file")
    group.add_argument("--scale", type=scale, default=0.0, metavar="N", help="png, gif, apng: pixels for each unit")


def scale(text: str) -> float:
    """A scale from the command line."""
    value = float(text)
    if not 0.1 <= value <= LARGEST:
        raise ValueError(text)
    return value


def run(arguments: argparse.Namespace) -> int:
    """Write everything; 1 if a recording breaks a rule, 2 if something could not be told, drawn or written."""
    from app.reasons import SaidError
    from app.storyboard.sources import is_broken
    from lessons.error import LessonError

    try:
        jobs = _lessons(arguments) if arguments.what == "lesson" else _recordings(arguments)
        plans = [(job, _targets(job, arguments, many=len(jobs) > 1)) for job in jobs]
        if arguments.format:
            _make_folder(arguments.output)
    except InputError as problem:
        return complain(f"export: {problem}")
    progress = Progress(sum(len(targets) for _, targets in plans))
    broken, hindered = False, FINE
    for job, targets in plans:
        said = ""
        try:
            telling = job.tell()
            broken |= arguments.what == "recording" and is_broken(telling)
            _write_all(telling, job, targets, arguments, progress)
        except (InputError, SaidError, LessonError) as error:
            said = str(error)
        except ImportError as error:
            said = _no_library(error)
        if said:
            progress.clear()
            hindered = complain(f"export: {said}")
    progress.clear()
    return hindered or (BROKEN if broken else FINE)


def _write_all(
    telling: Telling, job: Job, targets: list[tuple[str, Path]], arguments: argparse.Namespace, progress: Progress
) -> None:
    for suffix, path in targets:
        progress.show(path.name)
        for file, data in _files(telling, job, suffix, path, arguments):
            _write(file, data)
        progress.done()


class Progress:
    """A line on stderr that says how far many files are; one file needs none. On a terminal it is one line with a bar,
    elsewhere a line for each file."""

    def __init__(self, total: int) -> None:
        self._total, self._done = total, 0
        self._bar = total > 1 and sys.stderr.isatty()

    def show(self, name: str) -> None:
        """This file is being made."""
        if self._bar:
            full = BAR * self._done // self._total
            text = f"[{'#' * full}{'.' * (BAR - full)}] {self._done}/{self._total} {visible(name)}"
            print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)
        elif self._total > 1:
            print(f"{self._done + 1}/{self._total} {visible(name)}", file=sys.stderr, flush=True)

    def done(self) -> None:
        """It is written."""
        self._done += 1

    def clear(self) -> None:
        """Nothing is under way: the line is free."""
        if self._bar:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _lessons(arguments: argparse.Namespace) -> list[Job]:
    from app.commands.lesson import find
    from app.storyboard.sources import lesson_telling
    from lessons.error import LessonError

    jobs = []
    for given in arguments.input or _course(arguments):
        slug, step = _parted(given)
        try:
            lesson = find(slug)
        except LessonError as error:
            raise InputError(str(error)) from error
        tell = partial(lesson_telling, lesson, arguments.fault, arguments.depth or 0)
        jobs.append(Job("-".join([lesson.slug, *arguments.fault]), step, tell))
    return jobs


def _parted(given: str) -> tuple[str, str]:
    """A source and its step; a file may have a colon in its name."""
    source, colon, step = given.rpartition(":")
    return (source, step) if colon and step and not is_file(given) and not is_directory(given) else (given, "")


def _course(arguments: argparse.Namespace) -> list[str]:
    """Every lesson, if there is a folder for them."""
    if not arguments.format:
        raise InputError("Which lesson? Name one; with --format, the whole course is written into the folder OUT.")
    from lessons.contents import Contents

    return [listed.slug for listed in Contents().lessons]


def _recordings(arguments: argparse.Namespace) -> list[Job]:
    from app.storyboard.sources import FRAMES, recording_telling

    if not arguments.input:
        raise InputError("Which recording? Name a file: a recording, pcap, pcapng or HAR.")
    depth = FRAMES if arguments.depth is None else arguments.depth
    jobs = []
    for given in arguments.input:
        path, step = _parted(given)
        jobs.append(Job(Path(path).stem, step, partial(recording_telling, Path(path), arguments.connection, depth)))
    return jobs


def _targets(job: Job, arguments: argparse.Namespace, *, many: bool) -> list[tuple[str, Path]]:
    """What is written, and where: (format, path). In a folder a file is named for its source and its language."""
    output: Path = arguments.output
    if not arguments.format:
        suffix = output.suffix.lower().removeprefix(".")
        if many:
            raise InputError("Several go into a folder: say with --format what is written there.")
        known = SINGLE if job.step else WHOLE
        if suffix not in known:
            raise InputError(f"{_unknown(job, output, suffix)} {', '.join('.' + one for one in known)}.")
        return [(suffix, output)]
    for suffix in arguments.format:
        if job.step and suffix not in SINGLE:
            raise InputError(f"One step is written as {', '.join(SINGLE)}, not as {suffix}.")
    tag = "" if arguments.lang == "en" else f".{arguments.lang}"
    name = f"{job.name}-{job.step}" if job.step else job.name
    return [(suffix, output / f"{name}{tag}.{suffix}") for suffix in arguments.format]


def _unknown(job: Job, output: Path, suffix: str) -> str:
    if not job.step and suffix in SINGLE:
        return f"“{output.name}” holds one picture: name a step ({job.name}:1), or write all steps as"
    return f"“{output.name}” does not end in"


def _files(
    telling: Telling, job: Job, suffix: str, path: Path, arguments: argparse.Namespace
) -> Iterator[tuple[Path, bytes]]:
    """The files of one format: one, or for pictures of all steps one a step."""
    from app.storyboard.sources import step_number

    look = Look(arguments.lang, arguments.theme, arguments.per_page, arguments.scale)
    if job.step:
        yield path, single(telling, step_number(telling, job.name, job.step), suffix, look)
    elif suffix in WHOLE:
        yield path, whole(telling, suffix, look)
    else:
        digits = len(str(telling.count))
        for number in range(1, telling.count + 1):
            name = f"{job.name}-{number:0{digits}}{path.name.removeprefix(job.name)}"
            yield path.with_name(name), single(telling, number, suffix, look)


def _write(path: Path, data: bytes) -> None:
    try:
        replace_file(path, data)
    except OSError as error:
        raise InputError(f"“{path}” could not be written: {reason(error)}.") from error


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        why = "it is a file" if path.is_file() else reason(error)
        raise InputError(f"The folder “{path}” cannot be made: {why}.") from error


def _no_library(error: ImportError) -> str:
    from app.machine import LIBRARIES

    if (error.name or "").startswith("PIL"):
        return "Animations need Pillow, which is not installed: run pip install pillow"
    return f"Qt cannot be loaded ({error}): run {LIBRARIES}"
