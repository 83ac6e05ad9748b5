"""The list of lessons is that of the lessons themselves, though none of them is read whole."""

from __future__ import annotations

import shutil

import pytest

from lessons.contents import Contents, outline_of
from lessons.error import LessonError
from lessons.groups import HERE
from tests.lessons_support import course

SLUG = "accept-key"


@pytest.fixture
def folder(tmp_path):
    """A course of two lessons."""
    for name in (SLUG, "frames"):
        shutil.copytree(HERE / name, tmp_path / name)
    shutil.copy(HERE / "course.toml", tmp_path)
    return tmp_path


def change(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def listed(one):
    parts = [(phase, list(steps)) for phase, steps in one.parts]
    return one.slug, one.group, one.order, one.path, dict(one.titles), parts


def test_the_outline_of_every_lesson_is_that_of_the_whole():
    contents = Contents()
    assert [listed(one) for one in contents.lessons] == [listed(one) for one in course().lessons]
    assert [(group.id, dict(group.titles)) for group in contents.groups] == [
        (group.id, dict(group.titles)) for group in course().groups
    ]
    assert contents.problems == []


def test_a_lesson_is_read_whole_once(folder):
    contents = Contents(folder)
    lesson = contents.lesson(SLUG)
    assert lesson.steps
    assert contents.lesson(SLUG) is lesson
    assert contents.lesson("masking") is None


def test_steps_of_other_runs_and_narrated_ones_do_not_count(tmp_path):
    for lang in ("en", "zh_CN"):
        (tmp_path / f"{lang}.md").write_text(f"# In {lang}\n", encoding="utf-8")
    (tmp_path / "lesson.toml").write_text(
        "slug = 's'\ngroup = \"g\"\norder = 3\n"
        '[scenario]\nseed = 1\n[[phase]]\nid = "p"\n[[phase]]\nid = "empty"\n'
        '[[variant]]\nid = "one"\n[[variant]]\nid = "two"\n'
        '[[step]]\nid = "a"\nphase = "p"\n'
        '[[step]]\nid = "b"\nphase = "p"\nwhen = [\n  "two",\n]\n'
        '[[step]]\nid = "c"\nphase = "p"\nwhen = ["two", "one"]\n[step.options]\nid = "x"\n'
        '[[step]]\nid = "d"\nphase = "p"\nunless = ["one"]\n'
        '[[step]]\nid = "e"\nphase = "p"\nto = "end"\n'
        '[[step]]\nid = "f"\nphase = "p"\nwhen = []\n',
        encoding="utf-8",
    )
    outline = outline_of(tmp_path)
    assert listed(outline)[:5] == ("s", "g", 3, tmp_path, {"en": "In en", "zh_CN": "In zh_CN"})
    assert outline.parts == (("p", ("a", "c", "f")),)


def test_what_is_wrong_with_a_lesson_is_said_when_it_is_opened(folder):
    change(folder / SLUG / "lesson.toml", 'figure = "', 'figure = "no-')
    contents = Contents(folder)
    assert [one.slug for one in contents.lessons] == [SLUG, "frames"]
    with pytest.raises(LessonError, match="There is no figure “no-") as error:
        contents.lesson(SLUG)
    assert error.value.path == folder / SLUG / "lesson.toml"
    assert error.value.line > 1
    assert contents.lesson("frames").slug == "frames"


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("lesson.toml", 'slug = "', 'name = "', "A lesson begins with slug, group and order: 'slug'."),
        ("lesson.toml", 'slug = "', "slug = ", "A lesson begins with slug, group and order: "),
        ("lesson.toml", "order = ", "order = 'x'#", "A lesson begins with slug, group and order: "),
        ("lesson.toml", 'group = "', 'group = "no-', "There is no group “no-connect” in course.toml."),
        ("en.md", None, None, "The lesson cannot be read: No such file or directory."),
    ],
)
def test_what_cannot_be_listed_is_left_out_and_told(folder, file, old, new, said):
    path = folder / SLUG / file
    if old is None:
        path.unlink()
    else:
        change(path, old, new)
    contents = Contents(folder)
    assert [one.slug for one in contents.lessons] == ["frames"]
    (problem,) = contents.problems
    assert problem.sentence.startswith(said)
    assert problem.path == path


def test_what_is_no_text_is_told(folder):
    (folder / SLUG / "lesson.toml").write_bytes(b"slug = '\xff'")
    contents = Contents(folder)
    assert [one.slug for one in contents.lessons] == ["frames"]
    assert contents.problems[0].sentence == "The file is not UTF-8: byte 8."


@pytest.mark.parametrize("key", ["id", "phase"])
def test_a_step_with_an_empty_list_is_told_when_the_lesson_is_opened(folder, key):
    toml = folder / SLUG / "lesson.toml"
    text = toml.read_text(encoding="utf-8")
    step = text.index("[[step]]")
    line = text.index(f"{key} = ", step)
    toml.write_text(f"{text[:line]}{key} = []{text[text.index(chr(10), line) :]}", encoding="utf-8")
    contents = Contents(folder)
    assert [one.slug for one in contents.lessons] == [SLUG, "frames"]
    assert contents.problems == []
    with pytest.raises(LessonError, match=f"lesson.toml:[0-9]+: “{key}” must be a text"):
        contents.lesson(SLUG)
