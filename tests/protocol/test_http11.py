"""Heads: every part with its place, and one sentence for everything that is no head."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.fields import Span
from protocol.http11 import (
    HEAD_LIMIT,
    HEADER_LIMIT,
    HeadError,
    Request,
    head_end,
    read_request,
    read_response,
)
from protocol.rules import REQUEST_SYNTAX, RESPONSE_SYNTAX

# RFC 6455 section 1.2
REQUEST = (
    b"GET /chat HTTP/1.1\r\n"
    b"Host: server.example.com\r\n"
    b"Upgrade: websocket\r\n"
    b"Connection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    b"Origin: http://example.com\r\n"
    b"Sec-WebSocket-Protocol: chat, superchat\r\n"
    b"Sec-WebSocket-Version: 13\r\n"
    b"\r\n"
)
RESPONSE = (
    b"HTTP/1.1 101 Switching Protocols\r\n"
    b"Upgrade: websocket\r\n"
    b"Connection: Upgrade\r\n"
    b"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"
    b"Sec-WebSocket-Protocol: chat\r\n"
    b"\r\n"
)

names = st.text("abcXYZ019!#$%&'*+-.^_`|~", min_size=1, max_size=12)
values = st.binary(max_size=20).map(
    lambda data: bytes(byte for byte in data if byte >= 0x20 and byte != 0x7F).strip(b" \t")
)
headers = st.lists(st.tuples(names, st.sampled_from([b"", b" ", b"\t  "]), values), max_size=8)


def head_of(lines):
    return b"".join(line + b"\r\n" for line in [*lines, b""])


def error(raw, read=read_request):
    with pytest.raises(HeadError) as caught:
        read(raw)
    assert caught.value.text == str(caught.value)
    assert caught.value.text.endswith(".")
    return caught.value


def test_the_request_of_section_1_2():
    request = read_request(REQUEST)
    assert (request.method, request.target, request.http) == ("GET", "/chat", (1, 1))
    assert request.start.cut(REQUEST) == b"GET /chat HTTP/1.1\r\n"
    assert request.size == 230
    assert [line.name for line in request.headers][:3] == ["Host", "Upgrade", "Connection"]
    assert request.get("sec-websocket-KEY") == "dGhlIHNhbXBsZSBub25jZQ=="
    assert request.place("Origin") == 4
    assert request.tokens("Sec-WebSocket-Protocol") == ["chat", "superchat"]
    assert (request.get("Cookie"), request.place("Cookie"), request.get_all("Cookie")) == (None, None, [])
    assert request.span(None) == Span(228, 230)
    assert request.span(0) == request.start
    assert request.span(1).cut(REQUEST) == b"Host: server.example.com\r\n"


def test_the_response_of_section_1_2():
    response = read_response(RESPONSE)
    assert (response.http, response.status, response.reason) == ((1, 1), 101, "Switching Protocols")
    assert response.get("Sec-WebSocket-Accept") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="


@pytest.mark.parametrize(
    ("line", "reason"), [(b"HTTP/1.1 204 ", ""), (b"HTTP/1.1 204", ""), (b"HTTP/1.0 204 Nur \xfc", "Nur ü")]
)
def test_a_reason_may_be_missing(line, reason):
    assert read_response(head_of([line])).reason == reason


@given(headers)
def test_the_spans_of_a_head_are_its_bytes(rows):
    raw = head_of([b"GET / HTTP/1.1", *(name.encode() + b":" + space + value for name, space, value in rows)])
    head = read_request(raw)
    assert [(line.name, line.value) for line in head.headers] == [(name, value) for name, _, value in rows]
    for line in head.headers:
        assert line.name_span.cut(raw) == line.name.encode()
        assert line.value_span.cut(raw) == line.value
        assert line.text.encode("latin-1") == line.value
    tiles = [head.start, *(line.span for line in head.headers), head.span(None)]
    assert b"".join(tile.cut(raw) for tile in tiles) == raw


@given(headers, st.binary(max_size=9))
def test_a_head_ends_at_the_empty_line(rows, after):
    raw = head_of([b"GET / HTTP/1.1", *(name.encode() + b":" + value for name, _, value in rows)])
    assert head_end(raw + after) == len(raw)
    assert read_request(raw + after) == read_request(raw)
    assert all(head_end(raw[:stop]) is None for stop in range(len(raw)))


@given(st.binary(max_size=60), st.data())
def test_where_a_head_ends_does_not_depend_on_segments(data, draw):
    whole = head_end(data)
    cut = draw.draw(st.integers(0, len(data)))
    early = head_end(data[:cut])
    assert early in {None, whole}


# Pieces that make heads, almost.
shards = st.sampled_from(
    [
        REQUEST,
        RESPONSE,
        b"HTTP/1.1 100 x\r\n",
        b"HTTP/1.1 103\r\nA: b\r\n",
        b"\r\n",
        b"\r",
        b"\n",
        b" ",
        b"A: b\r\n",
        b"\x81",
    ]
)
streams = st.lists(shards | st.binary(max_size=3), max_size=8).map(b"".join)


@given(streams, st.data())
def test_any_chunking_ends_a_head_at_the_same_byte(data, draw):
    whole = head_end(data)
    seen = 0
    while seen < len(data):
        size = min(seen + draw.draw(st.integers(1, 40)), len(data))
        early = head_end(bytearray(data[:size]), seen)
        if early is not None:
            assert early == whole
            return
        seen = size
    assert whole is None


@given(streams)
def test_what_ends_can_be_read_or_refused(data):
    stop = head_end(data)
    if stop is None:
        return
    for read in (read_request, read_response):
        try:
            head = read(data[:stop])
        except HeadError as found:
            span = found.span
        else:
            span = head.span(None)
            assert head.size == stop or isinstance(head, Request)
        assert 0 <= span.start <= span.stop <= stop


@given(streams | st.binary(max_size=60), st.sampled_from([read_request, read_response]))
def test_reading_never_raises_anything_else(data, read):
    try:
        read(data)
    except HeadError as error_found:
        found = error_found
    else:
        return
    assert 0 <= found.span.start <= found.span.stop <= max(len(data), 1)
    assert found.rule is (REQUEST_SYNTAX if read is read_request else RESPONSE_SYNTAX)


def test_a_frame_instead_of_a_head_is_noticed_at_its_first_byte():
    frame = b"\x81\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58"  # RFC 6455 section 5.7
    assert head_end(frame) == 1
    found = error(frame[:1])
    assert (found.span, "0x81" in found.text) == (Span(0, 1), True)


def test_a_tls_hello_instead_of_a_head():
    assert head_end(b"\x16\x03\x01\x02\x00\x01") == 1


def test_a_control_character_ends_the_head():
    raw = b"GET / HTTP/1.1\r\nHost: a\x00b\r\n\r\n"
    assert head_end(raw) == 24
    assert error(raw[:24]).span == Span(23, 24)


@pytest.mark.parametrize("raw", [b"GET / HTTP/1.1\nHost: a\n\n", b"GET / HTTP/1.1\rHost: a\r\n\r\n"])
def test_cr_and_lf_stand_together(raw):
    assert head_end(raw) == 15
    assert error(raw).span == Span(14, 15)


@pytest.mark.parametrize(
    "line",
    [
        b"GET /",
        b"GET  / HTTP/1.1",
        b"GET / HTTP/1.1 ",
        b"GET / http/1.1",
        b"GET / HTTP/11",
        b"GET /\xe4 HTTP/1.1",
        b"hello",
    ],
)
def test_what_is_no_request_line(line):
    assert error(head_of([line, b"Host: a"])).span == Span(0, len(line))


@pytest.mark.parametrize("line", [b"HTTP/1.1 1 x", b"HTTP/1.1 1010 x", b"HTTP/2 200", b"GET / HTTP/1.1"])
def test_what_is_no_status_line(line):
    assert error(head_of([line]), read_response).rule is RESPONSE_SYNTAX


@pytest.mark.parametrize("line", [b"Host", b"Host : a", b": a", b"Ho st: a", b" folded", b"\tfolded"])
def test_what_is_no_header_line(line):
    found = error(head_of([b"GET / HTTP/1.1", b"A: b", line]))
    assert found.span == Span(22, 22 + len(line))


# RFC 9112 section 5.2


def test_a_server_refuses_a_folded_value():
    assert "folded" in error(head_of([b"GET / HTTP/1.1", b"A: b", b"  c"])).text


def test_a_client_unfolds_it_into_spaces():
    raw = head_of([b"HTTP/1.1 101 x", b"A: b\t", b" \tc d", b"\t", b"B: e", b"C:", b" f"])
    response = read_response(raw)
    assert [(line.name, line.value) for line in response.headers] == [("A", b"b     c d"), ("B", b"e"), ("C", b"f")]
    tiles = [response.start, *(line.span for line in response.headers), response.span(None)]
    assert b"".join(tile.cut(raw) for tile in tiles) == raw
    assert response.headers[0].value_span.cut(raw) == b"b\t\r\n \tc d"


@pytest.mark.parametrize("lines", [[b" A: b"], [b"A", b" : b"]])
def test_what_no_client_unfolds(lines):
    found = error(head_of([b"HTTP/1.1 101 x", *lines]), read_response)
    assert found.span.start == 16


def test_folds_count_as_one_header():
    folded = [b"A: b", *([b" c"] * HEADER_LIMIT)]
    assert len(read_response(head_of([b"HTTP/1.1 101 x", *folded])).headers) == 1


# RFC 9112 section 2.2


def test_a_server_skips_one_empty_line_before_the_request():
    raw = b"\r\n" + REQUEST
    request = read_request(raw)
    assert (request.raw, request.method, request.start) == (raw, "GET", Span(0, 22))
    assert request.headers[0].span.cut(raw) == b"Host: server.example.com\r\n"
    assert head_end(raw) == len(raw)
    assert [head_end(raw[:stop]) for stop in range(len(raw))] == [None] * len(raw)
    assert error(b"\r\n" + raw).span == Span(2, 3)
    assert head_end(b"\r\n" + raw) == 3


def test_a_client_skips_none():
    assert error(b"\r\n" + RESPONSE, read_response).span == Span(0, 1)


# RFC 9110 section 15.2

EARLY = b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n"
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


@pytest.mark.parametrize("before", [CONTINUE, EARLY, CONTINUE + EARLY + b"HTTP/1.1 199\r\n\r\n"])
def test_a_client_skips_interim_answers(before):
    raw = before + RESPONSE
    assert head_end(raw + b"\x81\x00") == len(raw)
    assert [head_end(raw[:stop]) for stop in range(len(raw))] == [None] * len(raw)
    response = read_response(raw + b"\x81\x00")
    assert (response.raw, response.status, response.start.start) == (raw, 101, len(before))
    assert response.interim[0] == int(before[9:12])
    assert response.headers[0].value_span.cut(raw) == b"websocket"
    assert response.span(None).cut(raw) == b"\r\n"


@pytest.mark.parametrize("status", [101, 200, 302, 401, 426])
def test_the_answer_that_counts_ends_the_head(status):
    raw = head_of([f"HTTP/1.1 {status} x".encode()])
    assert head_end(raw + RESPONSE) == len(raw)
    assert read_response(raw + RESPONSE).interim == ()


def test_interim_answers_are_valid_too():
    assert error(b"HTTP/1.1 100 x\r\nno header\r\n\r\n" + RESPONSE, read_response).span == Span(16, 25)
    assert error(CONTINUE + b"\x81\x00", read_response).span == Span(25, 26)
    assert head_end(CONTINUE + b"\x81\x00") == 26
    assert "There are no bytes" in error(CONTINUE, read_response).text


def test_all_heads_together_keep_to_the_limit():
    many = CONTINUE * (HEAD_LIMIT // len(CONTINUE) + 1)
    assert head_end(many) == HEAD_LIMIT
    seen = [head_end(many[:size], size - 1) for size in range(1, HEAD_LIMIT + 1)]
    assert set(seen) == {None}
    assert "16 KiB" in error(many[:HEAD_LIMIT], read_response).text


def test_the_size_of_a_head_is_limited():
    start = b"GET / HTTP/1.1\r\nA: "
    fits = start + b"x" * (HEAD_LIMIT - len(start) - 4) + b"\r\n\r\n"
    assert (head_end(fits), read_request(fits).size) == (HEAD_LIMIT, HEAD_LIMIT)
    longer = start + b"x" * (HEAD_LIMIT - len(start) - 3) + b"\r\n\r\n"
    assert head_end(longer) == HEAD_LIMIT
    assert "16 KiB" in error(longer[:HEAD_LIMIT]).text
    assert head_end(longer[: HEAD_LIMIT - 1]) is None


def test_the_number_of_headers_is_limited():
    line = [b"GET / HTTP/1.1"]
    assert len(read_request(head_of(line + [b"A: b"] * HEADER_LIMIT)).headers) == HEADER_LIMIT
    assert "101 header lines" in error(head_of(line + [b"A: b"] * (HEADER_LIMIT + 1))).text


def test_an_unfinished_head_says_what_is_missing():
    assert "empty line" in error(REQUEST[:-2]).text
    assert error(b"").span == Span(0, 0)
