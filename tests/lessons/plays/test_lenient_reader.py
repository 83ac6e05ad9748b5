"""The lenient reader finds HTTP in anything, however it is cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lessons.plays.lenient_reader import JUNK, START, LenientReader
from protocol.frames import encode_frame
from protocol.vocabulary import Opcode, Role

GET = b"\r\nGET /track.js HTTP/1.1\r\nHost: stats.example\r\n\r\n"
ANSWER = b"\r\nHTTP/1.1 200 OK\r\nCache-Control: max-age=9\r\nContent-Length: 4\r\n\r\nbad!"


def test_a_frame_header_is_skipped_and_the_request_behind_it_found():
    reader = LenientReader(Role.CLIENT)
    (found,) = reader.feed(encode_frame(Opcode.TEXT, GET))
    assert (found.host, found.target) == ("stats.example", "/track.js")
    assert [line.kind for line in reader.lines][:2] == [JUNK, START]


def test_an_answer_is_found_with_its_body_and_may_be_kept():
    (found,) = LenientReader(Role.SERVER).feed(encode_frame(Opcode.TEXT, ANSWER) + b"more")
    assert (found.status, found.body, found.may_be_kept) == (200, b"bad!", True)


def test_an_answer_without_a_lifetime_and_one_that_is_no_200_are_not_kept():
    for head in (b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 404 No\r\nCache-Control: max-age=9\r\n\r\n"):
        (found,) = LenientReader(Role.SERVER).feed(head)
        assert not found.may_be_kept


def test_a_101_has_no_body():
    found = LenientReader(Role.SERVER).feed(b"HTTP/1.1 101 x\r\nContent-Length: 4\r\n\r\n" + ANSWER)
    assert [one.status for one in found] == [101, 200]


def test_a_masked_frame_holds_no_request():
    assert LenientReader(Role.CLIENT).feed(encode_frame(Opcode.TEXT, GET, key=bytes.fromhex("9f52a8ea"))) == []


@given(st.lists(st.integers(1, 80), max_size=6), st.binary(max_size=40))
def test_any_chunking_reads_the_same(sizes, junk):
    wire = junk + b"\n" + GET + ANSWER + GET
    whole = LenientReader(Role.CLIENT)
    whole.feed(wire)
    pieces = LenientReader(Role.CLIENT)
    for size in sizes:
        pieces.feed(wire[:size])
        wire = wire[size:]
    pieces.feed(wire)
    assert (pieces.lines, pieces.found, pieces.rest) == (whole.lines, whole.found, whole.rest)
