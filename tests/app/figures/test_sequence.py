"""The ladder of a conversation: everything that happened, nothing that has not, folded where it does not fit."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drawing.marks import Box, Label, Scene, Stroke
from app.figures.sequence import draw
from app.figures.sequence_rungs import RungKind, cause, current_rung, read_rungs, rung_of
from protocol.facts import FrameSent, Moved
from protocol.knowledge import Facts
from protocol.observer import observe
from protocol.recording import Entry, Kind, Recording, Setup
from protocol.vocabulary import Role, State
from tests.conversations import CONVERSATIONS
from tests.figures_support import plain_room
from tests.layout_support import layout_faults


@cache
def facts_of(name: str) -> Facts:
    return CONVERSATIONS[name]()


def scene(name: str, fact: str = "", focus: str = "", height: float = 772) -> Scene:
    facts = facts_of(name)
    place = facts.place(fact) if fact else len(facts) - 1
    assert place is not None
    return draw(facts, place + 1, focus, plain_room(height))


def labels(drawn: Scene) -> dict[str, str]:
    return {m.id.removesuffix("/label"): m.text for m in drawn if isinstance(m, Label) and m.id.endswith("/label")}


def test_the_ladder_tells_the_whole_conversation_in_order() -> None:
    drawn = scene("server first")
    assert list(labels(drawn).values()) == [
        "TCP connection opened",
        "GET /chat HTTP/1.1",
        "HTTP/1.1 101 Switching Protocols",
        "text “Hello”",
        "text “Hi”",
        "Close  1001  “going away”",
        "Close  1001",
        "TCP FIN",
        "TCP FIN",
    ]
    heights = [m.points[0][1] for m in drawn if isinstance(m, Stroke) and m.id in labels(drawn)]
    assert heights == sorted(heights)


def test_what_is_to_come_is_not_drawn() -> None:
    drawn = scene("server first", "client.frame.0.sent")
    assert list(labels(drawn)) == ["tcp", "head.client", "head.server", "frame.client.0"]


def test_the_current_rung_is_thick_and_shows_its_bytes() -> None:
    drawn = scene("server first", "client.frame.0.sent")
    now = drawn.find("frame.client.0")
    assert isinstance(now, Stroke)
    assert (now.line, now.head, now.enter) == (3.5, 13, "grow")
    digits = [m.text for m in drawn if isinstance(m, Label) and "/byte." in m.id]
    # RFC 6455 section 5.7: a single-frame masked text message that contains "Hello"
    assert digits == ["81", "85", "37", "fa", "21", "3d", "7f", "9f", "4d", "51", "58"]


def test_the_focus_takes_the_centre() -> None:
    drawn = scene("long talk", focus="client.frame.20.sent")
    assert drawn.find("frame.client.20/card") is not None
    assert drawn.find("fold.earlier") is not None
    assert drawn.find("fold.later") is not None


def test_older_rungs_fold_into_one_row() -> None:
    facts, drawn = facts_of("long talk"), scene("long talk")
    fold = drawn.find("fold.earlier")
    assert isinstance(fold, Label)
    shown = len(labels(drawn))
    assert fold.text == f"{len(read_rungs(facts)) - shown} earlier"
    assert shown >= 10


def test_the_states_stand_at_what_caused_them() -> None:
    drawn = scene("server first")
    close = drawn.find("frame.server.1")
    pills = [drawn.find(f"state.server.{state.name}") for state in State]
    assert isinstance(close, Stroke)
    assert all(isinstance(pill, Box) for pill in pills)
    closing = pills[State.CLOSING]
    assert isinstance(closing, Box)
    assert closing.rect.y + 12 == pytest.approx(close.points[0][1])
    filled = [m.id for m in drawn if isinstance(m, Box) and m.id.startswith("state.") and m.fill == "ink"]
    assert filled == ["state.client.CLOSED", "state.server.CLOSED"]


def test_a_broken_rule_has_an_octagon_and_its_sentence() -> None:
    drawn = scene("unmasked", "client.broken.0")
    assert drawn.find("frame.client.1/fault") is not None
    rule = drawn.find("frame.client.1/rule")
    assert isinstance(rule, Label)
    assert rule.text.endswith("§5.1")


def test_a_close_that_never_arrives_is_lost() -> None:
    assert scene("no answer").find("frame.client.1/lost.0") is not None


# The rungs themselves.


@pytest.mark.parametrize("name", sorted(CONVERSATIONS))
def test_every_frame_is_a_rung_and_every_fact_belongs_to_one(name: str) -> None:
    facts = facts_of(name)
    rungs = read_rungs(facts)
    frames = [rung.frame for rung in rungs if rung.frame is not None]
    assert frames == [fact.frame for fact in facts.of(FrameSent)]
    for place in range(len(facts)):
        assert rung_of(rungs, place) is not None


@pytest.mark.parametrize("name", sorted(set(CONVERSATIONS) - {"nothing"}))
def test_every_state_move_has_a_cause_of_its_kind(name: str) -> None:
    facts = facts_of(name)
    rungs = read_rungs(facts)
    for move in facts.of(Moved):
        found = cause(facts, rungs, move)
        assert found is not None
        rung, own = found
        assert own is (rung.sender is move.who)
        if move.transition.next is State.CLOSING and not move.id.endswith("closed"):
            assert rung.is_close
        if move.transition.signal.value == "TCP closed":
            assert rung.kind is RungKind.END


def test_a_focus_that_is_not_known_yet_is_no_focus() -> None:
    facts = facts_of("server first")
    rungs = read_rungs(facts)
    assert current_rung(facts, rungs, 3, "server.fin") == rung_of(rungs, 2)


# Whatever the facts are.


@given(
    name=st.sampled_from(sorted(CONVERSATIONS)),
    part=st.floats(0, 1),
    aim=st.floats(0, 1),
    height=st.sampled_from([632, 650, 700, 772]),
)
def test_nothing_overlaps_and_nothing_leaves_the_stage(name: str, part: float, aim: float, height: float) -> None:
    facts = facts_of(name)
    cursor = round(part * len(facts))
    focus = facts[int(aim * (len(facts) - 1))].id if len(facts) else ""
    drawn = draw(facts, cursor, focus, plain_room(height))
    assert layout_faults(drawn) == []
    assert drawn.description


@given(st.data())
def test_facts_in_pieces_never_raise(data: st.DataObject) -> None:
    facts = list(facts_of(data.draw(st.sampled_from(sorted(CONVERSATIONS)))))
    gone = data.draw(st.sets(st.integers(0, max(0, len(facts) - 1)))) if facts else set()
    pieces = Facts(fact for place, fact in enumerate(facts) if place not in gone)
    draw(pieces, len(pieces), "", plain_room(632))


def test_peers_keep_their_sides() -> None:
    drawn = scene("server first")
    for role, x in ((Role.CLIENT, 208), (Role.SERVER, 680)):
        glyph = drawn.find("peer." + role.value)
        assert glyph is not None
        assert getattr(glyph, "x", None) == x


def test_a_recording_that_begins_in_the_middle_begins_open() -> None:
    recording = Recording(Setup(whole=False), reads=False)
    recording.append(Entry(0.0, Role.SERVER, Kind.DATA, b"\x81\x05Hello"))
    marks = draw(observe(recording), 2, "", plain_room()).marks
    assert {f"state.{role.value}.OPEN" for role in Role} <= {mark.id for mark in marks}
    assert not any("CONNECTING" in mark.id + mark.spoken for mark in marks)
