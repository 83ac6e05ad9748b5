"""Live and Capture: the selected frame, states, handshake and overview as figures; a connection as a storyboard."""

from __future__ import annotations

import pytest
from traffic_support import CLIENT, crowd, incident, masked

from app.drawing.marks import Label
from app.drawing.plain_measure import PlainMeasure
from app.figures.traffic_overview import Overview
from app.plain_words import plain_words
from app.publishing.ascii_text import plain
from app.publishing.choices import Choices
from app.publishing.formats import TEXTS, framed, written
from app.publishing.subjects import FrameSubject
from app.traffic_export import (
    ARROWS,
    frame_subject,
    heads_subject,
    overview_subject,
    sequence,
    states_subject,
    whole_of,
)
from protocol.ledger import FRAME

SHOWN = Overview(0.0, 60.0, 1.0, {3: 5, 40: 2}, shown=(10.0, 20.0))


@pytest.fixture(scope="module")
def ledger():
    return incident()


def test_a_frame_is_a_figure_for_paper(ledger):
    rows = [ledger.row(place) for place in range(len(ledger))]
    subjects = [subject for row in rows if (subject := frame_subject(row)) is not None]
    assert len(subjects) > 3
    assert all(isinstance(subject, FrameSubject) for subject in subjects)
    assert subjects[0].frame.payload == b'{"type":"join","name":"Ada"}'
    assert subjects[0].name == "frame-1-client-1"
    assert all(frame_subject(row) is None for row in rows if row.kind != FRAME)


def test_a_frame_that_is_too_long_is_none(ledger, monkeypatch):
    monkeypatch.setattr("app.traffic_export.LARGEST", 4)
    assert all(frame_subject(ledger.row(place)) is None for place in range(len(ledger)))


@pytest.mark.parametrize(
    "made", [lambda talk: states_subject(talk, None), heads_subject, lambda talk: overview_subject(SHOWN, talk)]
)
@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_every_figure_is_drawn_with_a_margin_and_said(ledger, made, lang):
    subject = made(ledger.talks[0])
    scene = subject.scene(Choices(lang=lang), PlainMeasure(lang))
    assert len(scene.marks) > 5
    assert framed(subject, Choices(lang=lang, captions="both")).height > scene.height / 3
    assert subject.caption(plain_words(lang)).endswith("." if lang == "en" else "。")
    diagram = subject.special(".mmd", Choices(lang=lang))
    assert diagram is not None
    assert "101 Switching Protocols" in diagram


def test_the_window_of_the_table_is_not_part_of_the_whole(ledger):
    scene = overview_subject(SHOWN, ledger.talks[0]).scene(Choices(), PlainMeasure("en"))
    assert scene.find("window") is None


def test_what_goes_on_does_not_come_into_it():
    ledger = incident()
    talk = ledger.talks[0]
    subject, whole = states_subject(talk, None), whole_of(talk, "a")
    before = subject.special(".mmd", Choices())
    talk.data(90.0, CLIENT, masked(1, b"later"))
    assert subject.special(".mmd", Choices()) == before
    assert whole is not None
    told = whole.telling()
    assert "later" not in "".join(told.step(number, "en").title for number in range(told.count))


def test_a_long_conversation_says_that_it_goes_on():
    talk = crowd(3 * ARROWS, talks=1).talks[0]
    diagram = sequence(talk, plain_words("en"), len(talk.facts))
    assert diagram.rstrip().endswith("Note over client,server: …")
    assert diagram.count("\n") <= 2 * ARROWS
    assert whole_of(talk, "a") is None


def test_a_connection_is_told_frame_by_frame(ledger):
    whole = whole_of(ledger.talks[0], "incident-1")
    assert whole is not None
    assert (whole.kind, whole.name) == ("recording", "incident-1")
    assert whole.telling().count > 2


@pytest.mark.parametrize(
    "made", [lambda talk: states_subject(talk, None), heads_subject, lambda talk: overview_subject(SHOWN, talk)]
)
@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_every_figure_has_all_its_words_in_every_text_format(ledger, made, lang):
    subject = made(ledger.talks[0])
    scene = subject.scene(Choices(lang=lang), PlainMeasure(lang))
    labels = [plain(mark.text) for mark in scene if isinstance(mark, Label) and mark.opacity > 0]
    drawn = written(subject, ".txt", Choices(lang=lang)).decode()
    assert all("".join(label.split()) in "".join(drawn.split()) for label in labels)
    for suffix in TEXTS:
        assert written(subject, suffix, Choices(lang=lang)).decode().endswith("\n")
