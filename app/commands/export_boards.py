"""`export lesson` and `export recording`: storyboards, one file or many in one run.

    export lesson closing-handshake -o closing.pdf            all steps: .html .pdf .gif .apng .mmd
    export lesson closing-handshake:9 -o step.svg             one step, by number or id, in every format of a figure
    export lesson frames masking -o out --format html pdf     many into a folder; without a name the whole course
    export recording talk.jsonl -o talk.html                  a recording, pcap, pcapng or HAR

Into a folder, the formats of figures are written one file a step. A run of a lesson has the same ports and times every
time, so the same input gives the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.export_files import (
    FIGURES,
    Progress,
    choices,
    format_of,
    listed,
    made,
    make_folder,
    no_library,
    suffix_for,
    write,
)
from app.commands.octets import is_directory, is_file
from app.commands.output import BROKEN, FINE, InputError, complain
from app.storyboard.formats import WHOLE, Look, whole

if TYPE_CHECKING:
    import argparse

    from app.model.telling import Telling


@dataclass(frozen=True, slots=True)
class Job:
    """One source of files: how it is called, the step that is wanted if it is only one, and how it is told."""

    name: str
    step: str
    tell: Callable[[], Telling]


def run(arguments: argparse.Namespace) -> int:
    """Write everything; 1 if a recording breaks a rule, 2 if something could not be told, drawn or written."""
    try:
        jobs = _lessons(arguments) if arguments.what == "lesson" else _recordings(arguments)
        plans = [(job, _targets(job, arguments, many=len(jobs) > 1)) for job in jobs]
        if arguments.format:
            make_folder(arguments.output)
    except InputError as problem:
        return complain(f"export: {problem}")
    with Progress(sum(len(targets) for _, targets in plans)) as progress:
        return _all(plans, arguments, progress)


def _all(plans: list[tuple[Job, list[tuple[str, Path]]]], arguments: argparse.Namespace, progress: Progress) -> int:
    from app.reasons import SaidError
    from app.storyboard.sources import is_broken
    from lessons.error import LessonError

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
            said = no_library(error)
        if said:
            progress.clear()
            hindered = complain(f"export: {said}")
    return hindered or (BROKEN if broken else FINE)


def _write_all(
    telling: Telling, job: Job, targets: list[tuple[str, Path]], arguments: argparse.Namespace, progress: Progress
) -> None:
    for suffix, path in targets:
        progress.show(path.name)
        for file, data in _files(telling, job, suffix, path, arguments, progress.step):
            write(file, data)
            progress.check()
        progress.done()


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
    parted = [(Path(path), step) for path, step in map(_parted, arguments.input)]
    names = _names(list(dict.fromkeys(path for path, _ in parted)))
    return [
        Job(names[path], step, partial(recording_telling, path, arguments.connection, depth)) for path, step in parted
    ]


def _names(paths: list[Path]) -> dict[Path, str]:
    """What is written is named for each file: by its stem, with its suffix if another has the same, and if even that is
    not enough with a number."""
    stems = Counter(path.stem for path in paths)
    names: dict[Path, str] = {}
    for path in paths:
        plain = path.stem if stems[path.stem] == 1 else path.name.replace(".", "-")
        tries = chain([plain], (f"{plain}-{number}" for number in count(2)))
        names[path] = next(name for name in tries if name not in names.values())
    return names


def _targets(job: Job, arguments: argparse.Namespace, *, many: bool) -> list[tuple[str, Path]]:
    """What is written, and where: (format, path). In a folder a file is named for its source and its language."""
    output: Path = arguments.output
    if not arguments.format:
        name = format_of(output)
        if many:
            raise InputError("Several go into a folder: say with --format what is written there.")
        known = FIGURES if job.step else WHOLE
        if name not in known:
            raise InputError(f"{_unknown(job, output, name)} {listed(known)}.")
        return [(name, output)]
    for name in arguments.format:
        if job.step and name not in FIGURES:
            raise InputError(f"One step is written as {', '.join(FIGURES)}, not as {name}.")
    tag = "" if arguments.lang == "en" else f".{arguments.lang}"
    stem = f"{job.name}-{job.step}" if job.step else job.name
    return [(name, output / f"{stem}{tag}{suffix_for(name)}") for name in arguments.format]


def _unknown(job: Job, output: Path, name: str) -> str:
    if not job.step and name in FIGURES:
        return f"“{output.name}” holds one figure: name a step ({job.name}:1), or write all steps as"
    return f"“{output.name or output}” does not end in"


def _files(
    telling: Telling, job: Job, name: str, path: Path, arguments: argparse.Namespace, drawn: Callable[[int], object]
) -> Iterator[tuple[Path, bytes]]:
    """The files of one format: one, or for figures of all steps one a step."""
    from app.publishing.steps import StepSubject
    from app.storyboard.sources import step_number

    chosen = choices(arguments, captioned=False)
    if job.step:
        yield path, made(StepSubject(telling, step_number(telling, job.name, job.step)), name, chosen)
    elif name in WHOLE:
        look = Look(arguments.lang, arguments.theme, arguments.per_page, arguments.scale, arguments.questions)
        yield path, whole(telling, name, look, drawn)
    else:
        digits = len(str(telling.count))
        for number in range(1, telling.count + 1):
            one = f"{job.name}-{number:0{digits}}{path.name.removeprefix(job.name)}"
            yield path.with_name(one), made(StepSubject(telling, number), name, chosen)
