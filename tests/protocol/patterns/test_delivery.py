"""A sender and a receiver, over connections that lose, repeat and mix up what they carry."""

from __future__ import annotations

import math
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol.patterns.delivery import Arrival, Fault, Freed, Full, Kept, Receipt, Receiver, Sender
from protocol.patterns.envelope import Ack, Data, Resume, read_envelope, write_envelope


def data(number: int) -> Data:
    return Data("s", number, f"m{number}")


def sender(*, count: int = 3, window: int = 16, limit: int = 256) -> Sender:
    """A sender with messages m1, m2 ... that is connected at 0."""
    made = Sender("s", window=window, limit=limit, timeout=5)
    for number in range(1, count + 1):
        assert made.put(f"m{number}") == Kept(number)
    made.opened(0)
    assert made.resume(Resume("s", 0)) == Freed(0)
    return made


def test_the_conversation_of_the_module() -> None:
    ann, bob = sender(count=2), Receiver("s")
    first, second = ann.take(0)
    receipt = bob.receive(first)
    assert receipt == Receipt(Arrival.NEW, (data(1),), Ack("s", 1))
    assert ann.acknowledge(receipt.ack) == Freed(1)
    assert bob.receive(second).deliver == (data(2),)
    ann.closed()
    assert ann.put("m3") == Kept(3)
    assert (ann.take(1), ann.next_at) == ([], math.inf)
    ann.opened(60)
    assert ann.resume(bob.resume()) == Freed(1)
    assert ann.take(60) == [data(3)]
    assert bob.receive(data(3)).ack == Ack("s", 3)
    assert ann.acknowledge(Ack("s", 3)) == Freed(1)
    assert (ann.waiting, ann.acknowledged, ann.next_at) == (0, 3, math.inf)


def test_what_is_not_acknowledged_in_time_is_sent_again() -> None:
    ann = sender(count=2)
    assert ann.next_at == -math.inf
    assert ann.take(0) == [data(1), data(2)]
    assert ann.take(0) == []
    assert ann.next_at == 5
    ann.acknowledge(Ack("s", 1))
    assert ann.take(4.9) == []
    assert ann.take(5) == [data(2)]
    assert ann.next_at == 10


def test_the_window_limits_what_is_under_way() -> None:
    ann = sender(count=5, window=2)
    assert ann.take(0) == [data(1), data(2)]
    assert ann.acknowledge(Ack("s", 1)) == Freed(1)
    assert ann.take(1) == [data(3)]
    assert ann.acknowledge(Ack("s", 3)) == Freed(2)
    assert ann.take(1) == [data(4), data(5)]


def test_a_full_queue_says_so() -> None:
    ann = sender(count=3, window=2, limit=3)
    assert ann.put("one too many") == Full(3)
    ann.take(0)
    ann.acknowledge(Ack("s", 1))
    assert ann.put("m4") == Kept(4), "what was not taken got no number"


def test_without_a_resume_it_begins_after_a_timeout() -> None:
    ann = Sender("s", timeout=5)
    ann.put("m1")
    assert ann.take(0) == []
    ann.opened(10)
    assert (ann.take(14.9), ann.next_at) == ([], 15)
    assert ann.take(15) == [data(1)]


def test_a_resume_without_a_connection_opens_nothing() -> None:
    ann = Sender("s")
    ann.put("m1")
    assert ann.resume(Resume("s", 0)) == Freed(0)
    assert ann.take(0) == []


def test_an_old_acknowledgement_says_nothing_new() -> None:
    ann = sender()
    ann.take(0)
    assert ann.acknowledge(Ack("s", 2)) == Freed(2)
    assert ann.acknowledge(Ack("s", 1)) == Freed(0)
    assert ann.acknowledge(Ack("s", 2)) == Freed(0)


def test_a_peer_that_says_what_cannot_be() -> None:
    ann = sender(count=3, window=2)
    ann.take(0)
    assert ann.acknowledge(Ack("s", 3)) == Fault("The peer acknowledges message 3; only 2 were sent.")
    assert isinstance(ann.acknowledge(Ack("t", 1)), Fault)
    assert ann.waiting == 3, "a fault changes nothing"
    ann.acknowledge(Ack("s", 2))
    ann.closed()
    ann.opened(10)
    lost = ann.resume(Resume("s", 1))
    assert lost == Fault("The peer goes on after message 1, but had acknowledged 2: it has lost its memory.")
    assert ann.take(10) == []


def test_a_resume_that_an_acknowledgement_overtook_is_no_fault() -> None:
    ann = sender(count=2)
    ann.take(0)
    ann.acknowledge(Ack("s", 2))
    assert ann.resume(Resume("s", 0)) == Freed(0)


def test_the_receiver_tells_duplicates_and_gaps() -> None:
    bob = Receiver("s", room=3)
    seen = [(bob.receive(data(number)).arrival, bob.delivered) for number in (2, 2, 4, 5, 1, 1, 3)]
    assert seen == [
        (Arrival.EARLY, 0),
        (Arrival.DUPLICATE, 0),
        (Arrival.TOO_EARLY, 0),
        (Arrival.TOO_EARLY, 0),
        (Arrival.NEW, 2),
        (Arrival.DUPLICATE, 2),
        (Arrival.NEW, 3),
    ]
    assert bob.receive(Data("t", 4, "")) == Receipt(Arrival.FOREIGN, (), Ack("s", 3))


def test_what_came_early_is_delivered_in_order() -> None:
    bob = Receiver("s")
    for number in (3, 2):
        assert bob.receive(data(number)) == Receipt(Arrival.EARLY, (), Ack("s", 0))
    assert bob.receive(data(1)) == Receipt(Arrival.NEW, (data(1), data(2), data(3)), Ack("s", 3))
    assert bob._early == {}


def test_a_duplicate_is_acknowledged_because_the_acknowledgement_may_be_what_was_lost() -> None:
    bob = Receiver("s", delivered=7)
    assert bob.receive(data(7)) == Receipt(Arrival.DUPLICATE, (), Ack("s", 7))
    assert bob.resume() == Resume("s", 7)


def test_a_receiver_that_crashed_goes_on_where_its_effects_are() -> None:
    """Effect and number in one place: a balance that no duplicate changes."""
    stored = (0, 0)
    ann = sender(count=4)
    for crash_at in (2, 3, 99):
        bob = Receiver("s", delivered=stored[1])
        ann.closed()
        ann.opened(0)
        ann.resume(bob.resume())
        for message in ann.take(0):
            for new in bob.receive(message).deliver:
                stored = (stored[0] + new.number, new.number)
            if message.number == crash_at:
                break
    assert stored == (1 + 2 + 3 + 4, 4)


def test_what_our_own_program_does_wrong() -> None:
    for wrong in ({"window": 0}, {"window": 9, "limit": 8}, {"timeout": 0}):
        with pytest.raises(ValueError, match="a sender needs"):
            Sender("s", **wrong)
    with pytest.raises(ValueError, match="surrogate"):
        Sender("s").put("\ud800")


class Weather:
    """A connection that delivers each text never, once or twice, in any order, with chance that comes in."""

    def __init__(self, chance: Random, loss: float, repeat: float, mix: float) -> None:
        self.chance, self.loss, self.repeat, self.mix = chance, loss, repeat, mix
        self.texts: list[str] = []

    def send(self, text: str) -> None:
        self.texts += [text] * ((self.chance.random() >= self.loss) + (self.chance.random() < self.repeat))

    def deliver(self) -> str | None:
        if not self.texts or self.chance.random() < 0.2:
            return None
        return self.texts.pop(self.chance.randrange(len(self.texts)) if self.chance.random() < self.mix else 0)


@settings(max_examples=150)
@given(
    st.integers(),
    st.floats(0, 0.7),
    st.floats(0, 0.7),
    st.floats(0, 1),
    st.floats(0, 0.2),
    st.integers(1, 6),
    st.integers(1, 8),
    st.integers(0, 30),
)
def test_exactly_once_and_in_order_in_any_weather(
    seed: int, loss: float, repeat: float, mix: float, breaks: float, window: int, room: int, count: int
) -> None:
    chance = Random(seed)
    ann, bob = Sender("s", window=window, limit=max(window, 8), timeout=3), Receiver("s", room=room)
    out, back = (Weather(chance, loss, repeat, mix) for _ in range(2))
    wanted = [f"m{number}" for number in range(1, count + 1)]
    unsent, delivered, now = list(wanted), [], 0.0

    def connect() -> None:
        out.texts, back.texts = [], []
        ann.closed()
        ann.opened(now)
        back.send(write_envelope(bob.resume()))

    connect()
    for _ in range(20_000):
        now += chance.random()
        if chance.random() < breaks and now < 500:
            connect()
        if unsent and isinstance(ann.put(unsent[0]), Kept):
            unsent.pop(0)
        assert ann.waiting <= max(window, 8)
        for each in ann.take(now):
            out.send(write_envelope(each))
        text = out.deliver()
        if text is not None:
            message = read_envelope(text)
            assert isinstance(message, Data)
            receipt = bob.receive(message)
            delivered += [each.body for each in receipt.deliver]
            back.send(write_envelope(receipt.ack))
            assert len(bob._early) <= room
        assert delivered == wanted[: len(delivered)], "never twice, never out of order, at every moment"
        text = back.deliver()
        if text is not None:
            answer = read_envelope(text)
            freed = ann.resume(answer) if isinstance(answer, Resume) else ann.acknowledge(answer)
            assert isinstance(freed, Freed)
        if not unsent and not ann.waiting:
            break
    assert delivered == wanted, "nothing is missing when all is acknowledged"
    assert ann.acknowledged == count
