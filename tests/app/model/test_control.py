"""Local controls as values."""

from __future__ import annotations

import pytest

from app.model.control import Control


@pytest.mark.parametrize(("asked", "given"), [(-1, 0), (0, 0), (40, 40), (79, 79), (80, 79)])
def test_a_value_stays_in_its_range(asked: int, given: int) -> None:
    assert Control("round", "Round", "stepper", 37, 0, 79).clamped(asked) == given
