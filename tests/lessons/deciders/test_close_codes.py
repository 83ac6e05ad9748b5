"""What the deciders about close codes say is what the endpoints do."""

from __future__ import annotations

import pytest

from lessons.deciders.close_codes import browser_close, code_for_frame, told_after_failure
from protocol.observer import observe
from tests.wire_support import Wire

FACTS = observe(Wire().open().recording)


@pytest.mark.parametrize(
    ("params", "code"),
    [
        ({"opcode": 1, "hex": "48c32869"}, "1007"),
        ({"opcode": 1, "hex": "48"}, "none"),
        ({"opcode": 2, "hex": "0102030405", "limit": 4}, "1009"),
        ({"opcode": 2, "hex": "01020304", "limit": 4}, "none"),
        ({"opcode": 3, "hex": ""}, "1002"),
    ],
)
def test_the_code_depends_on_what_is_wrong(params: dict[str, object], code: str) -> None:
    assert code_for_frame(FACTS, params) == code


def test_who_fails_is_told_that_no_close_came() -> None:
    assert told_after_failure(FACTS, {}) == "1006"


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (1000, "sent"),
        (1001, "error"),
        (1002, "error"),
        (2999, "error"),
        (3000, "sent"),
        (4999, "sent"),
        (5000, "error"),
    ],
)
def test_a_page_may_send_few_codes(code: int, outcome: str) -> None:
    assert browser_close(FACTS, {"code": code}) == outcome
