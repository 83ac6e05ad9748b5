"""`main.py lessons`."""

from __future__ import annotations

import json

from app.commands import run
from lessons.model import LessonError


def test_the_course_as_json(capsys):
    assert run(["lessons", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["lessons"]
    assert [each["slug"] for each in told] == ["opening-handshake", "accept-key", "closing-handshake"]
    assert told[0]["title"] == {"en": "Opening handshake", "zh_CN": "打开握手"}
    assert (told[0]["steps"], told[0]["faults"]) == (23, 3)
    assert told[1]["fault_ids"] == ["wrong-guid"]
    assert all(each["goal"]["en"] and each["goal"]["zh_CN"] for each in told)


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
