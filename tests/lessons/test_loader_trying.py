"""Variants, moves, goals and narrated steps of a lesson, and every mistake in them with file and line."""

from __future__ import annotations

import pytest

from lessons.loader import load_lesson
from lessons.model import LANGUAGES, Action, LessonError

TOML = """slug = "little"
group = "connect"
order = 9

[[action]]
id = "open"
do = "connect"

[[variant]]
id = "usual"

[[variant]]
id = "other"
set = { "actions.bye.code" = 1001 }
[[variant.action]]
id = "open"
do = "connect"
[[variant.action]]
id = "bye"
do = "close"

[[move]]
id = "bye"
[[move.action]]
id = "bye"
do = "close"
code = 1000

[[move]]
id = "old"
set = { version = 12 }

[goal]
solution = [["bye"]]
[[goal.condition]]
id = "told"
holds = "told.server.code = 1000"
[[goal.condition]]
id = "clean"
holds = "not client.broken.*"

[[phase]]
id = "first"

[[step]]
id = "one"
phase = "first"
figure = "sequence"
at = "tcp.open"

[[step]]
id = "rest"
phase = "first"
figure = "sequence"
at = "client.open"
to = "end"
depth = 1
when = ["other"]
"""
WORDS = """# Little

A summary.

## phase first

First

## step one

title: One
label: One
side: One

A body.

## variant usual

title: Usual
Nothing is said.

## variant other

title: Other
It says {action.bye.code}.

## move bye

Say goodbye

## move old

Ask for an old version

## goal goal

End it.

- told: The server is told 1000
- clean: Nobody breaks a rule

hint: Say goodbye.
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "lesson.toml").write_text(TOML, encoding="utf-8")
    for lang in LANGUAGES:
        (tmp_path / f"{lang}.md").write_text(WORDS, encoding="utf-8")
    return tmp_path


def test_what_can_be_tried(folder):
    lesson = load_lesson(folder)
    assert [(one.id, one.variant) for one in lesson.faults] == [("usual", True), ("other", True)]
    assert lesson.variants == lesson.faults
    assert [move.id for move in lesson.moves] == ["bye", "old"]
    assert lesson.goal.solution == (("bye",),)
    assert not lesson.goal.gathers
    assert [one.id for one in lesson.written] == ["one"]
    words = lesson.words["en"]
    assert words.faults["other"].title == "Other"
    assert words.moves == {"bye": "Say goodbye", "old": "Ask for an old version"}
    assert (words.goal.task, words.goal.hint) == ("End it.", "Say goodbye.")
    assert words.goal.conditions == {"told": "The server is told 1000", "clean": "Nobody breaks a rule"}


def test_one_variant_is_always_on_and_brings_its_own_actions(folder):
    scenario = load_lesson(folder).scenario
    assert [action.do for action in scenario.patched().actions] == ["connect"]
    other = scenario.patched({"other"})
    assert [(action.do, action.code) for action in other.actions] == [("connect", None), ("close", 1001)]
    assert scenario.switched(()) == {"usual"}
    assert scenario.switched({"other"}) == {"other"}


def test_moves_come_last_each_under_an_id_of_its_own(folder):
    scenario = load_lesson(folder).scenario
    moved = scenario.patched(moves=("bye", "old", "bye"))
    assert moved.version == 12
    assert moved.actions[1:] == (
        Action("bye-1", "close", code=1000), Action("bye-2", "close", code=1000),
    )  # fmt: skip
    with pytest.raises(LessonError, match="no move named “sing”; here are: bye, old"):
        scenario.patched(moves=("sing",))


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        ('"actions.bye.code" = 1001', '"actions.hi.code" = 1001', "actions.hi.code", "actions.hi.code"),
        ('do = "close"\n\n[[move]]', 'do = "dance"\n\n[[move]]', 'do = "dance"', "Nobody can do “dance”"),
        ('id = "old"\nset = { version = 12 }', 'id = "old"', '"old"', "The move “old” does nothing"),
        ('id = "old"\nset = { version = 12 }', 'id = "old"\nset = { versio = 12 }', "versio", "'versio'"),
        ('solution = [["bye"]]', 'solution = [["hello"]]', '"hello"', "no fault and no move “hello”"),
        ('solution = [["bye"]]', 'solution = ["bye"]', "solution", "for each run a list"),
        ('solution = [["bye"]]\n', "", "[goal]", "for each run a list"),
        ("told.server.code = 1000", "told.nobody = 1", "told.nobody", "no value named “told.nobody”"),
        ("not client.broken.*", "no rule broken", "no rule", "is no condition"),
        ('to = "end"\ndepth = 1', 'to = "end"\ndepth = 4', "depth = 4", "“depth” is 1, 2 or 3"),
        ('id = "told"\n', 'id = "told"\nwhy = 1\n', "why = 1", "no key “why”"),
        ('order = 9', 'order = 9\n[scenario]\nplay = "solo"', "solo", "no play “solo”"),
    ],
)  # fmt: skip
def test_a_mistake_says_where_it_is(folder, old, new, at, says):
    assert old in TOML
    text = TOML.replace(old, new, 1)
    (folder / "lesson.toml").write_text(text, encoding="utf-8")
    with pytest.raises(LessonError) as error:
        load_lesson(folder)
    assert says in error.value.sentence
    assert error.value.line == line_of(text, at)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("- clean: Nobody breaks a rule\n", "", "lacks the condition “clean”"),
        ("- clean: ", "- cleen: ", "no condition “cleen”"),
        ("hint: Say goodbye.\n", "", "has no “hint”"),
        ("## move old\n\nAsk for an old version\n", "", "“## move old” is missing"),
        ("## variant usual", "## fault usual", "no fault “usual”"),
    ],
)
def test_a_mistake_in_the_words_is_named(folder, old, new, says):
    assert old in WORDS
    (folder / "en.md").write_text(WORDS.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LessonError, match=says):
        load_lesson(folder)


def test_a_variant_and_a_fault_have_ids_of_their_own(folder):
    text = TOML.replace("[[move]]", '[[fault]]\nid = "usual"\nset = { version = 12 }\n\n[[move]]', 1)
    (folder / "lesson.toml").write_text(text, encoding="utf-8")
    with pytest.raises(LessonError, match="A variant and a fault have the id “usual”"):
        load_lesson(folder)
