"""The figure `page`: a browser, two pages, and the server that both of them call.

Its parts (page_band, page_frame, page_layout, page_view, page_words) are tested here, on the marks that they draw
together: none of them is of use without the others.
"""

from __future__ import annotations

import pytest

from app.drawing.marks import Box, Glyph, Label
from app.figures.page import draw
from app.figures.page_layout import layout_of
from app.figures.page_view import read_browser
from protocol.chorus import as_chorus
from tests.figures_support import plain_room
from tests.lessons_support import facts_of
from tests.page_support import SHOP, page_facts


def scene(fact="", height=772, focus="", **changes):
    facts = page_facts(**changes)
    cursor = facts.place(fact) + 1 if fact else len(facts)
    return draw(facts, cursor, focus, plain_room(height))


def text(drawn, mark):
    found = drawn.find(mark)
    assert isinstance(found, Label), mark
    return found.text


def glyph(drawn, mark):
    found = drawn.find(mark)
    assert isinstance(found, Glyph), mark
    return found.name


def test_before_the_login_there_is_no_cookie():
    facts = page_facts()
    drawn = draw(facts, 0, "", plain_room())
    assert text(drawn, "cookie/text") == "no cookie yet"
    assert drawn.find("wire.good/origin") is None
    assert text(scene("moment.page-login.0"), "cookie/text").endswith("SameSite=None")


def test_the_browser_writes_origin_and_cookie_for_either_page():
    drawn = scene("evil/request.sent")
    assert text(drawn, "wire.evil/origin") == "Origin: https://evil.example"
    assert text(drawn, "wire.evil/cookie").startswith("Cookie: session=")
    assert drawn.find("answer.evil") is None
    assert glyph(drawn, "check.evil.who") == "pending"


def test_without_a_check_the_evil_page_reads():
    drawn = scene()
    assert text(drawn, "answer.evil/status/text") == "101 Switching Protocols"
    assert text(drawn, "tab.evil/outcome.0") == "reads: paid, balance 750"
    assert glyph(drawn, "tab.evil/outcome.glyph") == "warning"
    assert glyph(drawn, "check.evil.origin") == "none"


def test_a_list_keeps_it_out():
    drawn = scene(origins=(SHOP,))
    assert glyph(drawn, "check.evil.origin") == "cross"
    assert glyph(drawn, "check.good.origin") == "tick"
    assert text(drawn, "answer.evil/status/text") == "403 Forbidden"
    assert "1006" in drawn.find("tab.evil/outcome").spoken
    assert drawn.find("said.evil.client") is None


def test_a_cookie_that_stays_at_home():
    drawn = scene(same_site="Lax")
    assert text(drawn, "wire.evil/cookie") == "no cookie: SameSite=Lax"
    assert text(drawn, "check.evil.who/text") == "Cookie: none came"


def test_a_ticket_that_the_browser_keeps():
    drawn = scene(asks="ticket")
    assert "keeps" in text(drawn, "tab.evil/ticket")
    assert text(drawn, "check.evil.who/text") == "Ticket: none came"
    assert text(drawn, "check.good.who/text") == "Ticket: it is Ann"
    before = scene("moment.page-kept.0", asks="ticket")
    assert "keeps" in text(before, "tab.evil/ticket")
    assert before.find("tab.evil/code") is None
    assert text(before, "wire.evil/fetched") == "POST /ticket → 200"
    kept = scene("moment.page-kept.0", asks="ticket", same_site="Strict")
    assert text(kept, "wire.evil/fetched") == "POST /ticket → 401"


def test_the_others_have_their_answers():
    drawn = scene(focus="others")
    answers = {name: text(drawn, f"other.{name}/answer") for name in ("bearer", "unsigned", "big", "late")}
    assert answers == {"bearer": "101", "unsigned": "401", "big": "101, 1009", "late": "503"}
    early = scene("moment.page-login.0")
    assert text(early, "other.bearer/answer") == "·"


@pytest.mark.parametrize("height", [632, 700, 772])
@pytest.mark.parametrize("top", [96.0, 136.0])
def test_everything_stands_inside(height, top):
    room = plain_room(height)
    room = type(room)(room.measure, room.words, height, room.options, top)
    layout = layout_of(room)
    assert layout.top >= top
    assert layout.bands["good"].bottom <= layout.bands["evil"].top
    facts = page_facts()
    for mark in draw(facts, len(facts), "evil", room).marks:
        if isinstance(mark, Box):
            assert mark.rect.x >= 0
            assert mark.rect.right <= 888
            assert top <= mark.rect.y
            assert mark.rect.bottom <= height, mark.id


def test_other_conversations_show_an_empty_browser():
    facts = facts_of("closing-handshake")
    assert read_browser(as_chorus(facts), len(facts)).user == ""
    assert draw(facts, len(facts), "", plain_room()).marks
