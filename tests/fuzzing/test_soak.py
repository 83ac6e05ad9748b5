"""The short soak: a few hundred connections, of all kinds, and nothing is left over."""

from __future__ import annotations

import asyncio
import gc
import sys

import pytest

from tests.fuzzing.soak import DEEDS, soak


@pytest.mark.skipif(sys.platform != "linux", reason="what is left over is counted in /proc")
def test_a_few_hundred_connections_leave_nothing():
    gc.collect()  # what earlier tests have left must not be let go of in between
    report = asyncio.run(soak(250, 100, seed=1))
    assert report.faults == []
    assert {name: count for name, count in report.left.items() if count > 0} == {}
    assert set(report.deeds) == {deed.__name__ for _, deed in DEEDS}
    assert sum(report.deeds.values()) == 250
    assert report.memory[-1] - report.memory[0] < 32 * 1024, report
