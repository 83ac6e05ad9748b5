"""Tokens found in requests, each with its place in the bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.handshake import Answer, Offer, Policy, answer, build_request, check_request
from protocol.http11 import Request, read_request
from protocol.patterns.carriers import (
    AUTHORIZATION,
    BEARER,
    CARRIERS,
    COOKIE,
    FIRST_MESSAGE,
    QUERY,
    SUBPROTOCOL,
    Carrier,
    carried_tokens,
    first_message,
    token_of_message,
)
from protocol.patterns.tokens import Key, make_token

KEY = "dGhlIHNhbXBsZSBub25jZQ=="
TOKEN = make_token({"sub": "ann", "exp": 2_000_000_000}, Key(bytes(32)))


def request(target: str = "/chat", **headers: str) -> Request:
    extra = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return read_request(build_request(Offer("h", target, KEY, extra=extra)))


def found(asked: Request) -> list[tuple[Carrier, str]]:
    for each in carried_tokens(asked):
        assert "%" in asked.target or each.span.cut(asked.raw).decode("latin-1") == each.token
    return [(each.carrier, each.token) for each in carried_tokens(asked)]


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        (request(), []),
        (request(f"/chat?access_token={TOKEN}"), [(QUERY, TOKEN)]),
        (request(f"/chat?room=7&access_token={TOKEN}&x"), [(QUERY, TOKEN)]),
        (request("/chat?access_token="), []),
        (request("/chat?my_access_token=x&access_tokens=y&access_token"), []),
        (request("/access_token=x"), []),
        (request(Sec_WebSocket_Protocol=f"chat, {BEARER}{TOKEN}"), [(SUBPROTOCOL, TOKEN)]),
        (request(Sec_WebSocket_Protocol=f"{BEARER}{TOKEN},chat"), [(SUBPROTOCOL, TOKEN)]),
        (request(Sec_WebSocket_Protocol="chat, bearer, bearer., xbearer.y"), []),
        (request(Cookie=f"theme=dark; session={TOKEN}"), [(COOKIE, TOKEN)]),
        (request(Cookie=f'session="{TOKEN}"'), [(COOKIE, TOKEN)]),
        (request(Cookie="mysession=x; Session=y; session="), []),
        (request(Authorization=f"Bearer {TOKEN}"), [(AUTHORIZATION, TOKEN)]),
        (request(Authorization=f"bEARER   {TOKEN}"), [(AUTHORIZATION, TOKEN)]),
        (request(Authorization="Basic YW5uOng="), []),
        (request(Authorization=f"Bearer {TOKEN} x"), []),
        (
            request("/?access_token=q", Authorization="Bearer a", Cookie="session=c"),
            [(QUERY, "q"), (COOKIE, "c"), (AUTHORIZATION, "a")],
        ),
    ],
)
def test_where_tokens_are_found(asked: Request, wanted: list[tuple[Carrier, str]]) -> None:
    assert found(asked) == wanted


def test_escapes_in_a_query() -> None:
    asked = request("/?access%5Ftoken=a%2Bb%3D")
    (carried,) = carried_tokens(asked)
    assert carried.token == "a+b="
    assert carried.span.cut(asked.raw) == b"a%2Bb%3D"


def test_other_names() -> None:
    asked = request("/?ticket=t", Cookie="id=c")
    assert [each.token for each in carried_tokens(asked, query="ticket", cookie="id")] == ["t", "c"]


def test_the_server_answers_with_the_real_subprotocol_never_with_the_token() -> None:
    policy = Policy(subprotocols=("chat",))
    asked = request(Sec_WebSocket_Protocol=f"{BEARER}{TOKEN}, chat")
    reply = answer(asked, check_request(asked, policy), policy)
    assert isinstance(reply, Answer)
    assert (reply.status, reply.subprotocol) == (101, "chat")


@given(st.binary(max_size=60), st.sampled_from(["Cookie", "Authorization", "Sec-WebSocket-Protocol"]))
def test_any_header_value(value: bytes, name: str) -> None:
    text = "".join(chr(byte) for byte in value if byte >= 0x20 and byte != 0x7F)
    for each in carried_tokens(request(**{name.replace("-", "_"): text})):
        assert each.token


@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), max_size=40))
def test_any_target(query: str) -> None:
    asked = request("/?" + query + "&access_token=end")
    assert "#" in query or carried_tokens(asked)[-1].token == "end"


def test_the_first_message() -> None:
    assert first_message("x.y.z") == '{"type":"auth","token":"x.y.z"}'
    assert token_of_message(first_message(TOKEN)) == TOKEN


@pytest.mark.parametrize(
    "text", ["hello", "{}", '{"type":"auth"}', '{"type":"auth","token":""}', '{"type":"x","token":"y"}']
)
def test_another_first_message(text: str) -> None:
    assert token_of_message(text) is None


def test_the_table() -> None:
    """What a page can do with `new WebSocket(url, protocols)`: everything but an Authorization header."""
    assert [carrier.id for carrier in CARRIERS if not carrier.browser] == ["authorization"]
    assert [carrier.id for carrier in CARRIERS if carrier.by_itself] == ["cookie"]
    assert [carrier.id for carrier in CARRIERS if carrier.logged] == ["query"]
    assert [carrier.id for carrier in CARRIERS if not carrier.before] == [FIRST_MESSAGE.id]
    assert all(carrier.source.startswith("RFC ") and carrier.mind.endswith(".") for carrier in CARRIERS)
