"""The side pane: what is there is shown, what is not takes no room, nothing is clipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint

from app.model.page import Fault, Page, Question
from app.widgets.side_pane import SidePane
from app.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

PAGE = Page(
    "Eight rules before a single frame",
    "So far this is ordinary HTTP. The server reads the request **line by line**.\n\nThere is no WebSocket yet.",
    ("RFC 6455 §4.2.1", "RFC 6455 §4.4"),
    "A server needs only the **text** of the key.",
)
QUESTION = Question("What does the server do?", ("It answers 400 Bad Request", "It accepts", "It sends a Close frame"))


@pytest.fixture
def pane(shown: Callable[..., QWidget]) -> SidePane:
    pane = SidePane()
    pane.set_page(PAGE)
    shown(pane, 312, 772)
    return pane


WAYS = {"Steps", "Questions"}
"""The headings of the card that is always there."""


def test_it_shows_a_page(pane: SidePane) -> None:
    visible = {words.text() for words in pane.findChildren(Text) if words.isVisible()} - WAYS
    assert visible == {
        "Eight rules before a single frame",
        "So far this is ordinary HTTP. The server reads the request line by line.",
        "There is no WebSocket yet.",
        "A server needs only the text of the key.",
    }
    assert len(pane.chips.chips) == 2


def test_a_shorter_page_leaves_nothing_behind(pane: SidePane) -> None:
    pane.set_page(Page("Title", "One."))
    visible = [words.text() for words in pane.findChildren(Text) if words.isVisible()]
    assert [text for text in visible if text not in WAYS] == ["Title", "One."]
    assert not pane.chips.isVisible()
    assert not pane.note.isVisible()


def test_nothing_is_clipped(pane: SidePane, qtbot: QtBot) -> None:
    pane.set_question(QUESTION)
    pane.set_faults((Fault("a", "The server answers with the wrong code, then again", True, "Why not."),))
    pane.set_selection("MASK, bit 8, value 1: the payload is masked, as it must be from client to server.")
    qtbot.wait(20)
    for words in pane.findChildren(Text):
        if words.isVisible() and words.hasHeightForWidth():
            assert words.height() >= words.heightForWidth(words.width()), words.text()


def test_widths_of_the_design(pane: SidePane) -> None:
    assert pane.width() == 312
    assert pane.chips.mapTo(pane, QPoint(0, 0)).x() == 25
    assert pane.chips.width() == 263


def test_more_than_fits_scrolls(pane: SidePane, qtbot: QtBot) -> None:
    pane.set_page(Page("Long", "\n\n".join(["A paragraph that goes on for a while, and then some."] * 20)))
    qtbot.waitUntil(pane._scroll.bar.isVisible)
    assert pane._scroll.verticalScrollBar().maximum() > 0


def test_another_page_begins_at_its_top(pane: SidePane, qtbot: QtBot) -> None:
    long = "\n\n".join(["A paragraph that goes on for a while, and then some."] * 20)
    pane.set_page(Page("Long", long))
    bar = pane._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(100)
    pane.set_page(Page("Other", long))
    assert bar.value() == 0


def test_a_verdict_scrolls_into_view(pane: SidePane, qtbot: QtBot) -> None:
    pane.set_page(Page("Long", "\n\n".join(["A paragraph that goes on for a while, and then some."] * 12)))
    pane.set_question(QUESTION)
    qtbot.waitUntil(pane._scroll.bar.isVisible)
    settled = Question(QUESTION.text, QUESTION.options, 1, False, "It stops and sends an HTTP error.")
    pane.set_question(settled)
    qtbot.waitUntil(lambda: pane._scroll.verticalScrollBar().value() > 0)


@pytest.mark.parametrize("sentence", ["MASK, bit 8, value 1, masked", ""])
def test_the_inspector(pane: SidePane, sentence: str) -> None:
    pane.set_selection(sentence)
    assert pane.inspector.isVisible() is bool(sentence)
    assert pane.inspector.words.text() == sentence


LONGER = Page(
    PAGE.title, PAGE.body, PAGE.rfc, "A note of several lines, because it has to say a good deal more than the other."
)


@pytest.mark.parametrize("before", [Page("Title", "One."), PAGE, Page("Title", "One.\n\nTwo.", (), "Short.")])
def test_a_note_is_whole_at_once(pane: SidePane, before: Page) -> None:
    """Before the loop of events has turned: what is painted until then would be cut off."""
    pane.set_page(before)
    pane.set_question(None)
    pane.set_page(LONGER)
    words = pane.note.words
    assert words.height() == words.heightForWidth(words.width()) == 3 * 21
    assert pane.note.height() >= words.height()


def test_a_question_is_whole_at_once(pane: SidePane) -> None:
    for question in (QUESTION, Question("A question " * 12, ("One answer " * 6, "Two", "Three"))):
        pane.set_question(question)
        for words in pane.predict.findChildren(Text):
            if words.isVisible() and words.hasHeightForWidth():
                assert words.height() == words.heightForWidth(words.width()), words.text()
