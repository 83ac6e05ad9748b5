"""A run for export is the same every time: its bytes, its times, its ports, and what TLS draws by lot."""

import pytest
from storyboard_support import COURSE, played

from app.network.clock import Clock
from app.network.plays.trust import contexts
from app.network.sockets import NetworkError
from app.storyboard import running
from app.storyboard.running import run_still, with_named_ports
from lessons.order import Order
from protocol.chorus import Played
from protocol.recording import Recording, Setup


def everything(one):
    """A play in full, as values that can be compared."""
    connections = {name: [*recording.lines()] for name, recording in one.connections.items()}
    return connections, one.moments, one.deeds, one.silent


@pytest.mark.parametrize("slug", ["closing-handshake", "masking", "heartbeat", "why-websocket", "security"])
def test_two_runs_are_equal_in_every_byte_and_every_microsecond(slug):
    contexts.cache_clear()  # other certificates, as another process has them
    again = run_still(Order(COURSE.lesson(slug).scenario))
    assert everything(again) == everything(played(slug))


def test_the_clock_stands_still_while_there_is_something_to_do():
    recording = played("opening-handshake").main
    assert 0 < recording.time(len(recording) - 1) < 0.001


def test_what_a_lesson_skips_is_as_long_as_it_says():
    recording = played("heartbeat").main
    assert round(recording.time(len(recording) - 1), 2) == 40.0


def test_a_clock_outside_of_a_run_goes_on():
    played("masking")
    clock = Clock()
    first = clock.now()
    while clock.now() - first < 0.0005:
        pass


def test_ports_are_named_in_the_order_of_the_connections():
    ends = [("a:41001", "s:999"), ("b:9", "s:999"), ("b:8", "t:17"), ("", "")]
    named = with_named_ports(Played({str(n): Recording(Setup(*one)) for n, one in enumerate(ends)}))
    assert [(one.setup.client, one.setup.server) for one in named.connections.values()] == [
        ("a:50001", "s:8001"), ("b:50002", "s:8001"), ("b:50003", "t:8002"), ("", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("error", "said"),
    [(PermissionError(13, "x"), "permission denied"), (TimeoutError(), "it was not answered in time")],
)
def test_what_the_system_refuses_is_one_sentence(monkeypatch, error, said):
    async def play(order):
        raise error

    monkeypatch.setattr(running, "play", play)
    with pytest.raises(NetworkError, match=f"cannot be run here: {said}"):
        run_still(Order(COURSE.lesson("frames").scenario))
