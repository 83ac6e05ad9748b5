"""A step as a figure: what the window shows, with a caption, and the diagrams that it has."""

import pytest
from storyboard_support import recording_of, told

from app.drawing.plain_measure import PlainMeasure
from app.plain_words import plain_words
from app.publishing.choices import Choices
from app.publishing.steps import StepSubject


def step(slug, figure, **wanted):
    """The first step of a lesson with that figure."""
    telling = told(slug)
    for number in range(telling.count):
        view = telling.step(number, "en")
        if view.figure == figure and all(getattr(view, name) == value for name, value in wanted.items()):
            return StepSubject(telling, number + 1)
    raise LookupError(figure)


def test_breadcrumb_and_title_stand_where_no_caption_says_them():
    subject = step("closing-handshake", "close")
    plain = subject.scene(Choices(), PlainMeasure("en"))
    captioned = subject.scene(Choices(captions="en"), PlainMeasure("en"))
    heads = {"stage.crumb", "stage.title"}
    assert heads <= {mark.id for mark in plain.marks}
    assert not heads & {mark.id for mark in captioned.marks}
    assert plain.title == captioned.title


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_a_caption_is_title_sentences_and_sections(lang):
    subject = StepSubject(told("closing-handshake"), 8)
    view = subject.telling.step(7, lang)
    caption = subject.caption(plain_words(lang))
    assert caption.startswith(view.title)
    assert caption.endswith("".join(view.rfc[-1:]) + ("。" if lang == "zh_CN" else "."))
    assert "**" not in caption
    assert "CLOSING" in caption


def test_a_frame_has_the_formats_of_frames():
    subject = step("closing-handshake", "frame", focus="server.0")
    assert "+-+-+-+-+-------+-+" in subject.special(".txt", Choices())
    assert "packet" in subject.special(".mmd", Choices())
    assert subject.special(".alt.txt", Choices()) is None
    assert '"width": 8' in subject.special(".json", Choices(bits=8))


def test_states_have_a_diagram_of_states_and_all_others_a_sequence():
    assert step("state-machine", "states").special(".mmd", Choices()).startswith("stateDiagram-v2")
    close = step("closing-handshake", "close")
    assert "sequenceDiagram" in close.special(".mmd", Choices())
    assert close.special(".txt", Choices()) is None


def test_a_sequence_ends_where_the_step_stands():
    telling = told("opening-handshake")
    lengths = [
        StepSubject(telling, number).special(".mmd", Choices()).count("->>")
        for number in range(1, telling.count + 1)
        if telling.step(number - 1, "en").figure in ("sequence", "handshake")
    ]
    assert lengths == sorted(lengths)
    assert lengths[0] < lengths[-1]


def test_a_recording_is_told_like_a_lesson():
    subject = StepSubject(recording_of(b"Hello"), 2)
    assert "packet" in subject.special(".mmd", Choices())
    assert "5 bytes of payload" in subject.caption(plain_words("en"))
