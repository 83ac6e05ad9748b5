"""Every kind of fact, every signal and every field has its sentence in both languages."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from lessons.model import LANGUAGES
from lessons.narration import SENTENCES, field_text, narrate, signal_text
from lessons.narration.tables import table
from protocol import facts as facts_module
from protocol.chorus import Happened
from protocol.closing import CloseTold, close_payload
from protocol.facts import Broke, Checked, Fact, Found, FrameSent, Gap, MessageArrived, TcpEnded, Told
from protocol.fragments import Message
from protocol.frames import FrameReader, encode_frame
from protocol.handshake import Check, Verdict
from protocol.machine import Signal
from protocol.rules import RULES
from protocol.vocabulary import Opcode, Role
from tests.lessons_support import facts_of, runs

KINDS = [
    kind
    for kind in vars(facts_module).values()
    if isinstance(kind, type) and issubclass(kind, Fact) and kind is not Fact
]
STAMP = (1, 0, 0.0, Role.CLIENT)


def test_every_kind_of_fact_is_narrated():
    assert set(SENTENCES) == set(KINDS)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_fact_of_every_run_has_a_sentence(lang):
    used = set()
    for slug, fault in runs():
        for fact in facts_of(slug, fault):
            sentence = narrate(fact, lang)
            assert sentence[-1] in ".。”)）…", sentence
            assert not re.search(r"\{\w+\}|(?<!SameSite=)None", sentence), sentence
            used.add(type(fact))
    assert used == {*KINDS, Happened} - {Gap, Found}  # no lesson has lost a byte


def frame(opcode, payload=b"", key=None):
    return FrameReader().feed(encode_frame(opcode, payload, key=key))[0]


def other_facts():
    """Facts that no lesson has, one for each sentence that is left."""
    yield FrameSent("client.frame.0.sent", *STAMP, 0, frame(Opcode.PING, b"t"))
    yield FrameSent("client.frame.1.sent", *STAMP, 1, frame(Opcode.CLOSE))
    yield FrameSent("client.frame.2.sent", *STAMP, 2, frame(3))
    yield FrameSent("client.frame.3.sent", *STAMP, 3, frame(Opcode.CLOSE, close_payload(1000, "{0}" * 30)))
    yield MessageArrived("client.message.0", *STAMP, 0, Message(Opcode.BINARY, b"\x00", (0,)))
    yield MessageArrived("client.message.1", *STAMP, 1, Message(Opcode.TEXT, b"{braces}\n" * 30, (0,)))
    yield TcpEnded("client.rst", *STAMP, "rst")
    yield Told("client.told", *STAMP, CloseTold(1005, "", clean=True))
    yield Gap("client.gap.0", *STAMP, 5, 10_000, 3, found=True)
    yield Gap("client.gap.1", *STAMP, 5, 10_000, 3, found=False)
    yield Gap("client.gap.2", *STAMP, 5, 10_000, None, found=False)
    yield Found("client.found.0", *STAMP, 0, 0, 0)
    yield Found("client.found.1", *STAMP, 12_000, 11_995, 4)
    for number, rule in enumerate(RULES.values()):
        yield Broke(f"client.broken.{number}", *STAMP, rule, number % 2 or None, 0, 1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facts_that_no_lesson_has_are_told_too(lang):
    for fact in other_facts():
        assert len(narrate(fact, lang)) < 250
    assert "{braces} {braces}" in narrate(list(other_facts())[5], lang)


def test_both_languages_have_the_same_sentences_with_the_same_values():
    english, chinese = table("en"), table("zh_CN")
    assert set(english) | {"rule"} == set(chinese)
    for section, sentences in english.items():
        assert set(sentences) == set(chinese[section])
        for name, sentence in sentences.items():
            found = [
                {each.lower() for each in re.findall(r"{(\w+)}", text)} for text in (sentence, chinese[section][name])
            ]
            assert found[0] == found[1], name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_signal_and_field_has_its_words(lang):
    for signal in Signal:
        assert signal_text(signal.value, lang)
    fields = {each.name for each in frame(Opcode.TEXT, b"x" * 200, b"abcd").fields()}
    assert len(fields) == 10
    assert {field_text(name, lang) for name in fields}
    assert set(table(lang)["field"]) == fields
    assert set(table(lang)["signal"]) == {signal.value for signal in Signal}


def test_the_sentences_of_the_rfc_example():
    facts = facts_of("opening-handshake")
    assert narrate(facts.get("accept.computed"), "en") == (
        "The server turns the key into the accept value s3pPLMBiTxaQ9kYGzzhZRbK+xOo=."
    )
    assert narrate(facts.get("client.frame.0.sent"), "en") == (
        "The client sends frame 1: text, 5 bytes of payload, masked, 11 bytes in all."
    )
    assert narrate(facts.get("client.open"), "zh_CN") == (
        "客户端由 CONNECTING 变为 OPEN：它收到 101，且所有规则成立（第 4.1 节）。"
    )


@pytest.mark.parametrize(("lang", "clause"), [("en", "section 7.1 of RFC 7692"), ("zh_CN", "RFC 7692 第 7.1 节")])
def test_an_offer_that_is_declined_is_told_with_its_rfc(lang, clause):
    offer = "permessage-deflate; x"
    check = Check(RULES["request.deflate"], 9, Verdict.DECLINED, 1, offer, "")
    sentence = narrate(Checked("check.request.deflate", *STAMP, check), lang)
    assert clause in sentence
    assert offer in sentence
    assert sentence != narrate(Checked("check.request.deflate", *STAMP, replace(check, verdict=Verdict.HOLDS)), lang)
