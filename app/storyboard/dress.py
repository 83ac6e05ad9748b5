"""How the figures of a page look: classes in one style sheet, in the place of attributes at every shape. No Qt.

Hundreds of figures repeat a few hundred looks, so the page is a third smaller. Colours are properties of the page
(`--text2`), named for the tokens of the theme: a reader who prefers dark gets the same figures in the dark theme, and
paper stays paper. Themes with patterns choose them by contrast, so their colours stay as they are.
"""

from __future__ import annotations

import re
from itertools import count, product
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final

from app.drawing.theme import DARK, LIGHT, PAPER, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

ELEMENT: Final = re.compile(r"<(rect|path|text|tspan)( [^>]*?)(/?)>")
ATTRIBUTE: Final = re.compile(r' ([a-z-]+)="([^"]*)"')
COLOUR: Final = re.compile(r"#[0-9A-F]{6}")
HATCH: Final = re.compile(r"hatch-([0-9a-f]{6})-")

LOOKS: Final = frozenset({
    "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "font-size", "font-family", "font-weight",
    "font-style", "letter-spacing", "text-anchor", "text-decoration",
})  # fmt: skip
"""Attributes that are looks; a style sheet can say all of them. Dashes that are data stay where they are."""

LENGTHS: Final = frozenset({"font-size", "letter-spacing"})
"""Looks whose numbers need a unit in a style sheet."""


class Tokens(Theme):
    """A theme that writes a number for each token, from which `Wardrobe` has its name again."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme.name, theme.colours)
        self.numbers: dict[str, str] = {}

    def colour(self, token: str) -> str:
        """`#000001` for the first token that is asked for, and so on."""
        return self.numbers.setdefault(token, f"#{len(self.numbers) + 1:06X}")


class Wardrobe:
    """The looks of one page in the order of their first use; `drawn` is the theme that its figures are drawn with."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.drawn: Theme = theme if theme.patterns else Tokens(theme)
        self._names = _names()
        self._classes: dict[str, str] = {}

    def dressed(self, svg: str) -> str:
        """The same figure with classes."""
        svg = HATCH.sub(lambda found: f"hatch-{int(found[1], 16)}-", svg) if not self.theme.patterns else svg
        return ELEMENT.sub(self._element, svg)

    def _element(self, found: re.Match[str]) -> str:
        looks, rest = [], []
        for name, value in ATTRIBUTE.findall(found[2]):
            if name in LOOKS and not value.startswith("url("):
                looks.append(f"{name}:{value}{'px' if name in LENGTHS else ''}")
            else:
                rest.append(f' {name}="{value}"')
        if not looks:
            return found[0]
        look = ";".join(looks)
        if look not in self._classes:
            self._classes[look] = next(self._names)
        return f'<{found[1]} class="{self._classes[look]}"{"".join(rest)}{found[3]}>'

    def sheet(self) -> str:
        """The rules of all classes, and the colours of all tokens."""
        rules = "".join(f".{name}{{{self._coloured(look)}}}" for look, name in self._classes.items())
        return f"{self._colours()}\n{rules}"

    def _coloured(self, look: str) -> str:
        if not isinstance(self.drawn, Tokens):
            return look
        tokens = list(self.drawn.numbers)
        return COLOUR.sub(lambda found: f"var(--{_property(tokens[int(found[0][1:], 16) - 1])})", look)

    def _colours(self) -> str:
        """The page's own colours too, which are surfaces."""
        tokens = list(self.theme.colours)
        if isinstance(self.drawn, Tokens):
            tokens += [token for token in self.drawn.numbers if token not in self.theme.colours]
        root = f":root{{{_declared(self.theme, tokens)}}}"
        if self.theme not in (PAPER, LIGHT):
            return root
        dark = f":root{{color-scheme:dark;{_declared(DARK, tokens)}}}"
        return f"{root}\n@media screen and (prefers-color-scheme: dark){{{dark}}}"


def _declared(theme: Theme, tokens: list[str]) -> str:
    return "".join(f"--{_property(token)}:{theme.colour(token)};" for token in tokens)


def _property(token: str) -> str:
    """The name of a token, or of a mixture, as a style sheet can have it."""
    return re.sub(r"[^\w-]", "_", token)


def _names() -> Iterator[str]:
    """a, b ... z, aa, ab ...; `m` and what else the page names itself is longer than these or left out."""
    for length in count(1):
        for letters in product(ascii_lowercase, repeat=length):
            yield "c" + "".join(letters)
