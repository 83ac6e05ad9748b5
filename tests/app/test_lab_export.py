"""Every bench of the Lab can be taken away, in both languages and every text format, and what it says is true."""

from __future__ import annotations

import json

import pytest

from app.drawing.plain_measure import PlainMeasure
from app.lab_close import CloseBench
from app.lab_export import close_subject, frame_subject, heads_subject, mask_subject, text_subject
from app.lab_frame import FrameBench
from app.lab_heads import HeadsBench
from app.lab_mask import MaskBench
from app.lab_text import TextBench
from app.plain_words import plain_words
from app.publishing.choices import Choices
from app.publishing.formats import TEXTS, written
from app.publishing.subjects import FrameSubject
from protocol.vocabulary import Role

BENCHES = {
    "heads": lambda: heads_subject(HeadsBench(), 772),
    "text": lambda: text_subject(TextBench(), 772),
    "mask": lambda: mask_subject(MaskBench(), 772),
    "close": lambda: close_subject(CloseBench(), 772),
}


@pytest.mark.parametrize("name", BENCHES)
def test_a_bench_is_drawn_and_said_in_both_languages(name):
    subject = BENCHES[name]()
    captions = set()
    for lang in ("en", "zh_CN"):
        scene = subject.scene(Choices(lang=lang), PlainMeasure(lang))
        assert scene.find("stage.title") is not None
        bare = subject.scene(Choices(lang=lang, captions="both"), PlainMeasure(lang))
        assert bare.find("stage.title") is None
        captions.add(subject.caption(plain_words(lang)))
    assert len(captions) == 2
    assert subject.name == f"lab-{name}"


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("heads", ["client->>server: GET /chat HTTP/1.1", "server->>client: HTTP/1.1 101 Switching Protocols"]),
        ("text", ["client->>server: text"]),
        ("close", ["client->>server: Close 1000 “done”", "server->>client: Close 1000"]),
    ],
)
def test_its_sequence_is_what_both_ends_have_said(name, lines):
    diagram = BENCHES[name]().special(".mmd", Choices())
    assert diagram is not None
    for line in lines:
        assert line in diagram


def test_the_masking_bench_has_the_bits_of_its_frame():
    diagram = BENCHES["mask"]().special(".txt", Choices())
    assert diagram is not None
    assert "+-+-+-+-+" in diagram
    assert BENCHES["heads"]().special(".txt", Choices()) is None


def test_a_frame_is_a_figure_for_paper_as_soon_as_its_header_is_there():
    bench = FrameBench()
    whole = frame_subject(bench, 772)
    assert isinstance(whole, FrameSubject)
    assert whole.frame.payload == b"Hello"
    bench.edit("deflate", True)
    compressed = frame_subject(bench, 772)
    assert not isinstance(compressed, FrameSubject)
    assert "+-+-+-+-+" in (compressed.special(".txt", Choices()) or "")
    bench.open(b"\x81", Role.CLIENT)
    begun = frame_subject(bench, 772)
    diagram = begun.special(".mmd", Choices())
    assert diagram is not None
    assert "101 Switching Protocols" in diagram
    assert begun.special(".txt", Choices()) is None


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_nothing_on_paper_asks_to_be_clicked(lang):
    subject = text_subject(TextBench(), 772)
    for suffix in (".txt", ".alt.txt", ".json", ".svg"):
        text = written(subject, suffix, Choices(lang=lang)).decode()
        assert "Click" not in text
        assert "点击" not in text


@pytest.mark.parametrize("name", BENCHES)
@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_every_text_format_has_what_the_bench_says(name, lang):
    subject = BENCHES[name]()
    for suffix in TEXTS:
        text = written(subject, suffix, Choices(lang=lang)).decode()
        assert text.endswith("\n")
        assert len(text) > 200
    assert json.loads(written(subject, ".json", Choices(lang=lang)))["title"]
