"""A storyboard in a process of its own: a job goes in as bytes, and the same file comes out as from here."""

from __future__ import annotations

import json
import pickle
from io import BytesIO

import pytest
from desk_support import COURSE, recorded

from app.model.telling import LessonTelling, RecordingTelling
from app.storyboard.apart import Job, run
from app.storyboard.formats import Look, whole
from app.storyboard.sources import EMPTY, BoardError
from protocol.chorus import Played

TELLINGS = {
    "lesson": lambda: LessonTelling.of(COURSE.lesson("closing-handshake"), recorded("closing-handshake"), ()),
    "fault": lambda: LessonTelling.of(
        COURSE.lesson("closing-handshake"), recorded("closing-handshake", frozenset({"tcp-drop"})), {"tcp-drop"}, 2
    ),
    "recording": lambda: RecordingTelling.of("a.jsonl", Played.of(recorded("closing-handshake").main), 2),
}


def answered(job):
    out = BytesIO()
    run(BytesIO(pickle.dumps(job)), out)
    return out.getvalue()


@pytest.mark.parametrize("name", TELLINGS)
def test_what_comes_out_is_what_is_made_here(name):
    telling, look = TELLINGS[name](), Look("zh_CN")
    data = whole(telling, "mmd", look)
    assert answered(Job.of(telling, "mmd", look)) == f"done {len(data)}\n".encode() + data


def test_each_step_is_told_once_it_is_drawn(monkeypatch):
    telling = TELLINGS["recording"]().at_depth(1)
    lines = answered(Job.of(telling, "pdf", Look(per_page=6))).split(b"\n", telling.count + 1)
    assert lines[: telling.count] == [f"step {number}".encode() for number in range(1, telling.count + 1)]
    assert lines[telling.count].startswith(b"done ")
    assert len(lines[-1]) == int(lines[telling.count].split()[1])


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (BoardError(EMPTY, name="a"), {"context": "storyboard", "source": EMPTY, "values": {"name": "a"}}),
        (ImportError("none", name="PIL"), {"missing": "PIL"}),
    ],
)
def test_what_goes_wrong_can_be_said_elsewhere(monkeypatch, error, told):
    def fail(*_arguments):
        raise error

    monkeypatch.setattr("app.storyboard.apart.whole", fail)
    kind, _, value = answered(Job.of(TELLINGS["recording"](), "gif", Look())).decode().partition(" ")
    assert kind == "failed"
    assert json.loads(value) == told
