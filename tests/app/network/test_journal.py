"""Recordings that grow on disk."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest
from network_support import CLOSE_1000, HELLO, gone, raw, rest, serving, shaken, until

from app.network.journal import Journal, Journals, line_of, numbered, path_problem
from protocol.observer import observe
from protocol.recording import Entry, Kind, Recording, Setup, load
from protocol.vocabulary import Role

SETUP = Setup("127.0.0.1:1", "127.0.0.1:2", ("https://a.example",), None, ("chat",))
ENTRIES = [
    Entry(0.0, Role.CLIENT, Kind.SYN),
    Entry(0.5, Role.CLIENT, Kind.DATA, b"\x00\xff", 2),
    Entry(1.25, Role.SERVER, Kind.FIN),
]


def test_a_journal_is_the_recording_at_every_moment(tmp_path):
    path, troubles = tmp_path / "talk.jsonl", []
    journal = Journal(SETUP, lambda: path, troubles.append)
    journal.append(ENTRIES[0])
    assert not path.exists()
    journal.keep()
    journal.keep()
    for count in (1, 2, 3):
        loaded = load(path)
        assert list(loaded.recording) == ENTRIES[:count]
        assert (loaded.recording.setup, loaded.recording.reads, loaded.damage) == (SETUP, False, "")
        journal.append(ENTRIES[count]) if count < 3 else journal.close()
    whole = Recording(SETUP, reads=False)
    for entry in ENTRIES:
        whole.append(entry)
    assert path.read_text() == "".join(line + "\n" for line in whole.lines())
    assert troubles == []


def test_what_was_there_is_replaced_whole(tmp_path):
    path = tmp_path / "talk.jsonl"
    path.write_text("an older recording\n")
    journal = Journal(SETUP, lambda: path, print)
    journal.keep()
    journal.close()
    assert len(path.read_text().splitlines()) == 1
    assert list(tmp_path.iterdir()) == [path]


def test_a_journal_that_is_not_kept_writes_nothing(tmp_path):
    journal = Journal(SETUP, lambda: tmp_path / "x", print)
    journal.append(ENTRIES[0])
    journal.close()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_one_sentence(tmp_path):
    troubles = []
    journal = Journal(SETUP, lambda: tmp_path / "gone" / "x", troubles.append)
    journal.keep()
    journal.append(ENTRIES[0])
    journal.close()
    assert len(troubles) == 1
    assert "this connection is not recorded" in str(troubles[0])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_sentence(tmp_path):
    troubles = []
    journal = Journal(SETUP, lambda: tmp_path / "x", troubles.append)
    journal.keep()
    full = os.open("/dev/full", os.O_WRONLY)
    os.dup2(full, journal._file.fileno())
    os.close(full)
    for entry in ENTRIES:
        journal.append(entry)
    journal.close()
    assert len(troubles) == 1
    assert "no space left on device" in str(troubles[0])


def test_connections_are_numbered_before_the_suffix(tmp_path):
    journals = Journals(tmp_path / "talk.jsonl", print)
    first, dropped, second = (journals.begin(SETUP) for _ in range(3))
    first.keep()
    dropped.close()
    second.keep()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["talk.2.jsonl", "talk.jsonl"]
    assert numbered(Path("a/b"), 3) == Path("a/b.3")
    first.close()
    second.close()


def test_an_entry_is_the_line_of_a_file():
    assert line_of(ENTRIES[1]) == '{"time": 0.5, "who": "client", "kind": "data", "hex": "00ff"}'


def test_where_nothing_can_be_written(tmp_path):
    assert path_problem(tmp_path / "x") == ""
    assert "is a directory" in path_problem(tmp_path)
    assert "no directory" in path_problem(tmp_path / "gone" / "x")


def test_a_journal_survives_kill_9(tmp_path):
    code = (
        "import os, signal\nfrom pathlib import Path\nfrom app.network.journal import Journal\n"
        "from protocol.recording import Entry, Kind, Setup\nfrom protocol.vocabulary import Role\n"
        f"journal = Journal(Setup(), lambda: Path({str(tmp_path / 'x')!r}), print)\njournal.keep()\n"
        "for n in range(100):\n    journal.append(Entry(n, Role.CLIENT, Kind.DATA, b'abc', 3))\n"
        "os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))\n"
    )
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", code], cwd=root, check=False)
    loaded = load(tmp_path / "x")
    assert (len(loaded.recording), loaded.damage) == (100, "")


def test_a_server_records_each_websocket_and_no_page(tmp_path):
    async def scene():
        journals = Journals(tmp_path / "talk.jsonl", print)
        async with serving(journals=journals) as server:
            reader, writer = await raw(server, b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            await rest(reader)
            await gone(writer)
            for _ in range(2):
                reader, writer = await shaken(server, HELLO, CLOSE_1000)
                await rest(reader)
                await gone(writer)
            await until(lambda: not server.links)

    asyncio.run(scene())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["talk.2.jsonl", "talk.jsonl"]
    loaded = load(tmp_path / "talk.jsonl")
    assert loaded.damage == ""
    facts = observe(loaded.recording)
    assert "client.message.0" in facts
    assert "server.message.0" in facts
    assert facts.get("client.told").told.code == 1000
