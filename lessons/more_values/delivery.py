"""Values of the play `delivery`: what was sent, what came of it, and what Ben's program was given.

{mail.given}                      the numbers in the order in which Ben's program was given them
{mail.sent} {mail.again} {mail.lost} {mail.removed} {mail.failed} {mail.waiting} {mail.twice}
{mail.timeout} {mail.retries} {mail.seconds} {mail.last}     settings; how long it took; until the last was given
{mail.text.2} {mail.data.1}             a message, and its size in bytes
{mail.size.0} {mail.payload.0}          a frame of Ada's, and its payload
{mail.code} {mail.reason}               what Ada's program was told; why an envelope was refused
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.values import MissingValueError
from protocol.chorus import as_chorus
from protocol.facts import FrameSent, Told
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.values import Values
    from protocol.chorus import Happened
    from protocol.frames import Frame

ADA: Final = "ada"


def _moments(values: Values, kind: str) -> list[Happened]:
    return [one for one in as_chorus(values.facts).moments if one.moment.kind == f"mail.{kind}"]


def _first(values: Values, kind: str) -> Happened:
    found = _moments(values, kind)
    if not found:
        raise MissingValueError("this run has no moment of the kind {kind}", kind=kind)
    return found[0]


def _numbers(values: Values, kind: str) -> list[int]:
    return [int(one.moment.values["id"]) for one in _moments(values, kind)]


def _given(values: Values) -> str:
    return ", ".join(map(str, _numbers(values, "deliver")))


def _twice(values: Values) -> str:
    given = _numbers(values, "deliver")
    return str(len(given) - len(set(given)))


def _again(values: Values) -> str:
    return str(sum(int(one.moment.values["tries"]) > 1 for one in _moments(values, "send")))


def _last(values: Values) -> str:
    """After how many whole seconds Ben's program was given the last message."""
    given = _moments(values, "deliver")
    if not given:
        raise MissingValueError("nothing was given to Ben's program")
    return str(round(given[-1].time))


def _text(values: Values, number: str) -> str:
    texts = values.scenario.delivery.texts
    if not 1 <= int(number) <= len(texts):
        raise MissingValueError("there is no message {number}", number=number)
    return texts[int(number) - 1]


def _frame(values: Values, number: str) -> Frame:
    facts = as_chorus(values.facts)
    frames = [
        fact.frame
        for name in facts.names
        if name.startswith(ADA)
        for fact in facts.whole(name).of(FrameSent)
        if fact.who is Role.CLIENT and fact.frame.opcode == Opcode.TEXT
    ]
    if int(number) >= len(frames):
        raise MissingValueError("Ada sent no frame {number}", number=number)
    return frames[int(number)]


def _code(values: Values) -> str:
    facts = as_chorus(values.facts)
    for fact in facts.whole(ADA).of(Told) if ADA in facts.names else ():
        if fact.who is Role.CLIENT:
            return str(fact.told.code)
    raise MissingValueError("Ada's connection is not over")


VALUES: Final[dict[str, Callable[..., str]]] = {
    r"mail\.given": _given,
    r"mail\.sent": lambda values: str(len(_moments(values, "send"))),
    r"mail\.again": _again,
    r"mail\.lost": lambda values: str(sum(len(_moments(values, kind)) for kind in ("lost", "lost-ack", "away"))),
    r"mail\.removed": lambda values: str(len(_moments(values, "duplicate"))),
    r"mail\.failed": lambda values: str(len(_moments(values, "failed"))),
    r"mail\.waiting": lambda values: str(_first(values, "over").moment.values["waiting"]),
    r"mail\.twice": _twice,
    r"mail\.timeout": lambda values: f"{values.scenario.delivery.timeout:g}",
    r"mail\.retries": lambda values: str(values.scenario.delivery.retries),
    r"mail\.seconds": lambda values: str(round(_first(values, "over").time)),
    r"mail\.last": _last,
    r"mail\.text\.(\d+)": _text,
    r"mail\.size\.(\d+)": lambda values, number: str(_frame(values, number).size),
    r"mail\.payload\.(\d+)": lambda values, number: str(len(_frame(values, number).payload)),
    r"mail\.data\.(\d+)": lambda values, number: str(len(_text(values, number).encode())),
    r"mail\.code": _code,
    r"mail\.reason": lambda values: str(_first(values, "invalid").moment.values["reason"]),
}
"""The names of this file."""
