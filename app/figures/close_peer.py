"""What is known of one peer's way through the transition table, and how its moves are told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.figures.close_layout import BOX_LEFT, BOX_WIDE
from app.figures.parts import peer_name
from app.figures.sequence_words import signal_word
from protocol.facts import Moved
from protocol.knowledge import Facts
from protocol.machine import TRANSITIONS, Transition
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.drawing.marks import Words


@dataclass(frozen=True, slots=True)
class Peer:
    """A peer and the rows that it has taken."""

    role: Role
    state: State
    moves: tuple[Moved, ...]

    @property
    def out(self) -> int:
        """The direction away from the other peer: -1 for the client on the left, 1 for the server."""
        return -1 if self.role is Role.CLIENT else 1

    @property
    def middle(self) -> float:
        """x of the middle of its states."""
        return BOX_LEFT[self.role] + BOX_WIDE / 2

    @property
    def entered(self) -> set[State]:
        """The states that it has been in."""
        return {State.CONNECTING, *(move.transition.next for move in self.moves)}

    @property
    def newest(self) -> Moved | None:
        """The transition just taken."""
        return self.moves[-1] if self.moves else None

    def taken(self, first: State, then: State) -> Moved | None:
        """The move from one state to another, if it was made."""
        found = (m for m in self.moves if (m.transition.state, m.transition.next) == (first, then))
        return next(found, None)


def read_peer(facts: Facts, cursor: int, role: Role) -> Peer:
    """What is known of a peer at the cursor."""
    moves = tuple(fact for fact in facts.until(cursor).of(Moved) if fact.who is role)
    return Peer(role, moves[-1].transition.next if moves else State.CONNECTING, moves)


def rows_between(role: Role, first: State, then: State) -> list[Transition]:
    """The rows of the table that lead a peer from one state to another."""
    return [row for row in TRANSITIONS if row.serves(role) and (row.state, row.next) == (first, then)]


def move_sentence(words: Words, role: Role, rows: Sequence[Transition], move: Moved | None) -> str:
    """The move that was made, or the rows that would lead there, with the section."""
    rows = rows if move is None else [move.transition]
    signals = words.translate("figures", " or ").join(signal_word(words, row.signal) for row in rows)
    if move is None:
        text = words.translate("figures", "{peer} goes from {state} to {next}: {signal} (RFC 6455 section {section})")
    else:
        text = words.translate("figures", "{peer} went from {state} to {next}: {signal} (RFC 6455 section {section})")
    row = rows[0]
    return text.format(
        peer=peer_name(words, role),
        state=row.state.name,
        next=row.next.name,
        signal=signals,
        section=row.section,
    )
