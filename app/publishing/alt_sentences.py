"""Entries as sentences: those that differ only in numbers are told as one, all end as sentences do."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from app.publishing.alt_entry import cut

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.publishing.alt_entry import Entry
    from app.publishing.alt_order import Part

VALUE: Final = re.compile(
    r"0x[0-9a-f]+|\d+\.\d+|\b[0-9a-f]*\d[0-9a-f]*\b|(?<=[:=+] )[0-9a-f]{2}\b|(?:(?<=: )|(?<=：))\S(?=[.。]?$)"
)
"""A number, a byte, or one sign at the end."""

COUNTED: Final = re.compile(r"\b(bit|byte|character|frame|opcode|second|segment) $", re.IGNORECASE)
"""The noun before several numbers, which is a plural then."""

BYTE: Final = re.compile("(0x)?[0-9a-f]{2}")

SMALL: Final = re.compile(r"(?<=[.!?] )[a-z](?=[a-z]*[ ,])")
"""The first letter of a sentence that goes on after another one."""

NAMES: Final = re.compile(r"wss?\b|new [A-Z]|\S*[a-z]\.[a-z0-9]|\S+ →")
"""What begins with a small letter wherever it stands: schemes, code, hosts and subprotocols."""

QUOTED: Final = re.compile("“[^”]*”")

CHINESE: Final = r"\u3000-\u9fff\uff00-\uffef"
WIDE: Final = {".": "。", ",": "，", ":": "：", ";": "；"}

FEWEST: Final = 3
"""Two sentences that are alike are told as they are."""

COLUMNS: Final = 2
"""With more columns of values, or of numbers that count upwards, nobody could tell which belong together."""

MANY: Final = 4
"""Sentences of one family that are a paragraph by themselves."""

MOST: Final = 8
"""Of more sentences that are alike and cannot be told as one the first ones and the last are told."""

HEADING, SEVERAL, FEW = "heading", "several", "few"

ROW: Final = 24
"""Sentences of one row may be told together although others stand between them."""


def paragraphs(part: Part, lang: str) -> list[list[str]]:
    """The part in whole sentences. What a box holds is one paragraph; elsewhere a heading begins one, and a family of
    many is one by itself."""
    chinese = lang.startswith("zh")
    found: list[list[str]] = []
    runs = _runs(_groups(part.entries))
    kinds = [_kind(part, run) for run in runs]
    for place, (run, kind) in enumerate(zip(runs, kinds, strict=True)):
        texts = [ended(text, chinese=chinese) for group in run for text in _told(group, chinese=chinese)]
        before = kinds[place - 1] if place else ""
        if kind == HEADING and kinds[place + 1 : place + 2] not in ([], [HEADING]):
            texts[-1] = texts[-1].rstrip(".。") + ("：" if chinese else ":")
        if not found or (not part.held and before != HEADING and (kind != FEW or before == SEVERAL)):
            found.append([])
        found[-1] += texts
    return found


def _kind(part: Part, run: Sequence[Sequence[Entry]]) -> str:
    """What a run of entries is for the paragraphs."""
    if is_heading(part, run[0][0]):
        return HEADING
    return SEVERAL if len(run) >= MANY else FEW


def is_heading(part: Part, one: Entry) -> bool:
    """Whether an entry heads what follows; in a box only the first one can."""
    return one.heading and (not part.held or one is part.entries[0])


def _groups(part: Sequence[Entry]) -> list[list[Entry]]:
    """The entries, those together that differ only in numbers and stand side by side."""
    groups: list[list[Entry]] = []
    last: dict[tuple[str, str], int] = {}
    for one in part:
        key = (_kin(one), VALUE.sub("#", one.text))
        place = last.get(key)
        if place is not None and (place == len(groups) - 1 or abs(groups[place][-1].middle - one.middle) < ROW):
            groups[place].append(one)
        else:
            last[key] = len(groups)
            groups.append([one])
    return groups


def _kin(one: Entry) -> str:
    """What entries have in common that may be told as one: the bytes of a frame, or a row or column of a table."""
    return one.root if one.root.startswith("frame:") else re.sub(r"(?<=/)\d+(?=/)", "#", one.family)


def _runs(groups: Sequence[list[Entry]]) -> list[list[list[Entry]]]:
    """Neighbours of one family in the order of their numbers: a table in columns is told column by column."""
    runs: list[list[list[Entry]]] = []
    for group in groups:
        before = runs[-1][-1][0] if runs else None
        if before and before.family == group[0].family and not before.heading and not group[0].heading:
            runs[-1].append(group)
        else:
            runs.append([group])
    return [sorted(run, key=lambda group: group[0].number) for run in runs]


def _told(group: Sequence[Entry], *, chinese: bool) -> list[str]:
    """The sentences of a group: one for all, or the first ones and the last."""
    ordered = sorted(group, key=lambda one: one.number)
    texts = list(dict.fromkeys(one.text for one in ordered))
    if len(texts) < FEWEST:
        return texts
    if merged := _merged(texts, chinese=chinese):
        return [merged]
    return [*texts[:3], "…", texts[-1]] if len(texts) > MOST else texts


def _merged(texts: Sequence[str], *, chinese: bool) -> str:
    """One sentence for all, or nothing if it would be too hard to follow."""
    columns = list(zip(*(VALUE.findall(text) for text in texts), strict=True))
    varying = [column for column in columns if len(set(column)) > 1]
    rows = sum(map(_is_row, varying))
    if rows > COLUMNS or len(varying) - rows > COLUMNS:
        return ""
    merged = ""
    for between, column in zip(VALUE.split(texts[0]), [*columns, ()], strict=True):
        several = len(set(column)) > 1 and not chinese
        merged += (COUNTED.sub(r"\1s ", between) if several else between) + _column(column, "、" if chinese else ", ")
    return merged


def _column(values: Sequence[str], comma: str) -> str:
    if len(set(values)) <= 1:
        return "".join(values[:1])
    if all(value.isdecimal() for value in values):
        return cut(_spans(values), comma)
    return cut(values, " " if all(BYTE.fullmatch(value) for value in values) else comma)


def _spans(values: Sequence[str]) -> list[str]:
    """Numbers, those that count upwards one by one from the first to the last."""
    spans: list[list[str]] = []
    for value in values:
        if spans and int(value) == int(spans[-1][-1]) + 1:
            spans[-1].append(value)
        else:
            spans.append([value])
    if len(spans) > 1 and not any(len(span) >= FEWEST for span in spans):
        return list(values)
    return [part for span in spans for part in (span if len(span) < FEWEST else [f"{span[0]}–{span[-1]}"])]


def _is_row(values: Sequence[str]) -> bool:
    """Whether the values count upwards one by one."""
    return all(value.isdecimal() for value in values) and all(int(b) - int(a) == 1 for a, b in pairwise(values))


def ended(text: str, *, chinese: bool) -> str:
    """With capitals where words begin sentences, and a full stop."""
    if text == "…":
        return text
    text = text.strip().removeprefix("= ").rstrip(",")
    if chinese:
        text = outside_quotes(text, chinese_stops)
        return text if text.endswith((":", "。", "！", "？", "：", "；", "…")) else text.rstrip(".") + "。"
    text = outside_quotes(text, lambda plain: SMALL.sub(lambda found: found[0].upper(), plain))
    if not NAMES.match(text) and re.match(r"[a-z]{2,}(?=[ ,:.-]|$)", text):
        text = text[0].upper() + text[1:]
    return text if text.endswith((".", "!", "?", ":", ".”", "?”", "!”")) else text + "."


def outside_quotes(text: str, change: Callable[[str], str]) -> str:
    """The text with a change to all that does not stand in quotation marks: what was said stays as it was."""
    quotes = iter(QUOTED.findall(text))
    return re.sub("“”", lambda _: next(quotes), change(QUOTED.sub("“”", text)))


def chinese_stops(text: str) -> str:
    """With the wide signs that Chinese has, no space behind them and one before Latin letters, wherever figures put
    sentences side by side."""
    text = re.sub(f"(?<=[{CHINESE}”])([.,:;]) ?", lambda found: WIDE[found[1]], text)
    text = re.sub(r"(?<=\w)([.:;]) (?=[\u4e00-\u9fff])", lambda found: WIDE[found[1]], text)
    text = re.sub(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z])", " ", text)
    return re.sub(r"(?<=[。！？：；，、]) +", "", text)
