"""The notes window alone: time, words of any length, its size and its keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.drawing.theme import CONTRAST, DARK, LIGHT, Theme
from app.model.notes import NotedQuestion, NotedVariant, Notes, elapsed_words
from app.model.page import Page
from app.widgets.look import Look
from app.widgets.presenter_notes import LEAST, NotesWindow, beside
from app.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

VARIANTS = tuple(NotedVariant(f"v{n}", f"Variant {n}", (*str(n), "V"), n == 20) for n in range(1, 36))
FULL = Notes(
    "A lesson  ·  Step 1 of 9",
    "The caption that the room reads",
    Page("The side", "One paragraph. " * 40 + "\n\n" + "Another. " * 40, ("RFC 6455 §5.5.1",), "A note. " * 20),
    "What comes next",
    False,
    NotedQuestion("Who ends TCP?", ("The client", "The server"), 1, "The server."),
    VARIANTS,
)


class Clock:
    """Stands until it is moved."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def notes(shown: Callable[..., QWidget], clock: Clock) -> NotesWindow:
    notes = NotesWindow(seconds=clock)
    shown(notes, *LEAST)
    return notes


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(-1, "0:00"), (0, "0:00"), (65, "1:05"), (3599, "59:59"), (3600, "1:00:00"), (36_061, "10:01:01")],
)
def test_elapsed_time_in_words(seconds: int, words: str) -> None:
    assert elapsed_words(seconds) == words


def test_the_time_runs_and_begins_anew(notes: NotesWindow, clock: Clock) -> None:
    clock.now += 125.9
    notes.tick()
    assert notes.elapsed.text() == "2:05"
    notes.reset_button.click()
    assert notes.elapsed.text() == "0:00"
    clock.now += 3
    notes.tick()
    assert notes.elapsed.text() == "0:03"


def test_the_clock_runs_by_itself_while_it_is_seen(notes: NotesWindow, clock: Clock, qtbot: QtBot) -> None:
    notes.set_shown(True)
    clock.now += 60
    qtbot.waitUntil(lambda: notes.elapsed.text() == "1:00")


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST])
def test_words_of_any_length_stand_whole_in_the_smallest_window(notes: NotesWindow, theme: Theme) -> None:
    notes.look = Look(theme)  # type: ignore[attr-defined]
    notes.set_notes(FULL)
    for words in notes.findChildren(Text):
        if words.isVisible() and words.hasHeightForWidth():
            assert words.height() >= words.heightForWidth(words.width()), words.text()
    assert notes.size().toTuple() == LEAST


def test_the_present_variant_is_in_sight(notes: NotesWindow) -> None:
    notes.set_notes(FULL)
    row = notes.variants.rows[19]
    assert row.variant.on
    assert not row.visibleRegion().isEmpty()


def test_the_right_option_alone_is_ticked(notes: NotesWindow) -> None:
    notes.set_notes(FULL)
    said = [words.text() for words in notes.question.words]
    assert said == ["Who ends TCP?", "•  The client", "\N{CHECK MARK}  The server", "The server."]
    notes.set_notes(Notes())
    assert not notes.question.isVisible()


def test_a_press_of_space_is_the_presentations(notes: NotesWindow, qtbot: QtBot) -> None:
    notes.set_shown(True)
    keys = [Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_N]
    heard: list[int] = []
    notes.pressed.connect(lambda event: heard.append(event.key()))
    for key in keys:
        qtbot.keyClick(notes.focusWidget() or notes, key)
    assert heard == keys


def test_on_the_only_display_there_is_no_other(notes: NotesWindow) -> None:
    assert beside(notes.screen()) is None
    assert beside(None) is notes.screen()


def test_a_second_display_is_filled(notes: NotesWindow) -> None:
    notes.set_shown(True, notes.screen())
    area = notes.screen().availableGeometry()
    assert notes.width() == max(area.width(), LEAST[0])
    assert notes.height() == max(area.height(), LEAST[1])


def test_nothing_next_is_the_end(notes: NotesWindow) -> None:
    notes.set_notes(Notes(ends=True))
    assert notes.following.text() == "This is the end."
    assert not notes.variants_head.isVisible()


def test_a_title_that_the_caption_says_already_is_left_out(notes: NotesWindow) -> None:
    notes.set_notes(FULL)
    assert not notes.side.isHidden()
    notes.set_notes(replace(FULL, page=replace(FULL.page, title=FULL.caption)))
    assert notes.side.isHidden()
