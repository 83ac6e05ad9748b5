"""The claims, decided by trying them."""

from __future__ import annotations

import pytest

from lessons.deciders import DECIDERS
from tests.lessons_support import facts_of

CASES = [
    ("may_begin", {}, "either"),
    ("frames_of_text", {"size": 1}, "1"),
    ("frames_of_text", {"size": 100_000}, "1"),
    ("hears_nothing", {}, "OPEN"),
    ("unasked_compression", {"text": "Hello, Hello, Hello!"}, "1002"),
]


@pytest.mark.parametrize(("name", "params", "outcome"), CASES)
def test_what_comes_of_it(name: str, params: dict[str, object], outcome: str) -> None:
    assert DECIDERS[name](facts_of("myths"), params) == outcome
