"""Room for the parts of the compression figure."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from app.figures.deflate_layout import FULL, LEAST, layout_of
from tests.figures_support import plain_room


@pytest.mark.parametrize(("height", "top", "squeeze"), [(772, 96, 0), (632, 136, 1), (700, 96, None)])
def test_parts_follow_each_other_and_fit(height, top, squeeze):
    layout = layout_of(replace(plain_room(height), top=top))
    tops = [layout.messages, layout.bits, layout.frame, layout.takeover]
    heights = [after - before for before, after in pairwise(tops)]
    for given, full, least in zip(heights, FULL, LEAST, strict=False):
        assert least <= round(given, 3) <= full
    assert layout.takeover + layout.between(FULL[3], LEAST[3]) <= height
    if squeeze is not None:
        assert layout.squeeze == pytest.approx(squeeze, abs=0.15)
