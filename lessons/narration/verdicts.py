"""The referee's words: what a verdict is, what the RFC asks for, what was done, and a summary, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.narration import rules, tables
from protocol.openings import Opening
from protocol.summary import VERDICTS
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from protocol.aftermath import Deed, Required
    from protocol.openings import Outcome
    from protocol.referee import Ruling
    from protocol.rules import Rule
    from protocol.summary import Connection, Summary, Tally


def verdict_text(verdict: int, lang: str) -> str:
    """One sentence for a verdict."""
    return tables.text("verdict", VERDICTS[verdict], lang)


def ruling_text(ruling: Ruling, lang: str) -> str:
    """What became of a rule, in a word or two."""
    return tables.text("ruling", ruling.value, lang)


def duty_text(asked: Required, lang: str) -> str:
    """What the RFC asks for, in a few words without a subject."""
    return tables.text("duty", asked.duty.deed, lang).format(code=asked.close_code)


def deed_text(deed: Deed, lang: str) -> str:
    """What was done, in a few words without a subject. Frames are counted from 1, as in all sentences."""
    name: str = deed.what
    if deed.what == "close" and deed.code is None:
        name = "close.bare"
    elif deed.what in {"data", "late"} and deed.count == 1:
        name = f"{deed.what}.one"
    number = "" if deed.number is None else f"{deed.number + 1:,}"
    return tables.text("deed", name, lang).format(code=deed.code, count=f"{deed.count:,}", number=number)


def clause_text(rule: Rule, lang: str) -> str:
    """Where a rule stands."""
    name = "own" if rule.rfc == 6455 else "other"
    return tables.text("clause", name, lang).format(section=rule.section, rfc=rule.rfc)


def opening_text(outcome: Outcome, lang: str) -> str:
    """What came of the opening handshake."""
    name = outcome.kind.value
    if outcome.kind is Opening.BROKEN and outcome.status is None:
        name = "broken.bare"
    rule = rules.text(outcome.rule.id, lang) if outcome.rule is not None else ""
    return tables.text("opening", name, lang).format(status=outcome.status, reason=outcome.reason, rule=rule)


def summary_lines(summary: Summary, lang: str) -> Iterator[str]:
    """A summary as lines of text; an empty one stands before each connection."""
    counts = summary.counts
    yield tables.text("summary", "title", lang).format(
        connections=f"{len(summary.connections):,}",
        frames=f"{counts.frames:,}",
        violations=f"{counts.violations:,}",
        warnings=f"{counts.warnings:,}",
        gaps=f"{counts.gaps:,}",
    )
    for one in summary.connections:
        yield ""
        yield from connection_lines(one, lang)


def connection_lines(one: Connection, lang: str) -> Iterator[str]:
    """The lines about one connection."""

    def say(name: str, **values: object) -> str:
        return tables.text("summary", name, lang).format(**values)

    yield say("connection", number=one.number, client=one.client or "?", server=one.server or "?")
    yield "  " + say("opening", opening=opening_text(one.outcome, lang))
    for name, numbers in (("frames", one.frames), ("bytes", one.sizes)):
        yield "  " + say(name, **{role.value: f"{numbers[role]:,}" for role in Role})
    if one.lost:
        yield "  " + say("lost", size=f"{one.lost:,}", gaps=one.counts.gaps)
    for role in Role:
        told, who = one.told[role], tables.text("who", role.value, lang)
        if told is not None:
            name = "told.reason" if told.reason else "told"
            yield "  " + say(name, who=who, code=int(told.code), reason=told.reason)
        elif one.states[role] is not State.CLOSED:
            yield "  " + say("state", who=who, Who=who[:1].upper() + who[1:], state=one.states[role].name)
    for tally in one.tallies:
        yield "  " + tally_text(tally, lang)
    if not one.tallies:
        yield "  " + say("fine")


def tally_text(tally: Tally, lang: str) -> str:
    """A broken rule, by whom, how often, and where first."""
    rule, who = tally.rule, tables.text("who", tally.who.value, lang)
    if tally.number is None:
        place = tables.text("summary", "head", lang).format(who=who)
    else:
        place = tables.text("summary", "frame", lang).format(who=who, number=f"{tally.number + 1:,}")
    return tables.text("summary", VERDICTS[tally.verdict], lang).format(
        who=tables.text("who", tally.by.value, lang),
        count=f"{tally.count:,}",
        rule=rules.text(rule.id, lang),
        level=rule.level,
        clause=clause_text(rule, lang),
        place=place,
    )
