"""Questions about answers that are no 101."""

from __future__ import annotations

import pytest

from lessons.deciders.refusals import client_does, header_twice, told_after
from tests.lessons_support import facts_of

FACTS = facts_of("opening-handshake")


@pytest.mark.parametrize(
    ("header", "value", "status"),
    [
        ("Sec-WebSocket-Key", "x3JJHMbDL1EzLkh9GBhXDw==", "400"),
        ("Sec-WebSocket-Version", "13", "426"),
        ("Sec-WebSocket-Protocol", "news", "101"),
        ("X-Other", "1", "101"),
    ],
)
def test_a_second_line(header, value, status):
    assert header_twice(FACTS, {"header": header, "value": value}) == status


@pytest.mark.parametrize("status", [401, 404, 503])
def test_no_status_becomes_a_close_code(status):
    assert told_after(FACTS, {"status": status}) == "1006"


def test_a_redirect_is_not_followed():
    params = {"status": 307, "headers": {"Location": "https://new.example.com/chat"}}
    assert client_does(FACTS, params) == "fails"
    assert client_does(FACTS, {"status": 200}) == "fails"
