"""Everything the reader can do by a key, as a table: menus, the help page and the tests come from it.

Keys are written as Qt writes them (`Right`, `PgDown`, `Ctrl+E`); a printable sign such as `?` or `+` is
written without the Shift that some keyboards need for it. A key may stand in two rows only if their places
differ and one of them is `presenting`, which then wins: B blanks the screen while presenting and does nothing
otherwise.

No Qt here; words are translated in the context "actions".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from app.reasons import QT_TRANSLATE_NOOP

Place = Literal["everywhere", "presenting", "lab", "live", "capture"]
Needs = Literal[
    "nothing", "step before", "step after", "steps", "question", "narrow", "figure", "variants", "moves", "lesson",
    "told",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Situation:
    """What the window shows, as far as it decides which actions are possible."""

    mode: str = "learn"
    steps: int = 0
    step: int = 0
    question: bool = False
    """A prediction is open."""
    options: int = 0
    """How many options it has."""
    narrow: bool = False
    presenting: bool = False
    held: bool = False
    """The prediction must be answered before the next step."""
    lesson: bool = False
    variants: int = 0
    moves: int = 0
    """How many moves towards the goal were made."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do. `icon` is a file in resources/icons; the first key is the one shown in menus."""

    id: str
    words: str
    keys: tuple[str, ...]
    section: str
    icon: str = ""
    needs: Needs = "nothing"
    place: Place = "everywhere"
    repeats: bool = False
    """Whether holding the key down goes on doing it."""


STEPS: Final = QT_TRANSLATE_NOOP("actions", "Steps")
PREDICT: Final = QT_TRANSLATE_NOOP("actions", "Predict")
TRY: Final = QT_TRANSLATE_NOOP("actions", "Try")
PRESENT: Final = QT_TRANSLATE_NOOP("actions", "Present")
MODE: Final = QT_TRANSLATE_NOOP("actions", "Mode")
WINDOW: Final = QT_TRANSLATE_NOOP("actions", "Window")
LAB: Final = QT_TRANSLATE_NOOP("actions", "Lab")
LIVE: Final = QT_TRANSLATE_NOOP("actions", "Live")
CAPTURE: Final = QT_TRANSLATE_NOOP("actions", "Capture")
FIGURE: Final = QT_TRANSLATE_NOOP("actions", "Figure")

# fmt: off
ACTIONS: Final = (
    Action("next", QT_TRANSLATE_NOOP("actions", "Next step"), ("Right", "Space", "PgDown"),
           STEPS, "next", "step after", repeats=True),
    Action("back", QT_TRANSLATE_NOOP("actions", "Previous step"), ("Left", "PgUp"),
           STEPS, "back", "step before", repeats=True),
    Action("first", QT_TRANSLATE_NOOP("actions", "First step"), ("Home",), STEPS, "first", "step before"),
    Action("last", QT_TRANSLATE_NOOP("actions", "Last step"), ("End",), STEPS, "last", "step after"),
    Action("play", QT_TRANSLATE_NOOP("actions", "Play or pause"), ("P",), STEPS, "play", "steps"),
    Action("faster", QT_TRANSLATE_NOOP("actions", "Play faster"), ("+",), STEPS),
    Action("slower", QT_TRANSLATE_NOOP("actions", "Play slower"), ("-",), STEPS),
    Action("answer.1", QT_TRANSLATE_NOOP("actions", "Choose answer 1"), ("1",), PREDICT, needs="question"),
    Action("answer.2", QT_TRANSLATE_NOOP("actions", "Choose answer 2"), ("2",), PREDICT, needs="question"),
    Action("answer.3", QT_TRANSLATE_NOOP("actions", "Choose answer 3"), ("3",), PREDICT, needs="question"),
    Action("answer.4", QT_TRANSLATE_NOOP("actions", "Choose answer 4"), ("4",), PREDICT, needs="question"),
    Action("ask", QT_TRANSLATE_NOOP("actions", "Ask me another question"), ("Q",), PREDICT, needs="steps"),
    Action("variant.next", QT_TRANSLATE_NOOP("actions", "Next variant"), ("V",), TRY, needs="variants"),
    Action("variant.back", QT_TRANSLATE_NOOP("actions", "Previous variant"), ("Shift+V",), TRY, needs="variants"),
    Action("depth", QT_TRANSLATE_NOOP("actions", "Step by lesson, message, frame or detail"), ("D",), TRY,
           needs="steps"),
    Action("fork", QT_TRANSLATE_NOOP("actions", "Keep this run beside the next, or let it go"), ("F",), TRY,
           needs="lesson"),
    Action("goal", QT_TRANSLATE_NOOP("actions", "Show or hide the moves towards the goal"), ("G",), TRY,
           needs="lesson"),
    Action("undo", QT_TRANSLATE_NOOP("actions", "Take the last move back"), ("Backspace",), TRY, needs="moves"),
    Action("reset", QT_TRANSLATE_NOOP("actions", "Forget what was done in this lesson"), (), TRY, needs="lesson"),
    Action("export", QT_TRANSLATE_NOOP("actions", "Export the figure…"), ("Ctrl+E",), FIGURE, needs="figure"),
    Action("copy", QT_TRANSLATE_NOOP("actions", "Copy the figure"), ("Ctrl+C",), FIGURE, needs="figure"),
    Action("leave", QT_TRANSLATE_NOOP("actions", "Clear the selection, leave the full screen"), ("Esc",),
           FIGURE),
    Action("present", QT_TRANSLATE_NOOP("actions", "Start or end presenting"), ("F5", "Shift+F5"), PRESENT),
    Action("blank", QT_TRANSLATE_NOOP("actions", "Blank the screen"), ("B", "."),
           PRESENT, place="presenting"),
    Action("blank.white", QT_TRANSLATE_NOOP("actions", "Blank the screen in white"), ("W", ","),
           PRESENT, place="presenting"),
    Action("present.next", QT_TRANSLATE_NOOP("actions", "Next step, then the next variant"),
           ("PgDown", "Right", "Down", "Space"), PRESENT, needs="told", place="presenting", repeats=True),
    Action("present.back", QT_TRANSLATE_NOOP("actions", "Previous step, then the variant before"),
           ("PgUp", "Left", "Up", "Backspace"), PRESENT, needs="told", place="presenting", repeats=True),
    Action("number", QT_TRANSLATE_NOOP("actions", "Go to a step: its number, then Enter; V: to that variant"),
           ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "Return", "Enter"), PRESENT, needs="told",
           place="presenting"),
    Action("notes", QT_TRANSLATE_NOOP("actions", "Show or hide the notes"), ("N",), PRESENT, needs="told",
           place="presenting"),
    Action("elapsed", QT_TRANSLATE_NOOP("actions", "Count the time from zero"), ("R",), PRESENT, needs="told",
           place="presenting"),
    Action("displays", QT_TRANSLATE_NOOP("actions", "Exchange the two displays"), ("X",), PRESENT, needs="told",
           place="presenting"),
    Action("spotlight", QT_TRANSLATE_NOOP("actions", "A light around the pointer; the wheel changes its size"),
           ("S", "L"), PRESENT, place="presenting"),
    Action("mode.learn", QT_TRANSLATE_NOOP("actions", "Learn: the course"), ("Ctrl+1",), MODE),
    Action("mode.lab", QT_TRANSLATE_NOOP("actions", "Lab: build any frame"), ("Ctrl+2",), MODE),
    Action("mode.live", QT_TRANSLATE_NOOP("actions", "Live: real peers"), ("Ctrl+3",), MODE),
    Action("mode.capture", QT_TRANSLATE_NOOP("actions", "Capture: open what was recorded"), ("Ctrl+4",), MODE),
    Action("fullscreen", QT_TRANSLATE_NOOP("actions", "Full screen"), ("F11",), WINDOW),
    Action("pane", QT_TRANSLATE_NOOP("actions", "Show the lessons or the explanation"), ("F4",),
           WINDOW, "pane", "narrow"),
    Action("language", QT_TRANSLATE_NOOP("actions", "Change the language"), ("Ctrl+L",), WINDOW),
    Action("theme", QT_TRANSLATE_NOOP("actions", "Change the theme"), ("Ctrl+T",), WINDOW, "theme-light"),
    Action("help", QT_TRANSLATE_NOOP("actions", "Keyboard shortcuts"), ("?", "F1"), WINDOW),
    Action("about", QT_TRANSLATE_NOOP("actions", "About WebSocket 101"), (), WINDOW),
    Action("lab.undo", QT_TRANSLATE_NOOP("actions", "Undo the last edit"), ("Ctrl+Z",), LAB, place="lab"),
    Action("lab.redo", QT_TRANSLATE_NOOP("actions", "Do it again"), ("Ctrl+Y", "Ctrl+Shift+Z"), LAB, place="lab"),
    Action("lab.paste", QT_TRANSLATE_NOOP("actions", "Paste bytes from anywhere"), ("Ctrl+V",), LAB, place="lab"),
    Action("lab.send", QT_TRANSLATE_NOOP("actions", "Send the frame in Live"), ("Ctrl+Return",), LAB, place="lab"),
    Action("live.find", QT_TRANSLATE_NOOP("actions", "Filter the frames"), ("Ctrl+F", "/"), LIVE, place="live"),
    Action("live.pause", QT_TRANSLATE_NOOP("actions", "Hold the table still, or follow again"), ("P",), LIVE,
           place="live"),
    Action("live.newest", QT_TRANSLATE_NOOP("actions", "Go to the newest frame"), ("Ctrl+N",), LIVE, place="live"),
    Action("live.send", QT_TRANSLATE_NOOP("actions", "Write a message"), ("Ctrl+Return",), LIVE, place="live"),
    Action("live.tab", QT_TRANSLATE_NOOP("actions", "Fields, bits, states or handshake"), ("Ctrl+D",), LIVE,
           place="live"),
    Action("live.server", QT_TRANSLATE_NOOP("actions", "Start or stop the server"), ("Ctrl+R",), LIVE, place="live"),
    Action("live.page", QT_TRANSLATE_NOOP("actions", "Open the server’s page in a browser"), ("Ctrl+B",), LIVE,
           place="live"),
    Action("live.connect", QT_TRANSLATE_NOOP("actions", "Connect a client"), ("Ctrl+K",), LIVE, place="live"),
    Action("live.figure", QT_TRANSLATE_NOOP("actions", "Export the figure of the selection…"), ("Ctrl+Shift+E",), LIVE,
           place="live"),
    Action("live.lab", QT_TRANSLATE_NOOP("actions", "Open the selected frame in the Lab"), ("L",), LIVE, place="live"),
    Action("capture.open", QT_TRANSLATE_NOOP("actions", "Open a file…"), ("Ctrl+O",), CAPTURE, place="capture"),
    Action("capture.find", QT_TRANSLATE_NOOP("actions", "Filter what was captured"), ("Ctrl+F", "/"), CAPTURE,
           place="capture"),
    Action("capture.after", QT_TRANSLATE_NOOP("actions", "Next finding"), ("N", "F3"), CAPTURE, place="capture"),
    Action("capture.before", QT_TRANSLATE_NOOP("actions", "Previous finding"), ("Shift+N", "Shift+F3"), CAPTURE,
           place="capture"),
    Action("capture.story", QT_TRANSLATE_NOOP("actions", "Step through the connection"), ("T",), CAPTURE,
           place="capture"),
    Action("capture.figure", QT_TRANSLATE_NOOP("actions", "Export the figure of the selection…"), ("Ctrl+Shift+E",),
           CAPTURE, place="capture"),
    Action("capture.lab", QT_TRANSLATE_NOOP("actions", "Look at the frame in the Lab"), ("L",), CAPTURE,
           place="capture"),
    Action("capture.stop", QT_TRANSLATE_NOOP("actions", "Read no further"), ("Ctrl+.",), CAPTURE, place="capture"),
)
# fmt: on

SHARED: Final = frozenset({"export", "copy", "leave"})
"""What every mode understands in its own way."""

BY_ID: Final = {action.id: action for action in ACTIONS}

MENU: Final = (
    "next", "back", "", "variant.next", "fork", "depth", "ask", "", "copy", "export", "", "present", "fullscreen", "",
    "reset", "", "help", "about",
)  # fmt: skip
"""The context menu of the stage; an empty id is a line."""


def possible(action: Action, now: Situation) -> bool:
    """Whether an action can be done now."""
    if action.place == "presenting" and not now.presenting:
        return False
    if action.place in {"lab", "live", "capture"}:
        return action.place == now.mode
    if now.mode != "learn" and action.section not in {PRESENT, MODE, WINDOW} and action.id not in SHARED:
        return False
    return {
        "nothing": True,
        "steps": now.steps > 1,
        "figure": now.steps > 0 or now.mode != "learn",
        "step before": now.step > 0,
        "step after": now.step < now.steps - 1 and not now.held,
        "variants": now.variants > 1,
        "moves": now.moves > 0,
        "lesson": now.lesson,
        "told": now.steps > 0,
        "question": now.question and _number(action) <= now.options,
        "narrow": now.narrow and not now.presenting,
    }[action.needs]


def for_key(key: str, now: Situation) -> Action | None:
    """The possible action of a key, or None."""
    found = [action for action in ACTIONS if key in action.keys and possible(action, now)]
    return min(found, key=lambda action: action.place != "presenting", default=None)


def _number(action: Action) -> int:
    return int(action.id.rpartition(".")[2]) if action.needs == "question" else 0
