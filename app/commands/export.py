"""`main.py export WHAT -o OUT`: figures and storyboards, without a window.

Figures of frames and of the state machine are in `export_figures`, lessons and recordings in `export_boards`. Text
formats and SVG do not load Qt.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.commands import export_files
from protocol.vocabulary import Role

if TYPE_CHECKING:
    import argparse

STORYBOARDS: Final = ("html", "gif", "apng")
"""Formats that only storyboards have."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb `export`."""
    parser = subparsers.add_parser(
        "export",
        help="write figures and storyboards without a window",
        description="Writes the figure of one frame, with `layout` that of frames in general, with `states` the state"
        " machine, with `lesson` and `recording` all their steps or one. A frame that breaks"
        " a rule of RFC 6455 is drawn as it is, with the rule: the file is written, and the exit code is 1. The suffix"
        " says what is written: .svg .pdf .png a picture, .txt a drawing in characters as in the RFCs, .tex LaTeX"
        " (bytefield for frames), .mmd a Mermaid diagram, .json what is drawn, .alt.txt a description in words; of all"
        " steps .html a page, .pdf a handout, .gif and .apng an animation, .mmd a sequence.",
    )
    parser.add_argument("what", choices=["frame", "layout", "lesson", "recording", "states"], help="what to draw")
    parser.add_argument(
        "input",
        nargs="*",
        metavar="INPUT",
        help="frame: its bytes in hex, - for stdin, or a file; lesson: SLUG or SLUG:STEP, or the folder of one;"
        " recording: FILE or FILE:STEP",
    )
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help="the file or the folder, - for stdout as .txt"
    )
    formats = (*export_files.FIGURES, *STORYBOARDS)
    parser.add_argument("--format", nargs="+", choices=formats, default=[], metavar="FORMAT",
                        help=f"OUT is a folder, and this is written there: {', '.join(formats)}")  # fmt: skip
    parser.add_argument(
        "--from",
        dest="sender",
        choices=[role.value for role in Role],
        help="who sent the frame; without it, the MASK bit decides",
    )
    export_files.add_options(parser)
    group = parser.add_argument_group("lesson and recording")
    group.add_argument("--per-page", type=int, choices=(1, 2, 4, 6), default=2, help="pdf: steps a page")
    group.add_argument("--depth", type=int, choices=(0, 1, 2, 3),
                       help="1 messages, 2 frames, 3 every detail, 0 the steps of the lesson")  # fmt: skip
    group.add_argument("--fault", action="append", default=[], metavar="ID", help="lesson: with this fault or variant")
    group.add_argument("--questions", action="store_true",
                       help="html, pdf: ask the lesson's questions; answers by a key, or on the last page")  # fmt: skip
    group.add_argument("--connection", type=int, default=1, metavar="N", help="recording: which connection of the file")


def run(arguments: argparse.Namespace) -> int:
    """Write the files; 1 if something that was drawn breaks a rule, 2 if something could not be written."""
    if arguments.what in ("lesson", "recording"):
        from app.commands import export_boards

        return export_boards.run(arguments)
    from app.commands import export_figures

    return export_figures.run(arguments)
