"""The play `cache`: the attack of section 10.3 succeeds or fails by the masking key alone."""

from __future__ import annotations

import asyncio
import gc
import warnings

import pytest

from app.network.plays.cache import run
from lessons.model import Scenario
from lessons.plays.cache import CacheSetup
from lessons.plays.cache_view import cached, visits
from protocol.chorus import observe_played
from protocol.facts import Broke, FrameSent
from protocol.masking import mask
from protocol.vocabulary import Role


def chorus(**setup):
    scenario = Scenario(seed=3, host="chat.example", target="/chat", play="cache", cache=CacheSetup(**setup))
    return observe_played(asyncio.run(run(scenario)))


def client_frames(facts, name):
    return [fact.frame for fact in facts.whole(name).of(FrameSent) if fact.who is Role.CLIENT]


@pytest.mark.parametrize("masking", ["none", "zero", "reused"])
def test_a_client_whose_bytes_the_page_can_choose_poisons_the_cache(masking):
    facts = chorus(masking=masking)
    assert b"\r\nGET /track.js HTTP/1.1\r\nHost: stats.example\r\n\r\n" in facts.recordings["attack"].wire(Role.CLIENT)
    first, second = visits(facts)
    assert first.poisoned
    assert first.hit
    assert first.body == CacheSetup().poison
    assert not second.poisoned
    assert second.body == CacheSetup().genuine


def test_a_fresh_key_leaves_nothing_to_read():
    facts = chorus(masking="fresh", again=False)
    assert b"GET /track.js" not in facts.recordings["attack"].wire(Role.CLIENT)
    assert b"HTTP/1.1 200 OK" in facts.recordings["attack"].wire(Role.SERVER)
    (only,) = visits(facts)
    assert not only.poisoned
    assert not only.hit
    assert [one.poisoned for one in cached(facts)] == [False]


def test_the_server_reads_the_same_text_whatever_the_key():
    texts = {name: client_frames(chorus(masking=name), "attack")[-1].payload for name in ("none", "zero", "fresh")}
    assert len(set(texts.values())) == 1


def test_one_key_for_all_frames_takes_the_mask_off_what_was_masked_with_it():
    first, second = client_frames(chorus(masking="reused"), "attack")
    assert first.key == second.key != bytes(4)
    assert second.wire == mask(second.payload, second.key)
    assert second.wire.startswith(b"\r\nGET ")


def test_the_honest_page_says_the_same_twice_with_two_keys():
    one, two = client_frames(chorus(), "chat")
    assert one.payload == two.payload == b"Hello"
    assert one.key != two.key
    assert one.wire != two.wire


@pytest.mark.parametrize("masking", ["none", "fresh"])
def test_only_an_unmasked_frame_breaks_a_rule(masking):
    broken = [fact.rule.id for fact in chorus(masking=masking).of(Broke)]
    assert bool(broken) is (masking == "none")


def test_a_proxy_that_understands_upgrade_is_not_fooled():
    facts = chorus(understands=True)
    assert [one.poisoned for one in visits(facts)] == [False, False]


def test_the_same_seed_gives_the_same_bytes():
    one, two = chorus(), chorus()
    for name, recording in one.recordings.items():
        for role in Role:
            assert recording.wire(role) == two.recordings[name].wire(role)


def test_no_socket_is_left_open_when_a_run_is_cancelled():
    async def cancelled():
        task = asyncio.create_task(run(Scenario(play="cache")))
        for _ in range(6):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    with warnings.catch_warnings():
        warnings.simplefilter("error", ResourceWarning)
        asyncio.run(cancelled())
        gc.collect()
