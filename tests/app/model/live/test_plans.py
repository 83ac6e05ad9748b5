"""What is wrong with what was typed into the forms of Live."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model.live.drafts import DraftError
from app.model.live.plans import (
    ClientPlan,
    ProxyPlan,
    ServerPlan,
    WeatherPlan,
    client_problems,
    headers_of,
    is_loopback,
    proxy_problems,
    server_problems,
    weather_problems,
)


def test_the_first_server_has_no_problems() -> None:
    assert server_problems(ServerPlan()) == {}


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("host", " "),
        ("port", "65536"),
        ("port", ""),
        ("port", "²"),
        ("subprotocols", "chat, a(b"),
        ("subprotocols", "chat chat"),
        ("origins", "example.com"),
        ("origins", "https://example.com/path"),
        ("pings", "0"),
        ("pings", "x"),
    ],
)
def test_a_server_cannot_be_so(field: str, typed: str) -> None:
    assert set(server_problems(replace(ServerPlan(), **{field: typed}))) == {field}


@pytest.mark.parametrize("origins", ["", "https://example.com, http://localhost:3000", "null"])
def test_origins_as_browsers_write_them(origins: str) -> None:
    assert server_problems(ServerPlan(origins=origins)) == {}


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        (ClientPlan("ws://a/", headers="no colon"), "headers"),
        (ClientPlan("ws://a/", headers="A B: c"), "headers"),
        (ClientPlan("ws://a/", bearer="a b"), "bearer"),
        (ClientPlan("ws://a/", subprotocols="a\u00e9"), "subprotocols"),
    ],
)
def test_a_client_cannot_be_so(plan: ClientPlan, field: str) -> None:
    assert set(client_problems(plan)) == {field}


def test_headers_are_lines() -> None:
    assert headers_of("A: b\n\n C-D :  e: f \n") == (("A", "b"), ("C-D", "e: f"))
    with pytest.raises(DraftError, match="Line 2"):
        headers_of("A: b\nnothing")


def test_a_proxy_needs_a_port() -> None:
    assert set(proxy_problems(ProxyPlan("x", "wss://a/"))) == {"port"}
    assert proxy_problems(ProxyPlan("0", "wss://a/")) == {}


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        (WeatherPlan(pieces="0"), "pieces"),
        (WeatherPlan(flips="-1"), "flips"),
        (WeatherPlan(delay_least="20", delay_most="10"), "delay_most"),
        (WeatherPlan(delay_most="60001"), "delay_most"),
        (WeatherPlan(seed=""), "seed"),
        (WeatherPlan(loss="1.5"), "loss"),
    ],
)
def test_no_weather_is_so(plan: WeatherPlan, field: str) -> None:
    assert set(weather_problems(plan)) == {field}


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("[::1]", True),
        ("0.0.0.0", False),
        ("", False),
        ("::", False),
    ],
)
def test_who_can_reach_a_host(host: str, alone: bool) -> None:
    assert is_loopback(host) is alone
