"""Our own recordings become the talk that was recorded."""

from __future__ import annotations

import pytest
from capture_support import REQUEST, RESPONSE, frame, masked

from app.files import remarks
from app.files.opening import open_file
from app.files.remarks import CaptureError
from protocol.ledger import Ledger
from protocol.recording import Entry, Kind, Recording, Setup
from protocol.vocabulary import Role

C, S = Role.CLIENT, Role.SERVER


def recorded(count=500, **more):
    recording = Recording(Setup("10.0.0.1:1", "10.0.0.2:2", began=7.5, **more), reads=True)
    for entry in (Entry(0.0, C, Kind.SYN), Entry(0.0, C, Kind.DATA, REQUEST), Entry(0.1, S, Kind.DATA, RESPONSE)):
        recording.append(entry)
    for number in range(count):
        data = masked(b"%d" % number)
        recording.append(Entry(1.0 + number, C, Kind.DATA, data))
        recording.append(Entry(1.0 + number, C, Kind.READ, size=len(data)))
    recording.append(Entry(9999.0, S, Kind.GAP, size=10))
    recording.append(Entry(9999.0, S, Kind.DATA, frame(b"x")))
    recording.append(Entry(9999.5, S, Kind.RST))
    return recording


def read(path):
    ledger, said = Ledger(), []
    list(open_file(path, ledger, remark=said.append))
    return ledger, said


def test_it_is_the_same(tmp_path):
    recording = recorded()
    recording.save(tmp_path / "talk")
    ledger, said = read(tmp_path / "talk")
    (talk,) = ledger.talks
    assert list(talk.recording) == list(recording)
    assert (talk.recording.setup, talk.recording.reads) == (recording.setup, True)
    assert said == []


def test_damage_is_named_and_the_rest_is_kept(tmp_path):
    path = tmp_path / "talk"
    lines = list(recorded().lines())
    for place, bad in ((3, "{"), (400, '{"time": 1}'), (700, lines[700][:-5])):
        path.write_text("\n".join([*lines[:place], bad, *lines[place + 1 :]]))
        ledger, said = read(path)
        assert len(ledger.talks[0].recording) == place - 1
        assert [(each.source, each.values) for each in said] == [(remarks.BAD_LINE, {"line": str(place + 1)})]


def test_another_version(tmp_path):
    path = tmp_path / "talk"
    path.write_text(next(recorded().lines()).replace('"version": 1', '"version": 2') + "\n")
    with pytest.raises(CaptureError) as error:
        read(path)
    assert error.value.source == remarks.BAD_RECORDING
