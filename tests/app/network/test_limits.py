"""The numbers: they are those of the design, and belong together."""

from __future__ import annotations

from app.network.limits import CLIENT, SERVER, Limits
from protocol.patience import Patience


def test_a_message_has_at_most_16_mib():
    assert SERVER.message == CLIENT.message == 16 * 1024 * 1024


def test_one_answer_always_fits_into_what_may_wait():
    assert SERVER.unsent > SERVER.message + 1024


def test_a_ping_is_missed_before_the_idle_time_is_over():
    assert SERVER.pulse.interval + SERVER.pulse.timeout < SERVER.patience.idle


def test_tls_ends_some_time_even_without_a_limit():
    patient = Limits(patience=Patience(handshake=None, closing=None))
    assert 0 < patient.closing < float("inf")
    assert 0 < patient.handshake < float("inf")
