"""How many frames in each stretch of time."""

from __future__ import annotations

import pytest
from traffic_support import CLIENT, SERVER, crowd, masked, opened

from app.model.traffic import density
from app.model.traffic.density import MOST, Density, step_for
from protocol.frames import encode_frame
from protocol.ledger import Ledger
from protocol.vocabulary import Opcode


def run(counted: Density) -> Density:
    while not counted.follow():
        pass
    return counted


def test_every_row_is_counted_once_by_direction() -> None:
    ledger = crowd(3000)
    counted = run(Density(ledger))
    client = sum(count for key, count in counted.counts.items() if not key & 1)
    assert sum(counted.counts.values()) == len(ledger)
    assert client == sum(not what >> 8 & 1 for what in ledger.what)
    assert counted.most == max(counted.counts.values())


def test_slices_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = crowd(3000)
    whole = run(Density(ledger))
    monkeypatch.setattr(density, "SLICE", 7)
    assert run(Density(ledger)).counts == whole.counts


def test_stretches_are_joined_when_time_goes_on() -> None:
    ledger = Ledger()
    talk = opened(ledger, "10.0.0.1:1", began=0.0)
    counted = run(Density(ledger))
    fine = counted.width
    for hour in range(1, 4):
        talk.data(hour * 3600.0, CLIENT, masked(Opcode.TEXT, b"x"))
        talk.data(hour * 3600.0 + 1, SERVER, encode_frame(Opcode.TEXT, b"x"))
        run(counted)
    first, stop = counted.stretches()
    assert counted.width > fine
    assert stop - first <= MOST
    assert sum(counted.counts.values()) == len(ledger)
    assert (counted.first, counted.last) == (ledger.times[0], 3 * 3600 + 1)


@pytest.mark.parametrize(
    ("span", "most", "step"), [(10, 5, 2), (100, 10, 10), (1400, 6, 300), (7200, 8, 900), (900_000, 4, 345_600)]
)
def test_steps_of_the_scale(span: float, most: int, step: float) -> None:
    assert step_for(span, most) == step
    assert span / step <= most
