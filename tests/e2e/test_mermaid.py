"""The real mermaid draws what we write: every message, every state, every field, in both languages."""

import asyncio

import pytest
from chromium_support import chromium, needs_chromium
from mermaid_support import drawing, needs_mermaid
from storyboard_support import COURSE, told

from app.commands.export_figures import one_frame
from app.plain_words import plain_words
from app.publishing.choices import Choices
from app.publishing.steps import StepSubject
from app.publishing.subjects import FrameSubject, LayoutSubject
from app.storyboard.mermaid import to_sequence, to_states
from protocol.frames import encode_frame
from protocol.machine import TRANSITIONS
from protocol.vocabulary import Opcode, Role

pytestmark = [needs_chromium, needs_mermaid]

LANGUAGES = ("en", "zh_CN")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """Draws texts in one browser, all of them at once."""
    folder = tmp_path_factory.mktemp("mermaid")
    with chromium(folder / "profile") as address:

        def draw(*texts):
            async def run():
                async with drawing(address, folder) as one:
                    return [await one(text) for text in texts]

            return asyncio.run(run())

        yield draw


def test_a_sequence_has_an_arrow_for_everything_that_was_sent(drawn):
    texts = [to_sequence(told("closing-handshake").facts, plain_words(lang), "a: b # c") for lang in LANGUAGES]
    for text, picture in zip(texts, drawn(*texts), strict=True):
        assert picture["kind"] == "sequence"
        arrows = sum("->>" in line or "-x" in line for line in text.splitlines())
        assert sum("messageText" in one.split() for one in picture["classes"]) == arrows
        assert "Close 1000 “done”" in picture["texts"]


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.slug)
def test_every_lesson_is_drawn(drawn, lesson):
    telling = told(lesson.slug)
    last = [StepSubject(telling, telling.count).special(".mmd", Choices(lang=lang)) for lang in LANGUAGES]
    for picture in drawn(to_sequence(telling.facts, plain_words("en")), *last):
        assert picture["width"] > 100
        assert picture["texts"]


def test_the_machine_has_every_transition(drawn):
    for picture in drawn(*(to_states(plain_words(lang)) for lang in LANGUAGES)):
        assert picture["kind"] == "stateDiagram"
        rows = sum(2 if row.role is None else 1 for row in TRANSITIONS)
        assert sum("§" in text for text in picture["texts"]) >= rows
        assert {"CLOSING 2", "CLOSED 3"} <= set(picture["texts"])


FRAMES = (
    bytes.fromhex("818537fa213d7f9f4d5158"),
    encode_frame(Opcode.BINARY, bytes(300)),
    encode_frame(Opcode.TEXT, b'quote " and ; # <b>'),
    encode_frame(Opcode.PING, b""),
    encode_frame(Opcode.CLOSE, b"\x03\xe8" + "正常关闭".encode(), key=b"\1\2\3\4"),
)


@pytest.mark.parametrize("bits", [8, 16, 32])
@pytest.mark.parametrize("show", ["names", "values", "both"])
def test_frames_have_a_block_for_each_field(drawn, bits, show):
    chosen = [Choices(lang=lang, bits=bits, show=show) for lang in LANGUAGES]
    subjects = [LayoutSubject(), *(FrameSubject(one_frame(raw), Role.CLIENT) for raw in FRAMES)]
    texts = [subject.special(".mmd", one) for subject in subjects for one in chosen]
    for text, picture in zip(texts, drawn(*texts), strict=True):
        assert picture["kind"] == "packet"
        labels = [line.split('"')[1].split() for line in text.splitlines() if line[:1].isdigit()]
        for label in filter(None, labels):
            assert " ".join(label) in {" ".join(one.split()) for one in picture["texts"]}
