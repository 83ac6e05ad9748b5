"""Records of TLS: their headers, and the name in a ClientHello."""

from __future__ import annotations

from protocol.tls_records import HEADER, OVERHEAD, TAG, read_records, server_name
from protocol.vocabulary import Role
from tests.page_support import page_facts

ALERT = bytes.fromhex("1503030002 0228")
DATA = bytes.fromhex("1703030003 aabbcc")


def test_records_stand_one_after_the_other():
    first, second = read_records(ALERT + DATA)
    assert (first.name, first.offset, first.size, first.length) == ("alert", 0, 7, 2)
    assert (second.name, second.offset, second.version, second.raw) == ("application_data", 7, 0x0303, DATA)


def test_a_record_that_is_not_whole_is_none_yet():
    assert read_records(ALERT + DATA[:-1]) == read_records(ALERT)
    assert read_records(DATA[:4]) == ()


def test_what_is_no_record_ends_the_stream():
    assert read_records(b"GET / HTTP/1.1\r\n\r\n") == ()
    assert len(read_records(ALERT + b"\x17\x02\x00\x00\x00")) == 1


def test_the_client_asks_for_a_name_in_the_clear():
    hello = read_records(page_facts().recordings["good-tls"].wire(Role.CLIENT))[0]
    assert hello.name == "handshake"
    assert server_name(hello) == "shop.example"
    assert b"shop.example" in hello.raw


def test_other_records_have_no_name():
    assert [server_name(one) for one in read_records(ALERT + DATA)] == ["", ""]
    assert server_name(read_records(bytes.fromhex("16030100040100 0000"))[0]) == ""


def test_what_a_record_adds():
    assert OVERHEAD == HEADER + 1 + TAG
