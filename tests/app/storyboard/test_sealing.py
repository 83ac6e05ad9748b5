"""TLS rewritten: the same records in the same order, with what was drawn by lot made the same."""

import pytest
from storyboard_support import COURSE, played

from app.network.scenario import play
from app.storyboard.running import StillLoop
from app.storyboard.sealing import VERIFY, with_same_seals
from protocol.tls_records import APPLICATION_DATA, HANDSHAKE, read_records
from protocol.vocabulary import Role


@pytest.fixture(scope="module")
def raw():
    import asyncio

    from lessons.order import Order

    with asyncio.Runner(loop_factory=StillLoop) as runner:
        return runner.run(play(Order(COURSE.lesson("security").scenario)))


def tls(one):
    return next(one.connections[name] for name in one.silent if read_records(one.connections[name].wire(Role.CLIENT)))


@pytest.mark.parametrize("who", Role)
def test_records_keep_their_types_order_and_lengths(raw, who):
    before = read_records(tls(raw).wire(who))
    after = read_records(tls(with_same_seals(raw)).wire(who))
    assert [one.type for one in after] == [one.type for one in before]
    changed = [number for number, (a, b) in enumerate(zip(after, before, strict=True)) if a.length != b.length]
    assert set(changed) <= ({3, 4} if who is Role.SERVER else set())  # Certificate and CertificateVerify
    assert sum(one.size for one in after) == tls(with_same_seals(raw)).size(who)
    if who is Role.SERVER:
        assert (after[3].length % 16, after[4].length) == (0, VERIFY)


def test_what_was_drawn_is_other_and_what_stands_in_the_clear_stays(raw):
    old, new = (read_records(tls(one).wire(Role.CLIENT)) for one in (raw, with_same_seals(raw)))
    assert old[0].type == new[0].type == HANDSHAKE
    assert old[0].raw[:11] == new[0].raw[:11]
    assert old[0].raw[11:43] != new[0].raw[11:43]
    assert b"shop.example" in new[0].raw
    changed = [n for n, (a, b) in enumerate(zip(old[0].raw, new[0].raw, strict=True)) if a != b]
    assert 64 < len(changed) <= 32 + 32 + 32 + 1184  # random, session ID, key shares
    sealed = [(a, b) for a, b in zip(old, new, strict=True) if a.type == APPLICATION_DATA]
    assert sealed
    assert all(a.raw[5:] != b.raw[5:] for a, b in sealed)


def test_the_server_repeats_the_session_of_the_client(raw):
    client, server = (read_records(tls(with_same_seals(raw)).wire(role))[0].raw for role in Role)
    assert client[43] == server[43] == 32
    assert client[44:76] == server[44:76]


def test_every_write_is_whole_records_and_its_moment_says_where(raw):
    new = with_same_seals(raw)
    moments = [moment for moment in new.moments if moment.kind == "sealed"]
    assert moments
    ends = dict.fromkeys(Role, 0)
    for moment in moments:
        start, stop = moment.values["start"], moment.values["stop"]
        assert (start, stop - start) == (ends[moment.role], moment.values["size"])
        piece = tls(new).cut(moment.role, start, stop)
        assert sum(one.size for one in read_records(piece)) == len(piece) > 0
        ends[moment.role] = stop
    assert ends == {role: tls(new).size(role) for role in Role}
    entries = [(one.kind, one.who, one.size) for one in tls(new)]
    assert len(entries) == len(list(tls(raw)))


def test_twice_is_once(raw):
    once = with_same_seals(raw)
    assert [*tls(with_same_seals(once)).lines()] == [*tls(once).lines()]


def test_a_play_without_tls_is_left_alone():
    one = played("masking")
    same = with_same_seals(one)
    assert same.connections == one.connections
    assert same.moments == one.moments
