"""What the rungs of a conversation are to each other: an end that cut it, Close frames that crossed, silence between
them, and what came too late to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.sequence_rungs import Rung, RungKind
from protocol.facts import Moved
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from protocol.knowledge import Facts

LEAST: Final = 2.0
"""Seconds of silence that are worth a line of their own."""


def silence_before(facts: Facts, rung: Rung) -> float:
    """The seconds of silence that this rung ended, 0 if they were too few to speak of."""
    place = rung.sent - 1
    while place >= 0 and facts[place].entry == rung.fact.entry:
        place -= 1
    if place < 0:
        return 0.0
    seconds = rung.fact.time - facts[place].time
    return seconds if seconds >= LEAST else 0.0


def abrupt_end(facts: Facts, rungs: Sequence[Rung]) -> Rung | None:
    """The end of TCP that cut an open connection: a reset before both Close frames, or a FIN before its
    sender's own."""
    opened = any(fact.transition.next is State.OPEN for fact in facts.of(Moved))
    ends = [rung for rung in rungs if rung.kind is RungKind.END]
    if not opened or not ends:
        return None
    first = ends[0]
    said = {rung.sender for rung in rungs if rung.is_close and rung.sent < first.sent}
    if said == set(Role) or (first.end == "fin" and first.sender in said):
        return None
    return first


def ends_at_once(rungs: Sequence[Rung], cut: Rung) -> list[Rung]:
    """The reset and, if somebody between the peers reset both sides, its twin."""
    twins = [rung for rung in rungs if rung.end == "rst" and rung.sender is not cut.sender]
    return [cut, *(twins if cut.end == "rst" else [])]


def crossed_pair(rungs: Sequence[Rung]) -> list[Rung]:
    """The first Close frame of each side, if each was sent before the other one arrived."""
    first = {role: next((r for r in rungs if r.is_close and r.sender is role), None) for role in Role}
    pair = sorted((rung for rung in first.values() if rung is not None), key=lambda rung: rung.sent)
    if len(pair) == 2 and pair[0].arrived is not None and pair[1].sent < pair[0].arrived:
        return pair
    return []


def is_ignored(rungs: Sequence[Rung], rung: Rung, cursor: int) -> bool:
    """Whether a frame arrived where none is read any more: after its sender's Close (RFC 6455 section 1.4), or after
    a broken rule (section 7.1.7)."""
    if rung.kind is not RungKind.FRAME or rung.arrived is None or rung.arrived >= cursor:
        return False
    before = [one for one in rungs if one.sender is rung.sender and one.sent < rung.sent]
    return any((one.is_close and one.arrived is not None) or one.known_faults(cursor) for one in before)
