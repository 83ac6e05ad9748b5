"""The rows of a ledger: one for each frame, head and gap, whatever the bytes were cut into."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol.deflate import Deflater
from protocol.findings import FINE, UNJUDGED, VIOLATION
from protocol.ledger import FRAME, GAP, HEAD, Ledger
from protocol.openings import Opening
from protocol.recording import Kind, Setup
from protocol.vocabulary import Opcode, State
from tests.referee_support import ANSWER, OPEN, PACKED, REQUEST, C, S, masked, plain, play
from tests.wire_support import Wire

TALK = [
    *OPEN, masked(1, b"Hello"), plain(2, bytes(300)), plain(9, b"x"), masked(10, b"x"), (C, plain(1, b"bare")[1]),
    masked(8, b"\x03\xe8"), plain(8, b"\x03\xe8"), (S, Kind.FIN), (C, Kind.FIN),
]  # fmt: skip


def told(ledger):
    """What tells rows apart, but for their time and their order between the two sides."""
    return sorted(
        (row.who.value, row.kind, row.number or 0, row.opcode, row.length, row.wire, row.masked, row.verdict)
        for row in map(ledger.row, range(len(ledger)))
    )


def test_rows_in_the_order_of_what_came():
    ledger = Ledger()
    talk = play(TALK, Setup(began=1000.0), ledger, tick=1.0)
    seen = [ledger.row(place) for place in range(len(ledger))]
    assert [(row.kind, row.who, row.number, row.opcode, row.length, row.wire) for row in seen] == [
        (HEAD, C, None, 0, 0, len(REQUEST)), (HEAD, S, None, 0, 0, len(ANSWER)),
        (FRAME, C, 0, 1, 5, 11), (FRAME, S, 0, 2, 300, 304), (FRAME, S, 1, 9, 1, 3), (FRAME, C, 1, 10, 1, 7),
        (FRAME, C, 2, 1, 4, 6), (FRAME, C, 3, 8, 2, 8), (FRAME, S, 2, 8, 2, 4),
    ]  # fmt: skip
    assert [row.time for row in seen] == [1000.0 + second for second in range(9)]
    assert [row.verdict for row in seen] == [FINE] * 6 + [VIOLATION, FINE, FINE]
    assert [row.masked for row in seen] == [False, False, True, False, False, True, False, True, False]
    assert all(row.talk is talk and ledger.place_of(talk, row.who, row.number) == row.place for row in seen)
    assert (ledger.counts.frames, ledger.counts.violations, talk.counts.frames) == (7, 1, 7)
    assert (talk.state(C), talk.outcome.kind) == (State.CLOSED, Opening.OPENED)


@given(st.data())
@settings(max_examples=60)
def test_any_cut_gives_the_same_rows(data):
    whole, cut = Ledger(), Ledger()
    play(TALK, ledger=whole)
    steps = []
    for who, what in TALK:
        if not isinstance(what, bytes):
            steps.append((who, what))
            continue
        places = sorted(data.draw(st.sets(st.integers(1, len(what) - 1), max_size=4))) if len(what) > 1 else []
        steps += [(who, what[a:b]) for a, b in zip([0, *places], [*places, len(what)], strict=True)]
    play(steps, ledger=cut)
    assert told(cut) == told(whole)


def test_many_frames_in_one_piece_are_rows_as_well():
    one, many = Ledger(), Ledger()
    frames = [masked(1, b"a"), masked(9, b"b"), masked(2, bytes(500)), masked(1, b"\xff"), masked(8)]
    play([*OPEN, *frames], ledger=one)
    play([*OPEN, (C, b"".join(data for _, data in frames))], ledger=many)
    assert told(one) == told(many)
    assert one.counts == many.counts


def test_our_own_recordings_with_reads():
    wire = Wire().open()
    wire.client.send_data(Opcode.TEXT, b"Hello")
    wire.run()
    wire.client.send_frame(Opcode.TEXT, b"\xff")
    wire.run()
    ledger = Ledger()
    talk = ledger.begin(wire.recording.setup, reads=True)
    for entry in wire.recording:
        talk.entry(entry)
    assert list(talk.facts.ids()) == list(talk.observer.facts.ids())
    assert [found.rule.id for found in talk.findings(C)] == ["text.utf8"]
    assert talk.told[C].code == 1007


def test_a_verdict_may_come_after_its_row():
    ledger = Ledger()
    talk = play([*OPEN, masked(8, b"\x03\xe8")], ledger=ledger)
    assert (ledger.verdicts[2], ledger.changes) == (FINE, 0)
    talk.end(1.0, S, Kind.FIN)
    assert ledger.verdicts[2] == VIOLATION
    assert list(ledger.changed) == [2]
    (found,) = ledger.findings(2)
    assert (found.rule.id, found.by, found.who) == ("close.answer", S, C)


def test_a_frame_that_breaks_a_rule_has_its_row_before_it_is_whole():
    ledger = Ledger()
    _, data = plain(3, bytes(1000))
    talk = play([*OPEN, (S, data[:10])], ledger=ledger)
    assert (len(ledger), ledger.row(2).length, ledger.row(2).verdict) == (3, 1000, VIOLATION)
    talk.data(1.0, S, data[10:])
    talk.data(2.0, *plain(1, b"a"))
    assert [ledger.row(place).number for place in (2, 3)] == [0, 1]
    assert len(ledger) == 4


def test_a_length_that_no_column_holds():
    ledger = Ledger()
    play([*OPEN, (C, b"\x82\xff" + b"\xff" * 8 + b"key!")], ledger=ledger)
    assert (ledger.row(2).length, ledger.row(2).wire) == (2**64 - 1, 2**64 - 1)
    assert {found.rule.id for found in ledger.findings(2) if found.verdict == VIOLATION} == {"frame.length63"}


def test_a_gap_is_a_row_and_its_frame_is_not_judged():
    ledger = Ledger()
    _, data = plain(2, bytes(1000))
    talk = play([*OPEN, (S, data[:100]), (S, 800), (S, data[900:]), plain(1, b"ok")], ledger=ledger)
    assert ledger.counts.gaps == talk.counts.gaps == 1
    kinds = {ledger.row(place).kind: ledger.row(place) for place in range(2, len(ledger))}
    assert (kinds[GAP].wire, kinds[GAP].number, kinds[GAP].who) == (800, 0, S)
    assert ledger.verdicts[talk.place_of(S, 0)] == UNJUDGED
    assert ledger.verdicts[talk.place_of(S, 1)] == FINE
    assert ledger.findings(kinds[GAP].place) == ()
    assert ledger.preview(kinds[GAP].place) == ""


def test_time_does_not_run_backwards():
    ledger = Ledger()
    talk = play(OPEN, ledger=ledger, tick=5.0)
    talk.data(1.0, *masked(1, b"a"))
    assert ledger.times[2] == 5.0


def test_a_bad_head_has_a_row():
    ledger = Ledger()
    talk = play([(C, b"\x16\x03\x01")], ledger=ledger)
    assert (ledger.row(0).kind, ledger.row(0).verdict) == (HEAD, VIOLATION)
    assert (talk.outcome.kind, talk.outcome.rule.id) == (Opening.BROKEN, "request.syntax")


@pytest.mark.parametrize(
    ("steps", "limit", "wanted"),
    [
        ([*OPEN, masked(1, b"Hello")], 80, "Hello"),
        ([*OPEN, masked(1, b"Hello")], 4, "Hel…"),
        ([*OPEN, plain(1, "a\nb\x1b€".encode())], 80, "a·b·€"),
        ([*OPEN, plain(1, "€€".encode())], 1, "…"),
        ([*OPEN, plain(2, b"\x89PNG")], 80, "89 50 4e 47"),
        ([*OPEN, plain(2, bytes(100))], 8, "00 00 …"),
        ([*OPEN, plain(8, b"\x03\xe8bye")], 80, "1000  “bye”"),
        ([*OPEN, plain(8, b"\x03\xe8")], 80, "1000"),
        ([*OPEN, plain(8)], 80, ""),
        ([*OPEN, plain(9, b"t=17")], 80, "t=17"),
        ([*OPEN, plain(9, b"\xff\x00")], 80, "ff 00"),
        ([*OPEN, plain(1, b"a\xffb")], 80, "61 ff 62"),
        ([*OPEN, plain(1, b"a\xe2", fin=False), plain(0, b"\x82\xacb")], 80, "b"),
        ([*OPEN, plain(1, b"\xe2", fin=False), plain(0, b"\x82\xac")], 80, "82 ac"),
        ([*OPEN, plain(1, b"  ")], 80, "20 20"),
        ([*OPEN, plain(2, b"a", fin=False), plain(0, b"b")], 80, "62"),
        ([*PACKED, plain(1, Deflater().deflate(b"Hello Hello"), rsv=0b100)], 80, "Hello Hello"),
        ([*PACKED, plain(1, Deflater().deflate(b"Hi"), rsv=0b100)], 80, "Hi"),
        ([*PACKED, plain(2, Deflater().deflate(b"\x01" * 99), rsv=0b100)], 8, "01 01 …"),
        ([(C, REQUEST)], 80, "GET /chat HTTP/1.1"),
        (OPEN, 80, "HTTP/1.1 101 Switching Protocols"),
        ([(C, b"\x16\x03")], 80, "··"),
    ],
)
def test_a_preview_is_one_short_line(steps, limit, wanted):
    ledger = Ledger()
    play(steps, ledger=ledger)
    assert ledger.preview(len(ledger) - 1, limit) == wanted


def test_findings_of_many_frames_are_found_by_number():
    ledger = Ledger()
    talk = play([*OPEN, (C, plain(1, b"a")[1] * 1000)], ledger=ledger)
    assert len(talk.findings(C)) == 1000
    assert [found.number for found in talk.findings(C).of(517)] == [517]
    assert talk.findings(C).of(None) == ()


def test_a_proxy_has_two_talks():
    ledger = Ledger()
    one = ledger.begin(Setup(), name="browser")
    other = ledger.begin(Setup(), name="server", parent=one)
    assert (ledger.talk(1), ledger.talk(2).parent) == (one, one)
    one.data(0.0, C, REQUEST)
    other.data(0.1, C, REQUEST)
    assert list(ledger.talk_of) == [1, 2]
