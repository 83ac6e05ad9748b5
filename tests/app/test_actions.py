"""The table of actions: keys, conditions, and the words and icons that its rows name."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QKeySequence

from app.actions import ACTIONS, BY_ID, MENU, Situation, for_key, possible
from app.widgets.icons import FOLDER

MIDDLE = Situation(steps=5, step=2)


def test_ids_are_unique() -> None:
    assert len(BY_ID) == len(ACTIONS)


def test_no_key_repeats_in_one_place() -> None:
    for one, other in combinations(ACTIONS, 2):
        if one.place == other.place:
            assert not set(one.keys) & set(other.keys), f"{one.id} and {other.id}"


def test_keys_are_written_as_qt_writes_them() -> None:
    for action in ACTIONS:
        for key in action.keys:
            assert QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText) == key


def test_the_keys_of_the_design() -> None:
    wanted = {
        "Right": "next", "Space": "next", "PgDown": "next", "Left": "back", "PgUp": "back",
        "Home": "first", "End": "last", "P": "play", "F5": "present", "F11": "fullscreen", "Ctrl+E": "export",
        "Ctrl+C": "copy", "Esc": "leave", "?": "help", "Ctrl+L": "language", "Ctrl+T": "theme",
    }  # fmt: skip
    found = {key: action.id for key in wanted if (action := for_key(key, MIDDLE))}
    assert found == wanted


@pytest.mark.parametrize("key", ["B", "."])
def test_blanking_belongs_to_presenting(key: str) -> None:
    assert for_key(key, MIDDLE) is None
    presenting = for_key(key, Situation(steps=5, presenting=True))
    assert presenting is not None
    assert presenting.id == "blank"


def test_steps_end_at_both_ends() -> None:
    assert for_key("Left", Situation(steps=3, step=0)) is None
    assert for_key("Right", Situation(steps=3, step=2)) is None
    assert for_key("P", Situation(steps=1)) is None


@pytest.mark.parametrize(
    ("question", "options", "possible_answers"), [(False, 3, 0), (True, 0, 0), (True, 2, 2), (True, 3, 3)]
)
def test_answers_need_an_open_question(question: bool, options: int, possible_answers: int) -> None:
    now = Situation(steps=3, question=question, options=options)
    assert sum(for_key(str(number), now) is not None for number in (1, 2, 3)) == possible_answers


def test_the_drawer_is_exchanged_in_a_narrow_window_only() -> None:
    assert not possible(BY_ID["pane"], MIDDLE)
    assert possible(BY_ID["pane"], Situation(narrow=True))
    assert not possible(BY_ID["pane"], Situation(narrow=True, presenting=True))


def test_the_menu_names_actions() -> None:
    assert all(name in BY_ID for name in MENU if name)


def test_every_icon_is_there() -> None:
    assert all((FOLDER / f"{action.icon}.svg").exists() for action in ACTIONS if action.icon)
