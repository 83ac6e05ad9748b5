"""The silent texts of a picture: labels without a sentence, those beside each other and below each other joined."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.drawing.hits import bounds
from app.drawing.marks import Label
from app.publishing.alt_entry import Entry, entry_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.marks import Scene

LEADING: Final = 1.5
"""Baselines that are closer than this, in sizes of the letters, can be lines of one text."""

BESIDE: Final = 4
"""A number and the word behind it, such as `3 of 6 delivered`, are one text; their baselines may differ so much."""

COUNTER: Final = 20
"""The size of a typewriter's number that counts something; smaller ones are bits and bytes."""

UNSAID: Final = ("stage.", "variants.", "caption.", "export/bracket.")
"""Where breadcrumb, title, the strip of variants and captions stand: they are told apart from the drawing. Brackets
below bytes name in short what the sentence about these bytes names as well."""

TICK: Final = re.compile(r"[\d.,:–-]+ *(?:s|ms|秒|毫秒|%)?|§.*|(?:[0-9a-fA-F]{2}(?:–[0-9a-fA-F]{2})?[ ,]*)+(?: \S)?")
"""Numbers, times on an axis, references, and bytes without a word or with the one sign that they stand for."""

LONELY: Final = re.compile(r"[a-z]{1,5}|\S*…\S*")
"""A short word that means nothing without what it stands beside, or a value with its middle left out."""


def silent_texts(scene: Scene) -> list[Entry]:
    """The silent texts, those beside each other and below each other joined. The name of a field whose bits speak is
    in their sentences."""
    fields = {link for mark in scene if mark.spoken and mark.links[:1] and mark.links[0].startswith("bit:")
              for link in mark.links[1:]}  # fmt: skip
    labels = [
        mark
        for mark in scene
        if isinstance(mark, Label) and not mark.spoken and mark.opacity > 0 and not mark.id.startswith(UNSAID)
        if not fields.issuperset(mark.links or ("",))
        if not mark.font.mono or is_worth(mark.text) or (mark.text.isdecimal() and mark.font.size >= COUNTER)
    ]
    found: list[tuple[Entry, Label]] = []
    for label in _in_lines(labels):
        one = replace(entry_of(label, label.text), heading=_is_heading(label))
        place = next((place for place in range(len(found)) if _goes_on(*found[place], label)), None)
        if place is None:
            found.append((one, label))
        else:
            before = found[place][0]
            space = "" if before.text[-1:] > "\u2e80" else " "
            found[place] = (
                replace(before, text=before.text + space + one.text, rect=before.rect.united(one.rect)),
                label,
            )
    return [one for one, _ in found]


def _in_lines(labels: Sequence[Label]) -> list[Label]:
    """From top to bottom, those of one line from left to right."""
    lines: list[list[Label]] = []
    for label in sorted(labels, key=lambda one: one.y):
        if lines and label.y - lines[-1][0].y < BESIDE:
            lines[-1].append(label)
        else:
            lines.append([label])
    return [label for line in lines for label in sorted(line, key=lambda one: bounds(one).x)]


def _is_heading(label: Label) -> bool:
    """Whether a label names what stands below it; peers are told apart."""
    font, peer = label.font, label.id.startswith("peer.")
    return font.bold and not font.mono and font.size >= 14 and label.anchor == "start" and not peer


def _goes_on(text: Entry, last: Label, label: Label) -> bool:
    """Whether a label goes on a text that ends with the label `last`: on the same line, or on the next."""
    step = label.y - last.y
    if text.text.isdecimal() and abs(step) < BESIDE and is_worth(label.text):
        return 0 <= bounds(label).x - text.rect.right <= label.font.size
    same = (last.x, last.anchor, last.font, last.color) == (label.x, label.anchor, label.font, label.color)
    return same and not last.font.mono and 0 < step <= LEADING * label.font.size and not last.text.endswith((".", "。"))


def is_worth(text: str) -> bool:
    """Whether a text says anything by itself."""
    return sum(sign.isalpha() for sign in text) >= 2 and not TICK.fullmatch(text) and not LONELY.fullmatch(text)
