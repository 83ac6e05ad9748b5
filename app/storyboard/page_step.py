"""The steps of a page in one language: each a section with its figure, its words, and its question if one is asked."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

from app.citations import address
from app.drawing.svg_device import to_svg
from app.plain_words import plain_words
from app.reasons import QT_TRANSLATE_NOOP
from app.storyboard.steps import figure, lettered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.drawing.marks import Scene
    from app.storyboard.dress import Wardrobe
    from app.storyboard.steps import Board, Panel, Question
    from app.widgets.markdown import Runs

PREDICT: Final = QT_TRANSLATE_NOOP("storyboard", "Predict")
ANSWER: Final = QT_TRANSLATE_NOOP("storyboard", "Show the answer")
ANSWERS: Final = QT_TRANSLATE_NOOP("storyboard", "Answers")


def tag(lang: str) -> str:
    """The language as the web names it."""
    return lang.replace("_", "-")


def language(board: Board, wardrobe: Wardrobe) -> str:
    """All steps, and on paper the answers behind them."""
    steps, solved = [], []
    for panel in board:
        steps.append(_step(panel, board, wardrobe))
        if panel.question is not None:
            solved.append(f"<p><b>{panel.number}  {escape(panel.title)}</b><br>{_solution(panel.question)}</p>")
    words = plain_words(board.lang)
    if solved:
        head = escape(words.translate("storyboard", ANSWERS))
        steps.append(f'<section class="solved"><h2>{head}</h2>\n{"".join(solved)}</section>')
    body = "\n".join(steps)
    return f'<div class="language" lang="{tag(board.lang)}">\n{body}\n</div>'


def _step(panel: Panel, board: Board, wardrobe: Wardrobe) -> str:
    name = f"{tag(board.lang)}-{panel.number}"
    place = "  ·  ".join(part for part in (f"{panel.number} / {board.count}", panel.phase) if part)
    article = "\n".join(
        [
            f'<p class="place">{escape(place)}</p>',
            f'<h2 id="{name}-h">{escape(panel.title)}</h2>',
            *(f"<p>{_runs(runs)}</p>" for runs in panel.body),
            *([f'<p class="note">{_runs(panel.note)}</p>'] if panel.note else []),
            *([f'<p class="rfc">{" · ".join(_cited(one) for one in panel.rfc)}</p>'] if panel.rfc else []),
            *([_question(panel.question, board.lang)] if panel.question is not None else []),
        ]
    )
    figures = "".join(_figures(panel, board.lang, wardrobe, name))
    return (
        f'<section class="step" id="{name}" aria-labelledby="{name}-h">\n{figures}\n<article>{article}</article>\n'
        "</section>"
    )


def _figures(panel: Panel, lang: str, wardrobe: Wardrobe, name: str) -> Iterator[str]:
    """The figure; before it, the one that does not tell the answer."""
    if panel.veiled is not None:
        yield f'<figure class="veiled">{inline(figure(panel.veiled), wardrobe, lang, name + "-v")}</figure>\n'
    yield f"<figure>{inline(figure(panel.scene), wardrobe, lang, name)}</figure>"


def _question(question: Question, lang: str) -> str:
    words = plain_words(lang)
    options = "".join(f"<li><button>{_runs(option)}</button></li>" for option in question.options)
    return (
        f'<div class="ask" data-right="{question.right}"><h3>{escape(words.translate("storyboard", PREDICT))}</h3>'
        f'<p>{_runs(question.text)}</p><ol type="A">{options}</ol>'
        f"<details><summary>{escape(words.translate('storyboard', ANSWER))}</summary><p>{_solution(question)}</p>"
        "</details></div>"
    )


def _solution(question: Question) -> str:
    right = f"<b>{lettered(question.right)}</b>  {_runs(question.options[question.right])}"
    return f"{right}<br>{_runs(question.answer)}"


def _runs(runs: Runs) -> str:
    return "".join(_run(run.text, bold=run.bold, mono=run.mono) for run in runs)


def _run(text: str, *, bold: bool, mono: bool) -> str:
    shown = escape(text).replace("\u2028", "<br>").replace("\n", "<br>")
    shown = f"<code>{shown}</code>" if mono else shown
    return f"<b>{shown}</b>" if bold else shown


def _cited(citation: str) -> str:
    where = address(citation)
    return f'<a href="{escape(where)}" rel="noreferrer">{escape(citation)}</a>' if where else escape(citation)


def inline(scene: Scene, wardrobe: Wardrobe, lang: str, name: str) -> str:
    """The SVG of a scene as a part of a page: as large as its place, and its ids are nobody else's.

    Groups need none; patterns do, and a browser does not paint with one that stands in a hidden part of the page."""
    svg = to_svg(scene, wardrobe.drawn, lang)
    svg = re.sub(r'<svg xmlns="[^"]*" width="[^"]*" height="[^"]*"', "<svg", svg, count=1)
    svg = re.sub(r' font-family="[^"]*">', ">", svg, count=1)
    svg = svg.replace(
        'aria-labelledby="title" aria-describedby="desc"', f'aria-labelledby="{name}-t" aria-describedby="{name}-d"'
    )
    svg = svg.replace('<title id="title">', f'<title id="{name}-t">', 1)
    svg = svg.replace('<desc id="desc">', f'<desc id="{name}-d">', 1)
    svg = re.sub(r'<g id="[^"]*"', "<g", svg)
    svg = re.sub(r'(<pattern id="|url\(#)', rf"\1{name}-", wardrobe.dressed(svg))
    return svg.strip()
