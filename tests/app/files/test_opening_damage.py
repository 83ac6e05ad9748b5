"""Files that are damaged, cut off or hostile are read as far as they go."""

from __future__ import annotations

import gzip
import struct

import pytest
from capture_support import (
    Tcp,
    block,
    interface,
    pcap,
    pcapng,
    section,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from opened_support import C, Opened, S, chat, opened_tcp, said

from app.files import remarks
from app.files.opening import open_file
from app.files.remarks import CaptureError, Remark
from protocol.ledger import Ledger


def test_a_file_cut_off_anywhere_is_read_as_far_as_it_goes(tmp_path):
    connection = Tcp().open().upgrade().chat(3)
    whole_pcap, whole_pcapng = pcap(connection.packets), pcapng(connection.packets)
    for data in (whole_pcap, whole_pcapng, gzip.compress(whole_pcap)):
        for stop in range(len(data)):
            try:
                found = Opened(tmp_path / "file", data[:stop])
            except CaptureError:
                assert stop < 30
                continue
            for talk in found.talks:
                assert said(connection, 0).startswith(talk.recording.wire(C))
                assert said(connection, 1).startswith(talk.recording.wire(S))


def test_the_place_of_damage_is_named(opened):
    data = pcap(chat().packets)
    found = opened(data[:-1])
    assert found.remarks[-1].source == remarks.CUT_SHORT or found.remarks[0].source == remarks.CUT_SHORT
    bad = data[:24] + struct.pack("<IIII", 1, 1, 2**31, 2**31) + bytes(100)
    (remark, _) = opened(bad).remarks
    assert (remark.source, remark.values) == (remarks.BAD_LENGTH, {"length": str(2**31), "at": "24"})
    assert remark.kind == "damage"
    good = pcapng(chat().packets)
    found = opened(good + block(6, b"") + b"\x0a\x0d\x0d\x0a" + bytes(20))
    assert found.talk
    assert any(each.source == remarks.BAD_ORDER and each.values["at"] == str(len(good) + 12) for each in found.remarks)


@pytest.mark.parametrize(
    ("data", "source"),
    [
        (b"", remarks.EMPTY),
        (b"hello, this is text and no capture", remarks.UNKNOWN),
        (b"\x28\xb5\x2f\xfd" + bytes(50), remarks.COMPRESSED),
        (b"\x1f\x8b" + bytes(50), remarks.BAD_GZIP),
        (b"\xa1\xb2\xc3\xd4\0\2", remarks.SHORT_HEAD),
        (b"\x0a\x0d\x0d\x0a" + bytes(40), remarks.BAD_SECTION),
    ],
)
def test_a_file_that_is_none_of_these(opened, data, source):
    with pytest.raises(CaptureError) as error:
        opened(data)
    assert error.value.source == source
    assert "file" in str(error.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CaptureError, match="no such file"):
        list(open_file(tmp_path / "none", Ledger(), remark=print))
    with pytest.raises(CaptureError, match="directory"):
        list(open_file(tmp_path, Ledger(), remark=print))


def test_closing_early_keeps_what_was_read(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(pcap(opened_tcp().chat(2000).packets))
    ledger = Ledger()
    reading = open_file(path, ledger, remark=print)
    while not len(ledger):
        next(reading)
    reading.close()
    assert 0 < len(ledger) < 2002


HOSTILE = st.one_of(
    st.binary(max_size=300),
    st.builds(lambda head, rest: head + rest, st.sampled_from([pcap([]), section() + interface(), section(">")]),
              st.binary(max_size=200)),
)  # fmt: skip


@settings(max_examples=300)
@given(data=HOSTILE)
def test_any_bytes_are_read_or_refused(tmp_path_factory, data):
    try:
        Opened(tmp_path_factory.getbasetemp() / "hostile", data)
    except CaptureError:
        return


@settings(max_examples=150)
@given(data=st.data())
def test_flipped_bytes_never_raise(tmp_path_factory, data):
    connection = Tcp().open().upgrade().chat(6).close()
    whole = bytearray(data.draw(st.sampled_from([pcap(connection.packets), pcapng(connection.packets)])))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        Opened(tmp_path_factory.getbasetemp() / "flipped", bytes(whole))
    except CaptureError:
        return


def test_a_remark_is_a_sentence():
    assert str(Remark(remarks.TLS, {"count": "3"})).startswith("Connections of TLS: 3.")
