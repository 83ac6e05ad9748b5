"""Forms become orders, messages become deeds."""

from __future__ import annotations

import pytest

from app.live_orders import (
    client_order,
    deeds_of,
    impairment_of,
    proxy_order,
    script_problem,
    server_order,
    url_problem,
)
from app.model.live.drafts import read_draft
from app.model.live.plans import SCRIPT, ClientPlan, ProxyPlan, ServerPlan, WeatherPlan
from app.network.live.hands import Binary, Close, Frame, Ping, Pong, Raw, Text
from app.network.script import ScriptError

FINE = WeatherPlan()


def test_a_server_as_it_was_typed() -> None:
    plan = ServerPlan("::1", "0", "broadcast", "", "chat, v2", False, "https://a", True, False, "")
    order = server_order(plan, FINE)
    assert (order.host, order.port, order.program, order.secure) == ("::1", 0, "broadcast", True)
    assert (order.subprotocols, order.origins, order.deflate) == (("chat", "v2"), ("https://a",), False)
    assert (order.manners.pings, order.manners.close, order.pulse, order.impairment) == (False, True, None, None)


def test_no_origins_are_all_origins() -> None:
    assert server_order(ServerPlan(), FINE).origins is None
    assert server_order(ServerPlan(), FINE).pulse == 10


def test_the_first_script_can_be_followed() -> None:
    assert script_problem(SCRIPT) is None
    script = server_order(ServerPlan(program="script"), FINE).script
    assert script is not None
    assert [rule.do for rule in script.rules] == ["text", "close", "echo"]


def test_a_script_that_is_none_is_an_error_with_a_sentence() -> None:
    with pytest.raises(ScriptError):
        server_order(ServerPlan(program="script", script="[[rule"), FINE)
    assert "TOML" in str(script_problem("[[rule"))


def test_a_client_as_it_was_typed() -> None:
    order = client_order(ClientPlan("ws://a/", "A: b", "chat", "token", True, False, False), FINE)
    assert (order.url, order.headers, order.subprotocols, order.bearer) == (
        "ws://a/",
        (("A", "b"),),
        ("chat",),
        "token",
    )
    assert (order.insecure, order.deflate, order.manners.pings) == (True, False, False)


def test_weather_goes_to_everything_that_is_started() -> None:
    plan = WeatherPlan(True, "10", "20", "5", "1000", "4000", "5000", "7")
    found = impairment_of(plan)
    assert found is not None
    assert (found.seed, found.delay, found.pieces) == (7, (0.01, 0.02), (1, 5))
    assert (found.flip_every, found.lose_at, found.reset_at) == (1000, 4000, 5000)
    assert server_order(ServerPlan(), plan).impairment == found
    assert client_order(ClientPlan("ws://a/"), plan).impairment == found
    assert proxy_order(ProxyPlan("0", "ws://a/"), plan).impairment == found


@pytest.mark.parametrize("plan", [WeatherPlan(), WeatherPlan(on=True), WeatherPlan(on=False, loss="3")])
def test_no_weather_is_none(plan: WeatherPlan) -> None:
    assert impairment_of(plan) is None


@pytest.mark.parametrize(
    ("kind", "typed", "deeds"),
    [
        ("text", "hé", (Text("hé"),)),
        ("binary", "00ff", (Binary(b"\0\xff"),)),
        ("ping", "p", (Ping(b"p"),)),
        ("pong", "", (Pong(b""),)),
        ("close", "1005", (Close(1005, ""),)),
        ("close", "", (Close(None, ""),)),
        ("raw", "8900", (Raw(b"\x89\0"),)),
        ("fragments", "a|b", (Frame(1, b"a", fin=False), Frame(0, b"b"))),
    ],
)
def test_what_is_typed_is_done(kind: str, typed: str, deeds: tuple[object, ...]) -> None:
    assert deeds_of(read_draft(kind, typed)) == deeds  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "looks like"),
        ("https://a/", "HTTP"),
        ("ws://a/#x", "fragment"),
        ("ws://", "no address"),
        ("ftp://a/", "no address"),
    ],
)
def test_what_is_no_address_has_a_sentence(typed: str, says: str) -> None:
    assert says in str(url_problem(typed))


def test_an_address_is_fine() -> None:
    assert url_problem("wss://example.com/chat?room=1") is None
