"""A storyboard as one page of the web that needs nothing else: every step in every language, and a player.

The figures are inline SVG with real text, in fonts by name. The page loads nothing and may load nothing (its
Content-Security-Policy says so); links lead to the RFCs. Without scripts, and on paper, all steps stand one below the
other. The keys are those of the program: they come from the same table.
"""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.actions import ACTIONS
from app.citations import address
from app.drawing.families import stack
from app.drawing.svg_device import to_svg
from app.model.timeline import DWELL, SPEEDS
from app.plain_words import PlainWords
from app.reasons import QT_TRANSLATE_NOOP
from lessons.narration import rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.marks import Scene
    from app.drawing.theme import Theme
    from app.storyboard.steps import Board, Panel
    from app.widgets.markdown import Runs

FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "storyboard"

TOKENS: Final = (
    "stage", "pane", "raise", "sunk", "line", "line2", "text", "text2", "text3", "ink", "sel", "ring",
)  # fmt: skip

NAMES: Final = {"en": "English", "zh_CN": "中文"}
"""Each language in its own words."""

DEEDS: Final = ("first", "back", "play", "next", "last", "faster", "slower", "language", "blank")
"""Actions of the program that the page has too."""

KEYS: Final = {
    "Right": "ArrowRight", "Left": "ArrowLeft", "PgDown": "PageDown", "PgUp": "PageUp", "Space": " ",
}  # fmt: skip
"""Keys as Qt and as the web name them, where they differ."""

PRINT: Final = QT_TRANSLATE_NOOP("storyboard", "Print all steps")

POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)

ICONS: Final = FOLDER.parent / "icons"


def to_page(boards: Sequence[Board], theme: Theme) -> str:
    """The page; `boards` are the same steps in each language, the first of which is shown first."""
    first = boards[0]
    languages = "\n".join(_language(board, theme) for board in boards)
    colours = "".join(f"--{name}:{theme.colour(name)};" for name in TOKENS)
    fonts = "".join(f'[lang="{_tag(one.lang)}"]{{--sans:{stack(one.lang, mono=False)}}}' for one in boards)
    root = f":root{{{colours}--figure:{theme.colour('stage')};--mono:{stack(first.lang, mono=True)}}}{fonts}"
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{_tag(first.lang)}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="generator" content="WebSocket 101">',
            f"<title>{escape(first.title)}</title>",
            f"<style>\n{root}\n{_resource('player.css')}</style>",
            "</head>",
            "<body>",
            _header(first.title),
            f"<main>\n{languages}\n</main>",
            _controls(),
            '<div id="said" aria-live="polite"></div><div id="blank"></div>',
            f'<script type="application/json" id="setup">{_setup(boards)}</script>',
            f"<script>\n{_resource('player.js')}</script>",
            "</body>",
            "</html>",
            "",
        ]
    )


def keys_of(action: str) -> list[str]:
    """The keys of an action as the web names them."""
    found = []
    for key in next(row.keys for row in ACTIONS if row.id == action):
        *held, name = key.split("+") if len(key) > 1 else [key]
        name = KEYS.get(name, name)
        found.append("".join(f"{one}+" for one in held) + (name.lower() if len(name) == 1 else name))
    return found


def _resource(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def _tag(lang: str) -> str:
    return lang.replace("_", "-")


def _setup(boards: Sequence[Board]) -> str:
    """What the player knows, as JSON that no text can break out of."""
    setup = {
        "keys": {key: action for action in DEEDS for key in keys_of(action)},
        "dwell": DWELL,
        "speeds": SPEEDS,
        "words": {_tag(board.lang): _words(board, boards) for board in boards},
    }
    return json.dumps(setup, ensure_ascii=True, sort_keys=True).replace("<", "\\u003c")


def _words(board: Board, boards: Sequence[Board]) -> dict[str, object]:
    words = PlainWords(board.lang, rules.text)
    rows = {row.id: row for row in ACTIONS if row.id in DEEDS}
    following = boards[(boards.index(board) + 1) % len(boards)]
    return {
        **{name: words.translate("actions", rows[name].words) for name in DEEDS},
        "print": words.translate("storyboard", PRINT),
        "title": board.title,
        "other": NAMES[following.lang],
        "keys": {name: " ".join(rows[name].keys[:1]) for name in DEEDS},
    }


def _header(title: str) -> str:
    buttons = "".join(f'<button id="{name}" data-do="{name}"></button>' for name in ("language", "print"))
    return f'<header><h1 id="title">{escape(title)}</h1>{buttons}</header>'


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


def _language(board: Board, theme: Theme) -> str:
    tag = _tag(board.lang)
    steps = "\n".join(_step(panel, board, theme, tag) for panel in board)
    return f'<div class="language" lang="{tag}">\n{steps}\n</div>'


def _step(panel: Panel, board: Board, theme: Theme, tag: str) -> str:
    name = f"{tag}-{panel.number}"
    place = "  ·  ".join(part for part in (f"{panel.number} / {board.count}", panel.phase) if part)
    article = "\n".join(
        [
            f'<p class="place">{escape(place)}</p>',
            f"<h2>{escape(panel.title)}</h2>",
            *(f"<p>{_runs(runs)}</p>" for runs in panel.body),
            *([f'<p class="note">{_runs(panel.note)}</p>'] if panel.note else []),
            *([f'<p class="rfc">{" · ".join(_cited(one) for one in panel.rfc)}</p>'] if panel.rfc else []),
        ]
    )
    figure = inline(panel.scene, theme, board.lang, name)
    return f'<section class="step" id="{name}">\n<figure>{figure}</figure>\n<article>{article}</article>\n</section>'


def _runs(runs: Runs) -> str:
    return "".join(_run(run.text, bold=run.bold, mono=run.mono) for run in runs)


def _run(text: str, *, bold: bool, mono: bool) -> str:
    shown = escape(text).replace("\u2028", "<br>").replace("\n", "<br>")
    shown = f"<code>{shown}</code>" if mono else shown
    return f"<b>{shown}</b>" if bold else shown


def _cited(citation: str) -> str:
    where = address(citation)
    return f'<a href="{escape(where)}" rel="noreferrer">{escape(citation)}</a>' if where else escape(citation)


def inline(scene: Scene, theme: Theme, lang: str, name: str) -> str:
    """The SVG of a scene as a part of a page: as large as its place, and its ids are nobody else's.

    Groups need none; patterns do, and a browser does not paint with one that stands in a hidden part of the page."""
    svg = to_svg(scene, theme, lang)
    svg = re.sub(r'<svg xmlns="[^"]*" width="[^"]*" height="[^"]*"', "<svg", svg, count=1)
    svg = re.sub(r' font-family="[^"]*">', ">", svg, count=1)
    svg = svg.replace(f' font-family="{stack(lang, mono=True)}"', ' class="m"')
    svg = svg.replace('aria-labelledby="title" aria-describedby="desc"', f'aria-labelledby="{name}-t"')
    svg = svg.replace('<title id="title">', f'<title id="{name}-t">', 1).replace('<desc id="desc">', "<desc>", 1)
    svg = re.sub(r'<g id="[^"]*"', "<g", svg)
    return re.sub(r'(<pattern id="|url\(#)', rf"\1{name}-", svg).strip()
