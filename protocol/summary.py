"""What became of every connection of a ledger, in a few numbers: what a report says, as text or as JSON.

`told` in the narration makes sentences of it (`lessons.narration.verdicts`), `document` a JSON document.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from protocol.findings import FINE, UNJUDGED, VIOLATION, WARNING
from protocol.rows import Counts
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from protocol.closing import CloseTold
    from protocol.ledger import Ledger
    from protocol.openings import Outcome
    from protocol.rules import Rule
    from protocol.talk import Talk

VERDICTS: Final = {FINE: "fine", UNJUDGED: "unjudged", WARNING: "warning", VIOLATION: "violation"}
"""Every verdict by its name."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often `by` broke one rule; the first time in frame `number` of `who`, or in its head if that is None."""

    rule: Rule
    by: Role
    verdict: int
    count: int
    who: Role
    number: int | None


@dataclass(frozen=True, slots=True)
class Connection:
    """One connection. `lost` is how many bytes are missing, `frames` and `sizes` count by sender."""

    number: int
    name: str
    client: str
    server: str
    began: float
    outcome: Outcome
    frames: dict[Role, int]
    sizes: dict[Role, int]
    lost: int
    counts: Counts
    states: dict[Role, State]
    told: dict[Role, CloseTold | None]
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """All connections and their sums."""

    connections: tuple[Connection, ...]
    counts: Counts

    def document(self) -> dict[str, Any]:
        """As JSON."""
        return {**_counts(self.counts), "connections": [connection_document(each) for each in self.connections]}


def summary(ledger: Ledger) -> Summary:
    """The summary of everything that is in the ledger now."""
    return Summary(tuple(connection(talk) for talk in ledger.talks), ledger.counts)


def connection(talk: Talk) -> Connection:
    """That of one connection."""
    gaps = [talk.recording.gaps(role) for role in Role]
    return Connection(
        talk.number,
        talk.name,
        talk.setup.client,
        talk.setup.server,
        talk.setup.began,
        talk.outcome,
        {role: talk.frames(role) for role in Role},
        {role: talk.recording.size(role) for role in Role},
        sum(stop - start for each in gaps for start, stop in each),
        talk.counts,
        {role: talk.state(role) for role in Role},
        talk.told,
        tallies(talk),
    )


def tallies(talk: Talk) -> tuple[Tally, ...]:
    """The broken rules, the gravest first, each with how often it was broken and where first."""
    found: dict[tuple[str, Role, int], Tally] = {}
    for role in Role:
        for each in talk.findings(role):
            key = (each.rule.id, each.by, each.verdict)
            known = found.get(key)
            count, who, number = (1, role, each.number) if known is None else (known.count + 1, known.who, known.number)
            found[key] = Tally(each.rule, each.by, each.verdict, count, who, number)
    return tuple(sorted(found.values(), key=lambda tally: -tally.verdict))


def _counts(counts: Counts) -> dict[str, int]:
    return {name: getattr(counts, name) for name in ("frames", "violations", "warnings", "gaps")}


def connection_document(one: Connection) -> dict[str, Any]:
    """One connection as JSON."""
    outcome = one.outcome
    return {
        "number": one.number,
        "name": one.name,
        "client": one.client,
        "server": one.server,
        "began": one.began,
        "opening": {
            "outcome": outcome.kind.value,
            "status": outcome.status,
            "reason": outcome.reason,
            "rule": outcome.rule.id if outcome.rule is not None else None,
        },
        **_counts(one.counts),
        "frames_from": {role.value: one.frames[role] for role in Role},
        "bytes_from": {role.value: one.sizes[role] for role in Role},
        "missing_bytes": one.lost,
        "state": {role.value: one.states[role].name for role in Role},
        "told": {role.value: told_document(one.told[role]) for role in Role},
        "findings": [tally_document(tally) for tally in one.tallies],
    }


def told_document(told: CloseTold | None) -> dict[str, Any] | None:
    """What a program was told, as JSON."""
    return None if told is None else {"code": int(told.code), "reason": told.reason, "clean": told.clean}


def tally_document(tally: Tally) -> dict[str, Any]:
    """A broken rule and how often, as JSON."""
    rule = tally.rule
    return {
        "verdict": VERDICTS[tally.verdict],
        "rule": rule.id,
        "rfc": rule.rfc,
        "section": rule.section,
        "level": rule.level,
        "text": rule.text,
        "by": tally.by.value,
        "count": tally.count,
        "first": {"from": tally.who.value, "frame": tally.number},
    }
