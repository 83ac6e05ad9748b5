"""Where columns stand: measured, in order, without overlapping, the least needed left out first."""

from __future__ import annotations

from itertools import pairwise

import pytest

from app.widgets.look import Look
from app.widgets.traffic.columns import CAPTURE, GIVEN_UP, LEFT, heading, placed


@pytest.mark.parametrize("width", [640, 680, 840, 1320])
def test_columns_do_not_overlap(qapp: object, width: int) -> None:
    columns = list(placed(CAPTURE, Look(), width, 1_024_310, 40).values())
    assert columns[0].x == LEFT
    for one, other in pairwise(columns):
        assert one.right <= other.x
    assert columns[-1].name == "preview"
    assert columns[-1].right <= width


def test_wide_tables_have_all_and_narrow_ones_leave_out(qapp: object) -> None:
    assert list(placed(CAPTURE, Look(), 1320, 1000)) == list(CAPTURE)
    narrow = placed(CAPTURE, Look(), 680, 1000)
    assert set(CAPTURE) - set(narrow) == set(GIVEN_UP)


def test_more_digits_are_wider(qapp: object) -> None:
    few, many = placed(CAPTURE, Look(), 1320, 10), placed(CAPTURE, Look(), 1320, 10_000_000)
    assert many["number"].width > few["number"].width


def test_headings() -> None:
    assert [heading(name) for name in CAPTURE] == [
        "no.", "time", "conn.", "direction", "opcode", "FIN", "payload", "on the wire", "", "preview",
    ]  # fmt: skip
