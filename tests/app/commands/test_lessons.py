"""`main.py lessons`."""

from __future__ import annotations

import json

from app.commands import run
from lessons.loader import load_course
from lessons.model import LANGUAGES, LessonError


def test_the_course_as_json(capsys):
    assert run(["lessons", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["lessons"]
    course = load_course()
    assert [each["slug"] for each in told] == [lesson.slug for lesson in course.lessons]
    for each, lesson in zip(told, course.lessons, strict=True):
        assert each["title"] == {lang: lesson.words[lang].title for lang in LANGUAGES}
        assert each["steps"] == len(lesson.written) > 5
        assert each["fault_ids"] == [fault.id for fault in lesson.faults]
        assert set(each["variants"]) <= set(each["fault_ids"])
        assert (each["questions"], each["faults"]) == (len(lesson.questions), len(lesson.faults))
        assert all(each["summary"].values())
        assert (each["goal"] is not None) == bool(lesson.goal.conditions)


def test_the_course_to_read(capsys):
    assert run(["lessons", "--lang", "zh_CN"]) == 0
    out = capsys.readouterr().out
    assert "建立连接" in out
    assert "关闭握手" in out


def test_a_damaged_lesson_is_one_sentence(capsys, monkeypatch, tmp_path):
    def damaged():
        raise LessonError(tmp_path / "lesson.toml", 3, "This is wrong.")

    monkeypatch.setattr("app.commands.lessons.load_course", damaged)
    assert run(["lessons"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == f"{tmp_path / 'lesson.toml'}:3: This is wrong.\n"
