"""What the filter line asks for: the reader's own words, and chips that are on or off.

Chips speak the same language as the reader. Those that pick (`violations`) leave only what one of them names, those of
a kind (`text`) take away what they name when they are off.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.reasons import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

CONNECTION: Final = re.compile(r"\s*(?:\band\s+)?\bconn:[\d,]+")
"""The words that choose connections, with what joins them to the words before."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One chip. `words` are translated in the context `traffic`; `sign` is a glyph, `gap`, or nothing."""

    id: str
    words: str
    expression: str
    sign: str = ""
    picks: bool = True

    @property
    def usually_on(self) -> bool:
        """Whether it is on at the beginning: kinds are shown, picks are not made."""
        return not self.picks


VIOLATIONS: Final = Chip("violations", QT_TRANSLATE_NOOP("traffic", "violations"), "is:violation", "cross")
WARNINGS: Final = Chip("warnings", QT_TRANSLATE_NOOP("traffic", "warnings"), "is:warning", "warning")
GAPS: Final = Chip("gaps", QT_TRANSLATE_NOOP("traffic", "gaps"), "is:gap", "gap")
TEXT: Final = Chip("text", QT_TRANSLATE_NOOP("traffic", "text"), "op:text", picks=False)
BINARY: Final = Chip("binary", QT_TRANSLATE_NOOP("traffic", "binary"), "op:binary", picks=False)
PINGS: Final = Chip("pings", QT_TRANSLATE_NOOP("traffic", "ping, pong"), "op:ping,pong", picks=False)
CLOSES: Final = Chip("closes", QT_TRANSLATE_NOOP("traffic", "close"), "op:close", picks=False)

CAPTURE_CHIPS: Final = (VIOLATIONS, WARNINGS, GAPS)
LIVE_CHIPS: Final = (TEXT, BINARY, PINGS, CLOSES, VIOLATIONS)

FIELDS: Final = {
    "no:": QT_TRANSLATE_NOOP("traffic", "rows by number: no:611204 or no:1-100"),
    "conn:": QT_TRANSLATE_NOOP("traffic", "connections by number: conn:2 or conn:1,3"),
    "peer:": QT_TRANSLATE_NOOP("traffic", "the same by another name: peer:1,2"),
    "from:": QT_TRANSLATE_NOOP("traffic", "who sent it: from:client or from:server"),
    "to:": QT_TRANSLATE_NOOP("traffic", "where it went: to:client or to:server"),
    "op:": QT_TRANSLATE_NOOP("traffic", "opcodes: op:text,ping"),
    "is:": QT_TRANSLATE_NOOP(
        "traffic", "violation, warning, gap, unjudged, head, frame, masked, fragment, control, data"
    ),
    "len": QT_TRANSLATE_NOOP("traffic", "payload in bytes: len>125"),
    "wire": QT_TRANSLATE_NOOP("traffic", "everything on the wire in bytes: wire>=1000"),
    "time:": QT_TRANSLATE_NOOP("traffic", "a time of the day or a range of it: time:12:04:30-34"),
    "text:": QT_TRANSLATE_NOOP("traffic", 'words in the payload: text:"no mask"'),
    "hex:": QT_TRANSLATE_NOOP("traffic", "bytes in the payload: hex:89504e47"),
    "code:": QT_TRANSLATE_NOOP("traffic", "close codes: code:1002"),
    "rule:": QT_TRANSLATE_NOOP("traffic", "a broken rule or its section: rule:frame.masked or rule:5.1"),
    "fin:": QT_TRANSLATE_NOOP("traffic", "the FIN bit: fin:0"),
    "rsv:": QT_TRANSLATE_NOOP("traffic", "reserved bits: rsv:1"),
    "not": QT_TRANSLATE_NOOP("traffic", "what follows does not hold"),
    "or": QT_TRANSLATE_NOOP("traffic", "one of the two holds"),
}
"""Names that a filter knows, and what each looks for."""


def combined(text: str, chips: Iterable[Chip], on: Collection[str]) -> str:
    """One expression for the reader's words and the chips; `on` are the ids of the chips that are on."""
    chips = tuple(chips)
    picked = [chip.expression for chip in chips if chip.picks and chip.id in on]
    hidden = [chip.expression for chip in chips if not chip.picks and chip.id not in on]
    parts = [f"({text})"] if text.strip() else []
    if picked:
        parts.append(f"({' or '.join(picked)})")
    parts += [f"not {each}" for each in hidden]
    return " ".join(parts)


def with_connection(text: str, number: int | None) -> str:
    """The same words for another connection, or for all of them."""
    rest = CONNECTION.sub("", text).strip()
    rest = re.sub(r"^and\s+", "", rest)
    chosen = "" if number is None else f"conn:{number}"
    return "  ".join(part for part in (chosen, rest) if part)


def connections(text: str) -> tuple[int, ...]:
    """The connections that the words choose."""
    found = CONNECTION.search(text)
    digits = found.group().rpartition(":")[2] if found else ""
    return tuple(int(part) for part in digits.split(",") if part.isdigit())


@dataclass(frozen=True, slots=True)
class Completion:
    """Names that begin as the word at the cursor does; `start` and `stop` are that word."""

    start: int
    stop: int
    names: tuple[str, ...]


def completion(text: str, cursor: int) -> Completion:
    """What the word before the cursor may become; no names where there is nothing to guess."""
    start = cursor
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    word = text[start:cursor].lower()
    inside = (cursor < len(text) and text[cursor].isalnum()) or text[:start].count('"') % 2 == 1
    value = start > 0 and text[start - 1] in ":,<>=."
    if not word or inside or value:
        return Completion(start, cursor, ())
    names = tuple(name for name in FIELDS if name.startswith(word) and name != word)
    return Completion(start, cursor, names)


TERM: Final = re.compile(r'"[^"]*"?|[()]|[^\s()"]+(?:"[^"]*"?)?')
NAME: Final = re.compile(r"-?[A-Za-z]+(?::|[<>=]=?|!=)")


def values(text: str) -> list[tuple[int, int]]:
    """Where the values stand that the reader chose, (start, length) each: all but names, signs and joining words."""
    found: list[tuple[int, int]] = []
    for term in TERM.finditer(text):
        part, name = term.group(), NAME.match(term.group())
        if part in {"(", ")"} or part.lower() in {"and", "or", "not"}:
            continue
        skip = name.end() if name else 0
        if len(part) > skip:
            found.append((term.start() + skip, len(part) - skip))
    return found
