"""What is known of the opening handshake at a cursor, as rows: one a line of the head that is judged.

An `Exchange` is one head on its way from its sender to its judge. Its rows are the lines of the head in
order, each with the rules that read it, and the empty line with the rules whose headers are missing. Where a
rule stands before it was checked is said by the tables of `protocol.handshake`, so that the future can be
drawn without being told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from protocol.facts import AcceptComputed, Broke, Checked, Fact, HeadArrived, HeadSent, TcpOpened, Told
from protocol.handshake import REQUEST_CHECKS, RESPONSE_CHECKS, Check, Verdict
from protocol.http11 import HeaderLine, Request, Response
from protocol.knowledge import Facts
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from protocol.rules import Rule


class Mood(Enum):
    """How far a rule or a line is: read before, read now, broken, still to be read, or never read."""

    PASSED = "passed"
    NOW = "now"
    BROKEN = "broken"
    PENDING = "pending"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule of a checklist. `status` is how a request that breaks it is answered."""

    rule: Rule
    item: int
    header: str
    check: Check | None
    mood: Mood
    twice: bool = False

    @property
    def status(self) -> int:
        """The HTTP status of a refusal over this rule."""
        return self.rule.status or 400


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a head, or the empty line (`line` None), with the rules that read it."""

    line: int | None
    header: HeaderLine | None
    entries: tuple[Entry, ...]
    mood: Mood | None

    @property
    def key(self) -> str:
        """A name for ids and links: the number of the line, or `end`."""
        return "end" if self.line is None else str(self.line)


@dataclass(frozen=True, slots=True)
class Exchange:
    """One head between its sender and its judge, as far as it is known. `garbage` is a rule that bytes broke
    which are no head at all."""

    sender: Role
    head: Request | Response | None
    arrived: bool
    checks: tuple[Check, ...]
    current: Check | None
    rows: tuple[Row, ...]
    garbage: Broke | None
    unread: int
    """Required headers that did not come, as long as the judge has not noticed."""

    @property
    def name(self) -> str:
        """`request` or `response`: the first word of its facts and ids."""
        return "request" if self.sender is Role.CLIENT else "response"

    @property
    def judge(self) -> Role:
        """Who checks it."""
        return self.sender.peer

    @property
    def broken(self) -> Check | None:
        """The rule at which reading stopped."""
        return next((check for check in self.checks if check.verdict is Verdict.BROKEN), None)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All rules in the order of the lines."""
        return tuple(entry for row in self.rows for entry in row.entries)

    @property
    def counted(self) -> tuple[Row, ...]:
        """The points of the checklist: the rows with a rule, and the empty line if a header is missing
        there."""
        return tuple(row for row in self.rows if row.entries and (row.line is not None or row.mood is Mood.BROKEN))

    @property
    def total(self) -> int:
        """How many points the judge has: those with a line, and the headers that it will miss at the empty line."""
        return len(self.counted) + self.unread

    @property
    def passed(self) -> int:
        """How many points are behind the judge."""
        return sum(all(entry.mood is Mood.PASSED for entry in row.entries) for row in self.counted)

    @property
    def done(self) -> bool:
        """Whether every rule was checked and none was broken; the one that is read now may still break."""
        open_moods = {Mood.PENDING, Mood.NOW}
        left = [row for row in self.rows if row.line is not None and open_moods & {e.mood for e in row.entries}]
        return bool(self.checks) and not left and self.broken is None


@dataclass(frozen=True, slots=True)
class View:
    """Everything that the figure shows."""

    tcp: bool
    request: Exchange
    response: Exchange
    computed: AcceptComputed | None
    states: dict[Role, State]
    told: dict[Role, Told]

    def shown(self, focus: str) -> Exchange:
        """The exchange that the focus asks for, or the one that began last."""
        if focus in {"request", "response"}:
            return self.request if focus == "request" else self.response
        begun = self.response.head is not None or self.response.garbage is not None
        return self.response if begun else self.request


def read_view(facts: Facts, cursor: int) -> View:
    """What the first `cursor` facts say."""
    known = facts.until(max(0, cursor))
    newest = known[len(known) - 1] if len(known) else None
    computed = known.get("accept.computed")
    request = _exchange(known, Role.CLIENT, newest)
    if isinstance(newest, AcceptComputed):
        request = replace(request, rows=tuple(_answering(row) for row in request.rows))
    return View(
        tcp=bool(known.of(TcpOpened)),
        request=request,
        response=_exchange(known, Role.SERVER, newest),
        computed=computed if isinstance(computed, AcceptComputed) else None,
        states={role: known.state(role) for role in Role},
        told={fact.who: fact for fact in known.of(Told)},
    )


def _exchange(known: Facts, sender: Role, newest: Fact | None) -> Exchange:
    name = "request" if sender is Role.CLIENT else "response"
    sent = next((fact.head for fact in known.of(HeadSent) if fact.who is sender), None)
    arrived = any(fact.id == name + ".arrived" for fact in known.of(HeadArrived))
    told = [fact for fact in known.of(Checked) if fact.check.rule.id.startswith(name + ".")]
    checks = tuple(fact.check for fact in told)
    faults = [fact for fact in known.of(Broke) if fact.who is sender and fact.number is None]
    at_head = bool(told) and (newest is told[-1] or (bool(faults) and newest is faults[-1]))
    current = checks[-1] if at_head else None
    rows = _rows(sent, checks, current) if sent is not None else ()
    garbage = faults[0] if faults and sent is None else None
    unread = _unread(sent, checks) if sent is not None else 0
    return Exchange(sender, sent, arrived, checks, current, rows, garbage, unread)


def _unread(head: Request | Response, checks: tuple[Check, ...]) -> int:
    """A refusal is no answer to the offer, so that nothing is missed in it."""
    if isinstance(head, Response) and head.status != 101:
        return 0
    if any(check.verdict is Verdict.BROKEN for check in checks):
        return 0
    table = REQUEST_CHECKS if isinstance(head, Request) else RESPONSE_CHECKS
    return sum(row.required and row.lines != "start" and not head.lines_of(row.header) for row in table)


def _answering(row: Row) -> Row:
    """The key's row is read once more, when the server makes the accept value of it."""
    keys = any(entry.rule.id == "request.key" and entry.mood is Mood.PASSED for entry in row.entries)
    return replace(row, mood=Mood.NOW) if keys else row


def _rows(head: Request | Response, checks: tuple[Check, ...], current: Check | None) -> tuple[Row, ...]:
    placed: dict[int | None, list[Entry]] = {}
    for line, entry in _entries(head, checks, current):
        placed.setdefault(line, []).append(entry)
    rows = [_row(0, None, placed.get(0, []))]
    rows += [_row(i, header, placed.get(i, [])) for i, header in enumerate(head.headers, start=1)]
    return (*rows, _row(None, None, placed.get(None, [])))


def _row(line: int | None, header: HeaderLine | None, entries: list[Entry]) -> Row:
    """The mood of a row is that of the rule that matters most on it."""
    moods = [entry.mood for entry in entries]
    order = [Mood.BROKEN, Mood.NOW, Mood.PENDING, Mood.PASSED, Mood.NONE]
    mood = next((each for each in order if each in moods), None)
    if mood is Mood.PENDING and Mood.PASSED in moods:
        mood = Mood.NOW
    return Row(line, header, tuple(entries), mood)


def _entries(
    head: Request | Response, checks: tuple[Check, ...], current: Check | None
) -> list[tuple[int | None, Entry]]:
    """Every rule with the line on which it stands; those about missing headers, and those that are not always
    worth a word, only once they were checked."""
    table = REQUEST_CHECKS if isinstance(head, Request) else RESPONSE_CHECKS
    found = {check.rule.id: check for check in checks}
    stopped = any(check.verdict is Verdict.BROKEN for check in checks)
    entries: list[tuple[int | None, Entry]] = []
    for row in table:
        check = found.get(row.rule.id)
        lines = [0] if row.lines == "start" else [place + 1 for place in head.lines_of(row.header)]
        if check is None and (row.quiet or not lines):
            continue
        line = check.line if check is not None else lines[0]
        mood = _mood(check, current, stopped=stopped)
        twice = row.lines == "one" and len(lines) > 1
        entries.append((line, Entry(row.rule, row.item, row.header, check, mood, twice)))
    return entries


def _mood(check: Check | None, current: Check | None, *, stopped: bool) -> Mood:
    if check is None:
        return Mood.NONE if stopped else Mood.PENDING
    if check.verdict is Verdict.BROKEN:
        return Mood.BROKEN
    if check is current:
        return Mood.NOW
    return Mood.PASSED if check.verdict is Verdict.HOLDS else Mood.NONE
