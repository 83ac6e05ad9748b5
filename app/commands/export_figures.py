"""`export frame`, `export layout`, `export states`: figures that need no run of a lesson.

    export frame 81 85 37 fa 21 3d 7f 9f 4d 51 58 -o hello.svg         one frame; the suffix says the format
    export frame frames.hex -o out --format svg alt                    every frame in the bytes, in files of its own

A frame is drawn as it is, broken rules included; exit code 1 says that it breaks the protocol.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

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
from app.commands.octets import read_octets
from app.commands.output import BROKEN, FINE, InputError, complain
from app.publishing.subjects import FrameSubject, LayoutSubject, StatesSubject
from protocol.frames import FrameReader
from protocol.violations import frame_violations
from protocol.vocabulary import Role

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from app.publishing.subjects import Subject
    from protocol.frames import Frame


OBJECTS: Final = 100_000
"""New objects after which Python looks for circles among them. A figure has many objects and no circle."""


def run(arguments: argparse.Namespace) -> int:
    """Write everything; 1 if a frame breaks a rule, 2 if something could not be written."""
    try:
        subjects = _subjects(arguments)
        files = _files(subjects, arguments)
        if arguments.format:
            make_folder(arguments.output)
        _write_all(files, arguments)
    except InputError as problem:
        return complain(f"export: {problem}")
    except ImportError as problem:
        return complain(f"export: {no_library(problem)}")
    frames = (subject for subject in subjects if isinstance(subject, FrameSubject))
    return BROKEN if any(frame_violations(one.frame, one.sender) for one in frames) else FINE


def _write_all(files: list[tuple[Subject, str, Path]], arguments: argparse.Namespace) -> None:
    chosen = choices(arguments, captioned=True)
    with _seldom_collected(), Progress(len(files)) as progress:
        for subject, name, path in files:
            progress.show(path.name)
            write(path, made(subject, name, chosen))
            progress.done()


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Figures are made here, thousands perhaps: what is known by now is not looked through again."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def _subjects(arguments: argparse.Namespace) -> list[Subject]:
    if arguments.what == "frame":
        if not arguments.input:
            raise InputError("Which frame? Give its bytes in hex, - for stdin, or a file.")
        data = read_octets(arguments.input)
        frames = all_frames(data) if arguments.format else [one_frame(data)]
        digits = len(str(len(frames)))
        return [
            FrameSubject(frame, _sender(arguments, frame), f"frame-{number:0{digits}}" if len(frames) > 1 else "frame")
            for number, frame in enumerate(frames, 1)
        ]
    if arguments.input:
        raise InputError(
            "The layout is that of frames in general: it takes no bytes."
            if arguments.what == "layout"
            else "The state machine is that of every connection: it takes no bytes."
        )
    return [LayoutSubject() if arguments.what == "layout" else StatesSubject()]


def _sender(arguments: argparse.Namespace, frame: Frame) -> Role:
    if arguments.sender:
        return Role(arguments.sender)
    return Role.CLIENT if frame.masked else Role.SERVER


def _files(subjects: list[Subject], arguments: argparse.Namespace) -> list[tuple[Subject, str, Path]]:
    """What is written where: (subject, format, path). In a folder a file is named for its subject and its language."""
    output: Path = arguments.output
    if not arguments.format:
        name = format_of(output)
        if name not in FIGURES:
            raise InputError(f"“{output.name or output}” does not end in {listed(FIGURES)}.")
        return [(subjects[0], name, output)]
    for name in arguments.format:
        if name not in FIGURES:
            raise InputError(f"A figure is written as {', '.join(FIGURES)}, not as {name}.")
    tag = "" if arguments.lang == "en" else f".{arguments.lang}"
    return [
        (subject, name, output / f"{subject.name}{tag}{suffix_for(name)}")
        for subject in subjects
        for name in arguments.format
    ]


def one_frame(data: bytes) -> Frame:
    """The one frame that the bytes are; anything more or less is refused with a count."""
    frames, reader = _read(data)
    if not frames:
        raise InputError(f"The frame is not whole: it has {len(data)} bytes and needs {_missing(reader)}.")
    if len(data) > frames[0].size:
        rest = len(data) - frames[0].size
        raise InputError(f"One frame is drawn, and it ends after byte {frames[0].size}: {rest} more given.")
    return frames[0]


def all_frames(data: bytes) -> list[Frame]:
    """The frames that the bytes are, one behind the other."""
    frames, reader = _read(data)
    whole = sum(frame.size for frame in frames)
    if whole < len(data) or not frames:
        raise InputError(
            f"Frame {len(frames) + 1} is not whole: it begins after byte {whole} and needs {_missing(reader)}."
        )
    return frames


def _read(data: bytes) -> tuple[list[Frame], FrameReader]:
    reader = FrameReader()
    return list(reader.feed(data)), reader


def _missing(reader: FrameReader) -> str:
    return f"at least {reader.missing} more {'byte' if reader.missing == 1 else 'bytes'}"
