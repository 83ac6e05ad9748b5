"""Filters over the ledger: a line of conditions, such as `conn:2 len>0 time:12:04:30-34 not op:ping`.

    filter    = either *( "or" either )
    either    = part *( [ "and" ] part )                     ; side by side, all have to be met
    part      = [ "not" / "-" ] ( "(" filter ")" / word / condition )
    condition = name ( ":" / "=" / "!=" / ">" / ">=" / "<" / "<=" ) value
    value     = item *( ( "," / "|" ) item )                 ; one of them

    no:1-100  conn:2 (or peer:)  from:client  op:text,ping  fin:0  rsv:1  len>0  wire>=126  code:1002
    time:12:04:30-34  time:2.5-3  is:violation|warning|unjudged|gap|head|frame|masked|fragment|control|data
    text:"foo" (or "foo" alone)   hex:8950   rule:frame.masked (or its section)

What cannot be read gives a `FilterError` with its place: a filter is checked while it is typed.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING, Final

from protocol.filter_terms import All, Any, Condition, Not
from protocol.filter_words import FilterProblem, Scanner, condition

if TYPE_CHECKING:
    from protocol.ledger import Ledger

DEEPEST: Final = 20
"""How many parentheses may stand in one another."""

LONGEST: Final = 1000
"""How many characters a filter has at most."""


@dataclass(frozen=True, slots=True)
class FilterError:
    """A line that is no filter: `position` is the character at which it cannot be read on, `size` how many are to
    blame; `source` is the sentence with places for `values`."""

    position: int
    size: int
    source: str
    values: dict[str, str]

    @property
    def sentence(self) -> str:
        """Why, in English."""
        return self.source.format(**self.values)


@dataclass(frozen=True, slots=True)
class Filter:
    """A line that was understood."""

    text: str
    condition: Condition

    @property
    def everything(self) -> bool:
        """Whether it lets every row through."""
        return self.condition == All(())

    def run(self, ledger: Ledger, start: int, stop: int) -> array[int]:
        """The rows among `start` to `stop` that it lets through, in order."""
        stop = min(stop, len(ledger))
        if stop <= start:
            return array("I")
        rows = range(start, stop)
        if self.everything:
            return array("I", rows)
        return array("I", compress(rows, self.condition.select(ledger, start, stop, b"\x01" * (stop - start))))

    def matches(self, ledger: Ledger, place: int) -> bool:
        """Whether it lets this row through."""
        return bool(self.condition.select(ledger, place, place + 1, b"\x01")[0])


def compile_filter(text: str) -> Filter | FilterError:
    """The filter that this line is, or why it is none."""
    scanner = Scanner(text)
    try:
        if len(text) > LONGEST:
            raise FilterProblem(LONGEST, 1, "A filter has at most {most} characters.", most=str(LONGEST))
        found = _any(scanner, 0)
        if not scanner.at_end:
            raise FilterProblem(scanner.at, 1, "This parenthesis was never opened.")
    except FilterProblem as problem:
        return FilterError(problem.position, problem.size, problem.source, problem.values)
    return Filter(text, found)


def _any(scanner: Scanner, depth: int) -> Condition:
    parts = [_all(scanner, depth)]
    while scanner.takes_word("or"):
        if parts == [All(())]:
            raise FilterProblem(scanner.before, 2, "Before “or” stands a condition.")
        parts.append(_all(scanner, depth))
        if parts[-1] == All(()):
            raise FilterProblem(scanner.at, 1, "After “or” stands a condition.")
    return parts[0] if len(parts) == 1 else Any(tuple(parts))


def _all(scanner: Scanner, depth: int) -> Condition:
    parts: list[Condition] = []
    while not scanner.at_end and not scanner.sees(")") and not scanner.sees_word("or"):
        if scanner.takes_word("and"):
            if not parts or scanner.at_end or scanner.sees(")") or scanner.sees_word("or"):
                raise FilterProblem(scanner.before, 3, "“and” stands between two conditions.")
            continue
        parts.append(_part(scanner, depth))
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def _part(scanner: Scanner, depth: int) -> Condition:
    if depth > DEEPEST:
        raise FilterProblem(scanner.at, 1, "Too many parentheses or “not” stand in one another.")
    if scanner.takes_word("not") or scanner.takes("-"):
        if scanner.at_end or scanner.sees(")"):
            raise FilterProblem(scanner.before, 1, "After “not” stands a condition.")
        return Not(_part(scanner, depth + 1))
    if scanner.takes("("):
        opened = scanner.before
        found = _any(scanner, depth + 1)
        if not scanner.takes(")"):
            raise FilterProblem(opened, 1, "This parenthesis is never closed.")
        return found
    return condition(scanner)
