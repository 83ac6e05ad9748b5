"""What can be taken out of Capture, read back by what it is for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from traffic_support import incident

from app.capture_export import FORMATS, writer
from app.files.opening import open_file
from protocol.ledger import Ledger
from protocol.recording import load

if TYPE_CHECKING:
    from pathlib import Path

BY_ID = {chosen.id: chosen for chosen in FORMATS}


def test_a_report_as_text_in_both_languages(tmp_path: Path) -> None:
    ledger = incident()
    for lang, word in (("en", "Violations: 4"), ("zh_CN", "违")):
        path = writer(BY_ID["text"], ledger, (), lang)(tmp_path / f"{lang}.txt")
        text = path.read_text("utf-8")
        assert word in text
        assert "10.0.0.44:50833" in text


def test_a_report_as_json(tmp_path: Path) -> None:
    path = writer(BY_ID["json"], incident(), (), "en")(tmp_path / "a.json")
    document = json.loads(path.read_text("utf-8"))
    assert document["violations"] == 4
    assert [each["number"] for each in document["connections"]] == [1, 2, 3]


@pytest.mark.parametrize("name", ["pcapng", "har"])
def test_files_of_connections_can_be_opened_again(tmp_path: Path, name: str) -> None:
    ledger = incident()
    path = writer(BY_ID[name], ledger, (ledger.talk(1),), "en")(tmp_path / f"a.{name}")
    again = Ledger()
    for _ in open_file(path, again, remark=lambda _remark: None):
        pass
    assert len(again.talks) == 1
    assert any('"name":"Ada"' in again.preview(place) for place in range(len(again)))


def test_recordings_have_one_file_each(tmp_path: Path) -> None:
    ledger = incident()
    writer(BY_ID["jsonl"], ledger, tuple(ledger.talks), "en")(tmp_path / "a.jsonl")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.1.jsonl", "a.2.jsonl", "a.3.jsonl"]
    assert len(load(tmp_path / "a.2.jsonl").recording) == len(ledger.talk(2).recording)
    writer(BY_ID["jsonl"], ledger, (ledger.talk(1),), "en")(tmp_path / "b.jsonl")
    assert (tmp_path / "b.jsonl").exists()


def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        writer(BY_ID["json"], incident(), (), "en")(tmp_path / "none" / "a.json")
