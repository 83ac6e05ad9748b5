"""What a client asks for besides the address."""

from __future__ import annotations

import pytest

from app.network.requests import RequestError, check_subprotocols, offer_of, read_header
from protocol.extensions import DeflateOffer


def test_an_offer():
    offer = offer_of([("X-A", " b "), ("origin", "https://a.example")], ["chat", "v2"], deflate=True, bearer="a.b==")
    assert offer.extra == (("X-A", "b"), ("origin", "https://a.example"), ("Authorization", "Bearer a.b=="))
    assert offer.omit == ("origin",)
    assert offer.subprotocols == ("chat", "v2")
    assert offer.deflate == DeflateOffer()
    assert offer_of([], [], deflate=False).deflate is None


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"headers": [("a b", "c")]}, "“a b: c” is no header"),
        ({"headers": [("a", "b\r\nc: d")]}, "the header “a” holds"),
        ({"subprotocols": ["a,b"]}, "“a,b” is no subprotocol"),
        ({"subprotocols": [""]}, "“” is no subprotocol"),
        ({"subprotocols": ["a", "a"]}, "offered once"),
        ({"bearer": "a b"}, "A token has"),
        ({"bearer": "a\r\nb"}, "A token has"),
    ],
)
def test_what_no_request_can_hold(options, said):
    with pytest.raises(RequestError) as caught:
        offer_of(**{"headers": [], "subprotocols": [], "deflate": False, **options})
    assert said in str(caught.value)


def test_a_header_is_a_name_and_a_value():
    assert read_header("Name: a: b") == ("Name", " a: b")
    for line in ("no colon", ": nameless", "na me: x"):
        with pytest.raises(RequestError):
            read_header(line)
    assert check_subprotocols(["a"]) == ("a",)
