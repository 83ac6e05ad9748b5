"""Recordings that are on disk while they grow, one file a connection: killing the program loses nothing of them.

A journal is a recording's file from its first line on: each entry is handed to the system as soon as it is made. A file
of that name is replaced when the journal begins, whole, as `Recording.save` does it. Several connections are numbered
before the suffix: talk.jsonl, talk.2.jsonl, talk.3.jsonl.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Final, Protocol

from app.reasons import QT_TRANSLATE_NOOP, SaidError, reason
from protocol.recording import Entry, Kind, Recording, Setup


class Book(Protocol):
    """What is kept of one connection while it lasts."""

    def append(self, entry: Entry) -> None:
        """This happened."""

    def keep(self) -> None:
        """This connection is worth it: a page and its icon are not. May be called again."""

    def close(self) -> None:
        """The connection is over."""


class Books(Protocol):
    """Begins a book for each connection; `speaker` is the `Link` or `Pair` that it is about."""

    def begin(self, setup: Setup, speaker: object = None) -> Book:
        """A book for this connection."""


class JournalError(SaidError):
    """A recording cannot be written; the text is one whole sentence."""

    context = "journal"


NOT_BEGUN: Final = QT_TRANSLATE_NOOP("journal", "{path} cannot be written ({reason}): this connection is not recorded.")
NOT_FINISHED: Final = QT_TRANSLATE_NOOP(
    "journal", "{path} cannot be written any more ({reason}): the recording ends here."
)


def not_begun(path: Path, error: OSError) -> JournalError:
    """Nothing can be written there."""
    return JournalError(NOT_BEGUN, path=str(path), reason=reason(error))


class Journal:
    """The recording of one connection. Nothing is on disk before `keep`; `trouble` is told once if the disk fails."""

    def __init__(self, setup: Setup, name: Callable[[], Path], trouble: Callable[[JournalError], object]) -> None:
        self._held: list[str] | None = [next(Recording(setup, reads=False).lines())]
        self._name = name
        self._trouble = trouble
        self._file: IO[str] | None = None
        self._path = Path()

    def append(self, entry: Entry) -> None:
        """Write the next entry, or hold it until this recording is kept."""
        line = line_of(entry)
        if self._held is not None:
            self._held.append(line)
        else:
            self._write(line)

    def keep(self) -> None:
        """This connection is worth a file: write what was held, and from now on every entry at once."""
        if self._held is None:
            return
        lines, self._held = self._held, None
        self._path = self._name()
        try:
            self._file = _begun(self._path, lines)
        except OSError as error:
            self._trouble(not_begun(self._path, error))

    def close(self) -> None:
        """The connection is over."""
        self._held = None if self._held is None else []
        if self._file is not None:
            _close_broken(self._file)
            self._file = None

    def _write(self, line: str) -> None:
        if self._file is None:
            return
        try:
            self._file.write(line + "\n")
            self._file.flush()
        except OSError as error:
            file, self._file = self._file, None
            _close_broken(file)
            self._trouble(JournalError(NOT_FINISHED, path=str(self._path), reason=reason(error)))


class Journals:
    """The files that `--record FILE` names, for one connection after the other."""

    def __init__(self, path: Path, trouble: Callable[[str], object]) -> None:
        self._path = path
        self._trouble = trouble
        self._count = 0

    def begin(self, setup: Setup, speaker: object = None) -> Journal:
        """A journal that takes the next number when it is kept."""
        return Journal(setup, self._next, lambda error: self._trouble(str(error)))

    def _next(self) -> Path:
        self._count += 1
        return numbered(self._path, self._count)


def numbered(path: Path, count: int) -> Path:
    """The file of the connection `count`, from 1: the first one has the name itself."""
    return path if count == 1 else path.with_name(f"{path.stem}.{count}{path.suffix}")


def _begun(path: Path, lines: list[str]) -> IO[str]:
    """A file with these lines in the place of `path`, open for more; raises OSError and leaves what was there."""
    handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    file = os.fdopen(handle, "w", encoding="utf-8")
    try:
        file.writelines(line + "\n" for line in lines)
        file.flush()
        Path(fresh).replace(path)
    except OSError:
        _close_broken(file)
        Path(fresh).unlink(missing_ok=True)
        raise
    return file


def line_of(entry: Entry) -> str:
    """An entry as the line of a recording's file."""
    if entry.kind is Kind.DATA:  # nearly all are; json would look for characters to escape in hex digits
        start = json.dumps({"time": entry.time, "who": entry.who.value, "kind": "data"})
        return f'{start[:-1]}, "hex": "{entry.data.hex()}"}}'
    recording = Recording(reads=False)
    recording.append(entry)
    _, line = recording.lines()
    return line


def path_problem(path: Path) -> str:
    """Why no recording can be written to `path`, as one sentence; empty if it can."""
    if path.is_dir():
        return f"“{path}” is a directory; a recording is a file."
    if not path.parent.is_dir():
        return f"“{path}” cannot be written: there is no directory “{path.parent}”."
    if not os.access(path.parent, os.W_OK | os.X_OK):
        return f"“{path}” cannot be written: “{path.parent}” does not permit it."
    return ""


def _close_broken(file: IO[str]) -> None:
    """Close a file whose disk may be full: what it still holds is lost."""
    try:
        file.close()
    except OSError:
        return
