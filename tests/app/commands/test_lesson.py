"""`main.py lesson SLUG`, on real sockets."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.commands import run
from lessons.loader import HERE
from tests.lessons_support import story_of

ROOT = Path(__file__).parents[3]


def test_a_lesson_as_json(capsys):
    assert run(["lesson", "opening-handshake", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["slug"] == "opening-handshake"
    assert len(told["steps"]) == len(story_of("opening-handshake").steps)
    facts = [fact["id"] for step in told["steps"] for fact in step["facts"]]
    assert facts[0] == "tcp.open"
    assert facts[-1] == "server.message.0"
    assert len(facts) == len(set(facts))
    asked = next(step["question"] for step in told["steps"] if step["question"])
    assert asked["right"] in asked["options"]
    (connection,) = told["connections"]
    assert connection["response"]["status"] == 101


def test_depth_chooses_how_much_is_told(capsys):
    counts = []
    for depth in "123":
        assert run(["lesson", "closing-handshake", "--json", "--depth", depth]) == 0
        told = json.loads(capsys.readouterr().out)
        depths = [fact["depth"] for step in told["steps"] for fact in step["facts"]]
        assert max(depths) == int(depth)
        counts.append(len(depths))
    assert counts == sorted(set(counts))


def test_a_fault_is_told_with_the_check_that_failed_and_both_ends(capsys):
    assert run(["lesson", "accept-key", "--fault", "wrong-guid", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["faults"] == ["wrong-guid"]
    assert told["connections"][0]["broken"][0]["rule"] == "response.accept"
    # The server had sent 101 and was OPEN: it sees TCP end without a Close frame.
    assert told["connections"][0]["told"] == {
        "client": {"code": 1006, "reason": "", "clean": False},
        "server": {"code": 1006, "reason": "", "clean": False},
    }
    server = [state["to"] for state in told["connections"][0]["states"] if state["who"] == "server"]
    assert server == ["OPEN", "CLOSED"]


def test_a_lesson_to_read(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    assert run(["lesson", "closing-handshake", "--lang", "zh_CN"]) == 0
    out = capsys.readouterr().out
    assert f"1/{len(story_of('closing-handshake').steps)}  一条打开的连接" in out
    assert "**" not in out
    assert "{" not in out
    assert run(["lesson", "accept-key"]) == 0
    out = capsys.readouterr().out
    assert all(len(line) <= 60 for line in out.splitlines())
    assert "=> " in out


def test_a_folder_may_be_given(capsys):
    assert run(["lesson", str(HERE / "accept-key"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["slug"] == "accept-key"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nothing"], "There is no lesson named “nothing”; the course has: why-websocket, "),
        (["accept-key", "--fault", "nothing"], "There is no fault named “nothing”; here are: wrong-guid."),
        (["./nowhere"], "lesson.toml:1: The lesson cannot be read"),
    ],
)
def test_bad_usage_is_one_sentence(capsys, arguments, says):
    assert run(["lesson", *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert says in captured.err
    assert captured.err.count("\n") == 1


def test_a_damaged_folder_says_file_and_line(capsys, tmp_path):
    (tmp_path / "lesson.toml").write_text('slug = "x"\ngroup = \n', encoding="utf-8")
    assert run(["lesson", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith(f"{tmp_path / 'lesson.toml'}:2: This is not TOML")


def test_a_run_that_fails_is_one_sentence(capsys, monkeypatch):
    async def refused(*_):
        raise OSError("the network is down")

    monkeypatch.setattr("app.network.scenario.play", refused)
    assert run(["lesson", "accept-key"]) == 2
    assert capsys.readouterr().err == "The lesson cannot be run here: the network is down\n"


@pytest.mark.parametrize("verb", ["lessons", "lesson accept-key --json"])
def test_no_qt_is_imported(verb):
    code = f"import sys; from app.commands import run; run({verb.split()!r}); sys.exit('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
