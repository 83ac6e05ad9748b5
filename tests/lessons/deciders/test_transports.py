"""What the questions about the four ways come to."""

from __future__ import annotations

import pytest

from lessons.deciders.transports import cheapest, frame_adds, http_after_101, last_to_hear, requests_of, stream_is_over
from tests.lessons_support import facts_of

FACTS = facts_of("why-websocket")


def test_the_page_that_polls_hears_last():
    assert last_to_hear(FACTS, {}) == "polling"


def test_a_websocket_takes_one_request_and_an_event_stream_another():
    assert requests_of(FACTS, {"way": "websocket"}) == "1"
    assert requests_of(FACTS, {"way": "stream"}) == "1"
    assert int(requests_of(FACTS, {"way": "polling"})) > 12


@pytest.mark.parametrize(("variant", "way"), [("steady", "websocket"), ("busy", "websocket"), ("quiet", "stream")])
def test_which_way_is_cheapest_depends_on_what_happens(variant, way):
    assert cheapest(facts_of("why-websocket", variant), {}) == way


def test_a_frame_adds_two_bytes_and_a_clients_four_more():
    assert frame_adds(FACTS, {"who": "server", "size": 20}) == "2"
    assert frame_adds(FACTS, {"who": "client", "size": 20}) == "6"


def test_an_event_stream_is_an_answer_that_goes_on():
    assert stream_is_over(FACTS, {}) == "second"


def test_http_after_the_101_fails_the_connection():
    assert http_after_101(FACTS, {"text": "GET / HTTP/1.1\r\n\r\n"}) == "fails"
