"""The fast road of the common packet and the careful one tell the same."""

from __future__ import annotations

import random

from capture_support import (
    STEP,
    Packet,
    Tcp,
    pcapng,
)
from hypothesis import example, given, settings
from hypothesis import strategies as st
from opened_support import Opened, outcome


@settings(max_examples=60)
@example(seed=33557, six=False, link=0)  # acknowledgements that run backwards
@example(seed=587, six=False, link=0)  # a FIN behind a hole
@example(seed=18558, six=False, link=0)  # packets out of their time after a conversation is over
@given(seed=st.integers(0, 10**6), six=st.booleans(), link=st.sampled_from([0, 1, 113, 276, 108]))
def test_the_fast_road_and_the_careful_one_give_the_same(tmp_path_factory, seed, six, link):
    source = random.Random(seed)
    ends = {"client": "fd00::1", "server": "fd00::2"} if six else {}
    packets = []
    for number in range(source.randrange(1, 4)):
        one = Tcp(ports=(50000 + number, 80), seqs=[source.randrange(2**32), source.randrange(2**32)], **ends)
        one.open().upgrade().chat(source.randrange(30), seed=seed).close()
        packets += one.packets[source.choice([0, 0, 1, 6]) :]
    for _ in range(source.randrange(8)):
        at = source.randrange(len(packets))
        match source.randrange(6):
            case 0:
                del packets[at]
            case 1:
                packets.insert(source.randrange(len(packets)), packets[at])
            case 2:
                packets.insert(source.randrange(len(packets)), packets.pop(at))
            case 3:
                packets[at].kept = source.randrange(90)
            case 4:
                broken = bytearray(packets[at].ip)
                broken[source.randrange(min(60, len(broken)))] ^= 1 << source.randrange(8)
                packets[at] = Packet(packets[at].ns, bytes(broken))
            case _:
                packets[at].ns -= source.randrange(10) * STEP
        if not packets:
            break
    path = tmp_path_factory.mktemp("roads") / "file"
    data = pcapng(packets, link=link)
    assert outcome(Opened(path, data)) == outcome(Opened(path, data, fast=False))
