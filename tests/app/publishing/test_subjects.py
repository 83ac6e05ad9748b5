"""Frames, the layout, the state machine and drawn scenes answer as subjects, in both languages."""

import json

import pytest

from app.commands.export_figures import one_frame
from app.drawing.marks import Font, Label, Scene
from app.drawing.plain_measure import PlainMeasure
from app.plain_words import plain_words
from app.publishing.choices import Choices
from app.publishing.machine import to_json
from app.publishing.subjects import DrawnSubject, FrameSubject, LayoutSubject, StatesSubject
from protocol.machine import TRANSITIONS
from protocol.vocabulary import Role

HELLO = FrameSubject(one_frame(bytes.fromhex("818537fa213d7f9f4d5158")), Role.CLIENT)
SUBJECTS = (HELLO, LayoutSubject(), StatesSubject())


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda one: one.name)
@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_every_subject_is_drawn_and_told(subject, lang):
    scene = subject.scene(Choices(lang=lang), PlainMeasure(lang))
    assert len(scene.marks) > 20
    assert not any(mark.id.startswith("caption") for mark in scene.marks)
    caption = subject.caption(plain_words(lang))
    assert caption.endswith("。" if lang == "zh_CN" else ".")
    assert "RFC 6455" in caption


@pytest.mark.parametrize("bits", [8, 16, 32])
@pytest.mark.parametrize("subject", SUBJECTS[:2], ids=lambda one: one.name)
def test_bits_and_what_is_shown_change_picture_and_text(subject, bits):
    wide = subject.scene(Choices(bits=bits), PlainMeasure("en")).width
    assert bits == 32 or wide < subject.scene(Choices(), PlainMeasure("en")).width
    assert json.loads(subject.special(".json", Choices(bits=bits)))["width"] == bits
    texts = {show: subject.special(".txt", Choices(bits=bits, show=show)) for show in ("names", "values", "both")}
    assert len(set(texts.values())) == 3


def test_the_machine_has_every_row():
    assert len(json.loads(to_json())["transitions"]) == len(TRANSITIONS)
    assert StatesSubject().special(".json", Choices()) == to_json()
    assert StatesSubject().special(".mmd", Choices()).startswith("stateDiagram-v2")
    assert StatesSubject().special(".txt", Choices()) is None


def test_a_drawn_scene_is_drawn_anew_in_each_language():
    subject = DrawnSubject(
        "drawn",
        lambda words, _: Scene((Label(id="a", x=0, y=0, text=words.lang, font=Font()),)),
        lambda words: f"In {words.lang}.",
        lambda words: f"sequenceDiagram {words.lang}",
    )
    assert subject.scene(Choices(lang="zh_CN"), PlainMeasure("en")).marks[0].text == "zh_CN"
    assert subject.caption(plain_words("zh_CN")) == "In zh_CN."
    assert subject.special(".mmd", Choices()) == "sequenceDiagram en"
    assert subject.special(".txt", Choices()) is None
