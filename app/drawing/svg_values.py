"""Numbers, texts, names and fonts as SVG writes them. Each is worked out once and then looked up: the figures of a run
have most of them in common."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from app.drawing.families import stack

if TYPE_CHECKING:
    from app.drawing.marks import Font

KEPT: Final = 16_384
"""Values that are remembered of each kind."""

SPACES: Final = r"^\s|\s\s|[\t\n]|\s$"
"""White space that a reader of the file would drop. Browsers look for `xml:space` at the text itself."""

FOREIGN: Final = "[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""What XML cannot hold."""


class Numbers(dict[float, str]):
    """Lengths with at most two decimals and no trailing zeros."""

    def __missing__(self, value: float) -> str:
        text = f"{value:.2f}".rstrip("0").rstrip(".")
        text = "0" if text == "-0" else text
        if len(self) >= KEPT:
            self.clear()
        self[value] = text
        return text


NUMBERS: Final = Numbers()


def number(value: float) -> str:
    """A length with at most two decimals and no trailing zeros."""
    return NUMBERS[value]


def escaped(text: str) -> str:
    """Escaped for XML; characters that XML cannot hold (a payload may have them) become U+FFFD."""
    if not text.isprintable():
        text = re.sub(FOREIGN, "\ufffd", text)
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


class Letters(NamedTuple):
    """A text as an element holds it, and the attribute that keeps its white space, if it needs one."""

    text: str
    attribute: str


@lru_cache(KEPT)
def letters(text: str) -> Letters:
    """A line of text."""
    return Letters(escaped(text), ' xml:space="preserve"' if re.search(SPACES, text) else "")


@lru_cache(KEPT)
def xml_name(mark_id: str) -> str:
    """An id with what XML does not allow in one replaced."""
    name = re.sub(r"[^\w.-]", "_", mark_id)
    return name if re.match(r"[^\W\d]", name) else f"m-{name}"


@lru_cache(KEPT)
def font_attributes(font: Font, colour: str, lang: str) -> str:
    """The attributes of a text in one font and colour."""
    parts = [f' font-size="{number(font.size)}" fill="{colour}"']
    if font.mono:
        parts.append(f' font-family="{stack(lang, mono=True)}"')
    if font.bold:
        parts.append(' font-weight="700"')
    if font.italic:
        parts.append(' font-style="italic"')
    if font.spacing:
        parts.append(f' letter-spacing="{number(font.spacing)}"')
    return "".join(parts)


@lru_cache(KEPT)
def outline(stroke: str, line: float, dash: tuple[float, ...], round_ends: bool) -> str:
    """The attributes of a line around or along a shape."""
    if not stroke or line <= 0:
        return ""
    parts = [f' stroke="{stroke}"']
    if line != 1:
        parts.append(f' stroke-width="{number(line)}"')
    if dash:
        parts.append(f' stroke-dasharray="{" ".join(number(part) for part in dash)}"')
    if round_ends:
        parts.append(' stroke-linecap="round" stroke-linejoin="round"')
    return "".join(parts)
