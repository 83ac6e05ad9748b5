"""What a page asks for through the balancer."""

from __future__ import annotations

from app.network.plays.balancer_path import cookie_of
from app.network.plays.balancer_session import offer_of
from protocol.offers import build_request


def test_the_request_says_in_a_cookie_whose_page_it_is():
    offer = offer_of("chat.example.com", "/lobby", "dGhlIHNhbXBsZSBub25jZQ==", None, "ada")
    assert cookie_of(build_request(offer)) == "ada"
