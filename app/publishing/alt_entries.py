"""What a picture says, as entries with a place: the sentences of its marks, and the texts that nobody says.

Bits of a field are one entry. A text is left out when a sentence already has it, or when it is a number, a tick of an
axis or a sign of one letter. Lines of one text below each other are one entry.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from app.drawing.hits import reading_order
from app.publishing.alt_entry import Entry, cut, entry_of, once
from app.publishing.alt_texts import UNSAID, is_worth, silent_texts

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from app.drawing.marks import AnyMark, Scene

VALUE: Final = 12
"""Signs of a word that is no word but a value."""

KNOWN: Final = 0.8
"""A text is known when a sentence has this part of its words."""

BIT: Final = re.compile(
    r"(?P<name>[^,，]+)[,，](?P<place>[^,，\d]*)(?P<bit>\d+)[,，][^,，\d]*(?P<value>[01])[,，][^。.]*[。.]? *"
)
"""The sentence of one bit: its field, its number, its value and its place in a byte. The rest is about the field."""


def entries(scene: Scene, told: str) -> list[Entry]:
    """All that is worth telling and not `told` yet, each text once."""
    marks = [mark for mark in reading_order(scene) if not mark.id.startswith(UNSAID)]
    found = [*_fields(marks), *(entry_of(mark, mark.spoken) for mark in marks if not _bit(mark))]
    known = list({_words(each): None for each in (scene.description, *(mark.spoken for mark in marks))})
    texts = [one for one in once(silent_texts(scene), _text_and_root) if is_worth(one.text)]
    found += [one for one in texts if not _is_known(one.text, known) and not _is_piece(one.text, marks)]
    found = once(found, _text_and_root)
    pool = sorted((_bare(one.text) for one in found), key=len, reverse=True)
    kept = [one for one in found if not _is_in(_bare(one.text), [*([_bare(told)] if one.spoken else []), *pool])]
    headings = [one for one in texts if one.heading and one not in kept and not re.search("[:：]", one.text)]
    return [*kept, *(replace(one, repeated=True) for one in headings)]


def _text_and_root(one: Entry) -> Hashable:
    return one.text, one.root


def _bit(mark: AnyMark) -> re.Match[str] | None:
    """The parts of the sentence, if the mark is a bit of a field."""
    if len(mark.links) > 1 and mark.links[0].startswith("bit:") and _field(mark):
        return BIT.match(mark.spoken)
    return None


def _field(mark: AnyMark) -> str:
    return next((link for link in mark.links if link.startswith("field:")), "")


def _fields(marks: Sequence[AnyMark]) -> list[Entry]:
    """The bits of each field as one entry, unless another mark of the same frame tells about the field."""
    found = []
    told = {(mark.id.partition("/")[0], mark.links[0]) for mark in marks if mark.links and not _bit(mark)}
    bits = sorted(((mark, part) for mark in marks if (part := _bit(mark))), key=lambda bit: _key(bit[0], bit[1]))
    for (frame, field), group in groupby(bits, key=lambda bit: _key(bit[0], bit[1])[:2]):
        if (frame, field) not in told:
            members = list(group)
            first, part = members[0]
            text = _said(part, [found["value"] for _, found in members]) + first.spoken[part.end() :]
            found.append(entry_of(first, text))
    return found


def _key(mark: AnyMark, part: re.Match[str]) -> tuple[str, str, int]:
    return mark.id.rpartition("bit.")[0].partition("/")[0], _field(mark), int(part["bit"])


def _said(part: re.Match[str], values: Sequence[str]) -> str:
    """Name, bits and value of a field, in the words and signs of the sentence of its first bit."""
    first, last = int(part["bit"]), int(part["bit"]) + len(values) - 1
    comma = part[0][len(part["name"])]
    stop = "。" if comma == "，" else ". "
    digits = "".join(values)
    if len(digits) % 8 == 0:
        digits = bytes(int(digits[at : at + 8], 2) for at in range(0, len(digits), 8)).hex(" ")
    spread = f"{first}" if first == last else f"{first}–{last}"
    place = part["place"] if first == last else part["place"].replace("bit ", "bits ")
    return f"{part['name']}{comma}{place}{spread} = {cut(digits.split())}{stop}"


def _is_known(text: str, known: Sequence[frozenset[str]]) -> bool:
    """Whether one of the sentences has nearly all words of the text; one that was cut off has lost its last word."""
    words = _words(text.removesuffix("…"))
    words = frozenset(word for word in words if not word.isdecimal()) or words
    return any(len(words & each) >= KNOWN * len(words) for each in known)


def _is_piece(text: str, marks: Sequence[AnyMark]) -> bool:
    """Whether a value, such as a line of a long token, stands in one of the sentences."""
    return " " not in text and len(text) > VALUE and any(text in mark.spoken for mark in marks)


def _words(text: str) -> frozenset[str]:
    """Words and Chinese characters."""
    return frozenset(re.findall(r"[\u2e80-\uffff]|[^\W\u2e80-\uffff]+", text.casefold()))


def _is_in(text: str, longer: Sequence[str]) -> bool:
    """Whether one of the longer ones has the text as whole words."""
    if not text:
        return True
    begin, end = (r"\b" if each.isascii() and each.isalnum() else "" for each in (text[0], text[-1]))
    pattern = begin + re.escape(text) + end
    return any(text in each and len(each) > len(text) and re.search(pattern, each) for each in longer)


def _bare(text: str) -> str:
    """Without the end of a sentence, and with one kind of space and case."""
    return " ".join(text.split()).rstrip(".。").casefold()
