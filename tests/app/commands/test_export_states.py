"""`export states`: the table as a picture, as Mermaid and as JSON."""

import json
from xml.etree import ElementTree as ET

import pytest

from app.commands import run
from protocol.machine import TRANSITIONS

pytestmark = pytest.mark.usefixtures("qapp")


def exported(*arguments):
    return run(["export", "states", *map(str, arguments)])


@pytest.mark.parametrize(("lang", "word"), [("en", "receives Close"), ("zh_CN", "收到 Close")])
def test_a_picture_has_every_row_of_the_table(tmp_path, lang, word):
    path = tmp_path / "states.svg"
    assert exported("-o", path, "--lang", lang) == 0
    texts = ["".join(one.itertext()) for one in ET.parse(path).iter("{http://www.w3.org/2000/svg}text")]
    rows = sum(2 if row.role is None else 1 for row in TRANSITIONS)
    assert sum(text.startswith("§") for text in texts) == rows
    assert word in texts
    assert texts.count("CLOSING") == 2
    assert not any("7" in text and "0" in text for text in texts if "§" not in text)  # nobody has visited anything


@pytest.mark.parametrize("suffix", ["svg", "pdf", "png", "mmd", "json"])
def test_the_same_bytes_every_time(tmp_path, suffix):
    paths = [tmp_path / f"{name}.{suffix}" for name in "ab"]
    assert [exported("-o", path, "--theme", "dark") for path in paths] == [0, 0]
    assert paths[0].read_bytes() == paths[1].read_bytes() != b""


def test_json_is_the_table(tmp_path):
    path = tmp_path / "states.json"
    assert exported("-o", path) == 0
    told = json.loads(path.read_text("utf-8"))
    assert [state["name"] for state in told["states"]] == ["CONNECTING", "OPEN", "CLOSING", "CLOSED"]
    assert told["transitions"][0] == {
        "role": "client", "from": "CONNECTING", "signal": "101 received", "to": "OPEN", "section": "4.1",
    }  # fmt: skip
    assert len(told["transitions"]) == len(TRANSITIONS)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "a.gif"], "“a.gif” does not end in .svg, .pdf, .png, .mmd, .json."),
        (["81 00", "-o", "a.svg"], "takes no bytes"),
        (["-o", "no/such/a.svg"], "could not be written: no such file or directory"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_2(tmp_path, monkeypatch, capsys, arguments, said):
    monkeypatch.chdir(tmp_path)
    assert exported(*arguments) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
