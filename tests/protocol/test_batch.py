"""Many pieces at once are the same as one after the other."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from stream_support import Control, Pen, Said, bent, deflates, handshake, mutations, pieces, places, plans

from protocol.ledger import Ledger
from protocol.recording import Kind, Recording, Setup
from protocol.vocabulary import Opcode, Role

C, S = Role.CLIENT, Role.SERVER
COLUMNS = ("talk_of", "what", "length", "wire", "times", "verdicts", "numbers", "changed")


def everything(ledger):
    """All that a ledger of one talk knows."""
    (talk,) = ledger.talks
    facts = talk.facts
    return {
        **{name: list(getattr(ledger, name)) for name in COLUMNS},
        "facts": list(facts),
        "places": [facts.place(fact.id) for fact in facts],
        "recording": list(talk.recording),
        "counts": (ledger.counts, talk.counts),
        "unjudged": [list(facts.sent(who).unjudged) for who in Role],
        "findings": [ledger.findings(place) for place in range(len(ledger))],
        "rows": [ledger.place_of(talk, who, number) for who in Role for number in range(len(facts.sent(who)))],
    }


@settings(max_examples=150)
@given(deflates, plans, plans, st.just([]) | mutations, st.just([]) | places, st.data())
@example(None, [Said(Opcode.TEXT, b"x")] * 9, [Said(Opcode.BINARY, b"y")] * 9, [], [], None)
@example(None, [*[Said(Opcode.TEXT, b"x")] * 9, Control(8, b"")] * 2, [], [], [], None)
def test_batches_are_pieces_one_by_one(deflate, said, answered, changes, cuts, data):
    _, _, request, response = handshake(deflate)
    asks, answers = Pen(C, deflate).frames(said), Pen(S, deflate).frames(answered)
    if cuts or changes:
        asks = pieces(bent(b"".join(asks), changes), cuts)
    elif data is not None:
        size = data.draw(st.integers(1, 3))
        asks = [b"".join(asks[place : place + size]) for place in range(0, len(asks), size)]
    steps = [(0, piece) for piece in asks if piece]
    for nth, piece in enumerate(answers):
        steps.insert(min(len(steps), 2 * nth if data is None else data.draw(st.integers(0, len(steps)))), (1, piece))
    times = [float(nth // 3) for nth in range(len(steps))]
    borders = [0, len(steps)] if data is None else sorted(data.draw(st.sets(st.integers(0, len(steps)), max_size=4)))
    ledgers = Ledger(), Ledger()
    for ledger in ledgers:
        talk = ledger.begin(Setup(began=1e9))
        talk.data(0.0, C, request)
        talk.data(0.0, S, response)
    one, many = (ledger.talks[0] for ledger in ledgers)
    for time, (server, piece) in zip(times, steps, strict=True):
        one.data(time, S if server else C, piece)
    for a, b in zip([0, *borders], [*borders, len(steps)], strict=True):
        part = steps[a:b]
        many.pieces(times[a:b], bytes(server for server, _ in part), [piece for _, piece in part])
    for talk in one, many:
        talk.end(99.0, C, Kind.FIN)
        talk.end(99.0, S, Kind.FIN)
    assert everything(ledgers[1]) == everything(ledgers[0])


def test_a_key_of_zeros_is_told_in_a_batch_as_well():
    """Section 5.3 asks for a key that nobody can predict."""
    _, _, request, response = handshake(None)
    ledger = Ledger()
    talk = ledger.begin()
    talk.data(0.0, C, request)
    talk.data(0.0, S, response)
    hello = bytes.fromhex("818537fa213d7f9f4d5158")
    naked = bytes.fromhex("81850000000048656c6c6f")
    talk.pieces([1.0] * 6, bytes(6), [hello, hello, naked, hello, hello, hello])
    assert [bool(ledger.findings(place)) for place in range(2, 8)] == [False, False, True, False, False, False]


@given(
    st.lists(st.tuples(st.sampled_from([0, 1]), st.binary(max_size=5)), min_size=1, max_size=200), st.integers(0, 130)
)
def test_a_recording_takes_many_entries_at_once(steps, before):
    one, many = Recording(), Recording()
    for recording in one, many:
        for _ in range(before):
            recording.add(0.0, S, Kind.DATA, b"ab")
    times = [nth / 8 for nth in range(len(steps))]
    for time, (server, data) in zip(times, steps, strict=True):
        one.add(time, S if server else C, Kind.DATA, data)
    many.add_data(times, bytes(server for server, _ in steps), [data for _, data in steps])
    assert list(many) == list(one)
    assert [many[place] for place in range(0, len(many), 7)] == [one[place] for place in range(0, len(one), 7)]
    assert [many.wire(who) for who in Role] == [one.wire(who) for who in Role]


def test_the_frames_before_something_else_in_a_piece_are_told_once():
    _, _, request, response = handshake(None)
    hello, ping = bytes.fromhex("818537fa213d7f9f4d5158"), bytes.fromhex("898037fa213d")
    parts = [hello, hello + hello, hello, hello, hello + hello + ping + hello, hello, hello]
    ledgers = Ledger(), Ledger()
    for ledger in ledgers:
        talk = ledger.begin()
        talk.data(0.0, C, request)
        talk.data(0.0, S, response)
    for part in parts:
        ledgers[0].talks[0].data(1.0, C, part)
    ledgers[1].talks[0].pieces([1.0] * len(parts), bytes(len(parts)), parts)
    assert everything(ledgers[1]) == everything(ledgers[0])
