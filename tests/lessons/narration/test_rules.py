"""Every rule has its sentence in both languages."""

from __future__ import annotations

import pytest

from lessons.narration import rules
from lessons.narration.tables import table
from protocol.rules import RULES


def test_english_is_the_rule_s_own_sentence():
    assert all(rules.text(rule.id, "en") == rule.text for rule in RULES.values())


def test_chinese_has_every_rule_and_no_other():
    assert set(table("zh_CN")["rule"]) == set(RULES)
    for rule in RULES:
        assert any("一" <= each <= "鿿" for each in rules.text(rule, "zh_CN"))


def test_an_unknown_rule_is_an_error():
    with pytest.raises(KeyError):
        rules.text("request.colour", "en")
