"""How a handshake can end: the two possible answers while a head is judged, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Font, GlyphName, Stroke
from app.figures.handshake_view import Exchange, Mood, View
from app.figures.handshake_words import statuses, title
from app.figures.parts import TOKENS, ChipLook, Run, chip, chip_width, elided_runs, told_heading, told_text
from protocol.handshake import REQUEST_CHECKS, reason_phrase
from protocol.http11 import Response
from protocol.rules import CLOSE_LOST, REQUEST_SYNTAX
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from app.figures.pen import Pen

PLAIN: Final = Font(14)
STRONG: Final = Font(14, bold=True)
MIDDLE: Final = 444.0
SPACE: Final = 720.0
"""The widest outcome that leaves its arrow visible at both sides."""


def draw_outcomes(pen: Pen, exchange: Exchange, view: View, ys: tuple[float, float]) -> None:
    """What can still happen, as ghosts; once it is decided, the one that did."""
    left = list(ys)
    if exchange.broken is None and exchange.garbage is None:
        _draw_outcome(pen, exchange, left.pop(0), view, good=True)
    if not exchange.done:
        _draw_outcome(pen, exchange, left.pop(0), view, good=False)
    if view.told and left:
        _draw_told(pen, view, left.pop(0))


def _draw_outcome(pen: Pen, exchange: Exchange, y: float, view: View, *, good: bool) -> None:
    words = pen.room.words
    stopped = exchange.broken is not None or exchange.garbage is not None
    if good:
        why, glyph, name = words.translate("figures", "all rules hold"), "tick", "outcome.ok"
        what = _answer(101) if exchange.sender is Role.CLIENT else _opened(pen, view)
    else:
        why = (
            words.translate("figures", "a rule is broken") if stopped else words.translate("figures", "any rule fails")
        )
        glyph, name = "cross", "outcome.fail"
        what = _refusals(pen, exchange) if exchange.sender is Role.CLIENT else _failed(pen)
    color = "err.fill" if not good else TOKENS[exchange.judge] + ".fill"
    runs: tuple[Run, ...] = ((why + "   ", PLAIN, "text2"), (what, STRONG, "text"))
    runs = elided_runs(runs, SPACE - 46, pen.room)
    verdict: GlyphName = "tick" if glyph == "tick" else "cross"
    look = ChipLook(color, verdict)
    _draw_way(pen, exchange, name, y, color, good=good, opened=good and view.states[Role.CLIENT] is State.OPEN)
    parts = ("text", "answer")
    chip(pen, name, MIDDLE, y, runs, look=look, spoken=why + ": " + what, above=2, parts=parts)


def _draw_way(pen: Pen, exchange: Exchange, name: str, y: float, color: str, *, good: bool, opened: bool) -> None:
    """The arrow of an answer that may come; what the client decides for itself stays at the client."""
    dash: tuple[float, ...] = (6.0, 5.0) if good else (2.0, 5.0)
    if exchange.sender is Role.CLIENT:
        points, head, tail = ((830.0, y), (58.0, y)), 10, 0
    elif opened:
        points, head, tail, dash, color = ((58.0, y), (830.0, y)), 10, 10, (), "ink"
    else:
        points, head, tail = ((58.0, y), (MIDDLE, y)), 0, 0
    pen.marks.append(
        Stroke(id=name + "/way", points=points, color=color, line=2, dash=dash, head=head, tail=tail, above=1)
    )


def _answer(status: int) -> str:
    return f"{status} {reason_phrase(status)}"


def _opened(pen: Pen, view: View) -> str:
    """The client is OPEN, or would be."""
    if view.states[Role.CLIENT] is State.OPEN:
        return pen.room.words.translate("figures", "OPEN: frames may travel both ways")
    return State.OPEN.name


def _failed(pen: Pen) -> str:
    text = pen.room.words.translate("figures", "the client fails the connection and tells its program {code}")
    return text.format(code=CLOSE_LOST.close_code)


def _refusals(pen: Pen, exchange: Exchange) -> str:
    """The answers of the rules that can still fail, with their reasons if there is room."""
    words = pen.room.words
    if exchange.broken is not None or exchange.garbage is not None:
        rule = exchange.broken.rule if exchange.broken is not None else REQUEST_SYNTAX
        return _answer(rule.status or 400)
    rules = tuple(entry for entry in exchange.entries if entry.mood in {Mood.NOW, Mood.PENDING})
    every = {row.rule.status or 400 for row in REQUEST_CHECKS}
    phrases = {status: reason_phrase(status) for status in every}
    told = statuses(words, rules, phrases)
    return told if pen.width(told, STRONG) <= SPACE - 160 else statuses(words, rules, {})


def _draw_told(pen: Pen, view: View, y: float) -> None:
    """What each program is told when its connection is over before it began."""
    words = pen.room.words
    head = view.response.head
    refused = isinstance(head, Response) and head.status != 101
    for role, fact in view.told.items():
        name = told_heading(words, role)
        text = told_text(words, fact)
        if refused and role is Role.CLIENT:
            text += words.translate("figures", "; a page sees neither status nor body")
        runs: tuple[Run, ...] = ((name + "   ", PLAIN, "text2"), (text, STRONG, "text"))
        runs = elided_runs(runs, (SPACE if refused else SPACE / 2) - 46, pen.room)
        look = ChipLook("ink", "closed")
        half = chip_width(runs, look, pen.room) / 2
        x = 72 + half if role is Role.CLIENT else 816 - half
        chip(
            pen,
            "told." + role.value,
            x,
            y,
            runs,
            look=look,
            spoken=name + ": " + text,
            links=("told:" + role.value,),
        )


def outcome_sentence(pen: Pen, exchange: Exchange, view: View) -> str:
    """The newest thing about an exchange in one sentence, for the text alternative."""
    words = pen.room.words
    entry = next((entry for entry in exchange.entries if entry.check is exchange.broken), None)
    if exchange.broken is not None and entry is not None:
        return words.translate("figures", "Broken: {rule}.").format(rule=title(words, entry))
    if view.states[Role.CLIENT] is State.OPEN:
        return words.translate("figures", "The connection is OPEN.")
    if exchange.checks:
        text = words.translate("figures", "{passed} of {total} rules hold so far.")
        return text.format(passed=exchange.passed, total=len(exchange.counted))
    return ""
