"""Where things stand: rows and nodes in their panel at every height, ports at their node."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.figures.balancer_layout import curve, panels, ports
from app.figures.balancer_room import rooms
from tests.figures_support import plain_room
from tests.lessons_support import facts_of

FACTS = facts_of("scaling-out")


@pytest.mark.parametrize(("height", "top"), [(632, 96), (632, 136), (772, 96)])
def test_everything_stands_inside_its_panel(height, top):
    upper, lower = panels(replace(plain_room(height), top=top))
    assert upper.top + upper.height < lower.top
    for panel in (upper, lower):
        assert panel.body.y <= panel.row(0, 6) < panel.row(5, 6) <= panel.body.bottom
        first, second = panel.node(0, 2), panel.node(1, 2)
        assert first.bottom < second.y
        assert second.bottom <= panel.body.bottom + 0.01
        assert panel.body.y < panel.broker.y < panel.broker.bottom < panel.body.bottom


def test_every_session_reaches_its_own_node():
    panel = panels(plain_room())[1]
    _, room = rooms(FACTS, FACTS.place("moment.room.heard.3") + 1)
    found = ports(panel, room)
    for place, node in enumerate(room.nodes):
        box = panel.node(place, len(room.nodes))
        heights = [found[seat.browser] for seat in room.of(node)]
        assert len(heights) == 3
        assert heights == sorted(heights)
        assert all(box.y < height < box.bottom for height in heights)


def test_a_curve_leaves_and_arrives_level():
    points = curve((300, 100), (392, 200))
    assert (points[0], points[-1]) == ((300, 100), (392, 200))
    assert abs(points[1][1] - 100) < 3 < abs(points[7][1] - 100)
