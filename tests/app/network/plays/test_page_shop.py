"""The shop: its tokens, and how it judges a request."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from app.network.plays.page_shop import Shop
from lessons.model import Scenario
from lessons.plays.page import PageSetup
from protocol.handshake import Offer, build_request
from protocol.http11 import read_request


@pytest.fixture
def noted():
    return []


@pytest.fixture
def shop(noted):
    scenario = Scenario(host="shop.example", page=PageSetup())
    return Shop(scenario, random.Random(1), lambda kind, _actor, values: noted.append((kind, values)))


def asked(target="/account", *extra):
    return read_request(build_request(Offer("shop.example", target, "dGhlIHNhbXBsZSBub25jZQ==", extra=extra)))


def test_who_brings_nothing_is_nobody(shop, noted):
    policy = shop.judge("x", asked())
    assert policy.refuse == 401
    assert dict(policy.refuse_headers) == {"WWW-Authenticate": "Bearer"}
    assert noted == [("nobody", {"connection": "x"})]


def test_a_cookie_and_a_bearer_token_say_who_it_is(shop, noted):
    assert shop.judge("x", asked("/", ("Cookie", f"session={shop.session()}"))).refuse is None
    assert shop.judge("y", asked("/", ("Authorization", f"Bearer {shop.token('good')}"))).refuse is None
    assert [kind for kind, _ in noted] == ["verified", "verified"]
    assert noted[0][1]["carrier"] == "cookie"


@pytest.mark.parametrize(("kind", "failed"), [("expired", "exp"), ("forged", "signature"), ("none", "algorithm")])
def test_a_bad_token_fails_at_its_check(shop, noted, kind, failed):
    assert shop.judge("x", asked("/", ("Authorization", f"Bearer {shop.token(kind)}"))).refuse == 401
    assert noted[0][1]["failed"] == failed


def test_a_request_that_is_not_in_order_is_left_to_the_endpoint(shop, noted):
    wrong = read_request(build_request(replace(Offer("shop.example", "/", "AAAA"))))
    assert shop.judge("x", wrong).refuse is None
    assert noted == []


def test_one_too_many_is_told_to_come_back(shop, noted):
    shop.open = shop.setup.connections
    policy = shop.judge("x", asked())
    assert policy.refuse == 503
    assert "Retry-After" in dict(policy.refuse_headers)
    assert noted[0][0] == "full"
