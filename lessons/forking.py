"""Forks: one thing is changed in the middle of a run, and what follows is played anew.

A scenario repeats exactly, so a fork is the same scenario with one of its actions changed: up to there both runs are
equal byte for byte, and from there on they are two futures. What can be changed follows from what was going on: every
recording of a lesson says which action began at which entry (`Played.deeds`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from lessons.model import Action
from protocol.chorus import Chorus
from protocol.facts import FrameSent

if TYPE_CHECKING:
    from lessons.model import Scenario
    from protocol.chorus import Played
    from protocol.knowledge import Facts

Kind = Literal["flip", "lose", "drop", "skip"]

FRAMES: Final = frozenset({"text", "binary", "continuation", "ping", "pong", "close", "frame"})
"""The deeds that send a frame in which a bit can be turned."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the action `action`: *flip* turns bit `bit` of its first frame over, *lose* cuts the network before
    it, *drop* resets TCP before it, *skip* leaves it out."""

    kind: Kind
    action: str
    bit: int = 0

    def made_in(self, scenario: Scenario) -> Scenario:
        """The scenario with this change; one that has no such action stays as it is."""
        changed: list[Action] = []
        for action in scenario.actions:
            if action.id != self.action:
                changed.append(action)
            elif self.kind == "flip":
                changed.append(replace(action, flip=(*action.flip, self.bit)))
            elif self.kind != "skip":
                changed += [replace(INSERTED[self.kind], who=action.who), action]
        return replace(scenario, actions=tuple(changed))


INSERTED: Final = {"lose": Action("lost-here", "cut"), "drop": Action("dropped-here", "abort")}
"""What is done before the action."""


def changes_at(scenario: Scenario, played: Played, facts: Facts | Chorus, cursor: int) -> tuple[Change, ...]:
    """What can be changed where `cursor` facts are known; nothing in a play that no actions make. A bit can be
    turned in the frame that is looked at, if an action sent it; the network can fail before the next action."""
    if not played.deeds or isinstance(facts, Chorus) or not len(facts):
        return ()
    actions = {action.id: action for action in scenario.actions}
    fact = facts[min(cursor, len(facts)) - 1] if cursor else facts[0]
    begun = [deed.id for deed in played.deeds if deed.entry <= fact.entry and deed.id in actions]
    later = [deed.id for deed in played.deeds if deed.entry > fact.entry and deed.id in actions]
    found: list[Change] = []
    if begun and isinstance(fact, FrameSent) and _made(actions[begun[-1]], fact):
        found.append(Change("flip", begun[-1]))
    coming = next((one for one in later if actions[one].do != "connect"), "")
    if coming:
        found += [Change("lose", coming), Change("drop", coming), Change("skip", coming)]
    return tuple(found)


def _made(action: Action, sent: FrameSent) -> bool:
    """Whether this action, and not an answer to it, sent the frame."""
    return action.do in FRAMES and action.role is sent.who


def parting(base: Facts, other: Facts) -> int:
    """How many facts two runs have in common from the beginning: where they part. Times and ports differ always."""
    for place, (first, second) in enumerate(zip(base, other, strict=False)):
        if (first.id, _content(first)) != (second.id, _content(second)):
            return place
    return min(len(base), len(other))


def _content(fact: object) -> object:
    """What tells a fact from another one of the same id; the bytes, for a frame."""
    return fact.frame.raw if isinstance(fact, FrameSent) else None
