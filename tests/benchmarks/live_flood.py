"""A flood into Live: an echo server of the engine, the page over it, and how late the window gets.

    .venv/bin/python tests/benchmarks/live_flood.py [--seconds 60] [--rate 20000]

A timer of 10 ms measures its worst delay. The client, a process of its own, sends text messages of 32 bytes; every one
is echoed and makes two frames. The bytes of the recording stand beside the memory that this process has grown by.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

ROOT: Final = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:  # started as a script
    sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, Qt, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from app.drawing.fonts import load_fonts  # noqa: E402
from app.live import LiveDesk, prefer_window  # noqa: E402
from app.network.engine import Engine  # noqa: E402
from app.network.live.values import ServerOrder  # noqa: E402
from app.widgets.live.page import LivePage  # noqa: E402
from app.widgets.look import Look  # noqa: E402
from app.widgets.main_window import MainWindow  # noqa: E402
from protocol.vocabulary import Role  # noqa: E402
from tests.benchmarks.flood_client import Flooder  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

TICK: Final = 10
PAYLOAD: Final = b"x" * 32


@dataclass(frozen=True)
class Measured:
    """What came of a flood: messages a second, delays in milliseconds, bytes."""

    seconds: float
    messages: int
    rows: int
    worst: float
    p99: float
    recorded: int
    memory: int
    lost: int

    def lines(self) -> list[str]:
        """The figures, one a line."""
        rate = self.messages / self.seconds
        each = self.memory / max(self.recorded, 1)
        return [
            f"{self.messages:,} messages in {self.seconds:.1f} s: {rate:,.0f} a second, {self.rows:,} rows",
            f"a timer of {TICK} ms came at worst {self.worst:.1f} ms late, 99 of 100 times at most {self.p99:.1f} ms",
            f"{self.recorded:,} bytes recorded, {self.memory:,} bytes of memory more: {each:.2f} for each",
            f"{self.lost:,} frames lost",
        ]


class Delays:
    """A timer that says how late it came, in milliseconds."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self._clock = QElapsedTimer()
        self._timer = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._came)

    def start(self) -> None:
        """From now on."""
        self.late.clear()
        self._clock.start()
        self._timer.start()

    def stop(self) -> None:
        """No more."""
        self._timer.stop()

    def _came(self) -> None:
        self.late.append(max(0.0, self._clock.nsecsElapsed() / 1e6 - TICK))
        self._clock.restart()


def flood(seconds: float, rate: int) -> Measured:
    """Send for so long, at most so many messages a second, and wait until everything is in the ledger."""
    app = QApplication.instance() or QApplication([])
    load_fonts("en")
    window = MainWindow()
    page = LivePage()
    desk = LiveDesk(page, Engine())
    prefer_window()
    desk.engine.start()
    desk._timer.start()  # without the journal, which a benchmark does not leave on a disk
    window.offer("live", lambda: page)
    window.set_look(Look())
    window.show()
    window.go("live")
    listening = desk.engine.serve(ServerOrder(port=0)).result(10)
    flooder = Flooder(listening.urls[0], PAYLOAD, rate)
    _until(app, lambda: bool(desk.feed.ledger.talks), 10)
    _until(app, lambda: flooder.ready, 10)
    before, begun = _memory(), time.perf_counter()
    delays = Delays()
    delays.start()
    flooder.start(seconds)
    _until(app, lambda: flooder.done and not desk.engine.waiting, seconds * 4 + 30)
    delays.stop()
    took = flooder.took or time.perf_counter() - begun
    desk.feed.work(1.0)
    desk.show_now()
    ledger = desk.feed.ledger
    recorded = sum(talk.recording.size(who) for talk in ledger.talks for who in Role)
    frames = ledger.counts.frames
    late = sorted(delays.late)
    memory = _memory() - before
    flooder.close()
    desk.close().result(10)
    window.close()
    return Measured(
        took,
        flooder.sent,
        len(ledger),
        late[-1],
        late[len(late) * 99 // 100],
        recorded,
        memory,
        2 * flooder.sent - frames,
    )


def _until(app: QApplication, there: Callable[[], bool], seconds: float) -> None:
    """Go on with the window until something is there."""
    end = time.perf_counter() + seconds
    while not there() and time.perf_counter() < end:
        app.processEvents()
        time.sleep(0.0005)


def _memory() -> int:
    """Bytes that the process has at most taken so far."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) if sys.platform == "linux" else 0
    return pages * resource.getpagesize() or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main(arguments: list[str] | None = None) -> int:
    """0, or 1 if the window was late or something was lost."""
    parser = argparse.ArgumentParser(prog="live_flood.py", description="A flood into Live.")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--rate", type=int, default=20_000, help="messages a second; 0 for as many as go")
    args = parser.parse_args(arguments)
    measured = flood(args.seconds, args.rate)
    print("\n".join(measured.lines()))
    return int(measured.worst > 100 or measured.lost != 0)


if __name__ == "__main__":
    sys.exit(main())
