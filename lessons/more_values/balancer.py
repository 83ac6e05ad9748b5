"""Values of the play `balancer`: how far each word went, what the frames weigh, and what pages were told.

{room.heard.1} {room.last}          how many pages had the second word, and the last one
{room.pages} {room.text} {room.name}
{room.up.0.size} {room.down.0.key}  the frame with which a page said a word, and one that brought it to a page
{room.frames.0}                     how many frames brought it
{room.greeting.two.ben.2}           what a node said to a new session
{room.on.B} {room.strangers}        pages on a node in the end; how many were strangers after the restart
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.values import MissingValueError
from protocol.chorus import as_chorus
from protocol.facts import FrameSent, Told
from protocol.vocabulary import Opcode, Role, State

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.values import Values
    from protocol.chorus import Happened
    from protocol.frames import Frame

FRAME: Final[dict[str, Callable[[Frame], str]]] = {
    "size": lambda frame: str(frame.size),
    "key": lambda frame: frame.key.hex(" "),
    "hex": lambda frame: frame.raw.hex(" "),
    "header": lambda frame: str(frame.size - len(frame.payload)),
    "payload": lambda frame: str(len(frame.payload)),
}


def _moments(values: Values, kind: str) -> list[Happened]:
    return [one for one in as_chorus(values.facts).moments if one.moment.kind == f"room.{kind}"]


def _nth(values: Values, kind: str, number: int) -> Happened:
    found = _moments(values, kind)
    if not found or number >= len(found):
        raise MissingValueError("this run has no {kind} {number}", kind=kind, number=number)
    return found[number]


def _heard(values: Values, number: str) -> str:
    return str(_nth(values, "heard", int(number)).moment.values["heard"])


def _silent(values: Values, number: str) -> str:
    one = _nth(values, "heard", int(number)).moment.values
    return str(int(one["of"]) - int(one["heard"]))


def _last(values: Values) -> str:
    return str(_nth(values, "heard", -1).moment.values["heard"])


def _word(values: Values, number: str) -> tuple[list[Frame], list[Frame]]:
    """The frames of a word: from the page that says it, and to the pages that hear it."""
    said, over = _nth(values, "say", int(number)), _nth(values, "heard", int(number))
    found: tuple[list[Frame], list[Frame]] = [], []
    for fact in as_chorus(values.facts).of(FrameSent):
        if said.time < fact.time < over.time and fact.frame.opcode == Opcode.TEXT:
            found[fact.who is Role.SERVER].append(fact.frame)
    return found


def _frame(values: Values, way: str, number: str, part: str) -> str:
    frames = _word(values, number)[way == "down"]
    if not frames:
        raise MissingValueError("nobody heard word {number}", number=number)
    return FRAME[part](frames[0])


def _greeting(values: Values, session: str) -> str:
    facts = as_chorus(values.facts)
    if session in facts.names:
        for fact in facts.whole(session).of(FrameSent):
            if fact.who is Role.SERVER and fact.frame.opcode == Opcode.TEXT:
                return fact.frame.payload.decode("utf-8", "replace")
    raise MissingValueError("nobody greeted {session}", session=session)


def _code(values: Values, session: str) -> str:
    facts = as_chorus(values.facts)
    if session in facts.names:
        for fact in facts.whole(session).of(Told):
            if fact.who is Role.CLIENT:
                return str(fact.told.code)
    raise MissingValueError("the page of {session} was told nothing", session=session)


def _on(values: Values, node: str) -> str:
    """The pages whose newest session is on this node and open."""
    facts = as_chorus(values.facts)
    newest = {one.moment.values["browser"]: one.moment.values for one in _moments(values, "placed")}
    return str(
        sum(
            one["node"] == node and facts.connection(str(one["session"])).state(Role.CLIENT) is State.OPEN
            for one in newest.values()
        )
    )


def _strangers(values: Values) -> str:
    """How many of the pages that came back after the restart were new to their node."""
    down = _nth(values, "down", 0)
    return str(sum(one.moment.values["visit"] == 1 for one in _moments(values, "greet") if one.time > down.time))


VALUES: Final[dict[str, Callable[..., str]]] = {
    r"room\.pages": lambda values: str(len(values.scenario.balancer.browsers)),
    r"room\.text": lambda values: values.scenario.balancer.text,
    r"room\.name": lambda values: values.scenario.balancer.room,
    r"room\.farewell": lambda values: str(values.scenario.balancer.farewell),
    r"room\.restart": lambda values: f"{values.scenario.balancer.restart:g}",
    r"room\.heard\.(\d+)": _heard,
    r"room\.silent\.(\d+)": _silent,
    r"room\.last": _last,
    r"room\.frames\.(\d+)": lambda values, number: str(len(_word(values, number)[1])),
    r"room\.(up|down)\.(\d+)\.(" + "|".join(FRAME) + ")": _frame,
    r"room\.greeting\.([\w.]+)": _greeting,
    r"room\.code\.([\w.]+)": _code,
    r"room\.on\.(\w+)": _on,
    r"room\.strangers": _strangers,
}
"""The names of this file."""
