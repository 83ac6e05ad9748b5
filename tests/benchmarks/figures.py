"""What a figure costs: SVG against bytefield-svg, many in one command, and PNG against Qt.

bytefield-svg draws bit diagrams from a small language and is the only other program that makes such figures as SVG; it
is fetched with npm into a folder of its own and runs in a process of node that stays. Both draw the same: 32 numbered
columns and a box with its name for every field and row, once of the masked “Hello” again and again, and once of frames
that are new in every round. Here that is the figure of a frame with names alone; it also has ticks, a colour bar and a
sentence for each field. The clock is the processor time of either process, node's threads included; warm rounds that do
not count come first. The pen and the SVG device remember rows and marks that figures have in common, as they do when a
command writes a thousand: that is measured here, most of all with one header. No whole figure is remembered.

`One command` is a whole process from its start to the file, ours with modules that are compiled already.
"""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import IO, TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from protocol.frames import Frame
    from tests.benchmarks.timing import Row, Times

ROOT: Final = Path(__file__).resolve().parents[2]
PACKAGE: Final = "bytefield-svg@1.11.0"

FASTER: Final = 20
"""How many times as fast as bytefield-svg a figure has to be in process,"""
COMMAND_FASTER: Final = 2
"""and one command."""
MOST_SECONDS: Final = 5
"""In what time a thousand figures have to be written."""
PNG_FASTER: Final = 2.5
"""How many times as fast as `QImage.save` PNG has to be."""

FIGURES: Final = 20
"""Frames in a round."""

HELLO: Final = "818537fa213d7f9f4d5158"

WORKER: Final = """
const generate = require(process.argv[1] + "/node_modules/bytefield-svg");
require("readline").createInterface({input: process.stdin}).on("line", line => {
  const sources = JSON.parse(line), began = process.cpuUsage();
  const sizes = sources.map(source => generate(source).length);
  const used = process.cpuUsage(began);
  console.log(JSON.stringify({seconds: (used.user + used.system) / 1e6, sizes}));
});
"""
"""Reads diagrams, a list on each line, draws them and tells what that took."""


def rows(rounds: int = 15, warm: int = 5, many: int = 1000) -> list[Row]:
    """All rows; those against bytefield-svg only where npm can fetch it. `many` figures are written by one command."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        hindered = fetched(folder)
        found = []
        if hindered:
            print(f"figures: nothing is compared with bytefield-svg: {hindered}", file=sys.stderr)
        else:
            found += [*in_process(folder, rounds, warm), one_command(folder, rounds)]
        return [*found, many_figures(folder, many, max(1, rounds // 5)), png(rounds)]


def fetched(folder: Path) -> str:
    """Installs bytefield-svg into the folder; why it could not, or nothing."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        return "node or npm is not installed"
    command = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(folder), PACKAGE]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=180)
    except subprocess.TimeoutExpired:
        return "npm did not answer in three minutes"
    return done.stderr.strip() if done.returncode else ""


def frames(count: int, seed: int) -> list[Frame]:
    """Frames of every kind and of lengths in all three forms."""
    from protocol.frames import FrameReader, encode_frame
    from protocol.vocabulary import Opcode

    source, reader, found = random.Random(seed), FrameReader(), []
    for number in range(count):
        size = source.choice((source.randrange(40), source.randrange(40), source.randrange(126, 400), 66_000))
        key = source.randbytes(4) if source.random() < 0.5 else None
        opcode = Opcode.BINARY if size > 125 else source.choice((Opcode.TEXT, Opcode.BINARY, Opcode.PING))
        found += reader.feed(encode_frame(opcode, (f"{number} " * size)[:size].encode(), key=key))
    return found


def svg_of(frame: Frame, show: str = "names") -> str:
    """The figure of a frame, as a command writes it."""
    from app.drawing.marks import Room
    from app.drawing.plain_measure import PlainMeasure
    from app.drawing.svg_device import to_svg
    from app.drawing.theme import PAPER
    from app.figures.frame_export import draw
    from app.plain_words import plain_words
    from protocol.vocabulary import Role

    room = Room(PlainMeasure("en"), plain_words("en"), options={"bits": 32, "show": show})
    return to_svg(draw(frame, Role.CLIENT if frame.masked else Role.SERVER, room), PAPER)


def source_of(frame: Frame) -> str:
    """The same boxes in the language of bytefield-svg."""
    from app.diagram.boxes import Row as BoxRow
    from app.diagram.frame import frame_diagram
    from app.plain_words import plain_words
    from protocol.vocabulary import Role

    diagram = frame_diagram(frame, Role.CLIENT if frame.masked else Role.SERVER, plain_words("en"), 32, "names")
    lines = ["(def boxes-per-row 32)", "(draw-column-headers {:labels (mapv str (range 32))})"]
    for row in diagram.rows:
        if isinstance(row, BoxRow):
            lines += [f'(draw-box "{box.name}" {{:span {box.width}}})' for box in row.boxes]
        else:
            lines.append(f'(draw-gap "{row.words}")')
    return "\n".join([*lines, "(draw-bottom)"])


@contextmanager
def node(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """The process that draws with bytefield-svg."""
    command = ["node", "-e", WORKER, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        _pipe(process.stdin).close()


def theirs(process: subprocess.Popen[str], sources: Sequence[str]) -> float:
    """Seconds that bytefield-svg takes to draw these."""
    pipe = _pipe(process.stdin)
    pipe.write(json.dumps(sources) + "\n")
    pipe.flush()
    told: dict[str, Any] = json.loads(_pipe(process.stdout).readline())
    assert all(size > 1000 for size in told["sizes"])
    return float(told["seconds"])


def _pipe(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream


def in_process(folder: Path, rounds: int, warm: int) -> list[Row]:
    """Figures drawn by both: one header again and again, and new frames in every round."""
    from protocol.frames import FrameReader
    from tests.benchmarks.timing import Contender, ratio_row, seconds

    hello = FrameReader().feed(bytes.fromhex(HELLO))[0]
    taken: dict[str, list[float]] = {name: [] for name in ("one", "new", "both", "their one", "their new")}
    with node(folder) as process:
        for number in range(-warm, rounds):
            new, one = frames(FIGURES, number), [hello] * FIGURES
            now = {
                "their one": theirs(process, [source_of(frame) for frame in one]),
                "their new": theirs(process, [source_of(frame) for frame in new]),
            }
            for name, drawn, show in (("one", one, "names"), ("new", new, "names"), ("both", new, "both")):
                draw = Contender(
                    name, lambda drawn=drawn: drawn, lambda them, show=show: [svg_of(x, show) for x in them]
                )
                now[name] = seconds(draw)
            if number >= 0:
                for name, value in now.items():
                    taken[name].append(value)
    found = {name: times(values) for name, values in taken.items()}
    what = "SVG of a frame"
    return [
        ratio_row("figures", f"{what}, names, one header", found["one"], "bytefield-svg", found["their one"],
                  asked=FASTER, count=FIGURES),
        ratio_row("figures", f"{what}, names, new frames", found["new"], "bytefield-svg", found["their new"],
                  count=FIGURES),
        ratio_row("figures", f"{what}, names, every bit and value, bytes, against names", found["both"],
                  "bytefield-svg", found["their new"], count=FIGURES),
    ]  # fmt: skip


def spent(command: Sequence[str], **environment: str) -> tuple[float, float]:
    """Seconds of processor time of a whole process, and how long somebody waits for it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=kept | environment, capture_output=True, check=True, timeout=600)
    after, waited = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - began
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, waited


def times(taken: Sequence[float]) -> Times:
    """The best and the median."""
    from tests.benchmarks.timing import Times

    return Times(min(taken), median(taken))


def one_command(folder: Path, rounds: int) -> Row:
    """The masked “Hello” as SVG: processes in turn."""
    from protocol.frames import FrameReader
    from tests.benchmarks.timing import Row

    source = folder / "hello.edn"
    source.write_text(source_of(FrameReader().feed(bytes.fromhex(HELLO))[0]), encoding="utf-8")
    commands = {
        "ours": [sys.executable, "main.py", "export", "frame", HELLO, "-o", str(folder / "ours.svg")],
        "theirs": ["node", str(folder / "node_modules/bytefield-svg/cli.js"), "-s", str(source), "-o",
                   str(folder / "theirs.svg")],
    }  # fmt: skip
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(-1, rounds):
        for name, command in commands.items():
            worked, _ = spent(command, PYTHONPYCACHEPREFIX=str(folder / "compiled"))
            if number >= 0:
                taken[name].append(worked)
    ours, other = times(taken["ours"]), times(taken["theirs"])
    details = f"{ours.best * 1e3:.0f} ms against {other.best * 1e3:.0f} ms"
    ratios = other.best / ours.best, other.median / ours.median
    return Row("figures", "one command writes the masked Hello as SVG", *ratios, "x bytefield-svg", COMMAND_FASTER,
               details=details)  # fmt: skip


def many_figures(folder: Path, count: int, rounds: int) -> Row:
    """Different frames with every bit, written by one command."""
    from tests.benchmarks.timing import Row

    given = folder / "frames.hex"
    short = [frame for frame in frames(count * 2, 6) if len(frame.wire) < 1000][:count]
    given.write_text("".join(frame.raw.hex() for frame in short), encoding="ascii")
    out = folder / "many"
    command = [sys.executable, "main.py", "export", "frame", str(given), "-o", str(out), "--format", "svg"]
    found = [spent(command, PYTHONPYCACHEPREFIX=str(folder / "compiled")) for _ in range(rounds)]
    assert len(list(out.iterdir())) == len(short) == count
    worked = times([one for one, _ in found])
    details = f"{worked.best / count * 1e3:.2f} ms a figure; waited for {min(waited for _, waited in found):.2f} s"
    return Row("figures", f"{count:,} SVG figures with every bit, one command", worked.best, worked.median, "s",
               MOST_SECONDS, at_most=True, details=details)  # fmt: skip


def png(rounds: int) -> Row:
    """A figure of 1920 x 1080 pixels: the same image, written by both."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage

    from app.drawing.png import to_png
    from app.drawing.render import render_image
    from app.drawing.theme import PAPER
    from app.publishing.choices import Choices
    from app.publishing.formats import framed
    from app.publishing.subjects import FrameSubject
    from protocol.frames import FrameReader
    from protocol.vocabulary import Role
    from tests.benchmarks.timing import Contender, race, ratio_row

    frame = FrameReader().feed(bytes.fromhex(HELLO))[0]
    scene = framed(FrameSubject(frame, Role.CLIENT), Choices(width="slide"))
    image = render_image(scene, PAPER, 1920 / scene.width)

    def qt(image: QImage) -> bytes:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        assert image.save(buffer, "PNG")
        return bytes(buffer.data().data())

    def same(data: bytes) -> QImage:
        return QImage.fromData(data).convertToFormat(QImage.Format.Format_ARGB32)

    assert same(to_png(image, 96)) == same(qt(image))
    contenders = [
        Contender("ours", lambda: image, lambda one: to_png(one, 96)),
        Contender("Qt", lambda: image, qt),
    ]
    found = race(contenders, rounds)
    row = ratio_row("figures", f"PNG, {image.width()} x {image.height()} pixels", found["ours"], "QImage.save",
                    found["Qt"], asked=PNG_FASTER)  # fmt: skip
    sizes = f"; {len(to_png(image, 96)) / 1024:.0f} KiB against {len(qt(image)) / 1024:.0f} KiB"
    return type(row)(row.benchmark, row.what, row.best, row.median, row.unit, row.asked, details=row.details + sizes)
