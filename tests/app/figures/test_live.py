"""The small figures of Live."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.drawing.hits import bounds
from app.drawing.marks import Box, Glyph, Label, Scene
from app.figures import live_card, live_heads, live_opcodes, live_rates, live_states, live_trip
from app.model.live.cards import PeerCard
from protocol.handshake import Verdict
from protocol.ledger import Ledger
from protocol.recording import Kind, Setup
from protocol.talk import Talk
from protocol.vocabulary import Opcode, Role, State
from tests.figures_support import plain_room, unknown_colours
from tests.live_support import ANSWER, frame, open_talk, request

CARD = PeerCard(3, "browser", "Chrome, Linux", "127.0.0.1:50000", "client", State.OPEN, (0,) * 13 + (4,), 0.0042)


def _texts(scene: Scene) -> list[str]:
    return [mark.text for mark in scene.marks if isinstance(mark, Label)]


def _talk() -> Talk:
    return Ledger().begin(Setup("c", "s"))


def _heads(talk: Talk) -> tuple[live_heads.Side, live_heads.Side]:
    sides: list[live_heads.Side] = []
    for name in ("request.sent", "response.sent"):
        head = getattr(talk.facts.get(name), "head", None)
        sides.append((head, talk.checks(head) if head is not None else ()))
    return sides[0], sides[1]


def test_bars_grow_on_one_scale_up_and_down() -> None:
    scene = live_rates.draw([0, 50, 100], [10, 0, 25], 800, plain_room())
    up, down = scene.find("rates/up.2"), scene.find("rates/down.2")
    assert isinstance(up, Box)
    assert isinstance(down, Box)
    assert up.rect.height == pytest.approx(4 * down.rect.height)
    assert up.rect.bottom < live_rates.MIDDLE < down.rect.y
    assert scene.find("rates/up.0") is None
    assert {"100/s", "25/s"} <= set(_texts(scene))
    assert "100 frames went from client to server and 25" in scene.description
    assert not unknown_colours(scene)


@pytest.mark.parametrize(("most", "scale"), [(0, 4), (4, 5), (11, 20), (20, 20), (21, 50), (20_001, 50_000)])
def test_the_scale_is_round(most: int, scale: int) -> None:
    assert live_rates.scale_of(most) == scale


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (999, "999"), (1234, "1.2k"), (9949, "9.9k"), (9950, "10k"), (20_000, "20k")]
)
def test_rates_stay_short(value: int, text: str) -> None:
    assert live_rates.short(value) == text


@pytest.mark.parametrize("width", [300, 420, 800])
def test_the_bars_stay_inside(width: float) -> None:
    scene = live_rates.draw([20_000] * 60, [20_000] * 60, width, plain_room())
    for mark in scene.marks:
        area = bounds(mark)
        assert area.x >= -1
        assert area.right <= width + 1, mark
        assert area.y >= 0
        assert area.bottom <= live_rates.HEIGHT


def test_the_names_go_where_there_is_no_room() -> None:
    assert "client → server" not in _texts(live_rates.draw([1], [1], 300, plain_room()))
    assert "client → server" in _texts(live_rates.draw([1], [1], 700, plain_room()))


def test_round_trips_show_last_and_highest() -> None:
    scene = live_trip.draw(1, [0.004, 0.0096, 0.0003], 208, plain_room())
    assert {"0.3 ms", "10 ms"} <= set(_texts(scene))
    assert any("peer #1" in text for text in _texts(scene))
    assert not unknown_colours(scene)


@pytest.mark.parametrize(("talk", "says"), [(0, "No peer is selected"), (4, "peer #4: no ping")])
def test_no_round_trip_is_a_sentence(talk: int, says: str) -> None:
    assert says in live_trip.draw(talk, [], 400, plain_room()).description


@pytest.mark.parametrize(("seconds", "text"), [(0.0003, "0.3 ms"), (0.019, "19 ms"), (2.5, "2.5 s")])
def test_durations(seconds: float, text: str) -> None:
    assert live_trip.milliseconds(plain_room().words, seconds) == text


def test_opcodes_by_frequency_and_the_reserved_ones_together() -> None:
    assert live_opcodes.rows_of({1: 5, 9: 7, 3: 1, 11: 1})[:2] == [("ping", 7), ("text", 5)]
    assert live_opcodes.rows_of({3: 1, 11: 1})[-1] == ("reserved", 2)
    scene = live_opcodes.draw({1: 10, 8: 5}, 208, plain_room())
    text, close = scene.find("opcodes/text/bar"), scene.find("opcodes/close/bar")
    assert isinstance(text, Box)
    assert isinstance(close, Box)
    assert text.rect.width == pytest.approx(2 * close.rect.width)
    assert scene.find("opcodes/ping/bar") is None


@pytest.mark.parametrize("state", list(State))
def test_a_card_has_the_shape_of_its_state(state: State) -> None:
    scene = live_card.draw(replace(CARD, state=state, code=1001), 224, plain_room())
    glyph = scene.find("card/state")
    assert isinstance(glyph, Glyph)
    assert glyph.name == state.name.lower()
    assert ("code 1001" in _texts(scene)) == (state is State.CLOSED)
    assert ("4 ms" in _texts(scene)) == (state is not State.CLOSED)
    assert not unknown_colours(scene)


def test_a_card_says_everything_in_one_sentence() -> None:
    words = plain_room().words
    assert live_card.spoken(words, CARD) == "Peer #3, Chrome, Linux, 127.0.0.1:50000, OPEN, 4 ms"


def test_a_server_has_a_square_and_a_client_a_disc() -> None:
    disc = live_card.draw(CARD, 224, plain_room()).find("card/peer")
    square = live_card.draw(replace(CARD, side="server", kind="ours"), 224, plain_room()).find("card/peer")
    assert isinstance(disc, Box)
    assert isinstance(square, Box)
    assert disc.radius == disc.rect.width / 2
    assert square.radius < 3


def test_what_is_long_stays_in_the_card() -> None:
    card = replace(CARD, kind="program", name="x" * 40, address="[2001:db8:1234:5678:9abc:def0:1234:5678]:65535")
    for mark in live_card.draw(card, 224, plain_room()).marks:
        assert bounds(mark).right <= 225


def test_states_follow_the_facts() -> None:
    talk = _talk()
    open_talk(talk)
    talk.data(1, Role.CLIENT, frame(Opcode.CLOSE, b"\x03\xe8"))
    scene = live_states.draw(talk.facts, len(talk.facts), 1000, plain_room())
    now = [
        mark.id for mark in scene.marks if isinstance(mark, Box) and mark.id.startswith("state.") and mark.fill == "ink"
    ]
    assert now == ["state.client.CLOSING", "state.server.CLOSING"]
    before = live_states.draw(talk.facts, 0, 1000, plain_room())
    boxes = [before.find(f"state.{role}.CONNECTING") for role in ("client", "server")]
    assert all(isinstance(box, Box) and box.fill == "ink" for box in boxes)
    assert not unknown_colours(scene)


def test_a_leap_to_closed_is_drawn_with_its_signal() -> None:
    talk = _talk()
    open_talk(talk)
    talk.end(1, Role.CLIENT, Kind.RST)
    scene = live_states.draw(talk.facts, len(talk.facts), 1000, plain_room())
    assert scene.find("move.server.OPEN.CLOSED") is not None
    assert any("§7.1.4" in text for text in _texts(scene))


@pytest.mark.parametrize("width", [900, 1400])
def test_both_machines_stay_inside(width: float) -> None:
    talk = _talk()
    open_talk(talk)
    talk.end(1, Role.CLIENT, Kind.RST)
    for mark in live_states.draw(talk.facts, len(talk.facts), width, plain_room()).marks:
        area = bounds(mark)
        assert area.x >= 0
        assert area.right <= width
        assert area.y >= 0
        assert area.bottom <= live_states.HEIGHT


def test_heads_stand_side_by_side_with_their_checks() -> None:
    talk = _talk()
    open_talk(talk)
    scene = live_heads.draw(*_heads(talk), 900, plain_room())
    assert "GET /chat HTTP/1.1" in _texts(scene)
    assert "HTTP/1.1 101 Switching Protocols" in _texts(scene)
    glyphs = {mark.name for mark in scene.marks if isinstance(mark, Glyph)}
    assert glyphs == {"tick"}
    assert "every rule holds" in scene.description


def test_a_broken_rule_has_its_sentence_below_its_line() -> None:
    talk = _talk()
    talk.data(0.1, Role.CLIENT, request().replace(b"Version: 13", b"Version: 12"))
    talk.data(0.2, Role.SERVER, ANSWER)
    request_side, _ = _heads(talk)
    broken = [check for check in request_side[1] if check.verdict is Verdict.BROKEN]
    assert broken
    scene = live_heads.draw(request_side, (None, ()), 900, plain_room())
    assert any(isinstance(mark, Glyph) and mark.name == "cross" for mark in scene.marks)
    assert any(f"§{broken[0].rule.section}" in text for text in _texts(scene))
    assert "No answer came yet." in _texts(scene)


def test_a_missing_header_is_said_at_the_end() -> None:
    talk = _talk()
    talk.data(0.1, Role.CLIENT, request().replace(b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", b""))
    scene = live_heads.draw(_heads(talk)[0], (None, ()), 900, plain_room())
    assert any(mark.id.startswith("request/absent.0") for mark in scene.marks)


def test_a_hostile_head_is_cut() -> None:
    talk = _talk()
    lines = b"".join(b"X-%d: " % number + b"y" * 100 + b"\r\n" for number in range(90))
    talk.data(0.1, Role.CLIENT, request().replace(b"\r\n\r\n", b"\r\n" + lines + b"\r\n"))
    scene = live_heads.draw(_heads(talk)[0], (None, ()), 900, plain_room())
    assert scene.height < 1800
    assert any("more line(s)" in text for text in _texts(scene))
