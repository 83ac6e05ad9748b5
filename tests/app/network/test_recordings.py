"""The folder of recordings: nothing of it is lost, and nothing goes unless somebody asks."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.network.recordings import Recordings, default_folder, finish, kept, prune, recovered
from protocol.recording import Entry, Kind, Setup, load
from protocol.vocabulary import Role

ENTRY = Entry(0.0, Role.CLIENT, Kind.DATA, b"abc", 3)
ROOT = Path(__file__).parents[3]


def begun(folder, name="server.1", trouble=pytest.fail):
    journal = Recordings(folder).begin(Setup(), name, trouble)
    journal.keep()
    return journal


def test_a_journal_says_that_it_grows_until_it_is_closed(tmp_path):
    journal = begun(tmp_path)
    journal.append(ENTRY)
    assert [path.name for path in tmp_path.glob("*/*")] == [journal.growing.name]
    assert list(load(journal.growing).recording) == [ENTRY]
    journal.close()
    assert list(tmp_path.glob("*/*")) == [journal.path]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d/\d\d\.\d\d\.\d\d server\.1\.jsonl", str(journal.path.relative_to(tmp_path)))
    assert list(load(journal.path).recording) == [ENTRY]


def test_two_of_one_name_are_two_files(tmp_path):
    recordings = Recordings(tmp_path)
    recordings._path = lambda name: tmp_path / "day" / f"{name}.jsonl"
    journals = [recordings.begin(Setup(), "x", pytest.fail) for _ in range(3)]
    for journal in journals:
        journal.keep()
    journals[0].close()
    journals.append(recordings.begin(Setup(), "x", pytest.fail))
    journals[3].keep()
    for journal in journals[1:]:
        journal.close()
    assert sorted(path.name for path in tmp_path.glob("*/*")) == [
        "x (2).jsonl",
        "x (3).jsonl",
        "x (4).jsonl",
        "x.jsonl",
    ]


def test_what_is_not_kept_is_no_file(tmp_path):
    journal = Recordings(tmp_path).begin(Setup(), "x", pytest.fail)
    journal.append(ENTRY)
    journal.close()
    assert kept(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_a_program_that_is_killed_leaves_a_journal_that_is_found(tmp_path):
    code = (
        "import sys\nfrom pathlib import Path\nfrom websockets.sync.client import connect\n"
        "from app.network.engine import Engine\nfrom app.network.live.values import ServerOrder\n"
        "from app.network.recordings import Recordings\n"
        f"engine = Engine(Recordings(Path({str(tmp_path)!r})))\nengine.start()\nengine.record(True)\n"
        "url = engine.serve(ServerOrder(port=0)).result(10).urls[0]\nclient = connect(url, proxy=None)\n"
        "for n in range(100):\n    client.send(f'message {n}')\n    client.recv()\n"
        "print('ready', flush=True)\nsys.stdin.read()\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert process.stdout.readline() == b"ready\n"
        [there] = kept(tmp_path)
        assert recovered(tmp_path) == []  # a living program holds it
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate()
    [path] = recovered(tmp_path)
    assert path == there.path
    loaded = load(path)
    assert loaded.damage == ""
    from protocol.facts import MessageArrived
    from protocol.observer import observe

    said = [fact.message.text for fact in observe(loaded.recording).of(MessageArrived) if fact.who is Role.SERVER]
    assert said == [f"message {n}" for n in range(100)]
    whole = finish(path)
    assert recovered(tmp_path) == []
    assert [each.path for each in kept(tmp_path)] == [whole]
    assert whole.suffix == ".jsonl"


def test_the_oldest_go_first_and_only_until_there_is_room(tmp_path):
    paths = []
    for number in range(4):
        journal = begun(tmp_path, f"server.{number}")
        journal.append(ENTRY)
        journal.close()
        os.utime(journal.path, (1000 + number, 1000 + number))
        paths.append(journal.path)
    growing = begun(tmp_path, "server.9")
    os.utime(growing.growing, (1, 1))
    sizes = {each.path: each.size for each in kept(tmp_path)}
    assert prune(tmp_path, sum(sizes.values())) == []
    assert prune(tmp_path, sum(sizes.values()) - 1) == paths[:1]
    assert prune(tmp_path, 0) == paths[1:]
    assert [each.path for each in kept(tmp_path)] == [growing.growing]
    growing.close()
    assert prune(tmp_path, 0) == [growing.path]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("no folder")
    troubles = []
    journal = begun(tmp_path / "file", trouble=troubles.append)
    journal.append(ENTRY)
    journal.close()
    [trouble] = troubles
    assert "this connection is not recorded" in str(trouble)
    assert trouble.values["reason"] == "part of the path is not a directory"
    assert kept(tmp_path / "nowhere") == recovered(tmp_path / "nowhere") == prune(tmp_path / "nowhere", 0) == []


def test_it_is_this_users_own(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_folder().name == "recordings"
    assert Recordings().folder == default_folder()
