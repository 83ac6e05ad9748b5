"""The handshake figure for the ear: each line of a head and each point of a checklist as one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.figures.handshake_view import Entry, Exchange, Mood, Row
from app.figures.handshake_words import explanation, fault
from app.figures.parts import peer_name

if TYPE_CHECKING:
    from app.drawing.marks import Words


def spoken_line(words: Words, exchange: Exchange, row: Row) -> str:
    """What a line of the head says aloud."""
    told = explanation(words, exchange, row)
    if row.line is None:
        return told
    if row.header is None:
        assert exchange.head is not None
        text = exchange.head.start.cut(exchange.head.raw).decode("latin-1").strip()
    else:
        text = row.header.name + ": " + row.header.text
    pattern = (
        words.translate("figures", "Line {number}, {text}")
        if not told
        else words.translate("figures", "Line {number}, {text}: {meaning}")
    )
    return pattern.format(number=(row.line or 0) + 1, text=text, meaning=told)


def spoken_rule(words: Words, exchange: Exchange, entry: Entry) -> str:
    """What a point of the checklist says aloud: the rule, who checks it and what was found."""
    moods = {
        Mood.PASSED: words.translate("figures", "holds"),
        Mood.NOW: words.translate("figures", "checked now, holds"),
        Mood.BROKEN: words.translate("figures", "broken"),
        Mood.PENDING: words.translate("figures", "not checked yet"),
        Mood.NONE: words.translate("figures", "not checked"),
    }
    mood = moods[entry.mood]
    if entry.mood is Mood.NONE and entry.check is not None:
        mood = words.translate("figures", "does not apply, the header is not there")
    if entry.mood is Mood.NOW and entry.check is not None and entry.check.line is None:
        mood = words.translate("figures", "does not apply, the header is not there")
    if entry.mood is Mood.BROKEN:
        mood += ", " + fault(words, entry)
    pattern = words.translate("figures", "{peer}, item {number}: {rule}: {mood}")
    return pattern.format(
        peer=peer_name(words, exchange.judge), number=entry.item, rule=words.rule(entry.rule.id), mood=mood
    )
