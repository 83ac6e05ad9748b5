"""One sentence for each fact, in every language, so that any recording can tell its own story.

`narrate` picks the sentence by the kind of fact and by what sets its cases apart (a request or a response,
held or broken), and fills in what the fact holds. How much is told is for the reader to choose: each fact
has a depth from 1, messages, over 2, frames, to 3, every detail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lessons.narration import rules, tables
from protocol.chorus import Happened
from protocol.closing import read_close
from protocol.facts import (
    AcceptComputed,
    Broke,
    Checked,
    Fact,
    Found,
    FrameArrived,
    FrameSent,
    Gap,
    HeadArrived,
    HeadSent,
    MessageArrived,
    Missed,
    Moved,
    TcpEndArrived,
    TcpEnded,
    TcpOpened,
    Told,
)
from protocol.handshake import Verdict
from protocol.http11 import Response
from protocol.vocabulary import Opcode, is_control, opcode_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from protocol.rules import Rule

LONGEST: Final = 64
"""Characters of a peer's text that a sentence quotes."""

Filled = tuple[str, dict[str, Any]]
"""Which sentence, and what is put into it."""


def narrate(fact: Fact, lang: str) -> str:
    """The sentence about this fact."""
    if isinstance(fact, Happened):
        return _moment(fact, "moment", lang)
    name, values = SENTENCES[type(fact)](fact, lang)
    return tables.text("fact", name, lang).format(**_ends(fact, lang), **values)


def heading(fact: Fact, lang: str) -> str:
    """The same in a few words, as they stand above a figure."""
    if isinstance(fact, Happened):
        return _moment(fact, "moment_title", lang)
    name, values = SENTENCES[type(fact)](fact, lang)
    return _capital(tables.text("heading", name, lang).format(**_ends(fact, lang), **values))


def _moment(fact: Happened, section: str, lang: str) -> str:
    """A play's own sentence about something that no byte shows."""
    moment = fact.moment
    values = {name: _short(str(value)) for name, value in moment.values.items()}
    return tables.text(section, moment.kind, lang).format(**{**_ends(fact, lang), "actor": moment.actor, **values})


def _ends(fact: Fact, lang: str) -> dict[str, str]:
    who, peer = (tables.text("who", role.value, lang) for role in (fact.who, fact.who.peer))
    return {"who": who, "peer": peer, "Who": _capital(who), "Peer": _capital(peer)}


def signal_text(signal: str, lang: str) -> str:
    """What a signal of the transition table means, as half a sentence."""
    return tables.text("signal", signal, lang)


def field_text(field: str, lang: str) -> str:
    """What a field of a frame says, in one sentence."""
    return tables.text("field", field, lang)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _short(text: str) -> str:
    """As much of a text as a sentence can hold, on one line; what controls it or has no picture is a dot."""
    line = "".join(sign if sign.isprintable() else "·" for sign in " ".join(text.split()))
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _clause(rule: Rule, lang: str) -> str:
    """Where a rule stands; RFC 6455, which all lessons are about, is not named."""
    name = "own" if rule.rfc == 6455 else "other"
    return tables.text("clause", name, lang).format(section=rule.section, rfc=rule.rfc)


def _end(fact: Any, _: str) -> Filled:
    return f"{type(fact).__name__}.{fact.kind}", {}


def _head(fact: Any, _: str) -> Filled:
    head = fact.head
    values = {"lines": 1 + len(head.headers), "size": head.size}
    if isinstance(head, Response):
        values |= {"status": head.status, "reason": _short(head.reason)}
        return f"{type(fact).__name__}.response", values
    return f"{type(fact).__name__}.request", values


def _checked(fact: Any, lang: str) -> Filled:
    check = fact.check
    values = {
        "rule": rules.text(check.rule.id, lang),
        "clause": _clause(check.rule, lang),
        "value": _short(check.value),
    }
    if check.verdict is Verdict.BROKEN and check.line is None:
        return "Checked.missing", values
    return f"Checked.{check.verdict.name.lower()}", values


def _accept(fact: Any, _: str) -> Filled:
    values = {"accept": _short(fact.accept), "expected": fact.expected}
    return ("AcceptComputed.right" if fact.accept == fact.expected else "AcceptComputed.wrong"), values


def _ordinal(number: int | None) -> str:
    """Frames are counted from 1 in words and figures, from 0 in ids."""
    return "" if number is None else f"{number + 1:,}"


def _frame_sent(fact: Any, lang: str) -> Filled:
    frame = fact.frame
    values: dict[str, Any] = {
        "number": _ordinal(fact.number),
        "opcode": tables.text("opcode", opcode_name(frame.opcode), lang),
        "mask": tables.text("mask", "masked" if frame.masked else "unmasked", lang),
        "payload": f"{len(frame.wire):,}",
        "size": f"{frame.size:,}",
    }
    if frame.opcode == Opcode.CLOSE:
        body = read_close(frame.payload)
        values |= {"code": body.code, "reason": _short(body.reason)}
        name = "close_empty" if body.code is None else "close" if body.reason else "close_bare"
        return f"FrameSent.{name}", values
    return ("FrameSent.control" if is_control(frame.opcode) else "FrameSent.data"), values


def _frame_arrived(fact: Any, lang: str) -> Filled:
    opcode = tables.text("opcode", opcode_name(fact.frame.opcode), lang)
    return "FrameArrived", {"number": _ordinal(fact.number), "opcode": opcode}


def _message(fact: Any, _: str) -> Filled:
    message = fact.message
    if message.text is not None:
        return "MessageArrived.text", {"text": _short(message.text)}
    return "MessageArrived.binary", {"size": f"{len(message.payload):,}"}


def _moved(fact: Any, lang: str) -> Filled:
    row = fact.transition
    names = {"state": row.state.name, "next": row.next.name, "section": row.section}
    return "Moved", {**names, "signal": signal_text(row.signal.value, lang)}


def _broke(fact: Any, lang: str) -> Filled:
    rule = fact.rule
    values = {"rule": rules.text(rule.id, lang), "level": rule.level, "clause": _clause(rule, lang)}
    # A MAY is the server's own policy: who does not meet it has broken nothing.
    name = "policy" if rule.level == "MAY" else "head" if fact.number is None else "frame"
    return f"Broke.{name}", {**values, "number": _ordinal(fact.number)}


def _missed(fact: Any, lang: str) -> Filled:
    rule = fact.rule
    values = {"rule": rules.text(rule.id, lang), "level": rule.level, "clause": _clause(rule, lang)}
    return ("Missed.bare" if fact.number is None else "Missed.frame"), {**values, "number": _ordinal(fact.number)}


def _gap(fact: Any, _: str) -> Filled:
    name = "place" if fact.number is None else "found" if fact.found else "frame"
    return f"Gap.{name}", {"number": _ordinal(fact.number), "size": f"{fact.size:,}"}


def _found(fact: Any, _: str) -> Filled:
    name = "Found.first" if fact.skipped == 0 else "Found.later"
    return name, {"number": _ordinal(fact.number), "skipped": f"{fact.skipped:,}"}


def _told(fact: Any, _: str) -> Filled:
    told = fact.told
    name = "clean" if told.clean else "unclean"
    bare = "" if told.reason else "_bare"
    return f"Told.{name}{bare}", {"code": int(told.code), "reason": _short(told.reason)}


SENTENCES: Final[dict[type[Fact], Callable[[Any, str], Filled]]] = {
    TcpOpened: lambda _, __: ("TcpOpened", {}),
    TcpEnded: _end,
    TcpEndArrived: _end,
    HeadSent: _head,
    HeadArrived: _head,
    Checked: _checked,
    AcceptComputed: _accept,
    FrameSent: _frame_sent,
    FrameArrived: _frame_arrived,
    MessageArrived: _message,
    Moved: _moved,
    Broke: _broke,
    Missed: _missed,
    Gap: _gap,
    Found: _found,
    Told: _told,
}
"""For each kind of fact, what picks and fills its sentence."""
