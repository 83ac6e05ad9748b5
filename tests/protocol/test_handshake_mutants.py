"""Heads that nobody means to send are judged and answered like any other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.extensions import DeflateOffer, DeflatePolicy
from protocol.handshake import (
    Offer,
    Policy,
    Verdict,
    answer,
    build_request,
    build_response,
    check_request,
    check_response,
    offer_of,
)
from protocol.http11 import HEAD_LIMIT, HEADER_LIMIT, HeadError, read_request, read_response

KEY = "dGhlIHNhbXBsZSBub25jZQ=="  # RFC 6455 section 1.3
OFFER = Offer("server.example.com", "/chat", KEY, "http://example.com", ("chat",), deflate=DeflateOffer())
DEFLATING = Policy(("server.example.com",), ("http://example.com",), ("chat",), deflate=DeflatePolicy())
REQUEST = build_request(OFFER)
RESPONSE = build_response(answer(read_request(REQUEST), check_request(read_request(REQUEST), DEFLATING), DEFLATING))

# Pieces of heads, and bytes that stand in none.
heads = st.sampled_from([REQUEST, RESPONSE])
bits = st.binary(max_size=4) | st.sampled_from(
    [
        b"\r\n",
        b", ",
        b";",
        b'"',
        b"=",
        b"\r\n ",
        b"Host: a\r\n",
        b"Sec-WebSocket-Extensions: ",
        b"permessage-deflate;",
        b"\xff",
    ]
)


@st.composite
def mutants(draw):
    """A head with a few pieces cut out, doubled or put in."""
    data = draw(heads)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        stop = min(len(data), start + draw(st.integers(0, 12)))
        data = data[:start] + draw(bits | st.just(data[start:stop] * 2)) + data[stop:]
    return data


@given(mutants())
def test_mutants_are_judged_and_answered(data):
    try:
        request = read_request(data)
    except HeadError:
        pass
    else:
        checks = check_request(request, DEFLATING)
        assert [check.verdict for check in checks].count(Verdict.BROKEN) <= 1
        reply = answer(request, checks, DEFLATING)
        assert (reply.status == 101) == (checks[-1].verdict is not Verdict.BROKEN)
        assert read_response(build_response(reply)).status == reply.status
        # A reader who was told nothing judges the answer by the offer that was read.
        found = check_response(read_response(build_response(reply)), offer_of(request))
        assert all(check.verdict is not Verdict.BROKEN for check in found) == (reply.status == 101)
    try:
        response = read_response(data)
    except HeadError:
        return
    checks = check_response(response, OFFER)
    assert checks[-1].verdict is Verdict.BROKEN or response.status == 101


@pytest.mark.parametrize(
    ("line", "last", "verdict"),
    [
        (b"Connection: " + b"a," * 60, "request.deflate", "holds"),
        (b"Upgrade: " + b"," * 140, "request.deflate", "holds"),
        (b"X: " + b" " * 140, "request.deflate", "holds"),
        (b"Sec-WebSocket-Extensions: " + b"permessage-deflate;a," * 5, "request.deflate", "holds"),
        (b"Sec-WebSocket-Protocol: " + b"a,b,c,", "request.protocol", "broken"),
    ],
)
def test_a_full_head_is_judged(line, last, verdict):
    room = (HEAD_LIMIT - len(REQUEST)) // (len(line) + 2)
    raw = REQUEST[:-2] + (line + b"\r\n") * min(room, HEADER_LIMIT - 8) + b"\r\n"
    check = check_request(read_request(raw), DEFLATING)[-1]
    assert (check.rule.id, check.verdict.value) == (last, verdict)
