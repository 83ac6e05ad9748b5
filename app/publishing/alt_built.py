"""How a picture is built, in a few sentences: who stands where, which way the arrows lead, what its parts are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Box, Label, Stroke
from app.publishing.alt_sentences import is_heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.marks import Scene, Words
    from app.publishing.alt_entry import Entry
    from app.publishing.alt_order import Part

LONG: Final = 60
"""An arrow that is shorter leads nowhere."""

LONGEST: Final = 40
"""Signs of a heading: what is longer says something."""

WHOLE_ROW: Final = 32
"""Bits of a row as the RFC has them; a single shorter one says nothing about the others."""

PARTS: Final = 9
"""Of more parts than this nobody remembers the first."""


def built(scene: Scene, parts: Sequence[Part], words: Words) -> list[str]:
    """The sentences; none for a picture without any of this."""
    found = [*_variants(scene, words), *_peers(scene, words), *_bits(scene, words), *_arrows(scene, words)]
    return [*found, *_parts(parts, words)]


def _variants(scene: Scene, words: Words) -> list[str]:
    """The strip of variants, and which one is shown."""
    strip = [mark for mark in scene if isinstance(mark, Box) and mark.id.startswith("variants.") and mark.spoken]
    strip.sort(key=lambda mark: mark.rect.x)
    if not strip:
        return []
    chinese = words.lang.startswith("zh")
    names = {mark.id: mark.spoken.split(". ")[0] for mark in strip}
    shown = next((mark for mark in strip if mark.fill == "raise"), strip[0])
    text = words.translate("alt", "A strip at the top names the variants: {names}. This is {sentence}")
    rest = shown.spoken.partition(". ")[2]
    said = f"“{names[shown.id]}”" + (("：" if chinese else ": ") + rest if rest else "。" if chinese else ".")
    return [text.format(names=("、" if chinese else ", ").join(names.values()), sentence=said)]


def _peers(scene: Scene, words: Words) -> list[str]:
    """Who stands on which side."""
    places: dict[str, float] = {}
    for mark in scene:
        if isinstance(mark, Label) and mark.id.startswith("peer.") and mark.font.bold:
            places.setdefault(mark.text, mark.x)
    if len(places) != 2:
        return []
    left, right = sorted(places, key=lambda name: places[name])
    return [words.translate("alt", "{left} is on the left, {right} on the right.").format(left=left, right=right)]


def _bits(scene: Scene, words: Words) -> list[str]:
    """How many bits stand in a row."""
    rows: dict[float, int] = {}
    for mark in scene:
        if mark.spoken and mark.links and mark.links[0].startswith("bit:") and isinstance(mark, (Box, Label)):
            y = mark.rect.y if isinstance(mark, Box) else mark.y
            rows[y] = rows.get(y, 0) + 1
    width = max(rows.values(), default=0)
    if width < 8 or (len(rows) == 1 and width < WHOLE_ROW):
        return []
    text = words.translate("alt", "Bits stand in rows of {width}, each in a cell of its own: a 1 is dark, a 0 light.")
    return [text.format(width=width)]


def _arrows(scene: Scene, words: Words) -> list[str]:
    """How many arrows lead to either side."""
    right = left = 0
    for mark in scene:
        if isinstance(mark, Stroke) and bool(mark.head) != bool(mark.tail) and len(mark.points) > 1:
            (x, y), (to_x, to_y) = mark.points[0], mark.points[-1]
            across = (to_x - x) if mark.head else (x - to_x)
            if abs(across) > LONG and abs(across) > 2 * abs(to_y - y):
                right, left = right + (across > 0), left + (across < 0)
    if right and left:
        text = words.translate("alt", "Arrows lead to the right ({right}) and to the left ({left}).")
    elif right:
        text = words.translate("alt", "Arrows lead to the right ({right}).")
    else:
        text = words.translate("alt", "Arrows lead to the left ({left}).") if left else ""
    return [text.format(right=right, left=left)] if text else []


def _parts(parts: Sequence[Part], words: Words) -> list[str]:
    """The headings of its parts."""
    headings = [one.text.rstrip(".:：。") for part in parts for one in part.entries if _names_a_part(part, one)]
    if not 1 < len(headings) <= PARTS:
        return []
    names = ("、" if words.lang.startswith("zh") else ", ").join(f"“{name}”" for name in headings)
    return [words.translate("alt", "Its parts have the headings {names}.").format(names=names)]


def _names_a_part(part: Part, one: Entry) -> bool:
    return is_heading(part, one) and one.text[0].isalpha() and len(one.text) <= LONGEST
