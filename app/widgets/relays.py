"""What the parts of the window say goes on as the window's own signals: the desk knows the window, not its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.widgets.main_window import MainWindow


def relay(window: MainWindow) -> None:
    """Connect them, once."""
    bar, side, transport = window.top_bar, window.side_pane, window.transport
    bar.mode_chosen.connect(window.go)
    bar.language_chosen.connect(window.language_chosen)
    bar.theme_chosen.connect(window.theme_chosen)
    bar.present_clicked.connect(lambda: window.do("present"))
    bar.pane_clicked.connect(lambda: window.do("pane"))
    window.navigation.lesson_chosen.connect(window.lesson_chosen)
    window.navigation.phase_chosen.connect(window.phase_chosen)
    window.stage.control_changed.connect(window.control_changed)
    side.rfc_chosen.connect(window.rfc_chosen)
    side.answered.connect(window.answered)
    side.fault_toggled.connect(window.fault_toggled)
    side.goal.move_made.connect(window.move_made)
    side.goal.undo_wanted.connect(window.undo_wanted)
    side.fork.change_chosen.connect(window.change_chosen)
    side.fork.keep_wanted.connect(lambda: window.do("fork"))
    side.ways.depth_chosen.connect(window.depth_chosen)
    side.ways.mode_chosen.connect(window.mode_chosen)
    side.ways.question_wanted.connect(lambda: window.do("ask"))
    transport.action_chosen.connect(window.do)
    transport.step_chosen.connect(window.step_chosen)
    transport.speed_chosen.connect(window.speed_chosen)

    def do(action: str) -> None:
        window.do(IN_THE_HALL.get(action, action))

    window.layers.controls.action_chosen.connect(do)
    window.layers.number.entered.connect(lambda number: window.step_chosen.emit(number - 1))


IN_THE_HALL: Final = {"next": "present.next", "back": "present.back"}
"""What the buttons of the presentation do: they go from variant to variant as the clicker does."""
