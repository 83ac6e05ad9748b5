"""One file read in slices."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from traffic_support import crowd, incident

from app.capture_reading import REMARKS, Reading, contents, said_remark
from app.files.pcapng_out import write_pcapng
from app.files.remarks import Remark
from app.model.traffic.density import Density
from protocol.ledger import Ledger

if TYPE_CHECKING:
    from pathlib import Path


def run(reading: Reading) -> None:
    while reading.busy:
        reading.step(perf_counter() + 1)


def test_a_file_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.pcapng"
    write_pcapng(path, incident().talks)
    ledger = Ledger()
    reading = Reading(path, ledger)
    assert reading.opening.phase == "opening"
    assert reading.opening.size == path.stat().st_size
    run(reading)
    assert (reading.opening.phase, reading.opening.part, reading.failure) == ("open", 1.0, "")
    assert ledger.counts.frames == incident().counts.frames


def test_of_a_damaged_file_nobody_says_that_all_was_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pcapng"
    write_pcapng(path, incident().talks)
    path.write_bytes(path.read_bytes()[:-9])
    reading = Reading(path, Ledger())
    assert reading.opening.whole
    run(reading)
    assert [remark.kind for remark in reading.remarks] == ["damage"]
    assert (reading.opening.phase, reading.opening.whole) == ("open", False)


@pytest.mark.parametrize(("last", "words"), [(0.25, "00:00:00.000 to 00:00:00.250"), (2.0, "00:00:00 to 00:00:02")])
def test_within_a_second_the_milliseconds_are_told(last: float, words: str) -> None:
    density = Density(Ledger())
    density.seen, density.last = 2, last
    assert contents(Ledger(), density, read=False).endswith(words)


def test_stopping_keeps_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pcapng"
    write_pcapng(path, crowd(60_000).talks)
    ledger = Ledger()
    reading = Reading(path, ledger)
    while not len(ledger):
        reading.step(perf_counter() + 0.0005)
    reading.stop()
    count = len(ledger)
    assert 0 < count < 60_000
    assert (reading.opening.phase, reading.busy) == ("stopped", False)
    reading.step(perf_counter() + 1)
    assert len(ledger) == count


def test_what_cannot_be_opened_says_why(tmp_path: Path) -> None:
    missing = Reading(tmp_path / "none.pcap", Ledger())
    run(missing)
    assert missing.failure.endswith("cannot be read: no such file or directory.")
    strange = tmp_path / "strange.pcap"
    strange.write_bytes(b"GIF89a" + bytes(100))
    reading = Reading(strange, Ledger())
    run(reading)
    assert "none of pcap, pcapng, HAR" in reading.failure
    assert reading.opening.phase == "stopped"


def test_remarks_are_bounded(tmp_path: Path) -> None:
    reading = Reading(tmp_path / "none.pcap", Ledger())
    for number in range(REMARKS + 10):
        reading._remark(Remark("Packets that are no TCP: {count}.", {"count": str(number)}))
    assert len(reading.remarks) == REMARKS
    assert said_remark(reading.remarks[7]) == "Packets that are no TCP: 7."
