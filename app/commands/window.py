"""`main.py` without a verb: the window, or one picture of it with `--screenshot`."""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path
from typing import Final

from app.commands import VERBS, Parser

MINIMUM: Final = (1200, 760)
LARGEST: Final = 8192


def parser() -> Parser:
    """The options of the window."""
    verbs = "\n".join(f"  {verb:<11} {sentence}" for verb, sentence in VERBS.items())
    made = Parser(
        prog="main.py",
        description="WebSocket 101: the WebSocket protocol made visible. Without a command the window opens.",
        epilog=f"commands (main.py COMMAND --help):\n{verbs}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("file", nargs="?", metavar="FILE", help="a recording or capture to open, or a command (below)")
    made.add_argument("--mode", choices=("learn", "lab", "live", "capture"), help="begin with this mode")
    made.add_argument("--lesson", metavar="SLUG", help="open this lesson (see main.py lessons), or the folder of one")
    made.add_argument("--step", type=_step, metavar="N", help="show step N, counted from 1")
    made.add_argument("--fault", metavar="ID", action="append", default=[], help="switch a fault or variant of it on")
    made.add_argument("--move", metavar="ID", action="append", default=[], help="make a move towards its goal")
    made.add_argument("--depth", type=int, choices=(1, 2, 3), help="step by 1 messages, 2 frames, 3 every detail")
    made.add_argument("--redis", metavar="URL", help="scaling-out: join the nodes by this Redis (redis://HOST:PORT)")
    made.add_argument("--lang", choices=("en", "zh_CN"), help="the language of everything on screen")
    made.add_argument("--theme", choices=("light", "dark", "contrast"), help="its colours")
    made.add_argument("--screenshot", type=Path, metavar="OUT.png", help="draw that state into a file and end")
    made.add_argument("--size", type=_size, metavar="WxH", help="of the window, in pixels: 1440x900 or what it was")
    return made


def run(arguments: argparse.Namespace) -> int:
    """Open the window; without a display, say so in one line and end with 2."""
    if arguments.screenshot is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    else:
        from app.machine import display_problem

        problem = display_problem()
        if problem:
            print(f"main.py: {problem}", file=sys.stderr)
            return 2
    try:
        from app.run import run_window
    except ImportError as error:
        from app.machine import LIBRARIES

        print(f"main.py: Qt cannot be loaded ({error}): run {LIBRARIES}", file=sys.stderr)
        return 2
    return run_window(arguments)


def _step(text: str) -> int:
    if re.fullmatch(r"[0-9]{1,6}", text) is None or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no step: steps are counted from 1")
    return int(text)


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"([0-9]{1,5})x([0-9]{1,5})", text)
    if match is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size: write it as 1440x900")
    width, height = int(match[1]), int(match[2])
    if width < MINIMUM[0] or height < MINIMUM[1] or max(width, height) > LARGEST:
        least = "x".join(map(str, MINIMUM))
        raise argparse.ArgumentTypeError(f"{text!r} is out of range: from {least} to {LARGEST}x{LARGEST}")
    return width, height
