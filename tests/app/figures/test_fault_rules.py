"""The table of rules holds each of them once and marks what was broken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.drawing.marks import Box, Scene
from app.figures.fault_finding import find
from app.figures.fault_rules import draw_rules
from app.figures.pen import Pen
from protocol.rules import RULES
from tests.app.figures.fault_support import facts_of
from tests.figures_support import plain_room
from tests.layout_support import layout_faults, outside


def table(rule: str, height: float = 632, top: float = 136) -> Scene:
    facts = facts_of(rule)
    pen = Pen(replace(plain_room(height), top=top))
    draw_rules(pen, facts, find(facts))
    return Scene(tuple(pen.marks), height=height)


def test_every_rule_stands_there_once() -> None:
    boxes = [mark.id for mark in table("frame.rsv") if isinstance(mark, Box)]
    assert sorted(boxes) == sorted("rule." + rule for rule in RULES)


@pytest.mark.parametrize(("height", "top"), [(632, 136), (772, 96)])
def test_it_fits(height: float, top: float) -> None:
    scene = table("frame.rsv", height, top)
    assert layout_faults(scene) + outside(scene, top) == []


def test_what_was_broken_is_marked() -> None:
    broken = [mark.id for mark in table("ping.answer") if isinstance(mark, Box) and mark.stroke == "err.fill"]
    assert broken == ["rule.ping.answer"]
