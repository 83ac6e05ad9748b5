"""What both sides make of Sec-WebSocket-Extensions in the opening handshake."""

from dataclasses import replace

import pytest
from websockets.client import ClientProtocol
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory, ServerPerMessageDeflateFactory
from websockets.protocol import State
from websockets.server import ServerProtocol
from websockets.uri import parse_uri

from protocol.extensions import Deflate, DeflateOffer, DeflatePolicy, agreed
from protocol.handshake import (
    Offer,
    Policy,
    Verdict,
    answer,
    build_request,
    build_response,
    check_request,
    check_response,
)
from protocol.http11 import read_request, read_response

OFFER = Offer("server.example.com", "/chat", "dGhlIHNhbXBsZSBub25jZQ==")  # RFC 6455 section 1.3
RESPONSE = (
    b"HTTP/1.1 101 Switching Protocols\r\n"
    b"Upgrade: websocket\r\n"
    b"Connection: Upgrade\r\n"
    b"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"
)


def received(chosen, offer):
    """How the client judges an answer with these extensions: (rule, verdict, line) each."""
    head = RESPONSE + b"Sec-WebSocket-Extensions: " + chosen.encode() + b"\r\n\r\n"
    checks = check_response(read_response(head), offer)
    return [(check.rule.id.partition(".")[2], check.verdict.value, check.line) for check in about(checks)]


def about(checks):
    """Those that are about extensions."""
    return [check for check in checks if check.rule.id.endswith(("extensions", "deflate"))]


DEFLATING = replace(Policy(), deflate=DeflatePolicy())


def negotiated(offered, policy=DEFLATING):
    """What becomes of the values of Sec-WebSocket-Extensions lines: the answer, and the last checks of both."""
    offer = replace(OFFER, extra=tuple(("Sec-WebSocket-Extensions", value) for value in offered))
    request = read_request(build_request(offer))
    checks = check_request(request, policy)
    reply = answer(request, checks, policy)
    response = read_response(build_response(reply))
    found = check_response(response, offer)
    told = [f"{check.rule.id} {check.verdict.value}" for check in (about(checks)[-1], about(found)[-1])]
    return reply, response.get_all("Sec-WebSocket-Extensions"), told


def test_compression_is_agreed_on():
    reply, lines, told = negotiated(["permessage-deflate; client_max_window_bits=10"])
    assert reply.deflate == Deflate(client_max_window_bits=10)
    assert lines == ["permessage-deflate; client_max_window_bits=10"]
    assert told == ["request.deflate holds", "response.deflate holds"]


@pytest.mark.parametrize(
    ("offered", "policy"),
    [
        (["permessage-deflate; x"], DEFLATING),
        (["permessage-deflate; server_max_window_bits=7"], DEFLATING),
        (["permessage-deflate"], replace(Policy(), deflate=DeflatePolicy(client_max_window_bits=9))),
        (["permessage-deflate"], Policy()),
    ],
)
def test_an_offer_that_is_declined_refuses_nobody(offered, policy):
    reply, lines, told = negotiated(offered, policy)
    assert (reply.status, reply.deflate, lines) == (101, None, [])
    assert told == ["request.deflate declined", "response.extensions not applicable"]


def test_other_extensions_are_ignored():
    reply, lines, told = negotiated(["x-a; b=c", "x-d"])
    assert (reply.status, reply.deflate, lines) == (101, None, [])
    assert told == ["request.extensions holds", "response.extensions not applicable"]


@pytest.mark.parametrize(
    ("chosen", "rule"),
    [
        ("permessage-deflate; server_max_window_bits=12", "deflate"),
        ("permessage-deflate; server_max_window_bits=10; client_max_window_bits", "deflate"),
        ("permessage-deflate; server_max_window_bits=10, permessage-deflate; server_max_window_bits=9", "deflate"),
        ("permessage-deflate; server_max_window_bits", "deflate"),
        ("x-other", "extensions"),
        ("permessage-deflate; server_max_window_bits=10, x-other", "extensions"),
        ("permessage-deflate; server_max_window_bits=", "extensions"),
        ("", "extensions"),
    ],
)
def test_the_client_fails_on_compression_that_it_did_not_offer(chosen, rule):
    offer = replace(OFFER, deflate=DeflateOffer(server_max_window_bits=10))
    assert received(chosen, offer)[-1] == (rule, "broken", 4)


def test_an_extension_that_was_offered_may_be_chosen():
    offer = replace(OFFER, extra=(("Sec-WebSocket-Extensions", "permessage-deflate; server_no_context_takeover"),))
    assert received("permessage-deflate; server_no_context_takeover", offer) == [
        ("extensions", "holds", 4),
        ("deflate", "holds", 4),
    ]
    assert received("permessage-deflate", offer)[-1] == ("deflate", "broken", 4)


# websockets as the other end.


@pytest.mark.parametrize("policy", [DeflatePolicy(), DeflatePolicy(True, True, 12, 10)])
def test_the_client_of_websockets_agrees(policy):
    factory = ClientPerMessageDeflateFactory(server_max_window_bits=13, client_max_window_bits=True)
    client = ClientProtocol(parse_uri("ws://a.example/chat"), extensions=[factory])
    client.send_request(client.connect())
    request = read_request(b"".join(client.data_to_send()))
    mine = Policy(deflate=policy)
    reply = answer(request, check_request(request, mine), mine)
    client.receive_data(build_response(reply))
    (theirs,) = client.extensions
    assert client.state is State.OPEN
    assert reply.deflate == Deflate(
        theirs.remote_no_context_takeover,
        theirs.local_no_context_takeover,
        theirs.remote_max_window_bits,
        theirs.local_max_window_bits,
    )


@pytest.mark.parametrize("deflate", [DeflateOffer(), DeflateOffer(True, True, 10, 12)])
def test_the_server_of_websockets_agrees(deflate):
    offer = replace(OFFER, deflate=deflate)
    server = ServerProtocol(extensions=[ServerPerMessageDeflateFactory()])
    server.receive_data(build_request(offer))
    (request,) = server.events_received()
    server.send_response(server.accept(request))
    response = read_response(b"".join(server.data_to_send()))
    assert check_response(response, offer)[-1].verdict is not Verdict.BROKEN
    (theirs,) = server.extensions
    assert agreed(response, (deflate.extension,)) == Deflate(
        theirs.local_no_context_takeover,
        theirs.remote_no_context_takeover,
        theirs.local_max_window_bits,
        theirs.remote_max_window_bits,
    )
