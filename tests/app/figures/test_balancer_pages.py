"""Pages and their lines: which are drawn, in which colour, and what is said of them."""

from __future__ import annotations

from itertools import combinations

from app.drawing.hits import touching
from app.drawing.marks import Box, Label, Stroke
from app.figures.balancer_layout import panels, ports
from app.figures.balancer_pages import pages
from app.figures.balancer_room import rooms
from app.figures.pen import Pen
from tests.figures_support import plain_room
from tests.lessons_support import facts_of

FACTS = facts_of("scaling-out")


def drawn(at, room=0):
    pen = Pen(plain_room())
    panel = panels(plain_room())[room]
    now = rooms(FACTS, FACTS.place(at) + 1)[room]
    pages(pen, panel, now, ports(panel, now))
    return {mark.id: mark for mark in pen.marks}


def test_the_line_that_carries_the_word_has_the_servers_colour():
    marks = drawn("moment.room.heard.1")
    colors = {name: marks[f"line.{name}/near"].color for name in ("ada", "ben", "cleo", "dana")}
    assert colors == {"ada": "srv.fill", "ben": "line3", "cleo": "srv.fill", "dana": "line3"}


def test_a_handshake_under_way_is_dashed():
    line = drawn("moment.room.placed.0")["line.ada/through"]
    assert isinstance(line, Stroke)
    assert line.dash
    assert not drawn("client.open")["line.ada/through"].dash


def test_a_page_says_where_it_is_connected_and_what_it_has():
    marks = drawn("moment.room.heard.1")
    assert marks["page.ada"].spoken == "Ada: connected to node A; has “Hello”"
    assert marks["page.ben"].spoken == "Ben: connected to node B; does not have “Hello”"
    assert drawn("client.open")["page.ben"].spoken == "Ben: no connection yet"


def test_a_page_without_a_connection_is_hollow_and_says_why():
    marks = drawn("publish.finn/client.told", 1)
    page, note = marks["page.finn"], marks["note.finn"]
    assert isinstance(page, Box)
    assert isinstance(note, Label)
    assert (page.fill, note.text) == ("stage", "connection over: 1001")
    assert "line.finn/near" not in marks
    assert page.spoken == "Finn: the connection to node B is over, code 1001"


def test_the_newest_page_shows_how_it_was_greeted():
    marks = drawn("two.dana.2/server.message.0")
    assert marks["greet.dana"].text == "“Welcome back, Dana”"
    assert "greet.ben" not in marks


def test_frames_on_close_lines_do_not_cover_each_other():
    facts = facts_of("scaling-out", "broker-stops")
    now = rooms(facts, len(facts))[1]
    pen, panel = Pen(plain_room(632)), panels(plain_room(632))[1]
    pages(pen, panel, now, ports(panel, now))
    strips = [mark for mark in pen.marks if mark.id.startswith("down.") and mark.id.endswith("/far")]
    assert len(strips) == 6
    for first, second in combinations(strips, 2):
        assert not touching(first.rect, second.rect), (first.id, second.id)
