"""`main.py export frame HEX -o OUT`: the figure of one frame as SVG, PDF or PNG, without a window.

The frame is drawn as it is, broken rules included; exit code 1 says that it breaks the protocol.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.octets import read_octets
from app.commands.output import BROKEN, FINE, InputError, complain
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
        description="Writes the figure of one frame. A frame that breaks a rule of RFC 6455 is drawn as it is, with"
        " the rule: the file is written, and the exit code is 1.",
    )
    parser.add_argument("what", choices=["frame"], help="what to draw")
    parser.add_argument("input", nargs="+", metavar="HEX", help="the bytes of one frame in hex, - for stdin, or a file")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help="the file: .svg, .pdf or .png")
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


def run(arguments: argparse.Namespace) -> int:
    """Write the file; 1 if the frame breaks a rule, 2 if nothing could be written."""
    try:
        frame = one_frame(read_octets(arguments.input))
        from app.drawing.export import ExportError, check_suffix, export
        from app.drawing.theme import THEMES
    except InputError as problem:
        return complain(f"export: {problem}")
    except ImportError as problem:
        from app.machine import LIBRARIES

        return complain(f"export: Qt cannot be loaded ({problem}): run {LIBRARIES}")
    guessed = Role.CLIENT if frame.masked else Role.SERVER
    sender = Role(arguments.sender) if arguments.sender else guessed
    try:
        check_suffix(arguments.output)
        scene = figure(frame, sender, arguments.lang)
        export(scene, arguments.output, THEMES[arguments.theme], arguments.lang)
    except ExportError as problem:
        return complain(f"export: {problem}")
    return BROKEN if frame_violations(frame, sender) else FINE


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
