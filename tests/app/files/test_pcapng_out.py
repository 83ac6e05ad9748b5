"""Talks that are written as packets and read again are the same talks."""

from __future__ import annotations

import pytest
from capture_support import ACCEPT, REQUEST, RESPONSE, frame, masked
from hypothesis import given, settings
from hypothesis import strategies as st

from app.files import remarks
from app.files.opening import open_file
from app.files.pcapng_out import _checksum, write_pcapng
from protocol.ledger import Ledger
from protocol.recording import Kind, Setup
from protocol.vocabulary import Role

C, S = Role.CLIENT, Role.SERVER
SETUP = Setup("10.0.0.1:50000", "10.0.0.2:80", began=1_700_000_000.25)


def read(path):
    ledger, said = Ledger(), []
    list(open_file(path, ledger, remark=said.append))
    return ledger, said


def merged(talk):
    """The entries of a talk; data that is side by side and came at once is one piece."""
    rows = []
    for entry in talk.recording:
        if rows and entry.kind is Kind.DATA and rows[-1][:3] == [round(entry.time, 6), entry.who, Kind.DATA]:
            rows[-1][3] += entry.data
        else:
            rows.append(
                [round(entry.time, 6), entry.who, entry.kind, entry.data, entry.size * (entry.kind is Kind.GAP)]
            )
    return rows


def written(path, *talks):
    write_pcapng(path, talks)
    return read(path)


def talk_of(setup, deeds, ledger=None):
    talk = (ledger or Ledger()).begin(setup)
    for number, (who, kind, what) in enumerate(deeds):
        time = number * 0.001
        if kind is Kind.DATA:
            talk.data(time, who, what)
        elif kind is Kind.GAP:
            talk.gap(time, who, what)
        elif kind is Kind.SYN:
            talk.syn(time, who)
        else:
            talk.end(time, who, kind)
    return talk


OPENING = [(C, Kind.SYN, 0), (S, Kind.SYN, 0), (C, Kind.DATA, REQUEST), (S, Kind.DATA, RESPONSE)]
DEEDS = st.tuples(st.sampled_from(Role), st.sampled_from([Kind.DATA, Kind.DATA, Kind.GAP]), st.integers(1, 4000))


@settings(max_examples=60)
@given(deeds=st.lists(DEEDS, max_size=12), ends=st.permutations([C, S]), six=st.booleans(), reset=st.booleans())
def test_what_is_written_is_read_again(tmp_path_factory, deeds, ends, six, reset):
    path = tmp_path_factory.getbasetemp() / "out.pcapng"
    setup = Setup("[fd00::1]:50000", "[fd00::2]:80", began=12.5) if six else SETUP
    rest = [(who, kind, size if kind is Kind.GAP else bytes([size % 256]) * size) for who, kind, size in deeds]
    tail = [(ends[0], Kind.FIN, 0), (ends[1], Kind.RST if reset else Kind.FIN, 0)]
    talk = talk_of(setup, [*OPENING, *rest, *tail])
    ledger, _ = written(path, talk)
    (again,) = ledger.talks
    assert again.recording.setup == setup
    for who in Role:
        assert again.recording.wire(who) == talk.recording.wire(who)
        assert again.recording.gaps(who) == talk.recording.gaps(who)
    if not any(kind is Kind.GAP for _, kind, _ in rest):
        assert merged(again) == merged(talk)


def test_several_talks_stay_apart(tmp_path):
    ledger = Ledger()
    talks = [talk_of(SETUP, [*OPENING, (S, Kind.DATA, frame(b"%d" % number))], ledger) for number in range(3)]
    talks.append(talk_of(Setup(began=SETUP.began), OPENING, ledger))
    again, said = written(tmp_path / "out.pcapng", *talks)
    assert [talk.recording.wire(S) for talk in again.talks] == [talk.recording.wire(S) for talk in talks]
    assert [talk.recording.setup.client for talk in again.talks] == [
        "10.0.0.1:50000", "10.0.0.1:49153", "10.0.0.1:49154", "192.0.2.1:49155",
    ]  # fmt: skip
    assert said == []


def test_a_talk_from_the_middle_has_no_syn(tmp_path):
    setup = Setup(SETUP.client, SETUP.server, began=5.0, whole=False)
    talk = talk_of(setup, [(C, Kind.DATA, masked(b"one")), (S, Kind.DATA, frame(b"two")), (C, Kind.DATA, masked(b"3"))])
    again, said = written(tmp_path / "out.pcapng", talk)
    assert again.talks[0].recording.setup == setup
    assert merged(again.talks[0]) == merged(talk)
    assert [each.source for each in said] == [remarks.BY_MASK]


def test_a_rebuilt_talk_says_so(tmp_path):
    path = tmp_path / "out.pcapng"
    written(path, talk_of(Setup(rebuilt=True), OPENING))
    assert b"Rebuilt from messages" in path.read_bytes()


@pytest.mark.parametrize(
    ("data", "checksum"),
    [
        (bytes.fromhex("4500003044224000800600008c7c19acae241e2b"), 0x442E),
        (b"", 0),
        (bytes(4), 0),
        (b"\xff\xff", 0),
        (b"\x01", 0xFEFF),
    ],
)
def test_the_checksum(data, checksum):
    """The first is the example of many textbooks."""
    if data in {b"", bytes(4)}:
        assert _checksum(data) in {0, 0xFFFF}
    else:
        assert _checksum(data) == checksum


def test_an_error_leaves_what_was_there(tmp_path):
    path = tmp_path / "out.pcapng"
    path.write_bytes(b"older")
    with pytest.raises(AttributeError):
        write_pcapng(path, [None])
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]
    assert ACCEPT
