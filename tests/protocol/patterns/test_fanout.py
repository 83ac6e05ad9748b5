"""Hubs of several servers on one bus in memory."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.patterns.bus import MemoryBus, MemoryPort, Post, write_message
from protocol.patterns.fanout import Disconnect, Dropped, Gap, Garbage, Happening, Hub, Queued
from protocol.patterns.mailbox import Bound, Slow


class Service:
    """Servers with a hub each; `run` carries all that is on the bus, `order` says which hub reads first."""

    def __init__(self, names: str, bound: Bound | None = None) -> None:
        self.bus = MemoryBus()
        self.ports: dict[str, MemoryPort] = {name: self.bus.port() for name in names}
        self.hubs = {name: Hub(name, port, bound=bound, interval=10, lifetime=30) for name, port in self.ports.items()}

    def join(self, name: str, *people: str, topic: str = "chat") -> Hub:
        for who in people:
            self.hubs[name].join(who)
            self.hubs[name].subscribe(who, topic)
        self.run()
        return self.hubs[name]

    def run(self, now: float = 0.0, order: str | None = None) -> list[Happening]:
        happened: list[Happening] = []
        while any(port._texts for port in self.ports.values()):
            for name in order or self.ports:
                for topic, text in self.ports[name].take():
                    happened += self.hubs[name].arrived(topic, text, now)
        return happened

    def inbox(self, name: str, who: str) -> list[str]:
        return [post.body for post in self.hubs[name].take(who)]


def test_a_message_reaches_the_subscribers_of_all_servers() -> None:
    service = Service("ab")
    service.join("a", "ann", "bob")
    service.join("b", "cid")
    service.join("b", "dan", topic="news")
    post = service.hubs["a"].publish("ann", "chat", "Hello")
    assert post == Post("chat", "a", 1, "a/ann", echo=False, body="Hello")
    assert service.inbox("a", "bob") == [], "not before it went over the bus"
    assert service.run() == [Queued("bob", post), Queued("cid", post)]
    assert [
        service.inbox("a", "ann"),
        service.inbox("a", "bob"),
        service.inbox("b", "cid"),
        service.inbox("b", "dan"),
    ] == [
        [],
        ["Hello"],
        ["Hello"],
        [],
    ]


def test_an_echo_for_those_who_want_it() -> None:
    service = Service("ab")
    service.join("a", "ann")
    service.join("b", "ann")
    service.hubs["a"].publish("ann", "chat", "1")
    service.hubs["a"].publish("ann", "chat", "2", echo=True)
    service.run()
    assert service.inbox("a", "ann") == ["2"]
    assert service.inbox("b", "ann") == ["1", "2"], "the same name on another server is another one"


def test_who_publishes_need_not_subscribe() -> None:
    service = Service("ab")
    service.join("b", "cid")
    service.hubs["a"].publish("nobody", "chat", "Hello")
    service.run()
    assert service.inbox("b", "cid") == ["Hello"]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["run abc", "run cba", "wait"])), max_size=30))
def test_all_see_the_same_order(steps: list[tuple[str, str]]) -> None:
    service = Service("abc")
    for name in "abc":
        service.join(name, "x", "y")
    for number, (name, then) in enumerate(steps):
        service.hubs[name].publish("x", "chat", str(number), echo=True)
        if then != "wait":
            service.run(order=then[4:])
    service.run()
    seen = [service.inbox(name, who) for name in "abc" for who in "xy"]
    assert all(each == [str(number) for number in range(len(steps))] for each in seen)


def test_a_hub_listens_only_while_it_has_a_subscriber() -> None:
    service = Service("a")
    hub, port = service.hubs["a"], service.ports["a"]
    hub.join("ann")
    assert port.listening == set()
    hub.subscribe("ann", "chat")
    hub.subscribe("ann", "chat")
    assert (port.listening, hub.subscribers("chat")) == ({"chat"}, ("ann",))
    hub.unsubscribe("ann", "chat")
    hub.unsubscribe("ann", "chat")
    assert (port.listening, hub.subscribers("chat")) == (set(), ())
    assert hub.arrived("chat", "late", 0) == []


def test_who_leaves_gets_nothing_more() -> None:
    service = Service("a")
    hub = service.join("a", "ann", "bob")
    hub.subscribe("ann", "news")
    hub.leave("ann")
    hub.leave("ann")
    hub.publish("bob", "chat", "1", echo=True)
    hub.publish("bob", "news", "2")
    service.run()
    assert (service.inbox("a", "ann"), service.inbox("a", "bob")) == ([], ["1"])
    assert service.ports["a"].listening == {"chat"}


@pytest.mark.parametrize(
    ("slow", "kept"), [(Slow.DROP_OLDEST, ["3", "4"]), (Slow.DROP_NEWEST, ["1", "2"]), (Slow.DISCONNECT, [])]
)
def test_a_slow_consumer_does_not_hold_up_the_others(slow: Slow, kept: list[str]) -> None:
    service = Service("a", Bound(2, slow))
    hub = service.join("a", "slow", "fast")
    fast: list[str] = []
    happened: list[Happening] = []
    for body in "1234":
        hub.publish("server", "chat", body)
        happened += service.run()
        fast += service.inbox("a", "fast")
    assert fast == ["1", "2", "3", "4"]
    assert service.inbox("a", "slow") == kept
    lost = [each.post.body for each in happened if isinstance(each, Dropped)]
    gone = [each for each in happened if isinstance(each, Disconnect)]
    if slow is Slow.DISCONNECT:
        assert gone == [Disconnect("slow", 1013, "2 messages were not read in time")]
        assert hub.subscribers("chat") == ("fast",)
    else:
        assert gone == []
        assert hub.dropped("slow") == len(lost) == 2
        assert lost == (["1", "2"] if slow is Slow.DROP_OLDEST else ["3", "4"])


def test_presence_counts_all_servers() -> None:
    service = Service("abc")
    service.join("a", "ann", "bob")
    b = service.join("b", "cid")
    c = service.join("c", "dan")
    assert [hub.presence("chat") for hub in service.hubs.values()] == [4, 4, 4]
    b.leave("cid")
    service.run()
    assert [hub.presence("chat") for hub in service.hubs.values()] == [3, 0, 3]
    assert c.presence("news") == 0


def test_a_server_that_crashed_is_counted_for_a_while() -> None:
    service = Service("ab")
    a = service.join("a", "ann")
    service.join("b", "bob")
    for now in (0.0, 10.0, 20.0):
        for hub in service.hubs.values():
            hub.tick(now)
        service.run(now)
    assert (a.presence("chat"), a.next_at) == (2, 30)
    for now in (30.0, 40.0):
        a.tick(now)
        assert a.presence("chat") == 2
    a.tick(50)
    assert a.presence("chat") == 1


def test_presence_is_said_every_interval_only() -> None:
    service = Service("a")
    hub = service.hubs["a"]
    assert hub.next_at == math.inf
    service.join("a", "ann")
    for now in (0.0, 1.0, 9.9, 10.0):
        hub.tick(now)
    assert len(service.ports["a"].take()) == 2


def test_what_the_bus_lost_is_known() -> None:
    service = Service("ab")
    service.join("a", "ann")
    service.join("b", "bob")
    service.hubs["a"].publish("ann", "chat", "1")
    service.run()
    for body in "23":
        service.hubs["a"].publish("ann", "chat", body)
    service.ports["b"].take()
    post = service.hubs["a"].publish("ann", "chat", "4")
    assert service.run() == [Gap("chat", "a", 2), Queued("bob", post)]
    assert service.inbox("b", "bob") == ["1", "4"]


def test_who_comes_later_misses_nothing() -> None:
    service = Service("ab")
    service.join("a", "ann")
    service.hubs["a"].publish("ann", "chat", "before")
    service.run()
    service.join("b", "bob")
    post = service.hubs["a"].publish("ann", "chat", "after")
    assert service.run() == [Queued("bob", post)]


def test_garbage_on_the_bus_harms_nobody() -> None:
    service = Service("a")
    service.join("a", "ann")
    service.bus.spread("chat", "hello")
    assert service.run() == [Garbage("chat", "The text is not JSON: Expecting value at character 1.")]


def test_a_foreign_number_that_goes_back_is_no_gap() -> None:
    service = Service("a")
    hub = service.join("a", "ann")
    for number in (7, 1, 2):
        post = Post("chat", "z", number, "z/x", echo=False, body="")
        assert hub.arrived("chat", write_message(post), 0) == [Queued("ann", post)]


def test_what_our_own_program_does_wrong() -> None:
    hub = Service("a").hubs["a"]
    with pytest.raises(KeyError):
        hub.subscribe("nobody", "chat")
    with pytest.raises(ValueError, match="a topic is a name"):
        hub.publish("ann", "a\nb", "")
    with pytest.raises(ValueError, match="a subscriber is a name"):
        hub.join("x" * 200)
    with pytest.raises(ValueError, match="a server is a name"):
        Hub("", MemoryBus().port())
    with pytest.raises(ValueError, match="interval < lifetime"):
        Hub("a", MemoryBus().port(), interval=30, lifetime=30)
    with pytest.raises(ValueError, match="surrogate"):
        hub.publish("ann", "chat", "\ud800")
    assert hub.publish("ann", "chat", "Hello").number == 1, "what could not be said took no number"
