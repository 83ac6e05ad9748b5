"""`inspect` on captures like those that people send: what is a violation is called one, and nothing else is."""

from __future__ import annotations

import argparse
import gzip
import json
import random
import zlib

import pytest
from capture_support import ACK, FIN, REQUEST, RESPONSE, Tcp, frame, masked, pcap, pcapng

from app.commands import inspect

DEFLATE = b"Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n"
CLOSE = b"\x03\xe8"
EARLY = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
PAGE = b"GET /page HTTP/1.1\r\nHost: h\r\n\r\n"


@pytest.fixture
def look(tmp_path, capsys):
    """Inspect packets with `--json --summary`, and see that the other ways of saying it give the same verdict."""

    def inspected(packets, form=pcap):
        path = tmp_path / "file"
        path.write_bytes(form(packets))
        parser = argparse.ArgumentParser()
        inspect.add_parser(parser.add_subparsers())

        def run(*more):
            code = inspect.run(parser.parse_args(["inspect", str(path), *more]))
            return code, capsys.readouterr().out

        code, out = run("--json", "--summary")
        document = json.loads(out)
        assert code == (1 if document["violations"] else 0)
        json.loads(run("--json")[1])
        assert {run("--lang", lang)[0] for lang in ("en", "zh_CN")} == {code}
        return document

    return inspected


def rules(document):
    """The rules that are broken: what, and by whom."""
    found = (each for one in document["connections"] for each in one["findings"])
    return {(each["rule"], each["by"]) for each in found if each["verdict"] == "violation"}


def pieces(connection, who, data, *sizes):
    """Say `data` in segments of these sizes, over and over."""
    say = connection.c if who == "c" else connection.s
    at = turn = 0
    while at < len(data):
        size = sizes[turn % len(sizes)]
        say(data[at : at + size])
        at, turn = at + size, turn + 1


def goodbye(connection):
    connection.c(masked(CLOSE, 8))
    connection.s(frame(CLOSE, 8))
    return connection.close()


def hang_up(connection):
    """The server ends TCP first."""
    connection.s(flags=FIN | ACK)
    connection.c(flags=FIN | ACK)
    return connection


def chat(connection, count=3):
    for number in range(count):
        connection.c(masked(b"m%d" % number))
        connection.s(frame(b"r%d" % number))
    return connection


def compressed():
    """A connection that compresses with its context, whose heads and frames lie across segments."""
    connection = Tcp().open()
    pieces(connection, "c", REQUEST[:-2] + DEFLATE, 60)
    pieces(connection, "s", RESPONSE[:-2] + DEFLATE, 60)
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    for number in range(4):
        body = squeeze.compress(b"hello hello %d" % number * 30) + squeeze.flush(zlib.Z_SYNC_FLUSH)
        message = frame(body[:-4])
        pieces(connection, "s", bytes([message[0] | 0x40]) + message[1:], 9)
        pieces(connection, "c", masked(b"x" * 200), 90)
        connection.s(frame(b"pi", 9))
        connection.c(masked(b"pi", 10))
    return goodbye(connection)


def pages():
    """Pages of all kinds on one connection, then a WebSocket, byte by byte almost."""
    connection = Tcp().open()
    zipped = gzip.compress(random.Random(1).randbytes(300))
    chunks = b"".join(
        b"%x;a=b\r\n%b\r\n" % (len(zipped[at : at + 50]), zipped[at : at + 50]) for at in range(0, 300, 50)
    )
    connection.c(PAGE)
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n" + chunks + b"0\r\nTrailer: x\r\n\r\n"
    pieces(connection, "s", chunked, 7, 3, 90)
    connection.c(PAGE)
    pieces(connection, "s", b"HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n" + (RESPONSE * 4)[:400], 99)
    connection.c(b"POST /p HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello")
    connection.s(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n")
    connection.c(b"HEAD /h HTTP/1.1\r\n\r\n")
    connection.s(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n")
    pieces(connection, "c", REQUEST, 13)
    pieces(connection, "s", RESPONSE, 13)
    return goodbye(chat(connection))


def tunnel():
    connection = Tcp(ports=(50000, 3128)).open()
    connection.c(b"CONNECT h:80 HTTP/1.1\r\n\r\n")
    connection.s(b"HTTP/1.1 407 Proxy\r\nContent-Length: 4\r\n\r\nauth")
    connection.c(b"CONNECT h:80 HTTP/1.1\r\n\r\n")
    connection.s(b"HTTP/1.1 200 OK\r\n\r\n")
    return goodbye(chat(connection.upgrade()))


def pings():
    connection = Tcp().open().upgrade()
    connection.s(b"".join(frame(b"%d" % each, 9) for each in range(5)) + frame(b"text"))
    connection.c(b"".join(masked(b"%d" % each, 10) for each in range(5)))
    return goodbye(connection)


def refused():
    connection = Tcp().open()
    connection.c(REQUEST)
    pieces(connection, "s", b"HTTP/1.1 401 No\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 4)
    return goodbye(chat(connection.upgrade()))


GOOD = {
    "compressed": (compressed, 1, 18),
    "pages": (pages, 1, 8),
    "tunnel": (tunnel, 1, 8),
    "pings": (pings, 1, 13),
    "refused": (refused, 2, 8),
}


@pytest.mark.parametrize("name", GOOD)
def test_good_connections_break_nothing(name, look):
    make, connections, frames = GOOD[name]
    for form in (pcap, pcapng):
        document = look(make().packets, form)
        assert (len(document["connections"]), document["frames"]) == (connections, frames)
        assert rules(document) == set()


@pytest.mark.parametrize("name", GOOD)
def test_what_a_capture_has_lost_is_nobodys_fault(name, look):
    packets = GOOD[name][0]().packets
    # Every third place is enough here: what is lost is one segment, or three.
    for place in range(0, len(packets), 3):
        for count in (1, 3):
            assert rules(look(packets[:place] + packets[place + count :])) == set(), (place, count)
    for place in range(1, len(packets), 3):
        assert rules(look(packets[place:])) == set(), place


def test_an_interim_answer_in_pieces_is_no_answer_yet(look):
    for sizes in ((1,), (3, 50), (41, 1, 1), (200,)):
        connection = Tcp().open()
        connection.c(REQUEST)
        pieces(connection, "s", EARLY + RESPONSE, *sizes)
        document = look(goodbye(chat(connection)).packets)
        assert (rules(document), document["frames"]) == (set(), 8)


def test_a_client_that_does_not_wait_is_told_when_the_answer_comes_or_none_does(look):
    for answers in (True, False):
        connection = Tcp().open()
        connection.c(REQUEST + masked(b"early"))
        if answers:
            connection.s(RESPONSE)
            goodbye(connection)
        else:
            hang_up(connection)
        assert rules(look(connection.packets)) == {("request.wait", "client")}


def test_a_lost_answer_is_called_lost(look):
    connection = goodbye(chat(Tcp().open().upgrade()))
    at = next(place for place, each in enumerate(connection.packets) if RESPONSE[:20] in each.ip)
    document = look(connection.packets[:at] + connection.packets[at + 1 :])
    assert rules(document) == set()
    assert (document["frames"], document["gaps"]) == (8, 1)
    assert document["connections"][0]["opening"]["outcome"] == "lost"


@pytest.mark.parametrize(("port", "whose"), [(50000, "client"), (8765, "server")])
def test_one_direction_alone_is_read(port, whose, look):
    connection = goodbye(chat(Tcp(ports=(50000, 8765)).open().upgrade()))
    document = look([each for each in connection.packets if each.ip[20:22] == port.to_bytes(2, "big")])
    assert rules(document) == set()
    assert [one["frames_from"][whose] for one in document["connections"]] == [4]


@pytest.mark.parametrize("size", [54, 66, 96, 120])
def test_a_snapshot_length_breaks_no_rule(size, look):
    for make, *_ in GOOD.values():
        packets = make().packets
        for each in packets:
            each.kept = min(size, len(each.ip) + 14)
        assert rules(look(packets)) == set()


BAD = {
    "accept": (RESPONSE.replace(b"Accept: ", b"Accept: A"), b"", ("response.accept", "server")),
    "garbage": (b"\x00\x01garbage" + RESPONSE, b"", ("response.syntax", "server")),
    "close": (RESPONSE, frame(CLOSE + b"r" * 60_000, 8), ("control.length", "server")),
    "masks": (RESPONSE, masked(b"hi"), ("frame.unmasked", "server")),
    "surrogate": (RESPONSE, frame(b"\xed\xa0\x80"), ("text.utf8", "server")),
    "orphan": (RESPONSE, frame(b"a", fin=False) + frame(b"b", 0) + frame(b"c", 0), ("fragment.orphan", "server")),
    "late": (RESPONSE, frame(CLOSE, 8) + frame(b"late"), ("close.after", "server")),
}


@pytest.mark.parametrize("name", BAD)
def test_a_violation_is_named_however_it_is_cut(name, look):
    answer, said, broken = BAD[name]
    for sizes in ((1400,), (7, 3, 501), (30_000,)):
        connection = Tcp().open()
        pieces(connection, "c", REQUEST, *sizes)
        pieces(connection, "s", answer + said, *sizes)
        if said:
            connection.c(masked(CLOSE, 8))
            connection.s(frame(CLOSE, 8))
        assert rules(look(hang_up(connection).packets)) == {broken}
