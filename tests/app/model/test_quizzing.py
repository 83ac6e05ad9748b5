"""Made questions: one after the other, none twice, and none when they are off."""

from __future__ import annotations

import pytest

from app.model.quizzing import MADE, MODES, Quizzing
from app.model.telling import LessonTelling
from tests.lessons_support import lesson, played_of


@pytest.fixture(scope="module")
def telling():
    return LessonTelling.of(lesson("closing-handshake"), played_of("closing-handshake"), ())


def test_a_question_is_asked_where_it_was_made(telling):
    quizzing = Quizzing()
    here, there = telling.step(4, "en"), telling.step(5, "en")
    assert quizzing.asked(telling, here, "en") is None
    assert quizzing.ask(telling, here)
    asked = quizzing.asked(telling, here, "en")
    assert (asked.id, asked.chosen, asked.right, asked.answer) == (MADE, "", "", "")
    assert quizzing.asked(telling, there, "en") is None


def test_the_answer_comes_when_something_was_chosen(telling):
    quizzing = Quizzing()
    view = telling.step(4, "en")
    quizzing.ask(telling, view)
    option = next(iter(quizzing.asked(telling, view, "en").options))
    assert not quizzing.answer("another", option)
    assert quizzing.answer(MADE, option)
    asked = quizzing.asked(telling, view, "zh_CN")
    assert asked.chosen == option
    assert asked.right in asked.options
    assert asked.answer


def test_no_question_comes_twice(telling):
    quizzing = Quizzing()
    view = telling.step(4, "en")
    texts = []
    for _ in range(300):
        quizzing.ask(telling, view)
        texts.append(quizzing.asked(telling, view, "en").text)
    assert len(set(texts)) == 300


def test_questions_can_be_off(telling):
    quizzing = Quizzing()
    for mode in MODES:
        quizzing.set_mode(mode)
        assert quizzing.mode == mode
    assert not quizzing.ask(telling, telling.step(4, "en"))
    quizzing.set_mode("loud")
    assert quizzing.mode == "off"
