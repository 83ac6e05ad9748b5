"""One file that is read into a ledger, slice by slice: how far it is, and what there is to say about it."""

from __future__ import annotations

from datetime import datetime
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.files.opening import open_file
from app.files.remarks import CaptureError
from app.model.traffic.clocks import CALENDAR, clock
from app.model.traffic.opening import Opening
from app.translate import said, said_reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.files.remarks import Remark
    from app.model.traffic.density import Density
    from app.model.traffic.opening import Phase
    from protocol.ledger import Ledger

REMARKS: Final = 2_000
"""How many remarks are kept."""


class Reading:
    """Begins with a path and a ledger; `step` reads for some milliseconds. What was read stays when it is ended."""

    def __init__(self, path: Path, ledger: Ledger) -> None:
        self.path = path
        self.remarks: list[Remark] = []
        self.failure = ""
        """Why the file could not be read, or no further; nothing if it could."""
        try:
            size = path.stat().st_size
        except OSError:
            size = 0  # the reader says what is wrong
        self.opening = Opening("opening", size)
        self._whole = True
        self._begun = perf_counter()
        self._parts: Iterator[float] | None = open_file(path, ledger, remark=self._remark)

    @property
    def busy(self) -> bool:
        """Whether there is more to read."""
        return self._parts is not None

    def step(self, until: float) -> None:
        """Read on until this moment of `perf_counter`, or to the end."""
        part = self.opening.part
        try:
            while self._parts is not None and perf_counter() < until:
                part = next(self._parts)
        except StopIteration:
            self._parts = None
            self._now("open", 1.0)
            return
        except CaptureError as error:
            self._fail(said(error))
            return
        except OSError as error:
            words = QCoreApplication.translate("capture", "The file cannot be read any further: {reason}.")
            self._fail(words.format(reason=said_reason(error)))
            return
        self._now("opening", max(part, self.opening.part))

    def stop(self) -> None:
        """Read no further."""
        parts, self._parts = self._parts, None
        close = getattr(parts, "close", None)
        if close is not None:
            close()
            self._now("stopped", self.opening.part)

    def _fail(self, sentence: str) -> None:
        self._parts = None
        self.failure = sentence
        self._now("stopped", self.opening.part)

    def _now(self, phase: Phase, part: float) -> None:
        self.opening = Opening(phase, self.opening.size, part, perf_counter() - self._begun, self._whole)

    def _remark(self, remark: Remark) -> None:
        if remark.kind == "damage":
            self._whole = False
        if len(self.remarks) < REMARKS:
            self.remarks.append(remark)


def said_remark(remark: Remark) -> str:
    """A remark in the present language."""
    words = QCoreApplication.translate(remark.context, remark.source)
    values = dict(remark.values)
    if "reason" in values:
        values["reason"] = QCoreApplication.translate("reasons", values["reason"])
    return words.format(**values)


def contents(ledger: Ledger, density: Density, *, read: bool) -> str:
    """How much is in the file, from when to when, in milliseconds if it is less than a second; `read` while there may
    be more."""
    if not density.seen:
        return ""
    translate = QCoreApplication.translate
    count, peers = ledger.counts.frames, len(ledger.talks)
    frames = translate("capture", "%n frames read", "", count) if read else translate("capture", "%n frames", "", count)
    talks = translate("capture", "%n connections", "", peers)
    first, last = clock(density.first, ledger.zone), clock(density.last, ledger.zone)
    if first[:8] != last[:8]:
        first, last = first[:8], last[:8]
    return translate("capture", "{frames}, {connections}, {first} to {last}").format(
        frames=frames.replace(str(count), f"{count:,}", 1),
        connections=talks.replace(str(peers), f"{peers:,}", 1),
        first=first,
        last=last,
    )


def zone_of(ledger: Ledger) -> float:
    """How many seconds this machine's clock was ahead of UTC when the capture began."""
    first = ledger.times[0]
    if first < CALENDAR:
        return 0.0
    try:
        offset = datetime.fromtimestamp(first).astimezone().utcoffset()
    except (OverflowError, OSError, ValueError):
        return 0.0
    return offset.total_seconds() if offset is not None else 0.0
