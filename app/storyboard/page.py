"""A storyboard as one page of the web that needs nothing else: every step in every language, and a player.

The figures are inline SVG with real text, in fonts by name. The page loads nothing and may load nothing (its
Content-Security-Policy says so), and keeps nothing; links lead to the RFCs. Without scripts, and on paper, all steps
stand one below the other. The keys are those of the program, and some more that only a page can have.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.actions import ACTIONS
from app.drawing.families import stack
from app.plain_words import PlainWords
from app.reasons import QT_TRANSLATE_NOOP
from app.settings import SPEEDS
from app.storyboard.dress import Wardrobe
from app.storyboard.pace import dwell
from app.storyboard.page_step import language, tag
from app.widgets.markdown import plain
from lessons.narration import rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.theme import Theme
    from app.storyboard.steps import Board

FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "storyboard"

NAMES: Final = {"en": "English", "zh_CN": "中文"}
"""Each language in its own words."""

DEEDS: Final = (
    "next", "back", "first", "last", "play", "faster", "slower", "language", "fullscreen", "blank", "help",
)  # fmt: skip
"""Actions of the program that the page has too, as its help lists them."""

OWN_KEYS: Final = {"language": ("L",), "fullscreen": ("F",), "help": ("?",)}
"""Where a browser has another use for the keys of the program."""

KEYS: Final = {
    "Right": "ArrowRight", "Left": "ArrowLeft", "PgDown": "PageDown", "PgUp": "PageUp", "Space": " ",
}  # fmt: skip
"""Keys as Qt and as the web name them, where they differ."""

PRINT: Final = QT_TRANSLATE_NOOP("storyboard", "Print all steps")
CLOSE: Final = QT_TRANSLATE_NOOP("storyboard", "Close")
ANSWER_KEYS: Final = QT_TRANSLATE_NOOP("storyboard", "Choose an answer")
SCRUB: Final = QT_TRANSLATE_NOOP("storyboard", "Step")
SPEED: Final = QT_TRANSLATE_NOOP("storyboard", "Speed")

POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)

CARD: Final = (
    '<dialog id="card" aria-labelledby="card-title"><h2 id="card-title"></h2><dl id="keys"></dl>'
    '<button id="close"></button></dialog>'
)
"""What ? shows: all keys."""

ICONS: Final = FOLDER.parent / "icons"


def to_page(boards: Sequence[Board], theme: Theme) -> str:
    """The page; `boards` are the same steps in each language, the first of which is shown if the reader's browser
    asks for none of them."""
    first, wardrobe = boards[0], Wardrobe(theme)
    languages = "\n".join(language(board, wardrobe) for board in boards)
    fonts = "".join(f'[lang="{tag(one.lang)}"]{{--sans:{stack(one.lang, mono=False)}}}' for one in boards)
    root = f"{wardrobe.sheet()}\n:root{{--mono:{stack(first.lang, mono=True)}}}{fonts}"
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{tag(first.lang)}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="generator" content="WebSocket 101">',
            f"<title>{escape(first.title)}</title>",
            f"<style>\n{root}\n{_resource('player.css')}</style>",
            "</head>",
            "<body>",
            _header(first),
            f"<main>\n{languages}\n</main>",
            _controls(),
            '<div id="said" role="status"></div><div id="blank"></div>',
            CARD,
            f'<script type="application/json" id="setup">{_setup(boards)}</script>',
            f"<script>\n{_resource('player.js')}</script>",
            "</body>",
            "</html>",
            "",
        ]
    )


def keys_of(action: str) -> list[str]:
    """The keys of an action as the web names them."""
    return [KEYS.get(key, key.lower() if len(key) == 1 else key) for key in _keys(action)]


def _keys(action: str) -> tuple[str, ...]:
    return OWN_KEYS.get(action) or next(row.keys for row in ACTIONS if row.id == action)


def _resource(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def _setup(boards: Sequence[Board]) -> str:
    """What the player knows, as JSON that no text can break out of."""
    setup = {
        "keys": {key: action for action in DEEDS for key in keys_of(action)},
        "speeds": SPEEDS,
        "words": {tag(board.lang): _words(board, boards) for board in boards},
    }
    return json.dumps(setup, ensure_ascii=True, sort_keys=True).replace("<", "\\u003c")


def _words(board: Board, boards: Sequence[Board]) -> dict[str, object]:
    words = PlainWords(board.lang, rules.text)
    rows = {row.id: row for row in ACTIONS if row.id in DEEDS}
    names = {name: words.translate("actions", rows[name].words) for name in DEEDS}
    following = boards[(boards.index(board) + 1) % len(boards)]
    asks = any(board.question(number) for number in range(1, board.count + 1))
    answers = [[words.translate("storyboard", ANSWER_KEYS), "1 2 3 4"]] if asks else []
    return {
        **names,
        "print": words.translate("storyboard", PRINT),
        "close": words.translate("storyboard", CLOSE),
        "scrub": words.translate("storyboard", SCRUB),
        "speed": words.translate("storyboard", SPEED),
        "title": board.title,
        "run": board.run,
        "other": NAMES[following.lang],
        "dwell": [_dwell(board, number) for number in range(1, board.count + 1)],
        "keys": {name: _keys(name)[0] for name in DEEDS},
        "rows": [[names[name], "  ".join(_keys(name))] for name in DEEDS] + answers,
    }


def _dwell(board: Board, number: int) -> int:
    title = board.telling.step(number - 1, board.lang).title
    return dwell(board.lang, title, *map(plain, board.body(number)))


def _header(board: Board) -> str:
    names = ("language", "print", "fullscreen", "help")
    buttons = "".join(f'<button id="{name}" data-do="{name}"></button>' for name in names)
    run = f'<span id="run">{escape(board.run)}</span>'
    return f'<header><h1><span id="title">{escape(board.title)}</span> {run}</h1>{buttons}</header>'


def _controls() -> str:
    buttons = "".join(_button(name) for name in ("first", "back", "play", "next", "last"))
    return (
        f'<footer>{buttons}<input type="range" id="scrub" min="1" value="1">'
        '<span id="place"></span><button class="icon" id="speed"></button></footer>'
    )


def _button(name: str) -> str:
    """A button of the transport with its icon; Play has that of Pause too."""
    icons = _icon(name) + (_icon("pause") if name == "play" else "")
    less = " less" if name in {"first", "last"} else ""
    return f'<button class="icon{less}" id="{name}" data-do="{name}">{icons}</button>'


def _icon(name: str) -> str:
    """The program's own icon, in the colour of the text."""
    svg = (ICONS / f"{name}.svg").read_text("utf-8").strip()
    return svg.replace(' xmlns="http://www.w3.org/2000/svg"', f' class="{name}" aria-hidden="true"', 1)
