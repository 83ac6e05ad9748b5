"""The handshake figure for the ear."""

from figures_support import PlainWords
from handshake_support import OFFERS, conversation, view_at

from app.figures.handshake_spoken import spoken_line, spoken_rule
from app.figures.handshake_view import Mood

WORDS = PlainWords()


def test_lines_are_read_out_with_their_meaning():
    request = view_at("request.sent").request
    assert spoken_line(WORDS, request, request.rows[0]) == (
        "Line 1, GET /chat HTTP/1.1: request line: method, path, HTTP version"
    )
    assert spoken_line(WORDS, request, request.rows[1]) == (
        "Line 2, Host: server.example.com: which virtual host should answer"
    )
    assert spoken_line(WORDS, request, request.rows[-1]) == "an empty line ends the request"


def test_points_are_read_out_with_their_verdict():
    request = view_at("check.request.key").request
    told = [spoken_rule(WORDS, request, entry) for entry in request.entries]
    assert told[0] == "Server, item 1: The method is GET: holds"
    assert told[5] == "Server, item 5: The key decodes to 16 bytes: checked now, holds"
    assert told[6].endswith("not checked yet")


def test_a_broken_point_says_why():
    facts = conversation(OFFERS["old version"])
    request = view_at("check.request.version", facts).request
    entry = next(entry for entry in request.entries if entry.mood is Mood.BROKEN)
    assert spoken_rule(WORDS, request, entry).endswith("The version is 13: broken, found: 12")


def test_a_header_that_did_not_come_does_not_apply():
    request = view_at("check.request.extensions", conversation(OFFERS["bare"])).request
    told = [spoken_rule(WORDS, request, entry) for entry in request.rows[-1].entries]
    assert all(sentence.endswith("does not apply, the header is not there") for sentence in told)
    assert len(told) == 3
