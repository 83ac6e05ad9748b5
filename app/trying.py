"""What the reader can try in the open lesson, as the side pane shows it: the goal, the changes, the ways through it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.figures.variants import LINK, Choice
from app.model.page import Choice as Button
from app.model.page import Condition, Fork, Goal, Ways
from lessons.forking import Change
from protocol.facts import FrameSent

if TYPE_CHECKING:
    from app.model.progress import Progress
    from app.model.telling import FaultView
    from app.session import Session

BITS: Final = (0, 1, 8)
"""The bits of a frame that are offered before one is pinned: FIN, RSV1 and MASK."""


def variants_of(faults: tuple[FaultView, ...]) -> tuple[Choice, ...]:
    """The strip above the figure."""
    return tuple(Choice(fault.id, fault.title, fault.sentence, fault.on) for fault in faults if fault.variant)


def variant_in(links: tuple[str, ...]) -> str:
    """The variant whose mark was clicked, or nothing."""
    return links[0].removeprefix(LINK) if links and links[0].startswith(LINK) else ""


def goal_of(session: Session, progress: Progress) -> Goal | None:
    """The goal of the open lesson; what a gathering one has met once counts."""
    view = session.goal()
    if view is None or session.lesson is None:
        return None
    kept = progress.met(session.lesson.slug) if view.gathers else frozenset()
    conditions = tuple(Condition(one.text, one.met or one.id in kept) for one in view.conditions)
    moves = tuple(Button(move.id, move.text) for move in view.moves)
    return Goal(view.task, conditions, moves, view.made, view.hint)


def ways_of(session: Session) -> Ways:
    """How the reader goes through it."""
    depth = session.telling.depth if session.telling is not None else 0
    return Ways(depth, session.lesson is not None, session.quizzing.mode)


def fork_of(session: Session, pinned: tuple[str, ...]) -> Fork:
    """What can be changed at this step; a bit that is pinned in the figure can be turned over too."""
    if session.fork is not None and session.fork.telling is not session.telling:
        return Fork((), kept=True)
    return Fork(tuple(Button(key, _text(session, change)) for key, change in _changes(session, pinned)))


def change_named(session: Session, pinned: tuple[str, ...], key: str) -> Change | None:
    """The change behind a button."""
    return dict(_changes(session, pinned)).get(key)


def _changes(session: Session, pinned: tuple[str, ...]) -> list[tuple[str, Change]]:
    found: list[tuple[str, Change]] = []
    for change in session.changes():
        if change.kind != "flip":
            found.append((change.kind, change))
            continue
        own = [int(link[4:]) for link in pinned if link.startswith("bit:") and link[4:].isdecimal()]
        size = _frame_bits(session)
        found += [(f"flip.{bit}", replace(change, bit=bit)) for bit in dict.fromkeys((*own[:1], *BITS)) if bit < size]
    return found


def _frame_bits(session: Session) -> int:
    view = session.view()
    if view is None or session.telling is None or not view.cursor:
        return 0
    fact = session.telling.facts[view.cursor - 1]
    return 8 * fact.frame.size if isinstance(fact, FrameSent) else 0


def _text(session: Session, change: Change) -> str:
    translate = QCoreApplication.translate
    match change.kind:
        case "flip":
            name = _field_at(session, change.bit)
            return translate("trying", "Turn over bit {bit}, {field}").format(bit=change.bit, field=name)
        case "lose":
            return translate("trying", "The network loses all that follows")
        case "drop":
            return translate("trying", "TCP is reset here")
        case _:
            return translate("trying", "Leave out what comes next")


def _field_at(session: Session, bit: int) -> str:
    view = session.view()
    fact = session.telling.facts[view.cursor - 1] if view is not None and session.telling is not None else None
    if not isinstance(fact, FrameSent):
        return ""
    return next((one.name for one in fact.frame.fields() if one.start_bit <= bit < one.start_bit + one.width), "")
