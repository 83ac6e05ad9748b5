"""Every rule has a short reason in both languages."""

from __future__ import annotations

from translations_support import Sentence, finished, ts_path

from app.model.traffic.reasons import SHORT
from protocol.rules import RULES


def test_every_rule_has_one() -> None:
    assert set(SHORT) == set(RULES)


def test_each_is_short_and_has_a_translation() -> None:
    chinese = finished(ts_path("zh_CN"))
    for source in SHORT.values():
        assert len(source) <= 34, source
        assert chinese[Sentence("traffic", source, "")], source
