"""Every lesson, run for real in both languages, with and without faults."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from lessons.model import LANGUAGES, LessonError
from lessons.story import Story, steps_of
from protocol.knowledge import Facts
from tests.lessons_support import course, facts_of, lesson, runs, story_of


@pytest.mark.parametrize(("slug", "fault"), runs())
def test_every_step_finds_its_fact_and_the_cursor_never_goes_back(slug, fault):
    story = story_of(slug, fault)
    cursors = [at.cursor for at in story.steps]
    assert cursors == sorted(cursors)
    for at in story.steps:
        assert story.facts[at.cursor - 1].id == at.step.at
    assert [at.number for at in story.steps] == list(range(len(story.steps)))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("slug", "fault"), runs())
def test_every_word_is_filled(slug, fault, lang):
    story = story_of(slug, fault)
    said = []
    for at in story.steps:
        words = story.step_words(at.step, lang)
        said += [words.title, words.label, words.side, *words.body, words.note]
        if at.step.question:
            asked = story.question_words(at.step.question, lang)
            said += [asked.text, *asked.options.values(), asked.answer]
    for each in story.lesson.faults:
        told = story.fault_words(each.id, lang)
        said += [told.title, told.sentence]
    for text in said:
        assert not re.search(r"[{}]|  |None[`”.,]", text), text
        assert text.count("**") % 2 == 0, text
        assert text.count("`") % 2 == 0, text


def test_the_lessons_are_as_long_as_planned():
    steps = {one.slug: len(story_of(one.slug).steps) for one in course().lessons}
    assert steps == {"opening-handshake": 23, "accept-key": 22, "closing-handshake": 17}
    assert all(len(one.questions) >= 4 for one in course().lessons)
    assert all(one.faults for one in course().lessons)


@pytest.mark.parametrize("one", course().lessons, ids=lambda one: one.slug)
def test_every_fault_has_steps_of_its_own_and_changes_the_end(one):
    for fault in one.faults:
        story = story_of(one.slug, fault.id)
        assert any(fault.id in at.step.when for at in story.steps)
        # The last step may be an overview that every run has.
        assert any(at.step.when for at in story.steps[-2:])
        assert story.steps[-1].step.at.endswith(".told")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("one", course().lessons, ids=lambda one: one.slug)
def test_words_fit_their_places(one, lang):
    for fault in ("", *(each.id for each in one.faults)):
        story = story_of(one.slug, fault)
        for at in story.steps:
            words = story.step_words(at.step, lang)
            assert len(words.title) <= 48
            assert len(words.label) <= 24
            assert len(words.side) <= 40
            assert sum(map(len, words.body)) <= 330


def test_chinese_uses_its_own_punctuation():
    for one in course().lessons:
        for words in one.words["zh_CN"].steps.values():
            for text in (words.title, words.side, *words.body, words.note):
                bare = re.sub(r"`[^`]*`|\{[^}]*\}", "x", text)
                assert not re.search(r"[一-鿿][,;:?!.]|[,;:?!][一-鿿]| [，。：；？！]", bare), text


def test_a_normal_run_must_have_every_fact():
    opening = lesson("opening-handshake")
    short = facts_of("opening-handshake").until(3)
    with pytest.raises(LessonError, match=r"waits for “check\.request\.http”, which did not happen") as error:
        steps_of(opening, short)
    assert error.value.line == next(step.line for step in opening.steps if step.at == "check.request.http")
    assert steps_of(opening, Facts(), {"old-version", "no-upgrade"}) == ()


def test_a_fault_s_own_step_must_have_its_fact():
    with pytest.raises(LessonError, match="did not happen"):
        steps_of(lesson("accept-key"), facts_of("accept-key"), {"wrong-guid"})


def test_the_phases_of_a_run_are_those_of_its_steps():
    assert [phase for phase, _, _ in story_of("opening-handshake").phases()] == [
        "tcp", "request", "validate", "accept", "response", "open",
    ]  # fmt: skip
    refused = story_of("opening-handshake", "old-version")
    assert refused.phases()[-1] == ("refused", len(refused.steps) - 3, len(refused.steps) - 1)


def test_a_value_that_the_run_lacks_says_where_it_is_named():
    story = story_of("opening-handshake", "old-version")
    step = next(step for step in story.lesson.steps if step.id == "accept-value")
    with pytest.raises(LessonError, match="no accept value") as error:
        story.step_words(step, "en")
    assert error.value.line == story.lesson.words["en"].steps["accept-value"].line


def test_the_words_of_a_fault_are_those_of_its_own_scenario():
    story = story_of("accept-key")
    assert story.fault_words("wrong-guid", "en").title == "GUID ends in 5B12"
    old = Story.of(lesson("opening-handshake"), facts_of("opening-handshake"))
    assert old.fault_words("old-version", "en").title == "Version 12"


def test_two_steps_at_one_fact_share_their_cursor():
    story = story_of("accept-key")
    computed = [at.cursor for at in story.steps if at.step.at == "accept.computed"]
    assert len(set(computed)) == 1
    assert len(computed) > 10
    moved = replace(story.lesson, steps=tuple(reversed(story.lesson.steps)))
    cursors = [at.cursor for at in steps_of(moved, story.facts)]
    assert cursors == sorted(cursors)
