"""Moments as texts: the time of the day, or the time since the beginning."""

from __future__ import annotations

import pytest
from traffic_support import NOON

from app.model.traffic.clocks import clock


@pytest.mark.parametrize(
    ("time", "zone", "text"),
    [
        (NOON + 33.39, 0, "12:04:33.390"),
        (NOON, 3600, "13:04:00.000"),
        (NOON, -46_800, "23:04:00.000"),
        (3723.0005, 3600, "01:02:03.001"),
        (59.9996, 0, "00:01:00.000"),
        (-1.0, 0, "00:00:00.000"),
    ],
)
def test_times(time: float, zone: float, text: str) -> None:
    assert clock(time, zone) == text
