"""One setting and one seed: the weather of each connection."""

from __future__ import annotations

import pytest

from app.network.impairment import Impairment
from app.network.weather import Deliver, Harm
from protocol.vocabulary import Role

HEAD = b"GET / HTTP/1.1\r\n\r\n"


def passed(weather, data):
    weather.push(data, 0.0)
    weather.end(0.0)
    return [(gust.data if isinstance(gust, Deliver) else None) for gust in weather.pop(10**9)]


def test_the_same_connection_has_the_same_weather_and_others_their_own():
    setting = Impairment(seed=5, pieces=(1, 9), flip_every=20)
    plans = {
        (number, who): tuple(passed(setting.weather(number, who), bytes(200))) for number in (1, 2) for who in Role
    }
    assert len(set(plans.values())) == 4
    assert tuple(passed(setting.weather(2, Role.SERVER), bytes(200))) == plans[2, Role.SERVER]
    assert (
        tuple(passed(Impairment(6, pieces=(1, 9), flip_every=20).weather(1, Role.CLIENT), bytes(200)))
        != plans[1, Role.CLIENT]
    )


def test_each_setting_reaches_the_weather():
    assert passed(Impairment(pieces=(2, 2)).weather(1, Role.CLIENT), b"abcd") == [b"ab", b"cd", None]
    assert passed(Impairment(lose_at=3).weather(1, Role.CLIENT), b"abcd") == [b"abc"]
    assert passed(Impairment(reset_at=3).weather(1, Role.CLIENT), b"abcd") == [b"abc", None]
    late = Impairment(delay=(1.0, 1.0)).weather(1, Role.CLIENT)
    late.push(b"a", 5.0)
    assert late.next_at == 6.0
    assert Impairment().weather(1, Role.CLIENT).spares_head
    assert not Impairment(spares_heads=False).weather(1, Role.CLIENT).spares_head


def test_bits_turn_over_about_as_often_as_asked():
    weather = Impairment(flip_every=100).weather(1, Role.CLIENT)
    data = b"".join(each or b"" for each in passed(weather, bytes(100_000)))
    turned = sum(byte.bit_count() for byte in data)
    assert 800 < turned < 1200
    assert len(weather.harms) == turned
    assert all(data[harm.bit // 8] >> 7 - harm.bit % 8 & 1 for harm in weather.harms)
    assert {harm.what for harm in weather.harms} == {"turned"}


def test_where_it_breaks_is_kept():
    for setting, what in (("lose_at", "dropped"), ("reset_at", "reset")):
        weather = Impairment(**{setting: 3}).weather(1, Role.CLIENT)
        weather.push(b"abcd", 0.0)
        assert weather.harms == [Harm(what, 24)]


def test_fine_weather():
    assert Impairment(seed=9).is_fine
    assert not Impairment(flip_every=1000).is_fine


@pytest.mark.parametrize(
    "wrong", [{"delay": (2, 1)}, {"pieces": (0, 1)}, {"flip_every": 0}, {"lose_at": 0}, {"reset_at": -1}]
)
def test_what_no_weather_can_be(wrong):
    with pytest.raises(ValueError, match="a "):
        Impairment(**wrong)
