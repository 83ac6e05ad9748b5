"""The folder in which Live keeps its recordings: one file a connection, one folder a day.

    recordings/2031-05-04/14.03.22 ws.3.jsonl.growing      while the connection lasts
    recordings/2031-05-04/14.03.22 ws.3.jsonl              when it has ended, and its file is whole

Each entry is handed to the system as soon as it is made, so that a program that is killed loses nothing of it; what it
leaves behind is a file that still says `growing` and that no living program holds. Nothing is ever removed unless
somebody asks for it.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from app.network.journal import Journal, JournalError, not_begun

if TYPE_CHECKING:
    from collections.abc import Callable

    from protocol.recording import Setup

if sys.platform != "win32":  # Windows needs no lock: it does not let go of an open file
    import fcntl

SUFFIX: Final = ".jsonl"
GROWING: Final = ".growing"


def default_folder() -> Path:
    """Where this user's recordings are kept."""
    from platformdirs import user_data_path  # noqa: PLC0415 - for those who record

    return user_data_path("websocket-101", appauthor=False) / "recordings"


@dataclass(frozen=True, slots=True)
class Kept:
    """A recording on disk: its size in bytes, and when it was last written, in seconds since 1970."""

    path: Path
    size: int
    changed: float


class Recordings:
    """Begins a journal for each connection of this run."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or default_folder()

    def begin(self, setup: Setup, name: str, trouble: Callable[[JournalError], object]) -> Growing:
        """The journal of a connection; `name` goes into that of its file, `trouble` is told what cannot be written."""
        return Growing(setup, self._path(name), trouble)

    def _path(self, name: str) -> Path:
        now = datetime.now().astimezone()
        return self.folder / f"{now:%Y-%m-%d}" / f"{now:%H.%M.%S} {name}{SUFFIX}"


class Growing(Journal):
    """A journal whose file says that it grows, until it is closed."""

    def __init__(self, setup: Setup, path: Path, trouble: Callable[[JournalError], object]) -> None:
        self.path = path
        """Where it will be when the connection is over."""
        super().__init__(setup, self._fresh, trouble)

    @property
    def growing(self) -> Path:
        """Where it is while it grows."""
        return self.path.with_name(self.path.name + GROWING)

    def keep(self) -> None:
        """Begin the file, in a folder that is there."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            self._trouble(not_begun(self.path, error))
            self._held = None
            return
        super().keep()
        if self._file is not None:
            _hold(self._file)

    def close(self) -> None:
        """The connection is over: the file has its name."""
        is_whole = self._file is not None
        super().close()
        if is_whole:
            with suppress(OSError):
                self.growing.replace(self.path)

    def _fresh(self) -> Path:
        """A name that nobody has: two programs may begin in the same second."""
        stem, number = self.path.name.removesuffix(SUFFIX), 1
        while self.path.exists() or self.growing.exists():
            number += 1
            self.path = self.path.with_name(f"{stem} ({number}){SUFFIX}")
        return self.growing


def kept(folder: Path) -> list[Kept]:
    """Every recording in the folder, those that grow as well, the oldest first."""
    found = []
    for path in (*folder.glob(f"*/*{SUFFIX}"), *folder.glob(f"*/*{SUFFIX}{GROWING}")):
        with suppress(OSError):
            stat = path.stat()
            found.append(Kept(path, stat.st_size, stat.st_mtime))
    return sorted(found, key=lambda each: (each.changed, each.path))


def recovered(folder: Path) -> list[Path]:
    """The journals of programs that did not end properly, the oldest first. `finish` gives them their names."""
    return [each.path for each in kept(folder) if each.path.suffix == GROWING and not _is_held(each.path)]


def finish(path: Path) -> Path:
    """A journal that was left behind becomes a recording like any other; its path. Raises OSError."""
    whole = path.with_name(path.name.removesuffix(GROWING))
    path.replace(whole)
    return whole


def prune(folder: Path, most: int) -> list[Path]:
    """Remove the oldest recordings until `most` bytes are left, and give back what was removed. What grows stays."""
    there = kept(folder)
    size = sum(each.size for each in there)
    removed = []
    for each in there:
        if size <= most:
            break
        if each.path.suffix == GROWING and _is_held(each.path):
            continue
        with suppress(OSError):
            each.path.unlink()
            removed.append(each.path)
            size -= each.size
    for path in {path.parent for path in removed}:
        with suppress(OSError):  # it is not empty
            path.rmdir()
    return removed


def _hold(file: IO[str]) -> None:
    """Hold the file as long as this program lives: the system lets go of it, whatever ends us."""
    if sys.platform != "win32":
        with suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_held(path: Path) -> bool:
    """Whether a living program writes this file."""
    try:
        if sys.platform == "win32":
            path.rename(path)  # which is refused for a file that is open elsewhere
        else:
            with path.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    return False
