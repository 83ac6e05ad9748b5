"""The language of filters: what each condition lets through, and what is said of a line that is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol.deflate import Deflater
from protocol.filters import Filter, FilterError, compile_filter
from protocol.ledger import Ledger
from protocol.recording import Kind, Setup
from tests.referee_support import ANSWER, OPEN, PACKED, REQUEST, C, S, masked, plain, play

NOON = 1_700_000_000 - 1_700_000_000 % 86_400 + 12 * 3600


@pytest.fixture(scope="module")
def ledger():
    """Two connections; the rows are

    0 request   1 101   2 C text "Hello"   3 S text "Good day" (first fragment)   4 S ping   5 S "!" (last fragment)
    6 C pong    7 C binary 200 bytes, not masked   8 C Close 1000 "bye"   9 S Close without a code
    10 request  11 101  12 S compressed text "compressed"  13 gap of 100 bytes of S  14 C text "é" with a key of zeros
    """
    ledger = Ledger()
    play(
        [
            *OPEN, masked(1, b"Hello"), plain(1, b"Good day", fin=False), plain(9, b"t=1"), plain(0, b"!"),
            masked(10, b"t=1"), (C, plain(2, bytes(200))[1]), masked(8, b"\x03\xe8bye"), plain(8),
        ],
        Setup(began=NOON), ledger, tick=1.0,
    )  # fmt: skip
    play(
        [
            *PACKED, plain(1, Deflater().deflate(b"compressed"), rsv=0b100), (S, 100),
            masked(1, "é".encode(), key=bytes(4)),
        ],
        Setup(began=NOON + 3600), ledger, tick=0.5,
    )  # fmt: skip
    return ledger


def rows(ledger, text):
    found = compile_filter(text)
    assert isinstance(found, Filter), found
    run = list(found.run(ledger, 0, len(ledger)))
    assert run == [place for place in range(len(ledger)) if found.matches(ledger, place)]
    in_slices = [place for start in range(0, len(ledger), 4) for place in found.run(ledger, start, start + 4)]
    assert run == in_slices
    return run


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", range(15)),
        ("  ", range(15)),
        ("conn:2", range(10, 15)),
        ("peer:1,2", range(15)),
        ("conn!=1", range(10, 15)),
        ("from:client", [0, 2, 6, 7, 8, 10, 14]),
        ("to:client op:text", [3, 12]),
        ("op:text,ping", [2, 3, 4, 12, 14]),
        ("op:9|a", [4, 6]),
        ("op:0x0", [5]),
        ("text", [2, 3, 12, 14]),
        ("op:reserved", []),
        ("fin:0", [3]),
        ("rsv:4", [12]),
        ("rsv>0", [12]),
        ("len:3", [4, 6]),
        ("len>5 len<=8", [3]),
        ("len:1-3", [4, 5, 6, 14]),
        ("wire>=126 op:binary", [7]),
        ("no:3", [2]),
        ("no<3", [0, 1]),
        ("is:head", [0, 1, 10, 11]),
        ("head", [0, 1, 10, 11]),
        ("is:gap", [13]),
        ("is:gaps", [13]),
        ("is:fragment", [3, 5]),
        ("is:control", [4, 6, 8, 9]),
        ("is:masked", [2, 6, 8, 14]),
        ("is:violation", [7]),
        ("is:warning", [14]),
        ("is:violation|warning", [7, 14]),
        ("rule:frame.masked", [7]),
        ("rule:frame", [7, 14]),
        ("rule:5.3", [14]),
        ("code:1000", [8]),
        ("code:1000-1002", [8]),
        ("code:none", [9]),
        ("code!=1000 op:close", [9]),
        ('text:"hello"', [2]),
        ('"GOOD day"', [3]),
        ('"compress"', [12]),
        ('text:"server.example"', [0, 10]),
        ('text:"É"', [14]),
        ("hex:c3a9", [14]),
        ("not conn:1 -is:head", [12, 13, 14]),
        ("op:ping or op:pong", [4, 6]),
        ("op:ping and len:3 or op:close", [4, 8, 9]),
        ("(op:ping or op:close) from:server", [4, 9]),
        ("not (from:client or from:server)", []),
        ("- -op:ping", [4]),
        ("time:12:00:02", [2]),
        ("time:12:00:02-04", [2, 3, 4]),
        ("time:12:00", range(10)),
        ("time:12:00-13:00", range(15)),
        ("time:13:00:00.5", [11]),
        ("time>=13:00:01", [12, 13, 14]),
        ("time<12:00:01", [0]),
        ("time:2-3", [2, 3]),
        ("time>3600", [12, 13, 14]),
        ("conn:1 len>0 time:12:00:02-04", [2, 3, 4]),
    ],
)
def test_what_a_filter_lets_through(ledger, text, wanted):
    assert rows(ledger, text) == list(wanted)


def test_the_readers_clock_counts(ledger):
    ledger.zone = 2 * 3600.0
    try:
        assert rows(ledger, "time:14:00:02") == [2]
    finally:
        ledger.zone = 0.0


def test_a_range_over_midnight():
    ledger = Ledger()
    play([*OPEN, masked(1, b"a")], Setup(began=NOON + 12 * 3600 - 1), ledger, tick=1.0)
    assert rows(ledger, "time:23:59:59-00:00:00") == [0, 1]


@pytest.mark.parametrize(
    ("text", "position", "begin"),
    [
        ("colour:red", 0, "No condition has the name “colour”"),
        ("op:text hello", 8, "“hello” is no condition"),
        ("len:", 4, "A value is missing"),
        ("len:big", 4, "“big” is no number"),
        ("len>1,2", 4, "“1,2” is no number"),
        ("len>1-2", 4, "After “>” stands one number"),
        ("op:spam", 3, "“spam” is no opcode"),
        ("op>1", 3, "“op” is compared by a colon"),
        ("fin:2", 4, "“fin” is a number from 0 to 1"),
        ("from:me", 5, "“me” is neither"),
        ("is:odd", 3, "“odd” is nothing that a row can be"),
        ("rule:frame.nothing", 5, "No rule is called"),
        ("hex:abc", 4, "Bytes are written"),
        ('text:"a', 5, "The quotes are never closed"),
        ("time:noon", 5, "“noon” is no time"),
        ("time:25:00:00", 5, "There is no such time"),
        ("time:5-3", 5, "The range ends before"),
        ("(op:text", 0, "This parenthesis is never closed"),
        ("op:text)", 7, "This parenthesis was never opened"),
        ("op:text or", 10, "After “or”"),
        ("or op:text", 0, "Before “or”"),
        ("and op:text", 0, "“and” stands between"),
        ("not", 0, "After “not”"),
        ("(" * 500, 21, "Too many parentheses"),
        ("x" * 2000, 1000, "A filter has at most"),
    ],
)
def test_what_is_no_filter_is_named_with_its_place(text, position, begin):
    error = compile_filter(text)
    assert isinstance(error, FilterError)
    assert error.sentence.startswith(begin)
    assert error.position == position
    assert error.sentence == error.source.format(**error.values)


@given(st.lists(st.sampled_from(["op:text", "(", ")", "not", "-", "or", "and", '"', "len>1", "time:", "x", ":", " "])))
@settings(max_examples=200)
def test_any_line_is_a_filter_or_an_error(ledger, parts):
    found = compile_filter(" ".join(parts))
    if isinstance(found, Filter):
        found.run(ledger, 0, len(ledger))
    else:
        assert 0 <= found.position <= len(" ".join(parts))
        assert found.sentence


def test_a_filter_knows_that_it_hides_nothing():
    assert compile_filter(" ").everything
    assert not compile_filter("op:text").everything


def test_rows_that_are_not_there_yet():
    ledger = Ledger()
    assert list(compile_filter("op:text").run(ledger, 0, 100)) == []
    talk = play([(C, REQUEST), (S, ANSWER), masked(1, b"a")], ledger=ledger)
    assert list(compile_filter("op:text").run(ledger, 1, 100)) == [2]
    talk.end(9.0, C, Kind.FIN)
    assert list(compile_filter("op:text").run(ledger, 3, 100)) == []
