"""Every lesson, run for real in both languages, with and without faults."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from lessons.model import LANGUAGES, LessonError
from lessons.steps import steps_of
from lessons.story import Story
from protocol.knowledge import Facts
from protocol.vocabulary import Role
from tests.lessons_support import course, facts_of, lesson, played_of, runs, story_of


@pytest.mark.parametrize(("slug", "fault"), runs())
def test_every_step_finds_its_fact_and_the_cursor_never_goes_back(slug, fault):
    story = story_of(slug, fault)
    cursors = [at.cursor for at in story.steps]
    assert cursors == sorted(cursors)
    for at in story.steps:
        place = at.told if at.told is not None else story.facts.place(at.step.at)
        assert at.cursor == max(place + 1, *cursors[: at.number], 0)
    assert [at.number for at in story.steps] == list(range(len(story.steps)))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("slug", "fault"), runs())
def test_every_word_is_filled(slug, fault, lang):
    story = story_of(slug, fault)
    said = []
    for at in story.steps:
        words = story.words_at(at, lang)
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


def test_every_lesson_is_a_whole_lesson():
    for one in course().lessons:
        assert len(one.written) >= 6, one.slug
        assert len(one.questions) >= 4, one.slug
        assert one.faults, one.slug
        assert len(one.moves) >= 2, one.slug


@pytest.mark.parametrize("one", course().lessons, ids=lambda one: one.slug)
def test_every_fault_is_told_and_makes_another_run(one):
    base = one.scenario.switched(())
    usual = list(facts_of(one.slug).ids())
    for fault in one.faults:
        story = story_of(one.slug, fault.id)
        assert len(story.steps) > 2, fault.id
        if fault.id in base:
            continue
        assert any(fault.id in at.step.when or at.told is not None for at in story.steps), f"{fault.id} is not told"
        other = played_of(one.slug, fault.id)
        same = list(facts_of(one.slug, fault.id).ids()) == usual and _bytes(other) == _bytes(played_of(one.slug))
        assert not same, f"{fault.id} changes nothing"


def _bytes(played):
    return {name: [one.wire(role) for role in Role] for name, one in played.connections.items()}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("one", course().lessons, ids=lambda one: one.slug)
def test_words_fit_their_places(one, lang):
    for fault in ("", *(each.id for each in one.faults)):
        story = story_of(one.slug, fault)
        for at in story.steps:
            words = story.words_at(at, lang)
            assert len(words.title) <= 48
            assert len(words.label) <= (24 if at.told is None else 48)
            assert len(words.side) <= (40 if at.told is None else 48)
            assert sum(map(len, words.body)) <= 360


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
    assert refused.phases()[-1] == ("refused", len(refused.steps) - 4, len(refused.steps) - 1)


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


def test_a_run_in_which_nothing_of_the_lesson_happens_is_narrated():
    one = lesson("text-and-utf8")
    opened = Facts(tuple(facts_of("text-and-utf8"))[:12])
    story = Story.of(one, opened, altered=True)
    assert not steps_of(one, opened, altered=True)
    assert story.steps
    assert all(at.told is not None for at in story.steps)
