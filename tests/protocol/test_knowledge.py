"""Facts that are kept and facts that are made again: nobody can tell which is which."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stream_support import Control, Pen, Plan, Said, deflates, handshake, pieces, places, plans, roles

from protocol.facts import Fact, FrameArrived, FrameSent, HeadSent, MessageArrived, Moved, TcpOpened, Told
from protocol.knowledge import Facts
from protocol.observer import observe
from protocol.recording import Entry, Kind, Recording
from protocol.vocabulary import Opcode, Role, State

CLIENT, SERVER = Role.CLIENT, Role.SERVER
KINDS = [Fact, FrameSent, FrameArrived, MessageArrived, Moved, Told, HeadSent]


def recorded(sender: Role, plan: Plan, deflate=None, cuts=(), reads=None) -> Recording:
    """A whole connection in which `sender` says all this; with `reads`, the peer reads it in pieces of its own."""
    _, _, request, response = handshake(deflate)
    recording = Recording(reads=reads is not None)
    recording.append(Entry(0, CLIENT, Kind.SYN))
    data = Pen(sender, deflate).write(plan)
    time = 0
    for who, piece in [(CLIENT, request), (SERVER, response), *((sender, piece) for piece in pieces(data, cuts))]:
        if piece:
            time += 1
            recording.append(Entry(time, who, Kind.DATA, piece, len(piece)))
            if reads is not None and who is not sender:
                recording.append(Entry(time, who, Kind.READ, size=len(piece)))
    head = request if sender is CLIENT else response
    for piece in pieces(head + data, reads or []) if reads is not None else []:
        if piece:
            recording.append(Entry(time, sender, Kind.READ, size=len(piece)))
    recording.append(Entry(time + 1, sender, Kind.FIN))
    return recording


TALK = [
    Said(Opcode.TEXT, b"one"),
    Said(Opcode.BINARY, b"fragments", (2, 5), (Control(Opcode.PING, b"?"), Control(Opcode.PONG, b"!"))),
    Control(Opcode.PING, b""),
    Said(Opcode.TEXT, b"three"),
]


def talk():
    return observe(recorded(CLIENT, TALK))


def test_a_fact_is_found_by_its_id_and_by_its_place():
    facts = talk()
    for place, fact in enumerate(facts):
        assert facts.get(fact.id) == facts[facts.place(fact.id)] == fact
        assert facts.place(fact.id) == place
        assert fact.id in facts
    assert facts[-1] == list(facts)[-1]
    with pytest.raises(IndexError):
        facts[len(facts)]


@pytest.mark.parametrize(
    "fact_id",
    [
        "", "client", "client.frame", "client.frame.0", "client.frame.99.sent", "client.frame.00.sent",
        "client.frame.-1.sent", "client.frame.0.told", "nobody.frame.0.sent", "server.frame.0.sent", "client.message.3",
        "client.message.٣", "client.message.²", "client.message.0.0", "server.message.0",
        "client.message.1" + "0" * 5000,
    ],
)  # fmt: skip
def test_what_is_no_fact(fact_id):
    facts = talk()
    assert fact_id not in facts
    assert facts.get(fact_id) is None
    assert facts.place(fact_id) is None
    assert 5 not in facts


def test_a_message_is_put_together_again_from_its_frames():
    """Control frames may stand between the fragments of a message (RFC 6455 section 5.4)."""
    messages = [fact.message for fact in talk().of(MessageArrived)]
    assert [(message.opcode, message.payload) for message in messages] == [
        (Opcode.TEXT, b"one"),
        (Opcode.BINARY, b"fragments"),
        (Opcode.TEXT, b"three"),
    ]
    assert [message.frames for message in messages] == [(0,), (1, 4, 7), (9,)]


def test_a_frame_is_cut_out_of_the_recording():
    recording = recorded(CLIENT, TALK)
    facts = observe(recording)
    for fact in facts.of(FrameSent):
        frame = facts.frame(CLIENT, fact.number)
        assert frame == fact.frame
        assert recording.cut(CLIENT, frame.offset, frame.offset + frame.size) == frame.raw
    assert facts.frame(CLIENT, 0).payload == b"one"


def test_an_id_is_used_once():
    opened = TcpOpened("tcp.open", 2, 0, 0.0, CLIENT)
    facts = Facts([opened])
    with pytest.raises(ValueError, match=r"'tcp\.open' is already known"):
        facts.append(opened)
    assert list(facts) == [opened]


def test_nothing_is_known_at_first():
    facts = Facts()
    assert (len(facts), list(facts), facts.of(Fact)) == (0, [], [])
    assert facts.state(CLIENT) is facts.state(SERVER) is State.CONNECTING


def test_an_earlier_moment_stays_what_it_was():
    recording = recorded(CLIENT, TALK)
    facts = observe(recording)
    earlier = facts.until(facts.place("client.frame.1.sent"))
    before = list(earlier)
    assert "client.frame.0.sent" in earlier
    assert "client.frame.1.sent" not in earlier
    facts.append(TcpOpened("one.more", 2, 0, 0.0, CLIENT))
    assert list(earlier) == before
    assert "one.more" not in earlier
    assert len(facts.until(10**6)) == len(facts)
    assert list(facts.until(-1)) == list(facts)[:-1]


@settings(max_examples=120)
@given(roles, deflates, plans, places, st.none() | places, st.integers(0, 40))
def test_made_again_or_kept_they_are_the_same(sender, deflate, plan, cuts, reads, moment):
    """The oracle keeps every fact as it is."""
    facts = observe(recorded(sender, plan, deflate, cuts, reads))
    kept = Facts(list(facts))
    assert list(kept) == list(facts)
    for known, oracle in (facts, kept), (facts.until(moment), kept.until(moment)):
        assert len(known) == len(oracle)
        for kind in KINDS:
            assert known.of(kind) == oracle.of(kind)
        for fact in facts:
            assert known.place(fact.id) == oracle.place(fact.id)
            assert known.get(fact.id) == oracle.get(fact.id)
        for who in Role:
            assert known.state(who) == oracle.state(who)
    assert len({fact.id for fact in facts}) == len(facts)


@given(roles, plans, places)
def test_the_facts_of_a_frame_are_counted(sender, plan, cuts):
    facts = observe(recorded(sender, plan, None, cuts))
    sent, arrived, messages = facts.of(FrameSent), facts.of(FrameArrived), facts.of(MessageArrived)
    assert [fact.number for fact in sent] == [fact.number for fact in arrived] == list(range(len(sent)))
    assert [fact.number for fact in messages] == list(range(len(messages)))
    for fact in messages:
        last = facts.place(f"{sender.value}.frame.{fact.message.frames[-1]}.arrived")
        assert last is not None
        assert last < facts.place(fact.id)
