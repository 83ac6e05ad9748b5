"""Goals: what must hold at the end of a run, as predicates over its facts.

    server.told                        this fact has become true; * stands for any part of its id
    not client.broken.*                no fact with such an id has
    count client.frame.*.sent >= 3     how many facts have such an id
    told.server.code = 1000            a value, as the lesson's words name it in braces
    row client OPEN sends Close        this end took the row of the transition table that begins so

The start of every lesson fails its goal and its solution meets it: a test runs both.
"""

from __future__ import annotations

import operator
import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from lessons.error import WordedError
from lessons.values import MissingValueError, Values, is_known
from protocol.facts import Moved
from protocol.machine import TRANSITIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lessons.model import Goal, Scenario
    from protocol.chorus import Chorus
    from protocol.knowledge import Facts

COMPARE: Final[dict[str, Callable[[float, float], bool]]] = {
    "=": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
SIGN: Final = r"(!=|<=|>=|=|<|>)"
COUNT: Final = re.compile(rf"count (\S+) {SIGN} (\d+)")
VALUE: Final = re.compile(rf"(\S+) {SIGN} (.+)")
ROW: Final = re.compile(r"row (client|server) ([A-Z]+) (.+)")
FACT: Final = re.compile(r"(not )?([\w.*?/\[\]-]+)")


class ConditionError(WordedError, ValueError):
    """A text that is no predicate."""


def check(text: str) -> None:
    """Raises a ConditionError with one sentence if this is no predicate."""
    if COUNT.fullmatch(text):
        return
    if row := ROW.fullmatch(text):
        known = [f"{one.state.name} {one.signal.value}" for one in TRANSITIONS]
        wanted = f"{row[2]} {row[3]}"
        if wanted not in known:
            rows = ", ".join(dict.fromkeys(known))
            raise ConditionError("The table has no row “{wanted}”; it has: {rows}.", wanted=wanted, rows=rows)
    elif value := VALUE.fullmatch(text):
        if not is_known(value[1]):
            raise ConditionError("There is no value named “{name}”.", name=value[1])
    elif not FACT.fullmatch(text):
        source = "“{text}” is no condition: write FACT, “not FACT”, “count FACT >= N”, “VALUE = TEXT” or “row WHO …”."
        raise ConditionError(source, text=text)


def holds(text: str, facts: Facts | Chorus, scenario: Scenario) -> bool:
    """Whether the predicate is true of a run."""
    if found := COUNT.fullmatch(text):
        return COMPARE[found[2]](len(_matching(facts, found[1])), int(found[3]))
    if found := ROW.fullmatch(text):
        return any(
            fact.who.value == found[1]
            and fact.transition.state.name == found[2]
            and fact.transition.signal.value == found[3]
            for fact in facts.of(Moved)
        )
    if found := VALUE.fullmatch(text):
        try:
            return _compared(Values(facts, scenario)[found[1]], found[2], found[3])
        except MissingValueError:
            return False
    found = FACT.fullmatch(text)
    assert found is not None, text
    return bool(_matching(facts, found[2])) is not bool(found[1])


def met(goal: Goal, facts: Facts | Chorus, scenario: Scenario) -> frozenset[str]:
    """The ids of the conditions that hold."""
    return frozenset(one.id for one in goal.conditions if holds(one.holds, facts, scenario))


def reached(goal: Goal, conditions: Iterable[str]) -> bool:
    """Whether these conditions are all there are; a lesson without conditions has no goal to reach."""
    return bool(goal.conditions) and {one.id for one in goal.conditions} <= set(conditions)


def _matching(facts: Facts | Chorus, pattern: str) -> list[str]:
    if not any(sign in pattern for sign in "*?["):
        return [pattern] if pattern in facts else []
    return [fact_id for fact_id in facts.ids() if fnmatchcase(fact_id, pattern)]


def _compared(value: str, sign: str, wanted: str) -> bool:
    """Two numbers are compared as numbers, anything else as text."""
    try:
        return COMPARE[sign](float(value), float(wanted))
    except ValueError:
        return {"=": value == wanted, "!=": value != wanted}.get(sign, False)
