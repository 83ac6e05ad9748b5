"""A storyboard or a large picture on its way: a process of its own makes it, the window hears how far it is and can
stop it at any time.

Nothing is written here: what was made is handed over as bytes, whole.
"""

from __future__ import annotations

import json
import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from app.drawing.export import ExportError
from app.reasons import QT_TRANSLATE_NOOP
from app.storyboard.apart import Job, Picture
from app.storyboard.sources import MOST, TOO_LONG, BoardError

if TYPE_CHECKING:
    from app.model.telling import Telling
    from app.storyboard.formats import Look

ROOT: Final = Path(__file__).resolve().parents[1]

NOT_STARTED: Final = QT_TRANSLATE_NOOP("export", "The file cannot be made: Python could not be started again.")
ENDED: Final = QT_TRANSLATE_NOOP("export", "The file cannot be made: what makes it has ended too early.")
NO_LIBRARY: Final = QT_TRANSLATE_NOOP("export", "The file cannot be made: the library {name} is not installed.")

PATIENCE: Final = 2000
"""Milliseconds that a process has to end once it was killed."""


class Making(QObject):
    """One file; it begins at once. One of `made` and `failed` comes, unless it is stopped before."""

    advanced = Signal(float)
    """The part that is done, 0 to 1."""
    made = Signal(bytes)
    failed = Signal(object)
    """An error with a sentence."""

    def __init__(self, job: Job | Picture, steps: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps, self._all = 0, max(1, steps)
        self._lines = bytearray()
        self._size: int | None = None
        self._process = process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONPATH", str(ROOT))
        environment.insert("QT_QPA_PLATFORM", "offscreen")
        process.setProcessEnvironment(environment)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.errorOccurred.connect(self._not_started)
        process.finished.connect(self._ended)
        process.start(sys.executable, ["-m", "app.storyboard.apart"])
        process.write(pickle.dumps(job))
        process.closeWriteChannel()

    @property
    def running(self) -> bool:
        """Whether it is still to come."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def stop(self) -> None:
        """Make no more of it; nothing is told any more."""
        self._process.blockSignals(True)
        if self.running:
            self._process.kill()
            self._process.waitForFinished(PATIENCE)

    def _read(self) -> None:
        self._lines += self._process.readAllStandardOutput().data()
        while self._size is None and b"\n" in self._lines:
            line, _, rest = bytes(self._lines).partition(b"\n")
            self._lines = bytearray(rest)
            self._hear(line.decode())

    def _hear(self, line: str) -> None:
        kind, _, value = line.partition(" ")
        match kind:
            case "step":
                self._steps += 1
                self.advanced.emit(min(1.0, self._steps / self._all))
            case "done":
                self._size = int(value)
            case "failed":
                self._fail(_error(json.loads(value)))

    def _ended(self) -> None:
        self._read()
        if self._size is not None and len(self._lines) == self._size:
            self.made.emit(bytes(self._lines))
        else:
            self._fail(ExportError(ENDED))

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._fail(ExportError(NOT_STARTED))

    def _fail(self, error: Exception) -> None:
        self.stop()
        self.failed.emit(error)


def making(telling: Telling, suffix: str, look: Look, parent: QObject | None = None) -> Making:
    """Begin to make the storyboard of a telling; raises BoardError if it is too long for one."""
    check_length(telling, look.lang)
    job = Job.of(telling, suffix.removeprefix("."), look)
    return Making(job, job.steps(telling), parent)


def check_length(telling: Telling, lang: str) -> None:
    """Raises BoardError if a telling has too many steps to be a storyboard."""
    if telling.count > MOST:
        name, depth = telling.title(lang), str(telling.depth)
        raise BoardError(TOO_LONG, name=name, count=str(telling.count), depth=depth, most=str(MOST))


def _error(told: dict[str, object]) -> Exception:
    """What went wrong there, as it is said here."""
    if "missing" in told:
        return ExportError(NO_LIBRARY, name=str(told["missing"]))
    values = told["values"]
    error = ExportError(str(told["source"]), **(values if isinstance(values, dict) else {}))
    error.context = str(told["context"])  # type: ignore[misc]  # the sentence is translated where it comes from
    return error
