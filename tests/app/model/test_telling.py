"""What is told step by step: a lesson with its own words, a recording with generated ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model.telling import LessonTelling, RecordingTelling
from lessons.model import LANGUAGES, LessonError
from lessons.narration import heading, narrate
from protocol.chorus import Played
from protocol.facts import FrameSent
from tests.lessons_support import course, lesson, played_of, recording_of, runs


def telling_of(slug, fault=""):
    return LessonTelling.of(lesson(slug), played_of(slug, fault), {fault} - {""})


def recorded(slug, fault=""):
    return RecordingTelling.of("talk.jsonl", Played.of(recording_of(slug, fault)))


@pytest.mark.parametrize(("slug", "fault"), runs())
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_step_of_every_run_is_told(slug, fault, lang):
    telling = telling_of(slug, fault)
    views = [telling.step(number, lang) for number in range(telling.count)]
    assert len({view.id for view in views}) == telling.count
    for view in views:
        for text in (view.title, view.label, view.side, *view.body):
            assert text
            assert "{" not in text.replace("{}", "")
    cursors = [view.cursor for view in views]
    assert cursors == sorted(cursors)
    assert 0 < cursors[0] <= cursors[-1] <= len(telling.facts)


@pytest.mark.parametrize(("slug", "fault"), runs())
def test_phases_follow_each_other_and_leave_no_step_out(slug, fault):
    telling = telling_of(slug, fault)
    steps = [number for phase in telling.phases("en") for number in range(phase.first, phase.last + 1)]
    assert steps == list(range(telling.count))
    for phase in telling.phases("en"):
        assert {telling.step(number, "en").phase for number in (phase.first, phase.last)} == {phase.id}


def test_the_title_is_that_of_the_lesson():
    telling = telling_of("accept-key")
    assert [telling.title(lang) for lang in LANGUAGES] == [lesson("accept-key").words[lang].title for lang in LANGUAGES]


def asked_steps(telling):
    views = [telling.step(number, "en") for number in range(telling.count)]
    return [view for view in views if view.question]


@pytest.mark.parametrize("slug", [each.slug for each in course().lessons])
def test_a_question_tells_its_answer_only_when_something_was_chosen(slug):
    telling = telling_of(slug)
    for view in asked_steps(telling):
        asked = telling.asked(view.question, "en", "")
        assert (asked.chosen, asked.right, asked.answer) == ("", "", "")
        assert len(asked.options) >= 2
        for option in asked.options:
            answered = telling.asked(view.question, "en", option)
            assert answered.chosen == option
            assert answered.right in answered.options
            assert answered.answer


def test_faults_are_listed_with_the_one_that_is_on():
    on = {view.id: view.on for view in telling_of("opening-handshake", "old-version").faults("zh_CN")}
    assert [fault for fault, is_on in on.items() if is_on] == ["agreed", "old-version"], "one variant is always on"
    assert list(on) == [fault.id for fault in lesson("opening-handshake").faults]


def test_words_that_do_not_fit_the_facts_are_refused_at_once():
    """A lesson whose steps wait for facts that a run did not bring is never half shown."""
    one = lesson("accept-key")
    step = replace(one.steps[3], at="accept.guessed")
    broken = replace(one, steps=(*one.steps[:3], step, *one.steps[4:]))
    with pytest.raises(LessonError, match=r"waits for “accept\.guessed”"):
        LessonTelling.of(broken, played_of("accept-key"), ())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_recording_has_a_step_for_each_fact(lang):
    telling = recorded("closing-handshake")
    assert telling.count == len(telling.facts)
    for number, fact in enumerate(telling.facts):
        view = telling.step(number, lang)
        assert (view.id, view.cursor, view.body) == (fact.id, number + 1, (narrate(fact, lang),))
        assert view.title == heading(fact, lang) != narrate(fact, lang)


def test_a_frame_of_a_recording_is_drawn_as_a_frame():
    telling = recorded("closing-handshake")
    views = [telling.step(number, "en") for number in range(telling.count)]
    frames = [view for view in views if view.figure == "frame"]
    assert [view.id for view in frames] == [fact.id for fact in telling.facts.of(FrameSent)]
    assert {view.focus for view in frames} == {"client.0", "client.1", "server.0", "server.1"}
    assert {view.figure for view in views} == {"accept", "frame", "handshake", "sequence"}


@pytest.mark.parametrize("depth", [1, 2, 3])
@pytest.mark.parametrize("slug", ["closing-handshake", "accept-key"])
def test_a_lesson_can_be_stepped_at_three_depths(slug, depth):
    written = telling_of(slug)
    telling = written.at_depth(depth)
    views = [telling.step(number, "en") for number in range(telling.count)]
    told = {view.place for view in views} - {None}
    cursors = {written.step(number, "en").cursor for number in range(written.count)}
    wanted = {place for place, fact in enumerate(telling.facts) if fact.depth <= depth and place + 1 not in cursors}
    assert told == wanted
    own = [view.id for view in views if view.place is None]
    assert own == [written.step(number, "en").id for number in range(written.count)], "the lesson's own words stay"
    assert [view.cursor for view in views] == sorted(view.cursor for view in views)


def test_a_depth_keeps_the_place():
    telling = telling_of("closing-handshake")
    for number in range(telling.count):
        cursor = telling.step(number, "en").cursor
        deep = telling.at_depth(3)
        assert deep.step(deep.number_at(cursor), "en").cursor == cursor


def test_a_recording_of_a_depth_leaves_out_what_is_deeper():
    telling = recorded("closing-handshake").at_depth(1)
    assert {telling.facts[place].depth for place in telling.places} == {1}
    assert telling.at_depth(0).count == len(telling.facts)


def test_a_recording_asks_and_breaks_nothing():
    telling = recorded("accept-key")
    assert (telling.title("zh_CN"), telling.phases("en"), telling.faults("en")) == ("talk.jsonl", (), ())
    with pytest.raises(LookupError):
        telling.asked("q", "en", "")
