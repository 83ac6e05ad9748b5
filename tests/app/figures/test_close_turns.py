"""What the rungs of a conversation are to each other."""

from __future__ import annotations

from app.figures.close_turns import abrupt_end, crossed_pair, ends_at_once, is_ignored, silence_before
from app.figures.sequence_rungs import Rung, read_rungs
from protocol.knowledge import Facts
from protocol.observer import observe
from protocol.recording import Entry, Recording
from protocol.vocabulary import Role
from tests.conversations import CONVERSATIONS, chat


def rungs_of(facts: Facts) -> dict[str, Rung]:
    return {rung.id: rung for rung in read_rungs(facts)}


def silent() -> Facts:
    """The client's Close is not answered; after ten seconds the client ends TCP."""
    wire = chat()
    wire.server.answers_close = False
    wire.client.send_close(1000)
    wire.run()
    count = len(wire.recording)
    wire.finish(Role.CLIENT)
    wire.run()
    slow = Recording()
    for place, entry in enumerate(wire.recording.entries(0)):
        later = entry.time / 1000 + (10 if place >= count else 0)
        slow.append(Entry(later, entry.who, entry.kind, entry.data, entry.size))
    return observe(slow)


def test_a_silence_is_as_long_as_nothing_crossed() -> None:
    facts = silent()
    rungs = rungs_of(facts)
    assert round(silence_before(facts, rungs["end.client.fin"])) == 10
    assert silence_before(facts, rungs["frame.client.1"]) == 0
    assert silence_before(facts, rungs["tcp"]) == 0


def test_a_close_after_both_is_no_abrupt_end() -> None:
    facts = CONVERSATIONS["client first"]()
    assert abrupt_end(facts, read_rungs(facts)) is None


def test_a_reset_of_an_open_connection_is_one() -> None:
    facts = CONVERSATIONS["reset by the server"]()
    end = abrupt_end(facts, read_rungs(facts))
    assert end is not None
    assert (end.sender, end.end) == (Role.SERVER, "rst")
    assert ends_at_once(read_rungs(facts), end) == [end]


def test_only_closes_that_passed_each_other_crossed() -> None:
    crossed = crossed_pair(read_rungs(CONVERSATIONS["both at once"]()))
    assert [rung.sender for rung in crossed] == [Role.CLIENT, Role.SERVER]
    assert crossed_pair(read_rungs(CONVERSATIONS["client first"]())) == []


def test_data_after_a_close_is_not_read_once_it_arrived() -> None:
    facts = CONVERSATIONS["many faults"]()
    rungs = rungs_of(facts)
    late = rungs["frame.client.2"]
    assert late.arrived is not None
    assert is_ignored(tuple(rungs.values()), late, late.arrived + 1)
    assert not is_ignored(tuple(rungs.values()), late, late.arrived)
    assert not is_ignored(tuple(rungs.values()), rungs["frame.client.1"], len(facts))


def test_an_answer_to_a_server_that_failed_the_connection_is_not_read() -> None:
    facts = CONVERSATIONS["unmasked"]()
    rungs = rungs_of(facts)
    answer = next(rung for rung in rungs.values() if rung.is_close and rung.sender is Role.CLIENT)
    assert is_ignored(tuple(rungs.values()), answer, len(facts))
