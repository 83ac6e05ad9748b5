"""Violations, each with its rule, its section and who is to blame; and what only looks like one."""

from __future__ import annotations

import pytest

from protocol.deflate import Deflater
from protocol.findings import FINE, UNJUDGED, VIOLATION, WARNING
from protocol.frames import encode_frame
from protocol.ledger import Ledger
from protocol.openings import Opening
from protocol.recording import Kind, Setup
from protocol.referee import FRAME_ROWS, Ruling, judge
from protocol.rules import RULES
from tests.referee_support import (
    ANSWER,
    KEY,
    OFFER,
    OPEN,
    PACKED,
    REQUEST,
    TAKEN,
    C,
    S,
    found,
    masked,
    plain,
    play,
    with_lines,
)

CODE = (1000).to_bytes(2, "big")
FIN = Kind.FIN


def changed(head: bytes, old: bytes, new: bytes) -> bytes:
    assert old in head
    return head.replace(old, new)


def asks(*lines: bytes) -> list:
    return [(C, with_lines(REQUEST, *lines)), (S, ANSWER)]


def answers(*lines: bytes, asked: tuple[bytes, ...] = ()) -> list:
    return [(C, with_lines(REQUEST, *asked)), (S, with_lines(ANSWER, *lines))]


VIOLATIONS = {
    # Frames. In the table: what is sent, the rule, its section, who broke it, in which frame.
    "a masked server frame": ([*OPEN, (S, masked(1, b"a")[1])], "frame.unmasked", "5.1", "server", 0),
    "an unmasked client frame": ([*OPEN, (C, plain(1, b"a")[1])], "frame.masked", "5.1", "client", 0),
    "RSV1 without an extension": ([*OPEN, masked(1, b"a", rsv=0b100)], "frame.rsv", "5.2", "client", 0),
    "RSV2 beside compression": ([*PACKED, plain(2, b"a", rsv=0b010)], "frame.rsv", "5.2", "server", 0),
    "RSV1 on a ping": ([*PACKED, plain(9, b"a", rsv=0b100)], "frame.rsv1", "RFC 7692 §6.1", "server", 0),
    "RSV1 on a continuation": (
        [*PACKED, masked(1, b"a", fin=False), masked(0, b"b", rsv=0b100)],
        "frame.rsv1", "RFC 7692 §6.1", "client", 1,
    ),
    "opcode 3": ([*OPEN, masked(3, b"a")], "frame.opcode", "5.2", "client", 0),
    "opcode 0xB": ([*OPEN, plain(0xB)], "frame.opcode", "5.2", "server", 0),
    "a fragmented ping": ([*OPEN, plain(9, b"a", fin=False)], "control.fin", "5.5", "server", 0),
    "a ping of 126 bytes": ([*OPEN, plain(9, bytes(126))], "control.length", "5.5", "server", 0),
    "2 bytes with a 16-bit length": ([*OPEN, masked(1, b"ok", length_form=16)], "frame.shortest", "5.2", "client", 0),
    "126 bytes with a 64-bit length": (
        [*OPEN, plain(2, bytes(126), length_form=64)], "frame.shortest", "5.2", "server", 0,
    ),
    "the top bit of a length": (
        [*OPEN, (S, bytes.fromhex("827f8000000000000001") + b"a")], "frame.length63", "5.2", "server", 0,
    ),
    "an orphan continuation": ([*OPEN, masked(0, b"a")], "fragment.orphan", "5.4", "client", 0),
    "a message in a message": (
        [*OPEN, plain(1, b"a", fin=False), plain(1, b"b")], "fragment.interleaved", "5.4", "server", 1,
    ),
    "text that is no UTF-8": ([*OPEN, masked(1, b"a\xffb")], "text.utf8", "8.1", "client", 0),
    "a surrogate in a fragment": (
        [*OPEN, plain(1, b"\xed", fin=False), plain(0, b"\xa0\x80")], "text.utf8", "8.1", "server", 1,
    ),
    "text that ends inside a character": ([*OPEN, plain(1, b"\xe2\x82")], "text.utf8", "8.1", "server", 0),
    "a Close body of one byte": ([*OPEN, masked(8, b"\x03")], "close.length", "5.5.1", "client", 0),
    "close code 1005": ([*OPEN, plain(8, (1005).to_bytes(2, "big"))], "close.code", "7.4", "server", 0),
    "close code 1006": ([*OPEN, masked(8, (1006).to_bytes(2, "big"))], "close.code", "7.4", "client", 0),
    "close code 999": ([*OPEN, masked(8, (999).to_bytes(2, "big"))], "close.code", "7.4", "client", 0),
    "close code 2000": ([*OPEN, masked(8, (2000).to_bytes(2, "big"))], "close.code", "7.4", "client", 0),
    "a reason that is no UTF-8": ([*OPEN, plain(8, CODE + b"\xff")], "close.utf8", "8.1", "server", 0),
    "a Close of 126 bytes": ([*OPEN, plain(8, CODE + bytes(124))], "control.length", "5.5", "server", 0),
    "data after Close": (
        [*OPEN, plain(8, CODE), plain(1, b"late"), masked(8, CODE)], "close.after", "5.5.1", "server", 1,
    ),
    "data after a Close that is broken": (
        [*OPEN, (C, plain(8, CODE)[1]), masked(1, b"late")], "close.after", "5.5.1", "client", 1,
    ),
    "deflate that does not inflate": (
        [*PACKED, plain(1, b"\xff\xff\xff", rsv=0b100)], "deflate.data", "RFC 7692 §7.2.2", "server", 0,
    ),
    # What is not done.
    "Close not answered": ([*OPEN, masked(8, CODE), (S, FIN)], "close.answer", "5.5.1", "server", 0),
    "a ping before a Close that is answered": (
        [*OPEN, masked(9, b"p"), masked(8, CODE), plain(8, CODE)], "ping.answer", "5.5.2", "server", 0,
    ),
    "a ping before the end": ([*OPEN, plain(9, b"p"), (C, FIN)], "ping.answer", "5.5.2", "client", 0),
    "another pong": ([*OPEN, plain(9, b"p"), masked(10, b"q"), (C, FIN)], "ping.answer", "5.5.2", "client", 0),
    "a frame before the 101": ([(C, REQUEST), masked(1, b"a"), (S, ANSWER)], "request.wait", "4.1", "client", 0),
    # Heads.
    "a wrong accept value": (
        [(C, REQUEST), (S, changed(ANSWER, b"s3p", b"S3p"))], "response.accept", "4.1", "server", None,
    ),
    "no accept value": (
        [(C, REQUEST), (S, changed(ANSWER, b"Sec-WebSocket-Accept", b"X-Accept"))],
        "response.accept", "4.1", "server", None,
    ),
    "two accept values": (
        answers(b"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"), "response.accept", "4.1", "server", None,
    ),
    "an answer without Upgrade": (
        [(C, REQUEST), (S, changed(ANSWER, b"Upgrade: websocket\r\n", b""))], "response.upgrade", "4.1", "server", None,
    ),
    "an answer without Connection": (
        [(C, REQUEST), (S, changed(ANSWER, b"Connection: Upgrade\r\n", b""))],
        "response.connection", "4.1", "server", None,
    ),
    "a subprotocol not offered": (
        answers(b"Sec-WebSocket-Protocol: chat\r\n"), "response.protocol", "4.1", "server", None,
    ),
    "an extension not offered": (answers(TAKEN), "response.extensions", "4.1", "server", None),
    "an answer with a window of 16 bits": (
        answers(changed(TAKEN, b"deflate", b"deflate; server_max_window_bits=16"), asked=(OFFER,)),
        "response.deflate", "RFC 7692 §7.1", "server", None,
    ),
    "a parameter twice": (
        answers(TAKEN[:-2] + 2 * b"; server_no_context_takeover" + b"\r\n", asked=(OFFER,)),
        "response.deflate", "RFC 7692 §7.1", "server", None,
    ),
    "a request without a key": (
        [(C, changed(REQUEST, b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", b""))],
        "request.key", "4.2.1", "client", None,
    ),
    "a key of 15 bytes": (
        [(C, changed(REQUEST, b"dGhlIHNhbXBsZSBub25jZQ==", b"MTIzNDU2Nzg5MDEyMzQ1"))],
        "request.key", "4.2.1", "client", None,
    ),
    "two keys": (asks(b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"), "request.key", "4.2.1", "client", None),
    "a request without Host": (
        [(C, changed(REQUEST, b"Host: server.example.com\r\n", b""))], "request.host", "4.2.1", "client", None,
    ),
    "version 8": (
        [(C, changed(REQUEST, b"Version: 13", b"Version: 8"))], "request.version", "4.2.1", "client", None,
    ),
    "a POST": ([(C, changed(REQUEST, b"GET ", b"POST "))], "request.method", "4.2.1", "client", None),
    "HTTP/1.0": ([(C, changed(REQUEST, b"HTTP/1.1", b"HTTP/1.0"))], "request.http", "4.2.1", "client", None),
    "a subprotocol twice": (asks(b"Sec-WebSocket-Protocol: a, a\r\n"), "request.protocol", "4.1", "client", None),
    "extensions that are no list": (
        asks(b"Sec-WebSocket-Extensions: a b\r\n"), "request.extensions", "9.1", "client", None,
    ),
    "no HTTP": ([(C, b"\x16\x03\x01\x02\x00\x01")], "request.syntax", "4.1", "client", None),
}  # fmt: skip


@pytest.mark.parametrize("name", VIOLATIONS)
def test_a_violation_is_named(name):
    steps, rule, section, by, number = VIOLATIONS[name]
    talk = play(steps)
    assert (rule, section, by, number, VIOLATION) in found(talk)
    row = talk.place_of(
        next(role for role in (C, S) if any(each.rule.id == rule for each in talk.findings(role))), number
    )
    assert talk.verdict(row) == VIOLATION
    assert talk.counts.violations >= 1


@pytest.mark.parametrize("name", VIOLATIONS)
def test_nothing_else_is_called_a_violation(name):
    steps, rule, *_ = VIOLATIONS[name]
    also = {"data after a Close that is broken": {"frame.masked"}}
    others = {each[0] for each in found(play(steps)) if each[4] == VIOLATION} - {rule}
    assert others == also.get(name, set())


FINE_TALKS = {
    "a conversation": [
        *OPEN, masked(1, b"Hello"), plain(1, b"Hello"), masked(8, CODE), plain(8, CODE), (S, FIN), (C, FIN),
    ],
    "a server frame without a mask": [*OPEN, plain(1, b"a"), plain(2, bytes(70_000))],
    "control frames between fragments": [
        *OPEN, masked(1, b"a", fin=False), masked(9, b"x"), masked(10), masked(0, b"b"), plain(10, b"x"),
    ],
    "a pong that nobody asked for": [*OPEN, masked(10, b"hello")],
    "an empty text": [*OPEN, masked(1), plain(1)],
    "empty continuations": [*OPEN, plain(2, fin=False), plain(0, fin=False), plain(0)],
    "a Close without a body": [*OPEN, masked(8), plain(8)],
    "a Close echoed with another code": [*OPEN, masked(8, (1001).to_bytes(2, "big")), plain(8, CODE)],
    "a reason of 123 bytes": [*OPEN, masked(8, CODE + b"r" * 123), plain(8, CODE)],
    "a private code": [*OPEN, plain(8, (4999).to_bytes(2, "big")), masked(8, (3000).to_bytes(2, "big"))],
    "codes that were registered later": [
        *OPEN, plain(8, (1012).to_bytes(2, "big")), masked(8, (1014).to_bytes(2, "big")),
    ],
    "RSV1 when compression was agreed on": [
        *PACKED, masked(1, Deflater().deflate(b"Hello"), rsv=0b100), plain(1, Deflater().deflate(b"Hello"), rsv=0b100),
    ],
    "an uncompressed message beside compression": [*PACKED, masked(1, b"Hello"), plain(2, b"\x00")],
    "a character cut in the middle": [
        *OPEN, plain(1, b"\xe2", fin=False), plain(0, b"\x82", fin=False), plain(0, b"\xac"),
    ],
    "126 bytes in 16 bits": [*OPEN, masked(2, bytes(126)), plain(2, bytes(65_535)), plain(2, bytes(65_536))],
    "header names in any case": [
        (C, REQUEST.replace(b"Upgrade: w", b"uPGRADE: W").replace(b"Sec-WebSocket-Key", b"SEC-WEBSOCKET-KEY")),
        (S, ANSWER.replace(b"Sec-WebSocket-Accept", b"sec-websocket-accept").replace(b"Connection", b"cONNECTION")),
    ],
    "Connection: keep-alive, Upgrade": [(C, REQUEST.replace(b": Upgrade", b": keep-alive, Upgrade")), (S, ANSWER)],
    "a ping after Close was sent": [*OPEN, masked(8, CODE), masked(9, b"x"), plain(8, CODE)],
    "a ping after Close was received": [*OPEN, plain(8, CODE), masked(8, CODE), plain(9, b"x"), (C, FIN)],
    "several extension lines": [
        (C, with_lines(REQUEST, b"Sec-WebSocket-Extensions: x-mine\r\n", OFFER)), (S, with_lines(ANSWER, TAKEN)),
    ],
    "permessage-deflate with all parameters": [
        (C, with_lines(REQUEST, OFFER)),
        (S, with_lines(ANSWER, TAKEN[:-2] + b"; server_no_context_takeover; client_max_window_bits=10\r\n")),
    ],
    "an offer of several windows": [
        (C, with_lines(REQUEST, OFFER[:-2] + b"; server_max_window_bits=10, permessage-deflate\r\n")),
        (S, with_lines(ANSWER, TAKEN)),
    ],
    "a subprotocol that was offered": [
        (C, with_lines(REQUEST, b"Sec-WebSocket-Protocol: a, b\r\n")),
        (S, with_lines(ANSWER, b"Sec-WebSocket-Protocol: b\r\n")),
    ],
    "an interim answer": [(C, REQUEST), (S, b"HTTP/1.1 103 Early Hints\r\n\r\n" + ANSWER), masked(1, b"a")],
    "pings answered by one pong": [*OPEN, plain(9, b"1"), plain(9, b"2"), masked(10, b"2"), (C, FIN)],
    "TCP dropped": [*OPEN, masked(1, b"a"), (S, Kind.RST)],
    "TCP ended without a Close": [*OPEN, masked(1, b"a"), (S, FIN), (C, FIN)],
    "Close frames that cross": [*OPEN, masked(8, CODE), plain(8, (1001).to_bytes(2, "big")), (S, FIN), (C, FIN)],
    "a capture that ends before the answer": [*OPEN, masked(8, CODE)],
    "a ping at the end of a capture": [*OPEN, plain(9, b"x"), masked(1, b"a")],
    "frames in the segment of the 101": [(C, REQUEST), (S, ANSWER + encode_frame(1, b"early"))],
}  # fmt: skip
for status in (b"200 OK", b"302 Found", b"400 Bad Request", b"401 Unauthorized", b"403 Forbidden", b"503 Busy"):
    FINE_TALKS[f"the answer {status.decode()}"] = [
        (C, REQUEST), (S, b"HTTP/1.1 " + status + b"\r\nContent-Length: 5\r\n\r\nSorry"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", FINE_TALKS)
def test_a_look_alike_breaks_nothing(name):
    talk = play(FINE_TALKS[name])
    assert found(talk) == []
    assert (talk.counts.violations, talk.counts.warnings) == (0, 0)


@pytest.mark.parametrize("name", FINE_TALKS)
def test_one_byte_at_a_time_is_the_same(name):
    steps = [
        (who, what[at : at + 1]) if isinstance(what, bytes) else (who, what)
        for who, what in FINE_TALKS[name]
        for at in range(len(what) if isinstance(what, bytes) and len(what) < 5000 else 1)
        if not isinstance(what, bytes) or len(what) < 5000
    ]
    assert found(play(steps)) == []


def test_a_key_of_zeros_is_a_warning():
    """Section 5.3: it may be chance, so that nobody can call it broken."""
    talk = play([*OPEN, masked(1, b"Hello", key=bytes(4)), masked(1, b"Hello"), masked(2, bytes(9), key=KEY)])
    assert found(talk) == [("frame.key", "5.3", "client", 0, WARNING)]
    assert (talk.counts.violations, talk.counts.warnings) == (0, 1)
    (found_key,) = talk.findings(C)
    assert (found_key.start_bit, found_key.width) == (16, 32)


def test_a_key_of_zeros_is_seen_however_the_bytes_are_cut():
    _, data = masked(1, b"Hello", key=bytes(4))
    for cut in range(1, len(data)):
        talk = play([*OPEN, (C, data[:cut]), (C, data[cut:])])
        assert [each[0] for each in found(talk)] == ["frame.key"]


def test_an_offer_that_cannot_be_accepted_is_a_warning():
    """RFC 7692 section 7.1: the server declines it, and the connection goes on."""
    bad = b"Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=7\r\n"
    assert found(play(asks(bad))) == [("request.deflate", "RFC 7692 §7.1", "client", None, WARNING)]


def test_lost_packets_are_not_judged():
    talk = play(
        [*OPEN, (S, plain(1, b"x" * 500)[1][:100]), (S, 200), (S, plain(1, b"x" * 500)[1][300:]), plain(1, b"ok")]
    )
    assert found(talk) == []
    judgement = judge(talk, S, 0)
    assert judgement.verdict == UNJUDGED
    rulings = {one.rule.id: one.ruling for one in judgement.applied}
    assert (rulings["text.utf8"], rulings["frame.unmasked"]) == (Ruling.UNJUDGED, Ruling.HOLDS)
    assert judge(talk, S, 1).verdict == FINE


def test_an_answer_may_be_among_the_lost_packets():
    assert found(play([*OPEN, masked(8, CODE), (S, 4), (S, FIN)])) == []
    assert found(play([*OPEN, plain(9, b"x"), (C, 7), (C, FIN)])) == []
    assert found(play([(C, REQUEST), (S, len(ANSWER)), masked(1, b"a")])) == []


def test_a_capture_that_begins_in_the_middle():
    steps = [masked(1, b"Hello"), plain(1, Deflater().deflate(b"Hello"), rsv=0b100), masked(8, CODE), plain(8, CODE)]
    talk = play(steps, Setup(whole=False))
    assert (talk.frames(C), talk.frames(S)) == (2, 2)
    assert [each for each in found(talk) if each[4] != UNJUDGED] == []
    assert talk.outcome.kind is Opening.MIDWAY


def test_an_end_that_crosses_a_close_is_no_answer():
    """The server ended TCP before the Close can have reached it: a round trip takes 100 ms here."""
    ledger = Ledger()
    talk = ledger.begin(Setup())
    talk.data(0.0, C, REQUEST)
    talk.data(0.1, S, ANSWER)
    talk.data(5.0, C, masked(8, CODE)[1])
    talk.end(5.02, S, Kind.FIN)
    assert found(talk) == []


def test_a_limit_that_nobody_knows_is_not_broken():
    big = bytes(17 * 2**20)
    assert found(play([*OPEN, plain(2, big)])) == [("frame.too-big", "10.4", "server", 0, UNJUDGED)]
    assert found(play([*OPEN, plain(2, bytes(200))], Setup(client_limit=100))) == [
        ("frame.too-big", "10.4", "server", 0, WARNING)
    ]


def test_another_extension_may_give_bits_and_opcodes_a_meaning():
    lines = b"Sec-WebSocket-Extensions: x-mine\r\n"
    talk = play([*answers(lines, asked=(lines,)), plain(1, b"a", rsv=0b010), plain(5)])
    assert {each[4] for each in found(talk)} == {UNJUDGED}


def test_what_follows_bad_deflate_is_not_judged():
    good = Deflater().deflate(b"Hello")
    talk = play([*PACKED, plain(1, b"\xff\xff\xff", rsv=0b100), plain(1, good, rsv=0b100)])
    assert [each[3:] for each in found(talk)] == [(0, VIOLATION)]
    assert talk.verdict(talk.place_of(S, 1)) == UNJUDGED
    assert {one.rule.id: one.ruling for one in judge(talk, S, 1).applied}["deflate.data"] is Ruling.UNJUDGED


def test_all_that_is_wrong_with_a_head_is_said():
    head = ANSWER.replace(b"s3p", b"S3p").replace(b"Upgrade: websocket\r\n", b"")
    talk = play([(C, REQUEST), (S, head)])
    assert {each[0] for each in found(talk)} == {"response.accept", "response.upgrade"}
    assert (talk.outcome.kind, talk.outcome.status) == (Opening.BROKEN, 101)
    rulings = {one.rule.id: one.ruling for one in judge(talk, S, None).applied}
    assert rulings["response.accept"] is Ruling.BROKEN
    assert rulings["response.connection"] is Ruling.HOLDS
    assert rulings["response.protocol"] is Ruling.NOT_APPLICABLE


def test_of_a_refusal_only_the_status_is_read():
    talk = play(FINE_TALKS["the answer 403 Forbidden"])
    assert (talk.outcome.kind, talk.outcome.status, talk.outcome.reason) == (Opening.REFUSED, 403, "Forbidden")
    assert {one.ruling for one in judge(talk, S, None).applied} == {Ruling.HOLDS, Ruling.NOT_APPLICABLE}


def test_the_rulings_of_a_text_frame():
    talk = play([*OPEN, masked(1, b"Hello")])
    rulings = {one.rule.id: one.ruling for one in judge(talk, C, 0).applied}
    assert {rule for rule, ruling in rulings.items() if ruling is Ruling.HOLDS} == {
        "frame.rsv", "frame.opcode", "frame.masked", "frame.shortest", "frame.key", "fragment.interleaved", "text.utf8",
        "request.wait", "close.after",
    }  # fmt: skip
    assert rulings["frame.too-big"] is Ruling.UNJUDGED
    assert rulings["frame.unmasked"] is Ruling.NOT_APPLICABLE


def test_every_rule_about_frames_has_a_row():
    frames = {row.rule.id for row in FRAME_ROWS}
    heads = {rule for rule in RULES if rule.startswith(("request.", "response."))} - {"request.wait"}
    assert frames | heads | {"close.lost"} == set(RULES)


def test_a_ping_holds_once_its_pong_has_come():
    talk = play([*OPEN, plain(9, b"p")])
    assert {one.rule.id: one.ruling for one in judge(talk, S, 0).applied}["ping.answer"] is Ruling.UNJUDGED
    talk.data(1.0, *masked(10, b"p"))
    assert {one.rule.id: one.ruling for one in judge(talk, S, 0).applied}["ping.answer"] is Ruling.HOLDS


def test_the_reaction_and_what_was_done():
    """The picture of Capture: not masked, then Close 1002, text after it, and the end of TCP."""
    steps = [*OPEN, (C, plain(1, b"no mask")[1]), plain(8, (1002).to_bytes(2, "big")), plain(1, b"tick"), (S, FIN)]
    judgement = judge(play(steps), C, 0)
    (broken,) = (one for one in judgement.applied if one.ruling is Ruling.BROKEN)
    assert (broken.rule.id, broken.start_bit, broken.width) == ("frame.masked", 8, 1)
    assert [(one.duty.level, one.duty.deed, one.by, one.done) for one in judgement.required] == [
        ("MUST", "end", S, True), ("MAY", "close", S, True),
    ]  # fmt: skip
    assert [(one.what, one.code, one.number, round(one.delay, 3), one.right) for one in judgement.did] == [
        ("close", 1002, 0, 0.01, True), ("late", None, 1, 0.02, False), ("fin", None, None, 0.03, True),
    ]  # fmt: skip


def test_a_peer_that_goes_on_as_if_nothing_had_happened():
    steps = [*OPEN, masked(1, b"ok", length_form=16), plain(1, b"a"), plain(1, b"b")]
    (deed,) = judge(play(steps), C, 0).did
    assert (deed.what, deed.count, deed.right) == ("data", 2, None)


def test_nothing_was_done_yet():
    (deed,) = judge(play([*OPEN, masked(3)]), C, 0).did
    assert deed.what == "nothing"


def test_a_frame_that_never_becomes_whole_is_judged():
    talk = play(VIOLATIONS["the top bit of a length"][0])
    judgement = judge(talk, S, 0)
    rulings = {one.rule.id: one.ruling for one in judgement.applied}
    assert rulings["frame.length63"] is Ruling.BROKEN
    assert rulings["frame.unmasked"] is Ruling.HOLDS


def test_there_is_no_judgement_of_what_is_not_there():
    talk = play(OPEN)
    assert judge(talk, C, 0) is None
    assert judge(play([]), C, None) is None
