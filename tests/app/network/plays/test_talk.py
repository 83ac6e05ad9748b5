"""Two endpoints driven step by step over one TCP connection."""

from __future__ import annotations

import asyncio
from itertools import count

from app.network.plays.talk import Straight, Talk
from protocol.facts import FrameArrived, Told
from protocol.observer import observe
from protocol.offers import Offer
from protocol.vocabulary import Role

OFFER = Offer("a", "/", "dGhlIHNhbXBsZSBub25jZQ==")


def played(*deeds):
    async def play():
        clock = count()
        talk = Talk("ada", Straight(lambda: next(clock)), OFFER, lambda: bytes.fromhex("37fa213d"))
        try:
            await talk.open()
            for deed in deeds:
                await deed(talk)
        finally:
            talk.close()
        return talk

    return asyncio.run(play())


def codes(talk):
    return {fact.who: fact.told.code for fact in observe(talk.recording).of(Told)}


def test_what_one_says_the_other_has():
    talk = played(lambda talk: talk.say(Role.CLIENT, "Hello"), lambda talk: talk.say(Role.SERVER, "Hi"))
    assert talk.take(Role.SERVER) == ["Hello"]
    assert talk.take(Role.SERVER) == []
    assert talk.heard[Role.CLIENT] == ["Hi"]
    assert talk.is_open
    assert bytes.fromhex("818537fa213d7f9f4d5158") in talk.recording.wire(Role.CLIENT)


def test_a_closing_handshake_ends_tcp_on_both_sides():
    talk = played(lambda talk: talk.leave(Role.CLIENT, 1001, "bye"))
    assert codes(talk) == dict.fromkeys(Role, 1001)
    assert not talk.is_open


def test_a_crash_tells_the_other_side_nothing():
    assert codes(played(lambda talk: talk.crash(Role.SERVER)))[Role.CLIENT] == 1006


def test_a_connection_that_breaks_takes_the_message_with_it():
    talk = played(lambda talk: talk.break_with(Role.CLIENT, "Hello"))
    assert b"\x81\x85" in talk.recording.wire(Role.CLIENT)
    assert talk.heard[Role.SERVER] == []
    assert observe(talk.recording).of(FrameArrived) == []
    assert codes(talk)[Role.CLIENT] == 1006
