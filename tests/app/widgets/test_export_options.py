"""The options of the export dialog: only what concerns the format is shown, and one choice is one stop of Tab."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.publishing.choices import Choices
from app.publishing.remembered import Wanted
from app.widgets.export_options import ExportOptions, Offered, rows_for

Key = Qt.Key

FRAME = Offered(bits=frozenset({".svg", ".txt"}), show=frozenset({".svg"}), own=frozenset({".txt", ".tex"}))


@pytest.fixture
def options(shown):
    return shown(ExportOptions(), 344, 700)


@pytest.mark.parametrize(
    ("wanted", "offered", "rows"),
    [
        (Wanted(), Offered(), {"format", "theme", "width", "lang", "captions"}),
        (Wanted(suffix=".png"), Offered("lesson"), {"what", "format", "theme", "width", "dpi", "lang", "captions"}),
        (Wanted(Choices(captions="en")), Offered(), {"format", "theme", "width", "lang", "captions", "number"}),
        (Wanted(), FRAME, {"format", "theme", "width", "lang", "captions", "bits", "show"}),
        (Wanted(suffix=".txt"), FRAME, {"format", "lang", "bits"}),
        (Wanted(suffix=".tex"), FRAME, {"format", "lang"}),
        (Wanted(suffix=".tex"), Offered(), {"format", "lang", "theme", "captions"}),
        (Wanted(suffix=".alt.txt"), Offered(), {"format", "lang"}),
        (Wanted(whole=True), Offered("lesson"), {"what", "board", "theme", "lang", "per_page", "questions"}),
        (Wanted(whole=True), Offered("recording"), {"what", "board", "theme", "lang", "per_page"}),
        (Wanted(whole=True, board=".html"), Offered("lesson"), {"what", "board", "theme", "lang", "questions"}),
        (Wanted(whole=True, board=".gif"), Offered("lesson"), {"what", "board", "theme", "lang"}),
        (Wanted(whole=True, board=".mmd"), Offered("recording"), {"what", "board", "lang"}),
    ],
)
def test_only_what_concerns_the_format_is_shown(options, wanted, offered, rows):
    options.set_wanted(wanted, offered)
    assert rows_for(wanted, offered) == rows
    assert {name for name, row in options.rows.items() if row.isVisible()} == rows


def test_each_choice_is_told_and_shown(options):
    told = []
    options.changed.connect(told.append)
    options.set_wanted(Wanted(), Offered("lesson"))
    for name, value in (("theme", "grey"), ("width", "slide"), ("lang", "zh_CN"), ("captions", "both")):
        control = options.choices[name]
        control._choose(control._values.index(value))
        assert getattr(told[-1].choices, name) == value
        assert control.value() == value
    options.formats.rows[1].buttons[4].click()
    assert told[-1].suffix == ".alt.txt"
    options.choices["what"].buttons[1].click()
    options.choices["per_page"].buttons[3].click()
    assert (told[-1].whole, told[-1].per_page) == (True, 6)
    options.choices["questions"].buttons[1].click()
    assert told[-1].questions
    count = len(told)
    options.choices["per_page"].buttons[3].click()
    assert len(told) == count


def test_arrows_go_through_all_formats_and_tab_stops_once_a_row(qtbot, options):
    options.set_wanted(Wanted(), Offered())
    upper = options.formats.rows[0]
    upper.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(7):
        qtbot.keyClick(options.window().focusWidget(), Key.Key_Right)
        seen.append(options.wanted.suffix)
    assert seen == [".pdf", ".png", ".txt", ".tex", ".mmd", ".json", ".alt.txt"]
    for _ in range(5):
        qtbot.keyClick(options.window().focusWidget(), Key.Key_Left)
    assert options.wanted.suffix == ".png"
    for row in options.choices.values():
        assert sum(button.focusPolicy() == Qt.FocusPolicy.TabFocus for button in row.buttons) == 1


@pytest.mark.parametrize(
    ("typed", "value", "wrong"), [("300", 300, False), ("35", 192, True), ("1201", 120, True), ("", 192, True)]
)
def test_a_number_is_taken_only_if_it_can_be(qtbot, options, typed, value, wrong):
    options.set_wanted(Wanted(suffix=".png"), Offered())
    options.dpi.setFocus()
    options.dpi.selectAll()
    qtbot.keyClick(options.dpi, Key.Key_Delete)
    qtbot.keyClicks(options.dpi, typed)
    assert (options.wanted.choices.dpi, options.dpi.wrong) == (value, wrong)
    options.dpi.clearFocus()
    assert options.dpi.text() == str(value)
    assert not options.dpi.wrong


def test_up_and_down_count(qtbot, options):
    options.set_wanted(Wanted(Choices(captions="en", number=0)), Offered())
    options.number.setFocus()
    qtbot.keyClick(options.number, Key.Key_Down)
    assert options.wanted.choices.number == 0
    qtbot.keyClick(options.number, Key.Key_Up)
    assert options.wanted.choices.number == 1


def test_every_control_has_a_name(options):
    options.set_wanted(Wanted(), Offered("lesson"))
    for name, row in options.rows.items():
        assert row.control.accessibleName(), name
    assert options.choices["theme"].buttons[2].accessibleName() == "Theme: Patterns"
    assert options.formats.rows[0].buttons[0].accessibleName() == "Format: SVG"


def test_small_letters_are_a_warning(options):
    options.set_wanted(Wanted(), Offered())
    options.set_hints("84 × 35 mm.", "", "", small=True)
    words = options.rows["width"].words
    assert (words.text(), words.colour_token) == ("84 × 35 mm.", "warn.edge")
    options.set_hints("344 × 144 mm.", "", "", small=False)
    assert words.colour_token == "text2"


def test_no_words_are_clipped(options):
    options.set_wanted(Wanted(suffix=".png"), FRAME)
    for row in (*options.choices.values(), *options.formats.rows):
        for button in row.buttons:
            if button.isVisible():
                assert button.width() >= button.sizeHint().width()
