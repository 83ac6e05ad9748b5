"""The plan of the weather: pure, seeded, and blind to how the bytes were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.network.weather import Climate, Deliver, End, Harm, Reset, Weather

STORM = Climate(delay=(0.01, 0.5), pieces=(1, 9))


def arrivals(weather):
    """Everything that arrives, with its time."""
    found = []
    while weather.next_at < float("inf"):
        now = weather.next_at
        found += [(now, gust) for gust in weather.pop(now)]
    return found


def arrived(found):
    return b"".join(gust.data for _, gust in found if isinstance(gust, Deliver))


@given(st.binary(max_size=200), st.integers())
def test_the_same_seed_gives_the_same_weather(data, seed):
    def plan():
        weather = Weather(STORM, seed)
        weather.push(data, 1.0)
        weather.end(2.0)
        return arrivals(weather)

    assert plan() == plan()


@given(st.lists(st.binary(min_size=1, max_size=50), max_size=8), st.integers())
def test_the_plan_does_not_depend_on_how_the_bytes_were_written(writes, seed):
    def plan(chunks):
        weather = Weather(STORM, seed)
        for chunk in chunks:
            weather.push(chunk, 0.0)
        return [(time, byte) for time, gust in arrivals(weather) for byte in gust.data]

    whole = b"".join(writes)
    assert plan(writes) == plan([whole] if whole else [])


def test_another_seed_gives_other_weather():
    plans = []
    for seed in (1, 2):
        weather = Weather(STORM, seed)
        weather.push(b"x" * 100, 0.0)
        plans.append(arrivals(weather))
    assert plans[0] != plans[1]


@given(st.lists(st.tuples(st.binary(max_size=60), st.floats(0, 2)), max_size=8), st.integers(), st.floats(0, 1))
def test_delay_pieces_and_hold_lose_nothing_and_overtake_nothing(writes, seed, hold):
    weather = Weather(Climate(delay=(0.0, 0.3), pieces=(1, 7), hold=hold), seed)
    now, found = 0.0, []
    for data, pause in writes:
        now += pause
        while weather.next_at <= now:
            at = weather.next_at
            found += [(at, gust) for gust in weather.pop(at)]
        weather.push(data, now)
    weather.end(now)
    found += arrivals(weather)
    assert arrived(found) == b"".join(data for data, _ in writes)
    assert [time for time, _ in found] == sorted(time for time, _ in found)
    assert isinstance(found[-1][1], End)
    assert weather.waiting == 0


def test_pieces_have_their_sizes():
    weather = Weather(Climate(pieces=(3, 3)), 0)
    weather.push(b"0123456789", 0.0)
    weather.end(0.0)
    assert [gust.data for _, gust in arrivals(weather)[:-1]] == [b"012", b"345", b"678", b"9"]


def test_every_delay_is_within_its_bounds():
    weather = Weather(Climate(delay=(1.0, 2.0), pieces=(1, 1)), 0)
    weather.push(b"x" * 50, 10.0)
    assert all(11 <= time <= 12 for time, _ in arrivals(weather))


def test_what_is_held_arrives_as_one():
    weather = Weather(Climate(hold=0.5), 0)
    weather.push(b"a", 1.0)
    weather.push(b"b", 1.2)
    assert weather.pop(1.4) == []
    assert weather.next_at == 1.5
    assert weather.pop(1.5) == [Deliver(b"ab")]


@given(st.sets(st.integers(0, 159)), st.integers(0, 20))
def test_the_named_bits_arrive_as_their_opposites(bits, cut):
    weather = Weather(Climate(flips=frozenset(bits)), 0)
    weather.push(bytes(20)[:cut], 0.0)
    weather.push(bytes(20)[cut:], 0.0)
    number = int.from_bytes(arrived(arrivals(weather)), "big")
    assert {bit for bit in range(160) if number >> (159 - bit) & 1} == bits


def test_a_pulled_cable():
    weather = Weather(Climate(drop_at=3), 0)
    weather.push(b"abcdef", 0.0)
    weather.push(b"gh", 0.1)
    weather.end(0.2)
    assert [gust for _, gust in arrivals(weather)] == [Deliver(b"abc")]
    assert weather.dropped


def test_a_reset():
    weather = Weather(Climate(reset_at=3), 0)
    weather.push(b"ab", 0.0)
    weather.push(b"cdef", 0.1)
    weather.end(0.2)
    assert [gust for _, gust in arrivals(weather)] == [Deliver(b"ab"), Deliver(b"c"), Reset()]


@pytest.mark.parametrize(
    "wrong", [{"delay": (1, 0)}, {"delay": (-1, 0)}, {"hold": -1}, {"pieces": (0, 1)}, {"pieces": (3, 2)}]
)
def test_a_climate_that_cannot_be(wrong):
    with pytest.raises(ValueError, match="a "):
        Climate(**wrong)


def test_a_bit_in_so_many_bytes_whatever_the_writes():
    def turned(sizes):
        weather = Weather(Climate(flip_every=7), 4)
        for size in sizes:
            weather.push(bytes(size), 0.0)
        return arrived(arrivals(weather)), weather.harms

    data, harms = turned([300])
    assert turned([1] * 300) == (data, harms)
    number = int.from_bytes(data, "big")
    assert [Harm("turned", bit) for bit in range(2400) if number >> (2399 - bit) & 1] == harms
    assert 20 < len(harms) < 70


def test_what_is_under_way_is_counted():
    weather = Weather(Climate(delay=(1.0, 1.0), pieces=(4, 4)), 0)
    weather.push(b"0123456789", 0.0)
    assert weather.waiting == 10
    weather.pop(1.0)
    assert weather.waiting == 0


@pytest.mark.parametrize("wrong", [{"flip_every": 0}, {"drop_at": 0}, {"reset_at": -1}])
def test_a_connection_breaks_after_a_byte(wrong):
    with pytest.raises(ValueError, match="1 or more"):
        Climate(**wrong)
