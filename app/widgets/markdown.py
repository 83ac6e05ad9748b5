"""Markdown into paragraphs of runs: bold, emphasis and code, which is all that the words of a lesson use."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


class Run(NamedTuple):
    """A part of a paragraph in one face."""

    text: str
    bold: bool = False
    mono: bool = False
    size: float = 0
    """Pixels, if other than the paragraph's."""
    colour: str = ""
    """A token, if other than the paragraph's."""


Runs = tuple[Run, ...]


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415  # a window without words does without it

    return MarkdownIt("commonmark", {"html": False})


@lru_cache(maxsize=256)
def paragraphs(source: str) -> tuple[Runs, ...]:
    """The paragraphs of a text; a list item becomes a paragraph that begins with a bullet."""
    found: list[Runs] = []
    items = 0
    for token in _parser().parse(source):
        if token.type == "list_item_open":
            items = 1
        elif token.type == "inline":
            runs = _runs(token.children or [])
            found.append((Run("•  "), *runs) if items else runs)
            items = 0
        elif token.type in ("fence", "code_block"):
            found.append((Run(token.content.rstrip("\n"), mono=True),))
    return tuple(found)


def plain(runs: Runs) -> str:
    """The words alone."""
    return "".join(run.text for run in runs)


def _runs(tokens: list[Token]) -> Runs:
    runs: list[Run] = []
    bold = 0
    for token in tokens:
        if token.type in ("strong_open", "em_open"):
            bold += 1
        elif token.type in ("strong_close", "em_close"):
            bold -= 1
        elif token.type == "code_inline":
            runs.append(Run(token.content, bold > 0, mono=True))
        elif token.type == "hardbreak":
            runs.append(Run("\u2028"))
        elif token.type == "softbreak":
            runs.append(Run(" ", bold > 0))
        elif token.content:
            runs.append(Run(token.content, bold > 0))
    return tuple(runs)
