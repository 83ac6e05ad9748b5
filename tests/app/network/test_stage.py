"""A client, a server and what their programs do: each action as it is on the wire, and time that is skipped."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from time import perf_counter

import pytest

from app.network.scenario import play
from lessons.model import Action, BeatSetup, ClientSetup, CompressionSetup, LessonError, Scenario, ServerSetup
from lessons.order import Order
from protocol.chorus import observe_played
from protocol.facts import Broke, FrameArrived, FrameSent, MessageArrived, Told
from protocol.recording import Kind
from protocol.vocabulary import Opcode, Role, State

OPEN = Action("open", "connect")
HELLO = Action("hello", "text", text="Hello")


def run(*actions: Action, **setup):
    return asyncio.run(play(Order(Scenario(seed=7, actions=(OPEN, *actions), **setup))))


def facts_after(*actions: Action, **setup):
    return observe_played(run(*actions, **setup))


def sent(facts, who=Role.CLIENT):
    return [fact.frame for fact in facts.of(FrameSent) if fact.who is who]


def told(facts):
    return {fact.who.value: (int(fact.told.code), fact.told.clean) for fact in facts.of(Told)}


def test_a_message_in_fragments_of_these_sizes():
    frames = sent(facts_after(replace(HELLO, text="Grüße", sizes=(3, 1))))
    assert [(frame.opcode, frame.fin, frame.payload) for frame in frames] == [
        (Opcode.TEXT, False, b"Gr\xc3"),
        (Opcode.CONTINUATION, False, b"\xbc"),
        (Opcode.CONTINUATION, True, b"\xc3\x9fe"),
    ]  # fmt: skip


def test_a_fragment_may_be_left_open_and_continued():
    actions = (replace(HELLO, fin=False), Action("beat", "ping", text="t"), Action("rest", "continuation", text=" you"))
    facts = facts_after(*actions)
    assert [frame.opcode for frame in sent(facts)] == [Opcode.TEXT, Opcode.PING, Opcode.CONTINUATION]
    assert facts.of(MessageArrived)[0].message.text == "Hello you"


def test_tcp_cuts_where_it_is_told():
    recording = run(replace(HELLO, cuts=(1, 3))).main
    pieces = [entry.data for entry in recording if entry.kind is Kind.DATA and entry.who is Role.CLIENT][1:]
    assert [len(piece) for piece in pieces] == [1, 3, 7]
    reads = [entry.size for entry in recording if entry.kind is Kind.READ and entry.who is Role.CLIENT][1:]
    assert reads == [1, 3, 7], "the server reads each segment before the next is sent"


def test_text_many_times_over():
    assert sent(facts_after(replace(HELLO, times=3)))[0].payload == b"HelloHelloHello"


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"mask": "no"}, "frame.masked"),
        ({"flip": (1,)}, "frame.rsv"),
        ({"flip": (6,)}, "frame.opcode"),
        ({"rsv": 2}, "frame.rsv"),
        ({"length_form": 64}, "frame.shortest"),
    ],
)
def test_a_frame_made_by_hand_breaks_its_rule(change, rule):
    facts = facts_after(replace(HELLO, **change))
    assert facts.of(Broke)[0].rule.id == rule
    assert told(facts)["client"] == (1002, True)


def test_a_named_mask_is_used():
    assert sent(facts_after(replace(HELLO, mask="00000000")))[0].key == bytes(4)
    server = replace(HELLO, who="server", mask="01020304")
    assert sent(facts_after(server), Role.SERVER)[0].key == b"\x01\x02\x03\x04"


@pytest.mark.parametrize("change", [{"flip": (9_999,)}, {"length_form": 9}, {"rsv": 8}])
def test_what_no_frame_can_hold_is_a_mistake_in_the_lesson(change):
    with pytest.raises(LessonError, match="cannot be run"):
        run(replace(HELLO, **change))


def test_two_closes_cross():
    facts = facts_after(
        Action("bye", "close", code=1000, together=True), Action("off", "close", who="server", code=1001)
    )
    places = {name: facts.place(f"{name}.frame.0.sent") for name in ("client", "server")}
    assert max(places.values()) < min(facts.place(f"{name}.frame.0.arrived") for name in places)
    assert told(facts) == {"client": (1001, True), "server": (1000, True)}


def test_both_programs_compress_if_both_are_set_to():
    deflate = CompressionSetup(on=True, server_no_context_takeover=True)
    client = ClientSetup(deflate=CompressionSetup(on=True))
    facts = facts_after(HELLO, server=ServerSetup(deflate=deflate), client=client)
    assert sent(facts)[0].rsv == 0b100
    assert "server_no_context_takeover" in facts.get("response.sent").head.get("Sec-WebSocket-Extensions")
    assert facts.of(MessageArrived)[1].message.text == "Hello"


def test_a_server_program_may_refuse_with_headers_of_its_own():
    server = ServerSetup(refuse=401, refuse_headers=(("WWW-Authenticate", "Bearer"),))
    facts = facts_after(HELLO, server=server)
    head = facts.get("response.sent").head
    assert (head.status, head.get("WWW-Authenticate")) == (401, "Bearer")
    assert facts.state(Role.CLIENT) is facts.state(Role.SERVER) is State.CLOSED
    assert not facts.of(FrameSent)


def test_a_message_over_the_limit_is_1009():
    assert told(facts_after(HELLO, server=ServerSetup(limit=4)))["client"] == (1009, True)


def test_an_end_that_does_not_answer_is_left_after_its_time():
    start = perf_counter()
    facts = facts_after(
        Action("bye", "close", code=1000), Action("wait", "wait", seconds=60),
        server=ServerSetup(answers_close=False, closing=90), client=ClientSetup(closing=30),
    )  # fmt: skip
    assert perf_counter() - start < 25, "nobody waits for what can be skipped"
    assert 30 <= facts.get("client.fin").time < 31
    assert told(facts) == {"client": (1006, False), "server": (1000, False)}


def test_pings_go_out_by_the_clock_and_are_answered():
    beat = BeatSetup(interval=5, timeout=5)
    facts = facts_after(Action("wait", "wait", seconds=16), server=ServerSetup(beat=beat))
    pings, pongs = sent(facts, Role.SERVER), sent(facts)
    assert [frame.payload for frame in pings] == [frame.payload for frame in pongs] == [b"beat-1", b"beat-2", b"beat-3"]
    times = [fact.time for fact in facts.of(FrameSent) if fact.who is Role.SERVER]
    assert [round(time) for time in times] == [5, 10, 15]


def test_pings_of_the_application_are_messages():
    beat = BeatSetup(interval=2, timeout=1, form="text")
    facts = facts_after(Action("wait", "wait", seconds=3), client=ClientSetup(beat=beat))
    texts = [fact.message.text for fact in facts.of(MessageArrived)]
    assert texts == ['{"type":"ping","id":1}', '{"type":"pong","id":1}']


def test_a_cut_network_is_found_only_by_a_heartbeat():
    facts = facts_after(
        Action("cut", "cut"), Action("wait", "wait", seconds=30), Action("mend", "mend"), replace(HELLO, text="hi"),
        server=ServerSetup(beat=BeatSetup(interval=5, timeout=5, misses=2)),
    )  # fmt: skip
    assert [fact.who for fact in facts.of(FrameArrived)] == []
    assert round(facts.get("server.told").time) == 15
    quiet = facts.until(facts.place("client.frame.0.sent"))
    assert quiet.state(Role.CLIENT) is State.OPEN, "the client has noticed nothing for half a minute"
    assert told(facts) == {"client": (1006, False), "server": (1006, False)}


def test_without_a_heartbeat_nobody_notices():
    facts = facts_after(Action("cut", "cut"), Action("wait", "wait", seconds=3600))
    assert facts.state(Role.CLIENT) is facts.state(Role.SERVER) is State.OPEN


def test_what_was_lost_arrives_after_all_if_the_network_is_mended():
    facts = facts_after(Action("cut", "cut"), HELLO, Action("mend", "mend"))
    assert [fact.message.text for fact in facts.of(MessageArrived)] == ["Hello", "Hello"]


def test_every_action_is_a_deed_at_its_entry():
    played = run(HELLO, Action("bye", "close", code=1000))
    assert [deed.id for deed in played.deeds] == ["open", "hello", "bye"]
    entries = list(played.main)
    assert [entries[deed.entry].data[:1] for deed in played.deeds[1:]] == [b"\x81", b"\x88"]


@pytest.mark.parametrize("beat", [BeatSetup(), BeatSetup(interval=3)])
def test_a_run_with_a_clock_repeats_to_the_byte(beat):
    actions = (Action("wait", "wait", seconds=7), Action("cut", "cut"), Action("late", "wait", seconds=20))
    runs = [run(*actions, server=ServerSetup(beat=beat)).main for _ in range(3)]
    bare = [[(entry.who, entry.kind, entry.data, entry.size) for entry in one] for one in runs]
    assert bare[0] == bare[1] == bare[2]
