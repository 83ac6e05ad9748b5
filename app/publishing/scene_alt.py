"""A figure in words, for people who cannot see it: what an author puts below a picture, or into its `longdesc`.

Title, caption, how the picture is built, what it shows in short, then all that it says in the order of reading: whole
sentences in plain text, each told once. What differs only in numbers is told as one: the bits of a field, the bytes of
a key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.columns import wrapped
from app.publishing.alt_built import built
from app.publishing.alt_entries import entries
from app.publishing.alt_order import parts
from app.publishing.alt_sentences import ended, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.marks import Scene, Words

WIDTH: Final = 78
"""Columns of a line; a Chinese character takes two."""


def to_alt(scene: Scene, caption: str, words: Words) -> str:
    """The whole text, a paragraph for each part of the picture."""
    chinese = words.lang.startswith("zh")
    captions = [line.strip() for line in caption.splitlines() if line.strip()]
    description = ended(" ".join(scene.description.split()), chinese=chinese) if scene.description else ""
    if any(scene.description in line for line in captions):
        description = ""
    told = " ".join((scene.title, *captions, scene.description))
    ordered = parts(scene, entries(scene, told))
    said = [
        built(scene, ordered, words),
        [description],
        *(each for part in ordered for each in paragraphs(part, words.lang)),
    ]
    title = "" if any(line.startswith(scene.title) for line in captions) else scene.title
    texts = [title, *captions, *(_joined(each, chinese=chinese) for each in said)]
    return "\n\n".join("\n".join(wrapped(_plain(text), WIDTH)) for text in texts if text.strip()) + "\n"


def _joined(said: Sequence[str], *, chinese: bool) -> str:
    """One after the other; Chinese needs no space where a full stop is as wide as two."""
    text = ""
    for one in said:
        text += ("" if not text or (chinese and text[-1] > "\u2e80") else " ") + one
    return text


def _plain(text: str) -> str:
    """One line, without signs that have no picture."""
    return "".join(sign if sign.isprintable() else "·" for sign in " ".join(text.split()))
