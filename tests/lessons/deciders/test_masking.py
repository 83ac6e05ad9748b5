"""What the questions about masking come to."""

from __future__ import annotations

from lessons.deciders.masking import (
    eavesdropper_needs,
    kept_under,
    key_byte_of,
    masked_to_client,
    requests_read,
    visitor_gets,
)
from tests.lessons_support import facts_of

FACTS = facts_of("masking")
GET = "\r\nGET /track.js HTTP/1.1\r\nHost: stats.example\r\n\r\n"


def test_the_key_starts_again_after_four_bytes():
    assert [key_byte_of(FACTS, {"place": place}) for place in range(1, 7)] == ["1", "2", "3", "4", "1", "2"]


def test_an_eavesdropper_needs_nothing():
    assert eavesdropper_needs(FACTS, {}) == "nothing"


def test_the_answer_is_kept_under_the_host_that_was_read():
    assert kept_under(FACTS, {}) == "stats.example"


def test_the_visitor_gets_what_the_key_decides():
    assert visitor_gets(FACTS, {}) == "poisoned"
    assert visitor_gets(facts_of("masking", "fresh-keys"), {}) == "genuine"


def test_a_request_is_read_only_where_the_mask_changes_nothing():
    assert requests_read(FACTS, {"text": GET}) == "1"
    assert requests_read(FACTS, {"text": GET, "mask": "00000000"}) == "1"
    assert requests_read(FACTS, {"text": GET, "mask": "9f52a8ea"}) == "0"


def test_a_client_closes_when_the_server_masks():
    assert masked_to_client(FACTS, {"text": "Hello"}) == "1002"
