"""What this machine has to show a window with, found out without starting Qt.

Qt aborts the process when its platform plugin cannot be loaded or finds no display. So the plugin's own libraries and
the display are tried first, and what is missing is said in one sentence with the command that mends it.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

LIBRARIES: Final = (
    "apt-get install -y libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1"
)
"""What a Debian or Ubuntu without a desktop lacks."""

HEADLESS: Final = "or run it without a window: main.py --screenshot OUT.png, main.py lesson opening-handshake"


def display_problem(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """Why no window can be shown here, in one sentence, or an empty text."""
    if not platform.startswith("linux"):
        return ""
    chosen = environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    if chosen not in {"", "xcb", "wayland"}:
        return ""
    if chosen == "wayland" or (not chosen and environ.get("WAYLAND_DISPLAY")):
        problem = wayland_problem(environ)
        if not problem or chosen or not environ.get("DISPLAY"):
            return problem
    return x11_problem(environ)


def x11_problem(environ: Mapping[str, str]) -> str:
    """Why the X11 display cannot be used."""
    name = environ.get("DISPLAY", "")
    if not name:
        return f"There is no display (DISPLAY and WAYLAND_DISPLAY are not set): start it on a desktop, {HEADLESS}."
    missing = missing_library("libqxcb.so")
    if missing:
        return f"Qt lacks the library {missing}: run {LIBRARIES}"
    if not _x11_answers(name):
        return f"The display {name} does not answer: start its X server or set DISPLAY to another one, {HEADLESS}."
    return ""


def wayland_problem(environ: Mapping[str, str]) -> str:
    """Why the Wayland display cannot be used."""
    name = environ.get("WAYLAND_DISPLAY", "")
    if not name:
        return f"WAYLAND_DISPLAY is not set: start it on a desktop, {HEADLESS}."
    missing = missing_library("libqwayland.so")
    if missing:
        return f"Qt lacks the library {missing}: run {LIBRARIES}"
    import socket  # noqa: PLC0415  # the window waits for all this: each way loads what it needs

    path = Path(environ.get("XDG_RUNTIME_DIR", "/nonexistent")) / name
    try:
        with socket.socket(socket.AF_UNIX) as probe:
            probe.connect(str(path))
    except OSError as error:
        return f"The Wayland display {path} does not answer ({error.strerror}): start it, {HEADLESS}."
    return ""


def missing_library(plugin: str) -> str:
    """The name of the first shared library that keeps Qt's platform plugin from loading, or an empty text."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        return "PySide6"
    import ctypes  # noqa: PLC0415  # commands without a window do without

    path = Path(spec.origin).parent / "Qt" / "plugins" / "platforms" / plugin
    try:
        ctypes.CDLL(str(path))
    except OSError as error:
        return str(error).split(":")[0]
    return ""


def _x11_answers(display: str) -> bool:
    import ctypes  # noqa: PLC0415  # commands without a window do without

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    answers = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return answers
