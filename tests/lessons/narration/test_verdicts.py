"""The referee's words: every value that it can give has its words in both languages."""

from __future__ import annotations

import re
import string
from typing import get_args

import pytest

from lessons.narration import tables, verdicts
from protocol.aftermath import Deed, Required, What
from protocol.laws import Deed as Asked
from protocol.laws import Duty
from protocol.ledger import Ledger
from protocol.openings import Opening, Outcome
from protocol.recording import Kind, Setup
from protocol.referee import Ruling, summary
from protocol.rules import REQUEST_KEY, RESPONSE_ACCEPT
from protocol.summary import VERDICTS
from tests.referee_support import OPEN, C, S, masked, plain, play

BOTH = pytest.mark.parametrize("lang", ["en", "zh_CN"])


@BOTH
def test_every_value_has_its_words(lang):
    assert all(verdicts.verdict_text(verdict, lang) for verdict in VERDICTS)
    assert all(verdicts.ruling_text(ruling, lang) for ruling in Ruling)
    for asked in get_args(Asked):
        assert verdicts.duty_text(Required(Duty("MUST", asked, "5.1"), S, 1002, None), lang)
    for what in get_args(What):
        for count in (1, 2):
            assert verdicts.deed_text(Deed(what, S, 0.1, 4, 1002, count), lang)
    for kind in Opening:
        assert verdicts.opening_text(Outcome(kind, 101, "", RESPONSE_ACCEPT), lang)
    assert verdicts.opening_text(Outcome(Opening.BROKEN, None, "", REQUEST_KEY), lang)


@pytest.mark.parametrize("section", ["verdict", "ruling", "duty", "deed", "opening", "summary"])
def test_both_languages_fill_in_the_same(section):
    english, chinese = (tables.table(lang)[section] for lang in ("en", "zh_CN"))
    assert english.keys() == chinese.keys()
    for name, text in english.items():
        assert _fields(text) == _fields(chinese[name]), name
        assert not re.search(r"[\u4e00-\u9fff]", text)


def _fields(text):
    return {field.lower() for _, field, *_ in string.Formatter().parse(text) if field}


def test_frames_are_counted_from_one():
    assert verdicts.deed_text(Deed("late", S, 0.0, 0, None, 1), "en") == "data after its Close: frame 1"
    assert verdicts.deed_text(Deed("close", S, 0.0, 0, 1002), "zh_CN") == "发送 Close 1002"
    assert verdicts.deed_text(Deed("close", S, 0.0, 0, None), "en") == "sends Close without a code"


def test_a_summary_in_english():
    ledger = Ledger()
    steps = [*OPEN, (C, plain(1, b"a")[1] * 3), (S, 40), masked(1, b"a", key=bytes(4)), (C, Kind.RST)]
    play(steps, Setup("a:1", "b:2"), ledger)
    lines = list(verdicts.summary_lines(summary(ledger), "en"))
    assert lines[:8] == [
        "Connections: 1. Frames: 4. Violations: 3. Warnings: 1. Gaps: 1.",
        "",
        "1  a:1 to b:2",
        "  Opening handshake: 101, every rule holds",
        "  Frames: 4 from the client, 0 from the server",
        f"  Bytes: {sum(len(data) for who, data in steps[:3] if who is C) + 7} from the client, 169 from the server",
        "  40 bytes are missing in 1 places",
        "  The program at the client is told: code 1006",
    ]
    assert lines[-2].startswith(
        "  Violation by the client, 3 times: A client masks every frame that it sends (MUST, section"
    )
    assert lines[-2].endswith("First: frame 1 of the client")
    assert lines[-1].startswith("  Warning to the client, 1 times: The masking key is not zero (MUST, section 5.3)")


def test_a_summary_of_a_connection_without_addresses():
    ledger = Ledger()
    play(OPEN, ledger=ledger)
    lines = list(verdicts.summary_lines(summary(ledger), "zh_CN"))
    assert lines[2] == "1  ? 到 ?"
    assert lines[-1] == "  没有违反任何规则。"
