"""What Learn takes away is what stands on its stage: with the controls as they are turned, the second run beside the
first, and no answer to an open question, in any format."""

from __future__ import annotations

import pytest
from desk_support import make_desk

from app.drawing.marks import Label
from app.drawing.plain_measure import PlainMeasure
from app.exporting_learn import seen, whole_of
from app.model.telling import sight
from app.plain_words import plain_words
from app.publishing.choices import Choices
from app.publishing.formats import TEXTS, written
from app.storyboard.mermaid import to_sequence


@pytest.fixture
def desk(qtbot):
    desk = make_desk()
    qtbot.addWidget(desk.window)
    desk.window.show()
    return desk


def at(desk, slug, step):
    desk.session.open_slug(slug)
    ids = [desk.session.view(number).id for number in range(desk.session.telling.count)]
    desk.session.timeline.seek(ids.index(step))
    return desk


def scene(subject, **chosen):
    return subject.scene(Choices(**chosen), PlainMeasure("en"))


def texts(drawn):
    return {mark.id: mark.text for mark in drawn.marks if isinstance(mark, Label)}


def test_it_is_what_stands_on_the_stage(desk):
    at(desk, "closing-handshake", "quiet")
    desk.session.quizzing.set_mode("off")
    desk.show_again()
    subject = seen(desk.session)
    assert subject.name.startswith("closing-handshake-")
    assert texts(scene(subject)) == texts(desk._scene)


def test_while_a_question_is_open_nothing_gives_its_answer_away(desk):
    at(desk, "closing-handshake", "quiet")
    veiled = seen(desk.session)
    hidden = {name for name, text in texts(scene(veiled)).items() if text == "?"}
    assert hidden
    assert {name for name, text in texts(desk._scene).items() if text == "?"} == hidden
    desk.answer(0)
    answered = seen(desk.session)
    shown = texts(scene(answered))
    answers = {shown[name] for name in hidden} - set(texts(scene(veiled)).values())
    assert answers
    for suffix in (".txt", ".json", ".alt.txt", ".tex", ".mmd", ".svg"):
        told = written(veiled, suffix, Choices()).decode()
        assert not any(f'"{answer}"' in told or f">{answer}<" in told for answer in answers), suffix
    assert scene(veiled).description == ""


def test_an_open_question_about_a_frame_leaves_no_bits_to_be_read(desk):
    desk.session.open_slug("masking")
    views = [desk.session.view(number) for number in range(desk.session.telling.count)]
    number = next(place for place, view in enumerate(views) if view.hides and view.figure == "frame")
    desk.session.timeline.seek(number)
    veiled = seen(desk.session)
    assert veiled.veiled
    assert all(veiled.special(suffix, Choices()) is None for suffix in TEXTS if suffix != ".mmd")
    before = veiled.special(".mmd", Choices())
    desk.answer(0)
    after = seen(desk.session)
    assert not after.veiled
    desk.session.timeline.back()
    facts, cursor = sight(desk.session.telling, desk.session.view())
    told = to_sequence(facts, plain_words("en"), until=cursor)
    assert before.partition("sequenceDiagram")[2] == told.partition("sequenceDiagram")[2]


def test_a_control_that_was_turned_stays_turned(desk):
    desk.session.open_slug("accept-key")
    for number in range(desk.session.telling.count):
        desk.session.timeline.seek(number)
        if desk.window.stage.controls.parts:
            break
    desk.session.quizzing.set_mode("off")
    before = texts(scene(seen(desk.session)))
    name = next(iter(desk.window.stage.controls.parts))
    desk.session.turn(name, 2)
    after = texts(scene(seen(desk.session)))
    assert after != before
    assert after == texts(desk._scene)


def test_two_runs_stand_side_by_side(desk):
    at(desk, "closing-handshake", "quiet")
    desk.session.keep()
    desk.session.set_fault("tcp-drop", on=True)
    subject = seen(desk.session)
    assert subject.kept is not None
    assert texts(scene(subject)) == texts(desk._scene)
    assert "stage.title" not in texts(scene(subject, captions="en"))


def test_all_steps_are_those_of_what_is_open(desk):
    assert whole_of(desk.session) is None
    assert seen(desk.session) is None
    at(desk, "closing-handshake", "quiet")
    whole = whole_of(desk.session)
    assert (whole.name, whole.kind) == ("closing-handshake", "lesson")
    assert whole.telling() is desk.session.telling
    desk.session.open_talk("a.jsonl", desk.session.telling.played.main)
    assert whole_of(desk.session).kind == "recording"
    assert whole.telling().count != whole_of(desk.session).telling().count
