"""Every rule is a well-formed citation."""

import re

import pytest

from protocol.rules import RULES


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_is_named_cited_and_said(rule):
    assert re.fullmatch(r"(request|response|frame|control|fragment|text|ping|deflate|close)\.[a-z0-9-]+", rule.id)
    assert re.fullmatch(r"\d+(\.\d+)*", rule.section)
    assert rule.text[0].isupper()
    assert not rule.text.endswith(".")
    assert rule.level in {"MUST", "MUST NOT", "SHOULD", "SHOULD NOT", "MAY"}


def test_a_rule_is_found_by_its_id():
    assert all(RULES[rule_id].id == rule_id for rule_id in RULES)


def test_a_rule_is_cited_with_its_rfc():
    assert RULES["request.key"].cited == "RFC 6455 §4.2.1"
    assert RULES["response.deflate"].cited == "RFC 7692 §7.1"


def test_reactions_are_codes_and_statuses_that_exist():
    assert {rule.close_code for rule in RULES.values()} <= {None, 1002, 1006, 1007, 1009}
    assert {rule.status for rule in RULES.values()} <= {None, 400, 403, 405, 426}
    assert {rule.rfc for rule in RULES.values()} == {6455, 7692, 9110}
    assert not any(rule.close_code and rule.status for rule in RULES.values())
