"""A real server and a real client on loopback: the recording is what went over the wire, and repeats exactly."""

import asyncio
import socket
from asyncio import StreamReader

import pytest

from app.network.scenario import NetworkError, run_scenario
from lessons.model import Action, ClientSetup, Fault, LessonError, Scenario, ServerSetup
from protocol.facts import Broke, MessageArrived, Told
from protocol.observer import observe
from protocol.vocabulary import Role, State

OPEN = Action("open", "connect")
HELLO = Action("hello", "text", text="Hello")
BYE = Action("bye", "close", code=1000, reason="done")
FAULTS = (
    Fault("guid", (("server.guid", "258EAFA5-E914-47DA-95CA-C5AB0DC85B12"),)),
    Fault("version", (("version", 12),)),
    Fault("drop", (("actions.bye.do", "abort"),)),
    Fault("forbidden", (("actions.bye.code", 1005),)),
)
SCENARIO = Scenario(seed=101, key="dGhlIHNhbXBsZSBub25jZQ==", actions=(OPEN, HELLO, BYE), faults=FAULTS)


def run(scenario=SCENARIO, *faults, port=0):
    return asyncio.run(run_scenario(scenario, faults, port))


def told(facts):
    return {fact.who.value: (fact.told.code, fact.told.clean) for fact in facts.of(Told)}


def test_an_echo_and_a_clean_close():
    facts = observe(run())
    assert [fact.message.text for fact in facts.of(MessageArrived)] == ["Hello", "Hello"]
    assert told(facts) == {"client": (1000, True), "server": (1000, True)}
    assert facts.state(Role.CLIENT) is facts.state(Role.SERVER) is State.CLOSED


@pytest.mark.parametrize("fault", [(), ("guid",), ("version",), ("drop",), ("forbidden",)], ids=str)
def test_a_run_repeats_to_the_byte(fault):
    first, second = run(SCENARIO, *fault), run(SCENARIO, *fault)
    bare = [[(entry.who, entry.kind, entry.data, entry.size) for entry in each] for each in (first, second)]
    assert bare[0] == bare[1]


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ("guid", {"client": (1006, False), "server": (1006, False)}),
        ("version", {"client": (1006, False)}),
        ("drop", {"client": (1006, False), "server": (1006, False)}),
        ("forbidden", {"client": (1002, True), "server": (1006, False)}),
    ],
)
def test_each_fault_ends_as_the_rfc_says(fault, expected):
    assert told(observe(run(SCENARIO, fault))) == expected


def test_the_broken_rule_is_the_one_that_the_fault_breaks():
    assert [fact.rule.id for fact in observe(run(SCENARIO, "guid")).of(Broke)] == ["response.accept"]
    assert [fact.rule.id for fact in observe(run(SCENARIO, "forbidden")).of(Broke)] == ["close.code"]


def test_another_seed_gives_another_key_and_other_masks():
    one, two = (run(Scenario(seed=seed, actions=(OPEN, HELLO))) for seed in (1, 2))
    assert one.wire(Role.CLIENT) != two.wire(Role.CLIENT)
    assert observe(one).state(Role.CLIENT) is State.OPEN


@pytest.mark.parametrize("first", Role)
def test_either_side_may_close_first(first):
    bye = Action("bye", "close", who=first.value, code=1001)
    assert told(observe(run(Scenario(actions=(OPEN, bye))))) == {"client": (1001, True), "server": (1001, True)}


def test_a_ping_is_answered():
    facts = observe(run(Scenario(actions=(OPEN, Action("ping", "ping", text="t=17")))))
    assert facts.get("server.frame.0.sent").frame.payload == b"t=17"


def test_binary_raw_and_fin():
    actions = (
        OPEN,
        Action("data", "binary", hex=b"\x00\xff"),
        Action("raw", "raw", hex=bytes.fromhex("8a8037fa213d")),
        Action("end", "fin"),
    )
    facts = observe(run(Scenario(server=ServerSetup(echo=False), actions=actions)))
    assert [fact.message.payload for fact in facts.of(MessageArrived)] == [b"\x00\xff"]
    assert told(facts) == {"client": (1006, False), "server": (1006, False)}


def test_a_taken_port_is_one_clear_sentence():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(NetworkError, match=f"port {port} on 127.0.0.1 cannot be used"):
            run(port=port)


@pytest.mark.parametrize("patience", [0.0, 0.2])
def test_an_action_without_an_answer_is_one_clear_sentence(patience, monkeypatch):
    """A run waits until both sides have read everything; here the server never reads."""
    monkeypatch.setattr(StreamReader, "read", never)
    scenario = Scenario(client=ClientSetup(patience=patience), actions=(OPEN, BYE))
    with pytest.raises(TimeoutError, match=f"^The action “open” was not answered within {patience:g} seconds"):
        run(scenario)


async def never(*_):
    await asyncio.Event().wait()


@pytest.mark.parametrize(
    ("scenario", "words"),
    [
        (Scenario(actions=(OPEN, Action("x", "close", code=70_000))), "cannot hold 70000"),
        (Scenario(actions=(OPEN, Action("x", "close", reason="why"))), "a reason needs a code"),
        (Scenario(actions=(OPEN, Action("x", "frame", opcode=16))), "an opcode has 4 bits"),
        (Scenario(actions=(OPEN,), headers=(("X", "a\r\nb"),)), "line break"),
        (Scenario(actions=(OPEN,), server=ServerSetup(guid="你")), "latin-1"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_no_bytes_can_hold_is_a_mistake_in_the_lesson(scenario, words):
    with pytest.raises(LessonError, match=words):
        run(scenario)


@pytest.mark.parametrize("last", Role)
@pytest.mark.parametrize("deed", ["abort", "fin", "text", "close", "raw", "ping", "connect"])
@pytest.mark.parametrize("before", [BYE, Action("gone", "abort"), Action("end", "fin")], ids=lambda action: action.id)
def test_who_acts_on_a_connection_that_is_over_changes_nothing(before, deed, last):
    late = Action("late", deed, who=last.value)
    bare = [
        [entry.kind for entry in run(Scenario(actions=actions))] for actions in [(OPEN, before), (OPEN, before, late)]
    ]
    assert bare[0] == bare[1]


@pytest.mark.parametrize("first", Role)
def test_a_reset_amid_everything_is_noticed(first):
    """Both sides have something under way when one of them resets."""
    actions = (OPEN, Action("raw", "raw", hex=bytes.fromhex("8185")), Action("drop", "abort", who=first.value))
    facts = observe(run(Scenario(actions=actions)))
    assert told(facts) == {"client": (1006, False), "server": (1006, False)}


def test_another_program_may_call_the_port():
    """Only the connection of our own client is recorded."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]

    async def stranger():
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0)
                continue
            return writer

    async def both():
        calling = asyncio.create_task(stranger())
        await asyncio.sleep(0)
        recording = await run_scenario(SCENARIO, port=port)
        calling.cancel()
        for writer in await asyncio.gather(calling, return_exceptions=True):
            if isinstance(writer, asyncio.StreamWriter):
                writer.close()
        return recording

    assert told(observe(asyncio.run(both()))) == {"client": (1000, True), "server": (1000, True)}


def test_nothing_is_left_behind():
    """Warnings are errors: an unclosed socket or a forgotten task would fail here."""

    async def twice():
        before = asyncio.all_tasks()
        await run_scenario(SCENARIO)
        await run_scenario(SCENARIO, {"drop"})
        assert asyncio.all_tasks() == before

    asyncio.run(twice())
