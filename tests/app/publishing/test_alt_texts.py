"""Silent texts: joined where they are one, and what is worth telling."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.drawing.marks import Font, Label, Scene
from app.publishing.alt_texts import is_worth, silent_texts


def _label(name: str, text: str, x: float = 0, y: float = 50, size: float = 14, **font) -> Label:
    return Label(id=name, x=x, y=y, text=text, font=Font(size, **font), width=7 * len(text))


def _texts(*marks: Label) -> list[str]:
    return [one.text for one in silent_texts(Scene(marks))]


@pytest.mark.parametrize("text", ["–", "12", "10 s", "0.5 s", "§4.1", "7f 9f", "a", "C2–DF", "dGhl…", "says", "6c l"])
def test_what_says_nothing_by_itself(text: str) -> None:
    assert not is_worth(text)


def test_lines_of_one_text_are_joined() -> None:
    assert _texts(_label("a", "sends no more data,"), _label("b", "waits for the answer", y=68)) == [
        "sends no more data, waits for the answer"
    ]
    assert _texts(_label("a", "不再发送数据，"), _label("b", "等待应答", y=68)) == ["不再发送数据，等待应答"]
    assert len(_texts(_label("a", "on top"), _label("b", "far below", y=90))) == 2


def test_a_number_and_the_words_behind_it_are_one_text() -> None:
    assert _texts(_label("a", "3"), _label("b", "of 6 delivered", x=14)) == ["3 of 6 delivered"]
    counter = _label("a", "3", y=51, size=22, bold=True, mono=True)
    assert _texts(_label("b", "of 6 delivered", x=14), counter) == ["3 of 6 delivered"]


def test_a_bit_is_no_number_of_what_stands_behind_it() -> None:
    assert _texts(_label("a", "0", mono=True), _label("b", "continuation", x=14)) == ["continuation"]


def test_headings_are_bold_and_no_peers() -> None:
    marks = (_label("codes", "Close codes", bold=True), _label("peer.client", "Client", y=90, bold=True),
             _label("c", "sent by", y=150))  # fmt: skip
    assert [one.heading for one in silent_texts(Scene(marks))] == [True, False, False]


def test_the_name_of_a_field_whose_bits_speak_is_in_their_sentences() -> None:
    bit = replace(_label("bit.8", "1", y=80), spoken="MASK, bit 8, value 1.", links=("bit:8", "field:MASK"))
    name = replace(_label("mask/name", "the mask bit"), links=("field:MASK",))
    assert _texts(name, bit) == []
    assert _texts(name) == ["the mask bit"]
    assert _texts(replace(name, links=("field:FIN",)), bit) == ["the mask bit"]
    assert _texts(replace(name, links=()), bit) == ["the mask bit"]
