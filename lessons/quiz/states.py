"""Which state comes next? The table of transitions knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.quiz.made import Made, three
from protocol.machine import TRANSITIONS, Signal, transition
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from lessons.quiz.dice import Dice
    from protocol.knowledge import Facts

CONFUSED: Final = {
    State.CONNECTING: ("OPEN", "CLOSED", "CLOSING"),
    State.OPEN: ("CLOSING", "CONNECTING", "CLOSED"),
    State.CLOSING: ("CLOSED", "OPEN", "CONNECTING"),
    State.CLOSED: ("CLOSING", "OPEN", "CONNECTING"),
}
"""What a state is taken for: CLOSED with the first Close, OPEN until the other Close is there ..."""


def state_after(facts: Facts, dice: Dice) -> Made:
    """A signal comes to an end of the connection in the state that it has now, or in one that it may have."""
    role = dice.one_of(tuple(Role))
    rows = [row for row in TRANSITIONS if row.serves(role)]
    now = facts.state(role)
    state = now if now is not State.CLOSED and dice.throw(2) else dice.one_of(rows).state
    signals = [row.signal for row in rows if row.state is state]
    if state is State.CLOSING:  # the second Close changes nothing, which many do not expect
        signals += [Signal.RECEIVED_CLOSE]
    signal = dice.one_of(signals)
    row = transition(role, state, signal)
    after = row.next if row is not None else state
    kind = "state.new" if state is State.CONNECTING else "state.none" if row is None else "state"
    section = row.section if row is not None else ""
    return Made(
        kind, after.name, three(after.name, CONFUSED[after]),
        {"state": state.name, "messages": dice.between(2, 9_999), "section": section}, role, signal.value,
    )  # fmt: skip
