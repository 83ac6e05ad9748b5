"""The Markdown of a lesson: what it gives, and every mistake with its line."""

from __future__ import annotations

import pytest

from lessons.model import LessonError, Question
from lessons.words import joined, read_words

GOOD = """# The title

The goal of
it all.

## phase one

First phase

## step a

title: Title of a
label: Label
side: Side: with a colon

Body of two
lines, **bold**.

Second paragraph.

> A margin
> note.

## question q

What is it?

- 101: This
- x.y-z: That

answer: Because.

## fault f

title: A fault
What it does.
"""
QUESTION = Question("q", "same_key_again", ("101", "x.y-z"))


def read(tmp_path, text=GOOD, questions=(QUESTION,)):
    path = tmp_path / "en.md"
    path.write_text(text, encoding="utf-8")
    return read_words(
        path, {"step": ["a"], "phase": ["one"], "fault": ["f"], "variant": [], "move": [], "goal": []}, questions
    )


def test_every_part_finds_its_words(tmp_path):
    words = read(tmp_path)
    assert (words.title, words.summary) == ("The title", "The goal of it all.")
    assert words.phases == {"one": "First phase"}
    step = words.steps["a"]
    assert (step.title, step.label, step.side) == ("Title of a", "Label", "Side: with a colon")
    assert step.body == ("Body of two lines, **bold**.", "Second paragraph.")
    assert (step.note, step.line) == ("A margin note.", 10)
    question = words.questions["q"]
    assert (question.text, question.answer) == ("What is it?", "Because.")
    assert dict(question.options) == {"101": "This", "x.y-z": "That"}
    assert (words.faults["f"].title, words.faults["f"].sentence) == ("A fault", "What it does.")


def test_options_come_in_the_order_of_the_lesson(tmp_path):
    turned = Question("q", "same_key_again", ("x.y-z", "101"))
    assert list(read(tmp_path, questions=(turned,)).questions["q"].options) == ["x.y-z", "101"]


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        ("# The title", "The title", "The title", "first line"),
        ("The goal of\nit all.\n", "", "# The title", "its summary: one paragraph, not 0"),
        ("## step a", "## stage a", "## stage a", "A heading is"),
        ("## step a", "### step a", "### step a", "A heading is"),
        ("## step a", "## step b", "## step b", "has no step “b”"),
        ("## fault f", "## step a\n\nside: again", "## step a\n\nside: again", "two sections “step a”"),
        ("title: Title of a", "", "## step a", "has no “title”"),
        ("title: Title of a", "title: x\ntitle: y", "title: y", "“title” is given twice"),
        ("label: Label", "answer: Label", "## step a", "“answer” has no place"),
        ("Second paragraph.", "Second.\n\nThird.", "## step a", "3 paragraphs"),
        ("- 101: This\n", "", "## question q", "lacks the option “101”"),
        ("- 101: This", "- 102: This", "## question q", "no option “102”"),
        ("- x.y-z: That", "- 101: That", "- 101: That", "“101” is given twice"),
        ("answer: Because.", "", "## question q", "has no “answer”"),
        ("First phase", "First\n\nphase", "## phase one", "its name: one paragraph, not 2"),
        ("title: A fault", "title: A fault\n> A note.", "> A note.", "A fault has no margin note"),
        ("## fault f\n\ntitle: A fault\nWhat it does.", "# end", "# end", "A heading is"),
    ],
)
def test_a_mistake_says_where_it_is(tmp_path, old, new, at, says):
    assert old in GOOD
    text = GOOD.replace(old, new)
    line = text[: text.index(at)].count("\n") + 1
    with pytest.raises(LessonError) as error:
        read(tmp_path, text)
    assert says in error.value.sentence
    assert error.value.line == line
    assert str(error.value).startswith(f"{tmp_path / 'en.md'}:{line}: ")


def test_a_missing_section_is_missed_at_the_end(tmp_path):
    text = GOOD[: GOOD.index("## fault f")]
    with pytest.raises(LessonError, match="“## fault f” is missing") as error:
        read(tmp_path, text)
    assert error.value.line == text.count("\n")


def test_a_file_that_cannot_be_read_is_a_mistake_too(tmp_path):
    with pytest.raises(LessonError, match="cannot be read"):
        read_words(tmp_path / "none.md", {}, ())
    (tmp_path / "bad.md").write_bytes(b"# \xff\n")
    with pytest.raises(LessonError, match="not UTF-8"):
        read_words(tmp_path / "bad.md", {}, ())


def test_chinese_lines_are_joined_without_a_space():
    assert joined("服务器", "应答") == "服务器应答"
    assert joined("服务器。", "应答") == "服务器。应答"
    assert joined("the", "server") == "the server"
    assert joined("", "server") == "server"
