"""What Live writes to files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.live_export import SaveError, write
from protocol.ledger import Ledger
from protocol.recording import Setup, load
from protocol.vocabulary import Opcode, Role
from tests.live_support import frame, open_talk

if TYPE_CHECKING:
    from pathlib import Path

    from protocol.talk import Talk


def _talks() -> list[Talk]:
    ledger = Ledger()
    talks = [ledger.begin(Setup(f"127.0.0.1:{port}", "127.0.0.1:80", began=1000.0)) for port in (5001, 5002)]
    for talk in talks:
        open_talk(talk)
        talk.data(1.0, Role.CLIENT, frame(Opcode.TEXT, b"%d" % talk.number))
    return talks


def test_each_connection_has_a_file_of_its_own(tmp_path: Path) -> None:
    talks = _talks()
    write(tmp_path / "live.jsonl", talks, [len(talk.recording) for talk in talks])
    for name, talk in zip(("live.jsonl", "live.2.jsonl"), talks, strict=True):
        assert load(tmp_path / name).recording.wire(Role.CLIENT) == talk.recording.wire(Role.CLIENT)


def test_what_comes_later_is_not_in_it(tmp_path: Path) -> None:
    talk = _talks()[0]
    length, size = len(talk.recording), talk.recording.size(Role.CLIENT)
    talk.data(2.0, Role.CLIENT, frame(Opcode.TEXT, b"later"))
    write(tmp_path / "live.jsonl", [talk], [length])
    assert load(tmp_path / "live.jsonl").recording.size(Role.CLIENT) == size


@pytest.mark.parametrize(("suffix", "begins"), [(".pcapng", b"\x0a\x0d\x0d\x0a"), (".har", b"{")])
def test_other_programs_formats_hold_all_connections(tmp_path: Path, suffix: str, begins: bytes) -> None:
    talks = _talks()
    path = write(tmp_path / f"live{suffix}", talks, [len(talk.recording) for talk in talks])
    assert path.read_bytes().startswith(begins)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_what_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="cannot be written: no such file or directory"):
        write(tmp_path / "nowhere" / "live.jsonl", _talks()[:1], [3])
