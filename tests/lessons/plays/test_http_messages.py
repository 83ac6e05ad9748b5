"""HTTP messages in a stream: where each ends, and what is not there yet."""

from __future__ import annotations

from lessons.plays.http_messages import messages
from protocol.vocabulary import Role

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc"
NOTHING = b"HTTP/1.1 204 No Content\r\nContent-Length: 9\r\n\r\n"
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
GET = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"


def bodies(wire, who=Role.SERVER):
    return [(one.body, one.whole, one.size) for one in messages(wire, who)]


def test_answers_follow_each_other_and_a_204_has_no_body_whatever_it_says():
    assert bodies(OK + NOTHING + OK) == [(b"abc", True, len(OK)), (b"", True, len(NOTHING)), (b"abc", True, len(OK))]


def test_a_body_that_is_not_whole_ends_the_list():
    assert bodies(OK[:-1]) == [(b"ab", False, len(OK) - 1)]
    assert bodies(OK[:20]) == []


def test_chunks_are_joined_and_the_empty_one_ends_them():
    begun = CHUNKED + b"3\r\nabc\r\n" + b"2;x=y\r\nde\r\n"
    assert bodies(begun + b"4\r\nfg") == [(b"abcde", False, len(begun))]
    assert bodies(begun + b"0\r\n\r\n" + OK)[0] == (b"abcde", True, len(begun) + 5)


def test_after_an_upgrade_the_bytes_are_no_http():
    upgrade = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
    assert len(list(messages(GET + upgrade + b"\x81\x85" + GET, Role.CLIENT))) == 2
    assert len(list(messages(b"HTTP/1.1 101 Switching Protocols\r\n\r\n" + OK, Role.SERVER))) == 1


def test_what_is_no_http_is_left_alone():
    assert bodies(b"\x81\x05Hello") == []
