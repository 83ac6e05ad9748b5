"""What it costs to start: the program against a bare `QMainWindow` of PySide6, each in a process of its own.

Both are 1440 x 900, drawn without a display, with the settings of somebody who starts for the first time. They run in
turn, the other one first in every second round. A window is there when its first picture was painted; a lesson when its
first step was painted on the stage. Time is told in two ways: how long somebody waits from the start of the process,
and the processor time that it takes, which does not count what else the machine does. Memory is the most that was ever
resident, shared libraries included; once for the first picture, and once 2 seconds after the lesson has appeared.

Python keeps modules compiled beside their sources; here in a folder of its own, which a round that does not count
fills. The rows that say `nothing compiled` measure the very first start, and that of somebody who lets Python
write nothing: then each module is compiled anew.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from argparse import Namespace

    from app.desk import Desk
    from tests.benchmarks.timing import Row

ROOT: Final = Path(__file__).resolve().parents[2]

LONGEST: Final = 1.5
"""What is asked of the first picture, in bare windows,"""
LARGEST: Final = 1.7
"""and of memory."""

LATER: Final = 2000
"""Milliseconds after the first step when memory is looked at once more."""

PAINTED: Final = "painted"
STEP: Final = "step"
SETTLED: Final = "settled"


def rows(rounds: int = 15, *, uncompiled: bool = True, later: int = LATER) -> list[Row]:
    """All rows; with `uncompiled` those of a start without compiled modules as well. `later` are milliseconds."""
    import tempfile

    found = []
    with tempfile.TemporaryDirectory() as folder:
        for compiled in (True, False) if uncompiled else (True,):
            found += _rows(rounds, Path(folder), later, compiled=compiled)
    return found


def _rows(rounds: int, folder: Path, later: int, *, compiled: bool) -> list[Row]:
    measured: dict[str, list[dict[str, list[float]]]] = {"bare": [], "ours": []}
    for number in range(-1 if compiled else 0, rounds):
        for name in ("bare", "ours") if number % 2 else ("ours", "bare"):
            found = _started(name, folder, later, compiled=compiled)
            if number >= 0:
                measured[name].append(found)
    how = "" if compiled else ", nothing compiled"
    asked = LONGEST if compiled else None
    found_rows = []
    for what, moment in (("first picture", PAINTED), ("first step of a lesson", STEP)):
        for place, clock in enumerate(("waited for", "processor time")):
            limit = asked if moment == PAINTED else None
            found_rows.append(_row(f"{what}, {clock}{how}", measured, moment, place, "ms", limit))
    memory = LARGEST if compiled else None
    found_rows.append(_row(f"memory at the first picture{how}", measured, PAINTED, 2, "MiB", memory))
    found_rows.append(_row(f"memory with a lesson on the stage{how}", measured, SETTLED, 2, "MiB", memory))
    return found_rows


def _row(
    what: str,
    measured: dict[str, list[dict[str, list[float]]]],
    moment: str,
    place: int,
    unit: str,
    asked: float | None,
) -> Row:
    """How many bare windows ours is. `place` is the one of the figure among those of a moment."""
    from statistics import median

    from tests.benchmarks.timing import Row

    ours = [found[moment][place] for found in measured["ours"]]
    bare = [found[PAINTED][place] for found in measured["bare"]]
    details = f"{min(ours):.0f} {unit} against {min(bare):.0f} {unit}"
    ratios = min(ours) / min(bare), median(ours) / median(bare)
    return Row("startup", what, *ratios, "x a bare window", asked, at_most=True, details=details)


def _started(name: str, folder: Path, later: int, *, compiled: bool) -> dict[str, list[float]]:
    """What a process of its own tells: for each moment milliseconds waited, of processor time, and MiB of memory."""
    import json
    import os
    import subprocess
    import time

    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(folder / "settings")}
    environment["PYTHONPYCACHEPREFIX"] = str(folder / ("compiled" if compiled else "nothing"))
    if not compiled:
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
    command = [sys.executable, __file__, name, str(later), str(time.time())]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=120)
    found: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return found


# In the process that is measured. It imports nothing before the window does, but what tells the time.


class Watch:
    """Notes what has been used up at each moment."""

    def __init__(self, began: float) -> None:
        self._began = began
        self.found: dict[str, list[float]] = {}

    def note(self, moment: str) -> None:
        """That moment is now."""
        import time

        waited, worked = time.time() - self._began, time.process_time()
        if moment not in self.found:
            self.found[moment] = [1000 * waited, 1000 * worked, _most_memory()]

    def tell(self) -> None:
        """All of it, on one line."""
        import json

        print(json.dumps(self.found), flush=True)


def _most_memory() -> float:
    """The most that was ever resident, in MiB."""
    from tests.benchmarks.memory import most_memory

    return most_memory() / 2**10


def bare(watch: Watch, _later: int) -> None:
    """The window that ours is measured against."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        def paintEvent(self, event: object) -> None:
            super().paintEvent(event)  # type: ignore[arg-type]
            QTimer.singleShot(0, done)

    def done() -> None:
        watch.note(PAINTED)
        app.quit()

    app = QApplication([])
    window = Bare()
    window.resize(1440, 900)
    window.show()
    app.exec()


def ours(watch: Watch, later: int) -> None:
    """The program as it is started without any option."""
    from PySide6.QtCore import QTimer

    import main
    from app import run
    from app.widgets.shell import Shell

    paint, start = Shell.paintEvent, run._start

    def painted(shell: Shell, event: object) -> None:
        paint(shell, event)  # type: ignore[arg-type]
        QTimer.singleShot(0, lambda: watch.note(PAINTED))

    def started(desk: Desk, arguments: Namespace) -> None:
        desk.session.opened.connect(lambda: QTimer.singleShot(0, shown))
        window = desk.window.window()

        def shown() -> None:
            desk.canvas.repaint()
            watch.note(STEP)
            QTimer.singleShot(later, settled)

        def settled() -> None:
            watch.note(SETTLED)
            window.close()

        start(desk, arguments)

    Shell.paintEvent = painted  # type: ignore[assignment, method-assign]
    run._start = started
    main.main([])


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    watching = Watch(float(sys.argv[3]))
    {"bare": bare, "ours": ours}[sys.argv[1]](watching, int(sys.argv[2]))
    watching.tell()
