"""Traffic that is the same every time: connections of lessons, at a moment and from ports that are made up.

The embedded server and client have really had these conversations on loopback TCP; only ports and times are named
afterwards (`app.storyboard.running`). Live gets them from an engine that has heard them, Capture from a file.
"""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final, cast

from app.network.live.values import Batch, Begun, Line, Listening
from app.storyboard.running import SERVER_PORT, run_still
from lessons.order import Order
from protocol.ledger import Ledger
from protocol.recording import Kind
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.network.engine import Engine
    from lessons.contents import Contents
    from protocol.recording import Recording

DAY: Final = datetime(2026, 3, 2, 9, 41, 7)  # noqa: DTZ001 - local time: every zone sees the same clock
"""When the first connection began."""

APART: Final = 6.25
"""Seconds between the beginnings of two connections."""

LATER: Final = 30
"""Seconds after `DAY` when Live is looked at."""

FIRST_PORT: Final = 50_001

WIRE: Final = frozenset({Kind.SYN, Kind.DATA, Kind.FIN, Kind.RST})


def conversations(course: Contents, talks: Iterable[tuple[str, str]]) -> Iterator[Recording]:
    """The main connection of each lesson, run with its fault if one is named."""
    for place, (slug, fault) in enumerate(talks):
        lesson = course.lesson(slug)
        assert lesson is not None, slug
        recording = run_still(Order(lesson.scenario, frozenset({fault} if fault else ()))).main
        began = DAY.timestamp() + place * APART
        recording.setup = replace(recording.setup, client=f"127.0.0.1:{FIRST_PORT + place}", began=began)
        yield recording


class Heard:
    """An engine that has heard these connections and does nothing more; a server listens."""

    def __init__(self, recordings: Iterable[Recording]) -> None:
        self._batches = [_batch(number, recording) for number, recording in enumerate(recordings, 1)]
        self.waiting = 0

    def start(self) -> None:
        """Nothing runs."""

    def record(self, on: bool) -> None:
        """Nothing is written."""

    def drain(self, _limit_bytes: int = 0, _limit_entries: int = 0) -> list[Batch]:
        """All that was heard, once."""
        batches, self._batches = self._batches, []
        return batches

    def serve(self, order: Any) -> Future[Listening]:
        """It listens already."""
        where = f"127.0.0.1:{SERVER_PORT}/"
        return _settled(Listening(1, order, (f"ws://{where}",), f"http://{where}"))

    def close(self) -> Future[None]:
        """It has ended."""
        return _settled(None)


def heard(recordings: Iterable[Recording]) -> Engine:
    """As the desk of Live wants it."""
    return cast("Engine", Heard(recordings))


class CapturedFile:
    """A pcapng file of these connections, as long as somebody looks at it."""

    def __init__(self, recordings: Iterable[Recording], name: str) -> None:
        self._recordings, self._name = recordings, name
        self._folder = TemporaryDirectory()

    def __enter__(self) -> Path:
        from app.files.pcapng_out import write_pcapng  # noqa: PLC0415  # only one picture has a file

        ledger = Ledger()
        for recording in self._recordings:
            talk = ledger.begin(recording.setup)
            for entry in recording:
                if entry.kind in WIRE:
                    talk.entry(entry)
        path = Path(self._folder.name) / self._name
        write_pcapng(path, ledger.talks)
        return path

    def __exit__(self, *_error: object) -> None:
        self._folder.cleanup()


def _batch(number: int, recording: Recording) -> Batch:
    lines = [Line(entry.time, entry.who, entry.kind, entry.data) for entry in recording if entry.kind in WIRE]
    return Batch(number, Begun(recording.setup, Role.SERVER, 1, None), lines)


def _settled(value: Any) -> Future[Any]:
    future: Future[Any] = Future()
    future.set_result(value)
    return future
