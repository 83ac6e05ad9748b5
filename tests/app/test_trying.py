"""Variants, goals, forks, depths and questions in the whole window."""

from __future__ import annotations

import asyncio
import socket

import pytest
from desk_support import COURSE, make_desk, translators
from PySide6.QtCore import Qt

from app.network.plays import broker
from app.network.scenario import play
from app.trying import BITS

Key = Qt.Key

SLUG = "closing-handshake"


@pytest.fixture(autouse=True)
def english_afterwards(qapp):
    yield
    translators().use("en")


@pytest.fixture
def desk(qtbot):
    desk = make_desk()
    qtbot.addWidget(desk.window)
    desk.session.open_slug(SLUG)
    desk.window.show()
    return desk


def press(qtbot, desk, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        qtbot.keyClick(desk.window, key, modifier)


def seek(desk, fact_id):
    """To a step whose newest fact is this one."""
    desk.session.set_depth(3)
    telling = desk.session.telling
    place = telling.facts.place(fact_id)
    number = next(n for n in range(telling.count) if telling.step(n, "en").cursor == place + 1)
    desk.session.timeline.seek(number)


def test_one_key_goes_through_all_variants_and_round(qtbot, desk):
    variants = [fault.id for fault in COURSE.lesson(SLUG).variants]
    assert len(variants) > 2
    found = []
    for _ in variants:
        found.append(next(fault.id for fault in desk.session.telling.faults("en") if fault.on))
        press(qtbot, desk, Key.Key_V)
    assert found == variants
    assert desk.session.telling.story.faults == {variants[0]}
    press(qtbot, desk, Key.Key_V, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert desk.session.telling.story.faults == {variants[-1]}


def test_a_variant_is_clicked_in_the_figure(desk):
    mark = next(mark for mark in desk._scene.marks if mark.links == ("variant:tcp-drop",))
    desk.canvas.pin(mark.links)
    assert desk.session.faults == {"tcp-drop"}
    assert desk.canvas.pinned == ()


def test_variants_are_told_beside_the_stage_while_presenting(qtbot, desk):
    strip = [mark.id for mark in desk.canvas.scene.marks if mark.links[:1] == ("variant:tcp-drop",)]
    assert strip
    press(qtbot, desk, Key.Key_F5)
    assert not any(desk.canvas.scene.find(name) for name in strip)
    press(qtbot, desk, Key.Key_V)
    assert desk.session.faults
    press(qtbot, desk, Key.Key_Escape)
    assert all(desk.canvas.scene.find(name) for name in strip)


def test_a_goal_is_reached_by_its_moves_and_left_again(qtbot, desk):
    lesson = next(one for one in COURSE.lessons if len(one.goal.solution) == 1 and one.moves and set(
        one.goal.solution[0]) <= {move.id for move in one.moves})  # fmt: skip
    desk.session.open_lesson(lesson)
    card = desk.window.side_pane.goal
    assert card.isVisible()
    assert not card._goal.reached
    for move in lesson.goal.solution[0]:
        row = next(row for row in card.moves.rows if row.choice.id == move)
        row.click()
    assert card._goal.reached
    assert desk.session.timeline.step == desk.session.telling.count - 1
    assert desk.progress.met(lesson.slug) >= {one.id for one in lesson.goal.conditions}
    press(qtbot, desk, Key.Key_Backspace)
    assert len(desk.session.order.moves) == len(lesson.goal.solution[0]) - 1
    if not lesson.goal.gathers:
        assert not card._goal.reached


def test_a_changed_bit_makes_a_second_future(qtbot, desk):
    seek(desk, "client.frame.0.sent")
    card = desk.window.side_pane.fork
    flips = [row.choice.id for row in card.changes.rows if row.choice.id.startswith("flip.")]
    assert flips == [f"flip.{bit}" for bit in BITS]
    before = desk.session.telling
    next(row for row in card.changes.rows if row.choice.id == "flip.1").click()
    assert desk.session.fork.telling is before
    assert "client.broken.0" in desk.session.telling.facts
    assert "client.broken.0" not in before.facts
    assert desk.canvas.scene.find("base.title") is not None
    press(qtbot, desk, Key.Key_F)
    assert desk.session.fork is None
    assert "client.broken.0" not in desk.session.telling.facts


def test_a_pinned_bit_can_be_turned(desk):
    seek(desk, "client.frame.0.sent")
    desk.canvas.pin(("bit:9",))
    keys = [row.choice.id for row in desk.window.side_pane.fork.changes.rows]
    assert keys[0] == "flip.9"


def test_a_kept_run_stands_beside_the_next_variant(qtbot, desk):
    press(qtbot, desk, Key.Key_F)
    desk.session.set_fault("tcp-drop", on=True)
    assert desk.canvas.scene.find("other.server.end/told").text.startswith("1006")
    press(qtbot, desk, Key.Key_F)
    assert desk.canvas.scene.find("other.title") is None


def test_the_depth_turns_round_and_keeps_the_place(qtbot, desk):
    desk.session.timeline.seek(6)
    cursor = desk.session.view().cursor
    depths = []
    for _ in range(4):
        press(qtbot, desk, Key.Key_D)
        depths.append(desk.session.telling.depth)
        assert desk.session.view().cursor <= cursor
    assert depths == [1, 2, 3, 0]


def test_q_asks_and_digits_answer(qtbot, desk):
    desk.session.timeline.seek(1)
    texts = set()
    for _ in range(3):
        press(qtbot, desk, Key.Key_Q)
        texts.add(desk.session.asked().text)
        press(qtbot, desk, Key.Key_1)
        assert desk.session.asked().right
    assert len(texts) == 3


def test_a_question_that_must_be_answered_holds_the_reader(qtbot, desk):
    desk.set_mode("must")
    number = next(n for n in range(desk.session.telling.count) if desk.session.telling.step(n, "en").question)
    desk.session.timeline.seek(number)
    press(qtbot, desk, Key.Key_Right)
    assert desk.session.timeline.step == number
    press(qtbot, desk, Key.Key_1, Key.Key_Right)
    assert desk.session.timeline.step == number + 1


def test_questions_that_are_off_are_not_asked(desk):
    desk.set_mode("off")
    for number in range(desk.session.telling.count):
        desk.session.timeline.seek(number)
        assert desk.session.asked() is None


def test_a_lesson_can_be_forgotten(desk):
    desk.session.timeline.last()
    desk.session.set_fault("tcp-drop", on=True)
    assert desk.progress.seen[SLUG]
    desk.do("reset")
    seen = {step for step in desk.progress.seen[SLUG] if not step.startswith("goal:")}
    assert seen == {desk.session.view().id}
    assert (desk.session.timeline.step, desk.session.faults) == (0, frozenset())


def test_a_redis_that_is_not_there_is_said_and_the_lesson_goes_on(qtbot):
    """No Redis listens on this port: it was free a moment ago."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    desk = make_desk(runner=lambda order, done: done(asyncio.run(play(order))))
    qtbot.addWidget(desk.window)
    broker.choose(f"redis://127.0.0.1:{port}")
    try:
        desk.session.open_slug("scaling-out")
    finally:
        broker.choose(None)
    said = desk.window.message.words.text()
    assert "does not work" in said
    assert str(port) in said
    assert desk.session.lesson.slug == "scaling-out"
    assert desk.session.telling.count > 10
