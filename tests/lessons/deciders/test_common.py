"""What deciders ask again: the request of the run, without what was done to it."""

from __future__ import annotations

import pytest

from lessons.deciders.common import KEY, asked_offer
from lessons.deciders.handshake import drop_header
from tests.lessons_support import facts_of

ORIGINS = ("http://example.com",)


def test_the_request_is_asked_again_as_it_was():
    offer = asked_offer(facts_of("opening-handshake"))
    assert (offer.key, offer.target, offer.origin) == (KEY, "/chat", *ORIGINS)
    assert offer.subprotocols == ("chat", "superchat")


@pytest.mark.parametrize("fault", ["no-key", "key-twice", "old-version", "no-upgrade"])
def test_what_a_fault_did_is_undone(fault):
    offer = asked_offer(facts_of("opening-handshake", fault))
    assert (offer.version, offer.extra, offer.omit) == (13, (), ())
    assert drop_header(facts_of("opening-handshake", fault), {"header": "Origin", "origins": ORIGINS}) == "101"
