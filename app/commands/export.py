"""`main.py export WHAT -o OUT`: figures and storyboards, without a window.

`lesson` and `recording` are told in `export_boards`, `states` in `export_states`; here are frames.

A frame is drawn as it is, broken rules included; exit code 1 says that it breaks the protocol. `export layout` writes
the fields of frames in general, as section 5.2 of RFC 6455 draws them. Text formats do not load Qt.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.commands import export_boards, export_states
from app.commands.octets import read_octets
from app.commands.output import BROKEN, FINE, InputError, complain
from app.diagram.formats import FORMATS
from app.reasons import reason
from app.writing import replace_file
from protocol.frames import Frame, FrameReader
from protocol.violations import frame_violations
from protocol.vocabulary import Role

if TYPE_CHECKING:
    import argparse

    from app.drawing.marks import Scene


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb `export`."""
    parser = subparsers.add_parser(
        "export",
        help="write a figure without a window",
        description="Writes the figure of one frame, with `layout` that of frames in general, with `states` the state"
        " machine, with `lesson` and `recording` all their steps. A frame that breaks"
        " a rule of RFC 6455 is drawn as it is, with the rule: the file is written, and the exit code is 1. The suffix"
        " says what is written: .svg .pdf .png a picture, .txt the box drawing of the RFCs, .tex LaTeX with bytefield,"
        " .mmd a Mermaid packet diagram, .json its boxes.",
    )
    parser.add_argument("what", choices=["frame", "layout", "lesson", "recording", "states"], help="what to draw")
    parser.add_argument(
        "input",
        nargs="*",
        metavar="INPUT",
        help="frame: its bytes in hex, - for stdin, or a file; lesson: SLUG or SLUG:STEP; recording: FILE or FILE:STEP",
    )
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help="the file, - for stdout as .txt"
    )
    parser.add_argument("--bits", type=int, choices=(8, 16, 32), default=32, help="bits in a row, in text formats")
    parser.add_argument(
        "--show", choices=("names", "values", "both"), default="both", help="what stands in a box, in text formats"
    )
    parser.add_argument(
        "--from",
        dest="sender",
        choices=[role.value for role in Role],
        help="who sent the frame; without it, the MASK bit decides",
    )
    parser.add_argument("--lang", choices=("en", "zh_CN"), default="en", help="the language of the figure")
    parser.add_argument(
        "--theme", choices=("paper", "light", "dark", "contrast"), default="paper", help="paper is for print"
    )
    export_boards.add_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the file; 1 if the frame breaks a rule, 2 if nothing could be written."""
    if arguments.what == "states":
        return export_states.run(arguments)
    if arguments.what in ("lesson", "recording"):
        return export_boards.run(arguments)
    frame = None
    try:
        if arguments.what == "frame":
            if not arguments.input:
                raise InputError("Which frame? Give its bytes in hex, - for stdin, or a file.")
            frame = one_frame(read_octets(arguments.input))
        elif arguments.input:
            raise InputError("The layout is that of frames in general: it takes no bytes.")
    except InputError as problem:
        return complain(f"export: {problem}")
    sender = _sender(arguments, frame)
    text = _suffix(arguments) in FORMATS
    if not text and frame is None:
        return complain(f"export: The layout is written as {', '.join(FORMATS)}.")
    hindered = _write_text(arguments, frame, sender) if text else _draw(arguments, frame, sender)
    if hindered:
        return complain(f"export: {hindered}")
    return BROKEN if frame is not None and frame_violations(frame, sender) else FINE


def _sender(arguments: argparse.Namespace, frame: Frame | None) -> Role:
    if arguments.sender:
        return Role(arguments.sender)
    return Role.CLIENT if frame is not None and frame.masked else Role.SERVER


def _suffix(arguments: argparse.Namespace) -> str:
    return ".txt" if str(arguments.output) == "-" else str(arguments.output.suffix.lower())


def _write_text(arguments: argparse.Namespace, frame: Frame | None, sender: Role) -> str:
    """What hindered it, or nothing."""
    from app.diagram.frame import frame_diagram, layout_diagram
    from app.plain_words import PlainWords
    from lessons.narration.rules import text as rule_sentence

    words, width, show = PlainWords(arguments.lang, rule_sentence), arguments.bits, arguments.show
    if frame is not None:
        diagram = frame_diagram(frame, sender, words, width, show)
    else:
        diagram = layout_diagram(words, width, show)
    written = FORMATS[_suffix(arguments)](diagram)
    if str(arguments.output) == "-":
        print(written, end="")
        return ""
    try:
        replace_file(arguments.output, written.encode())
    except OSError as error:
        return f"“{arguments.output}” could not be written: {reason(error)}."
    return ""


def _draw(arguments: argparse.Namespace, frame: Frame | None, sender: Role) -> str:
    """What hindered it, or nothing."""
    assert frame is not None
    try:
        from app.drawing.export import ExportError, check_suffix, export
        from app.drawing.theme import THEMES
    except ImportError as problem:
        from app.machine import LIBRARIES

        return f"Qt cannot be loaded ({problem}): run {LIBRARIES}"
    try:
        check_suffix(arguments.output)
        scene = figure(frame, sender, arguments.lang)
        export(scene, arguments.output, THEMES[arguments.theme], arguments.lang)
    except ExportError as problem:
        return str(problem)
    return ""


def one_frame(data: bytes) -> Frame:
    """The one frame that the bytes are; anything more or less is refused with a count."""
    reader = FrameReader()
    frames = reader.feed(data)
    if not frames:
        missing = f"at least {reader.missing} more {'byte' if reader.missing == 1 else 'bytes'}"
        raise InputError(f"The frame is not whole: it has {len(data)} bytes and needs {missing}.")
    if len(data) > frames[0].size:
        rest = len(data) - frames[0].size
        raise InputError(f"One frame is drawn, and it ends after byte {frames[0].size}: {rest} more given.")
    return frames[0]


def figure(frame: Frame, sender: Role, lang: str) -> Scene:
    """The scene of the frame in a language."""
    from app.drawing.fonts import QtMeasure
    from app.drawing.marks import Room
    from app.drawing.render import ensure_app
    from app.figures.frame_export import draw
    from app.translate import QtWords, Translators
    from lessons.narration.rules import text

    translators = Translators(ensure_app())
    translators.use(lang)
    return draw(frame, sender, Room(QtMeasure(lang), QtWords(lang, text)))
