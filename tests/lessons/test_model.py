"""Scenarios with faults, and what can be looked up in a lesson."""

from __future__ import annotations

from pathlib import Path

import pytest

from lessons.model import Action, Fault, LessonError, Scenario
from protocol.vocabulary import Role
from tests.lessons_support import course, lesson

WRONG = Fault("wrong", (("server.guid", "x"), ("version", 8)))
OTHER = Fault("other", (("version", 12),))


def test_faults_are_applied_in_the_order_of_the_lesson():
    scenario = Scenario(faults=(WRONG, OTHER))
    assert scenario.patched() == scenario
    assert scenario.patched({"wrong"}).version == 8
    both = scenario.patched(["other", "wrong"])
    assert (both.server.guid, both.version) == ("x", 12)


def test_an_unknown_fault_is_one_sentence():
    with pytest.raises(LessonError) as error:
        Scenario(faults=(WRONG,)).patched({"none"})
    assert str(error.value) == "There is no fault named “none”; here are: wrong."


def test_an_error_says_file_and_line():
    error = LessonError(Path("a/lesson.toml"), 7, "This is wrong.")
    assert str(error) == f"{Path('a/lesson.toml')}:7: This is wrong."
    assert (error.line, error.sentence) == (7, "This is wrong.")


def test_the_client_acts_unless_said_otherwise():
    assert Action("a", "close").role is Role.CLIENT
    assert Action("a", "close", who="server").role is Role.SERVER


def test_lessons_and_questions_are_found_by_name():
    assert course().lesson("nothing") is None
    assert [group.id for group in course().groups] == [
        "connect",
        "send-data",
        "keep-alive-close",
        "in-production",
    ]
    opening = lesson("opening-handshake")
    assert opening.question("nothing") is None
    asked = opening.question("key-again")
    assert asked is not None
    assert asked.decide == "same_key_again"
