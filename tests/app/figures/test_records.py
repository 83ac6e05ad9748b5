"""The figure `records`: TLS records outside, frames inside.

Its parts (records_panel, records_rows, records_view, records_words) are tested here, on the marks that they draw
together.
"""

from __future__ import annotations

import pytest

from app.drawing.marks import Box, Label
from app.figures.records import draw
from app.figures.records_view import read_traffic
from tests.figures_support import plain_room
from tests.lessons_support import facts_of
from tests.page_support import page_facts, records_facts


def scene(fact="", focus="", height=772, facts=None):
    facts = facts or page_facts()
    cursor = facts.place(fact) + 1 if fact else len(facts)
    return draw(facts, cursor, focus, plain_room(height))


def text(drawn, mark):
    found = drawn.find(mark)
    assert isinstance(found, Label), mark
    return found.text


def test_each_write_is_a_row_with_its_sizes():
    drawn = scene("moment.sealed.6")
    assert text(drawn, "flight.6/bytes") == "35"
    assert text(drawn, "flight.6/size") == "13"
    assert text(drawn, "flight.6/inside") == "text “balance”"
    assert text(drawn, "flight.6/outside") == "application_data"
    assert drawn.find("flight.7") is None


def test_the_panel_shows_header_content_and_what_tls_adds():
    drawn = scene("moment.sealed.6")
    header = [text(drawn, f"panel/byte.{byte}/hex") for byte in range(5)]
    assert header == ["17", "03", "03", "00", "1e"]
    assert text(drawn, "panel/inside") == "text “balance”: 13 bytes"
    assert text(drawn, "panel/extra") == "+ 22 bytes of TLS"
    assert text(drawn, "panel/inside.0/hex") == "81"
    assert drawn.find("panel/byte.5/hex") is None


def test_the_bytes_inside_stand_below_those_that_they_became():
    drawn = scene("moment.sealed.6")
    for place in range(13):
        outer, inner = drawn.find(f"panel/byte.{place + 5}"), drawn.find(f"panel/inside.{place}")
        assert isinstance(outer, Box)
        assert isinstance(inner, Box)
        assert outer.rect.x == inner.rect.x


def test_an_eavesdropper_sees_no_content():
    drawn = scene(focus="outside")
    said = " ".join(mark.text + mark.spoken for mark in drawn.marks if isinstance(mark, Label))
    assert "balance" not in said
    assert "HTTP" not in said
    assert drawn.find("inside/hatch") is not None


def test_the_client_hello_is_in_the_clear():
    drawn = scene("moment.sealed.0")
    assert "shop.example" in text(drawn, "panel/clear/name")
    assert text(drawn, "flight.0/inside") == "nothing: this is in the clear"


def test_without_tls_all_of_it_is_read():
    facts = page_facts(tls=False)
    traffic = read_traffic(facts, len(facts))
    assert not traffic.sealed
    drawn = scene(facts=facts)
    assert text(drawn, "flight.2/outside") == "text “balance”"
    early = read_traffic(facts, facts.place("request.sent") + 1)
    assert early.known == 1


def test_a_flight_can_be_opened_by_name():
    drawn = scene(focus="flight.6")
    assert "balance" in text(drawn, "panel/inside")


@pytest.mark.parametrize("height", [632, 772])
def test_nothing_leaves_its_place(height):
    for facts in (page_facts(), records_facts(), facts_of("closing-handshake")):
        for mark in draw(facts, len(facts), "", plain_room(height)).marks:
            if isinstance(mark, Box):
                assert mark.rect.right <= 888
                assert mark.rect.bottom <= height


def test_nothing_has_crossed_yet():
    drawn = draw(page_facts(), 0, "", plain_room())
    assert text(drawn, "panel/none") == "Nothing has crossed the wire yet."
