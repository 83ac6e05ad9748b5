"""A TOML file that knows its lines."""

from __future__ import annotations

import pytest

from lessons.model import LessonError
from lessons.source import Source

TOML = 'name = "x"\ncount = 3\n\n[[step]]\nid = "one"\n\n[[step]]\nfocus = "a"\nid = "two"\n'


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "lesson.toml"
    path.write_text(TOML, encoding="utf-8")
    return Source(path)


def test_tables_are_found_by_their_id(source):
    assert [table["id"] for table in source.tables("step")] == ["one", "two"]
    assert (source.line("step", "one"), source.line("step", "two"), source.line("step", "three")) == (4, 7, 1)
    assert source.tables("phase") == []


def test_a_mistake_is_at_the_last_sign_that_is_found(source):
    assert source.wrong("No.", '"two"').line == 9
    assert source.wrong("No.", "count").line == 2
    assert source.wrong("No.", '"one"', "focus").line == 8
    assert source.wrong("No.", "nowhere").line == 1


def test_values_have_their_types(source):
    assert source.text(source.root, "name") == "x"
    assert source.number(source.root, "count") == 3
    assert source.texts(source.root, "list") == ()
    for wrong in (
        lambda: source.text(source.root, "count"),
        lambda: source.number(source.root, "name"),
        lambda: source.texts(source.root, "name"),
        lambda: source.tables("name"),
        lambda: source.tables("step", ["id"]),
    ):
        with pytest.raises(LessonError):
            wrong()


def test_damage_has_a_line(tmp_path):
    path = tmp_path / "lesson.toml"
    path.write_text('a = 1\nb = "\n', encoding="utf-8")
    with pytest.raises(LessonError, match="This is not TOML") as error:
        Source(path)
    assert error.value.line == 2
    path.write_bytes(b"a = '\xff'")
    with pytest.raises(LessonError, match="not UTF-8"):
        Source(path)
