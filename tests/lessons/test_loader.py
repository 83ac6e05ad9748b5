"""Lessons from folders: what is loaded, and every mistake with file and line."""

from __future__ import annotations

import shutil

import pytest

from lessons.loader import HERE, load_course, load_lesson
from lessons.model import LANGUAGES, LessonError

TOML = """slug = "little"
group = "connect"
order = 9

[scenario]
seed = 1
host = "server.example.com"
headers = { "X-One" = "1" }

[scenario.server]
subprotocols = ["chat"]

[[action]]
id = "open"
do = "connect"

[[fault]]
id = "old"
set = { version = 12 }

[[phase]]
id = "first"

[[phase]]
id = "second"

[[question]]
id = "q"
decide = "change_header"
header = "Sec-WebSocket-Version"
value = "8"
options = ["101", "426"]

[[step]]
id = "one"
phase = "first"
figure = "sequence"
at = "tcp.open"

[[step]]
id = "two"
phase = "second"
figure = "accept"
at = "accept.computed"
focus = "round.1.37"
options = { round = 37 }
rfc = ["RFC 6455 §4.2.2"]
hides = ["after/*"]
question = "q"
unless = ["old"]
"""
WORDS = """# Little

A goal.

## phase first

First

## phase second

Second

## step one

title: One
label: One
side: One

A body.

## step two

title: Two
label: Two
side: Two

The value is `{accept}`.

## question q

What?

- 101: Yes
- 426: No

answer: So.

## fault old

title: Old
An old version.
"""


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "little"
    made.mkdir()
    (made / "lesson.toml").write_text(TOML, encoding="utf-8")
    for lang in LANGUAGES:
        (made / f"{lang}.md").write_text(WORDS, encoding="utf-8")
    return made


def test_a_lesson_is_what_its_files_say(folder):
    lesson = load_lesson(folder)
    assert (lesson.slug, lesson.group, lesson.order) == ("little", "connect", 9)
    assert lesson.scenario.headers == (("X-One", "1"),)
    assert lesson.scenario.server.subprotocols == ("chat",)
    assert [action.do for action in lesson.scenario.actions] == ["connect"]
    assert lesson.faults[0].patches == (("version", 12),)
    assert [phase.id for phase in lesson.phases] == ["first", "second"]
    one, two = lesson.steps
    assert (one.id, one.focus, one.question, dict(one.options)) == ("one", "", "", {})
    assert (two.focus, dict(two.options), two.rfc) == ("round.1.37", {"round": 37}, ("RFC 6455 §4.2.2",))
    assert (two.hides, two.unless, two.line) == (
        ("after/*",),
        ("old",),
        line_of(TOML, '[[step]]\nid = "two"'),
    )
    question = lesson.question("q")
    assert question is not None
    assert dict(question.params) == {"header": "Sec-WebSocket-Version", "value": "8"}
    assert set(lesson.words) == set(LANGUAGES)


def line_of(text, part):
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        ('slug = "little"\n', "", None, "lacks “slug”"),
        ("order = 9", 'order = "9"', 'order = "9"', "must be a whole number"),
        ("order = 9", "order = ", "order = ", "This is not TOML"),
        ("order = 9", "order = 9\ncolour = 1", "colour", "no key “colour”"),
        ("seed = 1", "seed = 1\nport = 80", "port", "no key “port”"),
        ("seed = 1", 'seed = "1"', "seed", "'seed' takes a whole number"),
        ('subprotocols = ["chat"]', "echoes = true", "echoes", "'server.echoes'"),
        ('do = "connect"', 'do = "dance"', 'do = "dance"', "Nobody can do “dance”"),
        ('do = "connect"', 'do = "text"\nwho = "proxy"', "proxy", "neither client nor server"),
        ('do = "connect"', "", '"open"', "The action lacks “do”"),
        ('do = "connect"', 'do = "text"\nwhen = 1', "when = 1", "no key “when”"),
        ("set = { version = 12 }", "set = { verzion = 12 }", "verzion", "'verzion'"),
        ("set = { version = 12 }", 'set = { "actions.open.do" = "dance" }', "dance", "Nobody can do “dance”"),
        ("set = { version = 12 }", "", '"old"', "sets nothing"),
        ('decide = "change_header"', 'decide = "guess"', "guess", "no decider “guess”"),
        ('options = ["101", "426"]', 'options = ["101"]', 'options = ["101"]', "two or more options"),
        ('phase = "first"', 'phase = "third"', "third", "no phase “third”"),
        ('phase = "second"\nfigure', 'phase = "first"\nfigure', None, ""),
        ('phase = "first"\nfigure', 'phase = "second"\nfigure', None, ""),
        ('figure = "sequence"', 'figure = "pie"', "pie", "no figure “pie”"),
        ('at = "tcp.open"', "", '"one"', "The step lacks “at”"),
        ('rfc = ["RFC 6455 §4.2.2"]', 'rfc = "RFC"', "rfc", "a list of texts"),
        ("options = { round = 37 }", "options = 37", "options = 37", "a table of texts and numbers"),
        ('question = "q"', 'question = "r"', 'question = "r"', "no question “r”"),
        ('question = "q"\n', "", 'id = "q"', "No step asks the question “q”"),
        ('unless = ["old"]', 'unless = ["new"]', "new", "no fault “new”"),
        ('hides = ["after/*"]', 'hidden = ["after/*"]', "hidden", "no key “hidden”"),
    ],
)
def test_a_mistake_in_the_lesson_says_where_it_is(folder, old, new, at, says):
    assert old in TOML
    text = TOML.replace(old, new, 1)
    (folder / "lesson.toml").write_text(text, encoding="utf-8")
    if not says:
        load_lesson(folder)
        return
    with pytest.raises(LessonError) as error:
        load_lesson(folder)
    assert says in error.value.sentence
    assert error.value.path == folder / "lesson.toml"
    if at is not None:
        assert error.value.line == line_of(text, at)


def test_phases_follow_each_other(folder):
    text = TOML.replace('phase = "first"\nfigure', 'phase = "second"\nfigure')
    text = text.replace('phase = "second"\nfigure = "accept"', 'phase = "first"\nfigure = "accept"')
    (folder / "lesson.toml").write_text(text, encoding="utf-8")
    with pytest.raises(LessonError, match="goes back to the phase “first”") as error:
        load_lesson(folder)
    assert error.value.line == line_of(text, 'id = "two"')


def test_an_id_is_given_once(folder):
    text = TOML.replace('id = "two"', 'id = "one"')
    (folder / "lesson.toml").write_text(text, encoding="utf-8")
    with pytest.raises(LessonError, match="Two steps have the id “one”") as error:
        load_lesson(folder)
    assert error.value.line == line_of(text, 'id = "one"\nphase = "second"')


def test_a_language_that_is_missing_or_incomplete_is_a_mistake(folder):
    (folder / "zh_CN.md").unlink()
    with pytest.raises(LessonError, match="cannot be read"):
        load_lesson(folder)
    (folder / "zh_CN.md").write_text(WORDS.replace("## phase second\n\nSecond\n", ""), encoding="utf-8")
    with pytest.raises(LessonError, match=r"“## phase second” is missing") as error:
        load_lesson(folder)
    assert error.value.path == folder / "zh_CN.md"


def test_an_unknown_placeholder_says_its_line(folder):
    text = WORDS.replace("{accept}", "{acept}")
    (folder / "en.md").write_text(text, encoding="utf-8")
    with pytest.raises(LessonError, match=r"no value named “{acept}”") as error:
        load_lesson(folder)
    assert (error.value.path, error.value.line) == (folder / "en.md", line_of(text, "{acept}"))


def test_a_folder_without_a_lesson_is_a_mistake(tmp_path):
    with pytest.raises(LessonError, match="cannot be read"):
        load_lesson(tmp_path)


def test_the_course_sorts_its_lessons_into_groups(folder):
    shutil.copy(HERE / "course.toml", folder.parent)
    course = load_course(folder.parent)
    assert [lesson.slug for lesson in course.groups[0].lessons] == ["little"]
    assert course.groups[0].titles["en"] == "Connect"
    path = folder / "lesson.toml"
    path.write_text(TOML.replace('"connect"', '"nowhere"', 1), encoding="utf-8")
    with pytest.raises(LessonError, match="no group “nowhere”") as error:
        load_course(folder.parent)
    assert (error.value.path, error.value.line) == (path, 2)


def test_two_lessons_with_one_slug_are_a_mistake(folder):
    shutil.copy(HERE / "course.toml", folder.parent)
    twin = folder.parent / "twin"
    shutil.copytree(folder, twin)
    with pytest.raises(LessonError, match="Two lessons have the slug “little”") as error:
        load_course(folder.parent)
    assert error.value.line == 1
