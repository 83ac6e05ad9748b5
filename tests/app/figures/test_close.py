"""The closing theatre: the design's two examples, what may not be told before it happened, and no overlap ever.

The parts of the theatre (`close_bands`, `close_bytes`, `close_crossed`, `close_cut`, `close_fault`, `close_ladder`,
`close_layout`, `close_peer`, `close_rail`, `close_states`, `close_told`, `close_wire`) are tested here, as they are
drawn: where each of them stands follows from the others.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drawing.marks import Box, Label, Scene, Stroke
from app.figures.close import draw
from protocol.facts import Moved
from protocol.knowledge import Facts
from protocol.observer import observe
from protocol.vocabulary import Role, State
from tests.conversations import CONVERSATIONS, chat, close
from tests.figures_support import plain_room
from tests.layout_support import layout_faults, outside

if TYPE_CHECKING:
    from app.drawing.marks import AnyMark


@cache
def facts_of(name: str) -> Facts:
    return CONVERSATIONS[name]()


def scene(name: str, fact: str, height: float = 772) -> Scene:
    """The theatre just after a fact."""
    facts = facts_of(name)
    place = facts.place(fact)
    assert place is not None, f"{fact} is not in {name!r}"
    return draw(facts, place + 1, "", plain_room(height))


def end(name: str, height: float = 772) -> Scene:
    facts = facts_of(name)
    return draw(facts, len(facts), "", plain_room(height))


def box(found: AnyMark | None) -> Box:
    assert isinstance(found, Box)
    return found


def stroke(found: AnyMark | None) -> Stroke:
    assert isinstance(found, Stroke)
    return found


def texts(drawn: Scene) -> list[str]:
    return [mark.text for mark in drawn if isinstance(mark, Label)]


def whole(found: AnyMark | None) -> str:
    """What a label says: its spoken sentence holds what its place cuts off."""
    assert isinstance(found, Label)
    return found.spoken or found.text


# The example of the design, at its coordinates.


def answer() -> Scene:
    """The moment of the picture: the server's own Close has left."""
    return scene("client first", "server.frame.2.sent")


@pytest.mark.parametrize(("state", "top"), [("CONNECTING", 140), ("OPEN", 222), ("CLOSING", 334), ("CLOSED", 552)])
@pytest.mark.parametrize(("role", "left"), [("client", 32), ("server", 696)])
def test_states_stand_where_the_design_has_them(role: str, left: float, state: str, top: float) -> None:
    rect = box(answer().find(f"state.{role}.{state}")).rect
    assert (rect.x, rect.y, rect.width, rect.height) == (left, pytest.approx(top), 160, 38)


@pytest.mark.parametrize(
    ("mark", "start", "stop"),
    [
        ("head.server", (639, 186), (249, 198)),
        ("frame.client.5", (249, 288), (639, 308)),
        ("frame.server.2", (639, 414), (249, 432)),
        ("end.server.fin", (639, 504), (249, 508)),
        ("end.client.fin", (249, 548), (639, 552)),
    ],
)
def test_arrows_run_where_the_design_has_them(mark: str, start: tuple[float, float], stop: tuple[float, float]) -> None:
    points = stroke(answer().find(mark)).points
    assert points[0] == pytest.approx(start)
    assert points[-1] == pytest.approx(stop)


def test_the_current_message_is_thick_in_a_card_with_an_ink_frame() -> None:
    drawn = answer()
    now, past, future = (stroke(drawn.find(name)) for name in ("frame.server.2", "head.server", "end.client.fin"))
    assert (now.line, now.head, now.color, now.enter) == (3.5, 13, "srv.fill", "grow")
    assert (past.line, past.color, past.dash) == (1.5, "line3", ())
    assert (future.line, future.dash) == (1.5, (5, 4))
    card = box(drawn.find("frame.server.2/card"))
    assert (card.rect.x, card.rect.y, card.rect.width, card.rect.height) == pytest.approx((258, 388, 372, 102))
    assert (card.fill, card.stroke) == ("sunk", "ink")


def test_the_close_says_its_bytes() -> None:
    drawn = answer()
    digits = [m.text for m in drawn if isinstance(m, Label) and m.id.startswith("frame.client.5/byte")]
    assert digits == ["88", "86", "37", "fa", "21", "3d", "34", "12", "45", "52", "59", "9f"]
    assert "Close  1000  “done”" in texts(drawn)
    assert "03e8 “done”, masked" in texts(drawn)
    assert "code repeated" in texts(drawn)


def test_lifelines_say_the_state() -> None:
    drawn = answer()
    opened = stroke(drawn.find("life.client.1.0"))
    closing = [stroke(drawn.find(f"life.client.2.{side}")) for side in (0, 1)]
    assert (opened.line, opened.points[0][0]) == (3, 244)
    assert [line.points[0] for line in closing] == [(241, pytest.approx(288)), (247, pytest.approx(288))]
    assert {line.line for line in closing} == {2}


def test_the_active_state_is_ink_and_the_move_just_taken_a_pill() -> None:
    drawn = answer()
    assert box(drawn.find("state.client.CLOSING")).fill == "ink"
    assert box(drawn.find("state.server.CLOSING")).fill == "ink"
    assert box(drawn.find("state.client.OPEN")).fill == "raise"
    pill = drawn.find("move.server.OPEN.CLOSING/pill/text")
    assert isinstance(pill, Label)
    assert pill.text == "receives Close"


# Nothing is told before it happens.


def test_no_code_is_marked_before_it_travelled() -> None:
    before = scene("client first", "client.closing")
    assert box(before.find("code.1000")).fill == "raise"
    assert not any("1000" in text and "Close" in text for text in texts(before))
    assert not any("/byte." in mark.id for mark in before)
    assert box(answer().find("code.1000")).fill == "ink"


def test_a_reset_is_not_announced() -> None:
    before = scene("reset by the server", "client.frame.1.arrived")
    assert not [text for text in texts(before) if "RST" in text or "reset" in text]
    assert before.find("cut/card") is None


@pytest.mark.parametrize("name", sorted(CONVERSATIONS))
def test_what_comes_does_not_change_what_is_said_of_the_past(name: str) -> None:
    """The texts at a cursor may depend on the future only in general words: they hold no code and no payload of it."""
    facts = facts_of(name)
    moments = [place for place, fact in enumerate(facts) if fact.id.endswith(".closing")]
    for place in moments[:1]:
        drawn = draw(facts, place, "", plain_room())
        words = " ".join(text for text in texts(drawn) if text.startswith("Close "))
        assert words in {"", "Close codes"}


# The end.


@pytest.mark.parametrize("height", [632, 700, 772])
def test_both_programs_are_told_1006_when_tcp_dies(height: float) -> None:
    drawn = end("reset by the server", height)
    told = [label.text for role in Role if isinstance(label := drawn.find(f"told.{role.value}/code/value"), Label)]
    assert told == ["1006", "1006"]
    assert drawn.find("code.1000") is None
    assert box(drawn.find("state.client.CLOSED")).fill == "ink"
    assert box(drawn.find("state.client.CLOSING")).dash == (5, 4)
    assert stroke(drawn.find("rail.client.OPEN")).color == "ink"
    assert "never entered" in texts(drawn)
    assert "Server" in [m.text for m in drawn if isinstance(m, Label) and m.id == "cut/who/name"]
    assert not any("proxy" in text for text in texts(drawn))


def test_a_clean_close_is_told_with_its_reason() -> None:
    drawn = end("client first")
    values = {
        name: label.text
        for name in ("code", "reason", "clean")
        if isinstance(label := drawn.find(f"told.server/{name}/value"), Label)
    }
    assert values == {"code": "1000", "reason": '"done"', "clean": "true"}


def live(name: str, fact: str) -> Scene:
    """The theatre when nothing is recorded after a fact."""
    known = facts_of(name).until((facts_of(name).place(fact) or 0) + 1)
    return draw(known, len(known), "", plain_room())


@pytest.mark.parametrize("fact", ["client.told", "server.closed"])
def test_a_program_that_is_not_told_yet_has_a_dashed_place(fact: str) -> None:
    drawn = live("client first", fact)
    assert box(drawn.find("told.client")).stroke == "ink"
    assert box(drawn.find("told.server")).dash
    assert "nothing yet" in texts(drawn)


def test_a_server_that_refused_has_nothing_to_tell() -> None:
    assert "refused: there was no connection" in texts(end("refused"))


def test_the_lower_part_changes_once_when_the_last_program_is_told() -> None:
    """Nothing moves when the first is told: it is said below its state."""
    before, after = scene("client first", "client.closed"), scene("client first", "client.told")
    assert {m.id for m in before} - {m.id for m in after} == {"rail.client/note"}
    assert {m.id for m in after} - {m.id for m in before} == {"told.client/short"}
    assert "told: 1000, clean" in texts(after)
    assert scene("client first", "server.closed").find("code.1000") is not None
    assert end("client first").find("code.1000") is None


def test_a_lost_connection_is_told_as_not_clean() -> None:
    assert "told: 1006, not clean" in texts(scene("reset by the client", "client.told"))


@pytest.mark.parametrize("height", [632, 700, 772])
@pytest.mark.parametrize("name", ["client first", "server first", "forbidden code", "no body"])
def test_the_rows_of_the_end_spread_and_leave_room_for_the_last_pill(name: str, height: float) -> None:
    drawn = end(name, height)
    for role in Role:
        closing, closed = (box(drawn.find(f"state.{role.value}.{state}")).rect for state in ("CLOSING", "CLOSED"))
        assert closed.y - closing.bottom >= 34
    last = max(mark.points[-1][1] for mark in drawn if isinstance(mark, Stroke) and mark.id.startswith("end."))
    assert last > box(drawn.find("state.client.CLOSED")).rect.y - 40


# What a peer does on its way down.


@pytest.mark.parametrize(
    ("fact", "role", "lines"),
    [
        ("client.closing", "client", ("sends no more data,", "waits for the answer")),
        ("server.closing", "server", ("answers once,", "then closes TCP")),
        ("server.frame.2.sent", "client", ("sends no more data,", "waits for the answer")),
        ("server.frame.2.sent", "server", ("both have said Close,", "now closes TCP")),
        ("server.frame.2.arrived", "client", ("both have said Close,", "waits for TCP to close")),
        ("server.fin", "server", ("has sent its FIN,", "waits for the other’s")),
    ],
)
def test_the_note_of_a_peer_that_is_closing_says_what_is_next(fact: str, role: str, lines: tuple[str, str]) -> None:
    drawn = scene("client first", fact)
    if fact == "client.closing":
        drawn = scene("client first", "client.frame.5.sent")
    found = [mark.text for mark in drawn if isinstance(mark, Label) and mark.id.startswith(f"note.{role}.")]
    assert tuple(found) == lines


def test_who_fails_a_connection_does_not_wait_for_an_answer() -> None:
    drawn = scene("unmasked", "server.frame.1.sent")
    found = [mark.text for mark in drawn if isinstance(mark, Label) and mark.id.startswith("note.server.")]
    assert found in ([], ["fails the connection,", "now closes TCP"])
    assert "waits for the answer" not in found


@given(height=st.floats(632, 772))
def test_the_card_of_a_row_keeps_clear_of_the_row_above(height: float) -> None:
    for fact in ("server.frame.0.sent", "server.frame.1.sent"):
        drawn = scene("client first", fact, height)
        for card in (mark for mark in drawn if mark.id.endswith("/card")):
            grounds = [mark for mark in drawn if mark.id.endswith("/label/ground") and mark.id[:8] != card.id[:8]]
            above = [box(mark).rect.bottom for mark in grounds if box(mark).rect.y < box(card).rect.y]
            assert all(bottom <= box(card).rect.y + 0.5 for bottom in above)


def test_a_proxy_resets_both_sides() -> None:
    facts = facts_of("reset by the client")
    drawn = draw(facts, len(facts), "", plain_room(options={"proxy": 1}))
    assert "proxy" in texts(drawn)


# Broken rules.


def test_a_forbidden_code_has_an_octagon_and_the_reaction_follows() -> None:
    drawn = scene("forbidden code", "server.frame.1.sent")
    assert drawn.find("frame.client.1/fault") is not None
    assert box(drawn.find("code.1006")).fill == "err.fill"
    assert box(drawn.find("code.1002")).fill == "ink"
    assert "Close  1002" in texts(drawn)
    assert whole(drawn.find("frame.server.1/note")) == "a rule was broken"


@pytest.mark.parametrize("height", [632, 700, 772])
def test_a_broken_rule_is_called_broken_and_not_only_quoted(height: float) -> None:
    drawn = scene("forbidden code", "server.frame.1.sent", height)
    rule = drawn.find("frame.client.1/rule")
    assert isinstance(rule, Label)
    assert rule.text.startswith("Broken: The close code may be sent")
    assert "7.4" in rule.spoken


def test_below_the_rule_stand_its_section_and_the_answer() -> None:
    drawn = scene("forbidden code", "client.broken.0")
    assert "§7.4, Protocol error: the answer is Close 1002" in texts(drawn)


def test_the_card_does_not_keep_a_place_for_a_rule_before_it_is_broken() -> None:
    sent, read = (
        box(scene("forbidden code", fact).find("frame.client.1/card")).rect
        for fact in ("client.frame.1.sent", "client.broken.0")
    )
    assert (sent.x, sent.y, sent.width) == (read.x, read.y, read.width)
    assert read.height - sent.height in {18, 36}


def test_1006_is_not_said_to_come_from_a_missing_close_when_one_came() -> None:
    drawn = end("forbidden code")
    assert whole(drawn.find("told.client/source")) == "read from the peer’s Close"
    assert whole(drawn.find("told.server/source")) == "made here, not from the Close"
    reset = end("reset by the server").find("told.client/source")
    assert whole(reset) == "made here, from the missing Close"


def test_the_octagon_waits_until_the_rule_is_known_to_be_broken() -> None:
    assert scene("forbidden code", "client.frame.1.sent").find("frame.client.1/fault") is None


def test_two_close_frames_that_crossed_cross() -> None:
    drawn = scene("both at once", "server.frame.1.sent")
    client, server = (stroke(drawn.find(f"frame.{role.value}.1")).points for role in Role)
    assert client[0][1] == server[0][1] < client[-1][1] == server[-1][1]


# Whatever the facts are.


@given(
    name=st.sampled_from(sorted(CONVERSATIONS)),
    part=st.floats(0, 1),
    height=st.sampled_from([632, 640, 700, 771, 772]),
    top=st.sampled_from([96, 136]),
)
def test_nothing_overlaps_and_nothing_leaves_the_stage(name: str, part: float, height: float, top: float) -> None:
    facts = facts_of(name)
    drawn = draw(facts, round(part * len(facts)), "", replace(plain_room(height), top=top))
    assert layout_faults(drawn) == []
    assert outside(drawn, top=top) == []
    assert drawn.description


@pytest.mark.parametrize("name", sorted(CONVERSATIONS))
def test_every_cursor_can_be_drawn(name: str) -> None:
    facts = facts_of(name)
    for cursor in range(0, len(facts) + 1, 1 + len(facts) // 16):
        assert layout_faults(draw(facts, cursor, "", plain_room())) == []


@given(st.text(max_size=30), st.sampled_from([1000, 1001, 1011, 3000, 4999]))
def test_any_reason_fits(reason: str, code: int) -> None:
    reason = reason.encode("utf-8", "ignore")[:123].decode("utf-8", "ignore")
    facts = close(chat(), Role.SERVER, code, reason)
    assert layout_faults(draw(facts, len(facts) - 8, "", plain_room(632))) == []


@given(st.data())
def test_facts_in_pieces_never_raise(data: st.DataObject) -> None:
    """Facts of which some are missing: a capture that began late, a recording that was cut."""
    facts = list(facts_of(data.draw(st.sampled_from(sorted(CONVERSATIONS)))))
    kept = data.draw(st.sets(st.integers(0, max(0, len(facts) - 1)))) if facts else set()
    pieces = Facts(fact for place, fact in enumerate(facts) if place not in kept)
    draw(pieces, len(pieces), "", plain_room(632))


def test_the_same_input_gives_the_same_scene() -> None:
    assert end("client first") == end("client first")


def test_the_focus_makes_an_older_message_the_current_one() -> None:
    facts = facts_of("client first")
    drawn = draw(facts, len(facts) - 9, "client.frame.5.sent", plain_room())
    assert drawn.find("frame.client.5/card") is not None


def test_state_moves_agree_with_the_facts() -> None:
    facts = observe(chat().recording)
    drawn = draw(facts, len(facts), "", plain_room())
    for role in Role:
        assert box(drawn.find(f"state.{role.value}.{facts.state(role).name}")).fill == "ink"
    assert {move.transition.next for move in facts.of(Moved)} == {State.OPEN}
