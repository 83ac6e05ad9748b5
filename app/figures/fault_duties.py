"""Whether what the RFC asks for was done, read from what happened after a rule was broken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.figures.parts import peer_name
from app.figures.sequence_words import close_text, end_text
from protocol.closing import read_close
from protocol.facts import FrameSent, HeadSent, MessageArrived, TcpEnded, Told
from protocol.http11 import Response
from protocol.rules import CLOSE_LOST
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from app.drawing.marks import GlyphName, Words
    from app.figures.fault_finding import Finding
    from protocol.facts import Fact
    from protocol.knowledge import Facts
    from protocol.laws import Duty


@dataclass(frozen=True, slots=True)
class Done:
    """What was done about a duty: its shape and a few words; `pending` while nothing has happened yet."""

    glyph: GlyphName
    text: str


def doer(finding: Finding, duty: Duty) -> Role:
    """Of whom the duty is asked."""
    return finding.who if duty.offender else finding.who.peer


def asked(words: Words, finding: Finding, duty: Duty) -> str:
    """What the duty is, in a few words."""
    code = finding.rule.close_code
    return {
        "end": words.translate("figures", "close the connection"),
        "close": words.translate("figures", "send Close {code} first").format(code=code),
        "quiet": words.translate("figures", "process what comes after"),
        "status": words.translate("figures", "answer with an HTTP error"),
        "drop": words.translate("figures", "discard what comes after a Close"),
        "pong": words.translate("figures", "answer with a pong"),
        "answer": words.translate("figures", "send a Close frame"),
        "wait": words.translate("figures", "wait for the answer"),
        "code": words.translate("figures", "take the code to be 1006"),
        "limit": words.translate("figures", "stay within its own limits"),
    }[duty.deed]


def done(words: Words, known: Facts, finding: Finding, duty: Duty) -> Done:
    """What was done about it so far."""
    who = doer(finding, duty)
    later = [fact for place, fact in enumerate(known) if place > finding.place]
    if duty.offender:
        return _failed(words, finding, duty)
    found = {
        "end": _tcp_ended(words, later, who),
        "status": _refused(words, known),
        "close": _close_sent(words, later, who),
        "quiet": _ignored(words, later, finding),
        "drop": _ignored(words, later, finding),
        "limit": Done("tick", words.translate("figures", "reads no more of it")),
        "code": _told(words, known, who),
    }[duty.deed]
    if found is not None:
        return found
    over = any(fact.who is who for fact in known.of(TcpEnded))  # it can write nothing more
    return Done("none" if over else "pending", words.translate("figures", "not done") if over else "")


def _failed(words: Words, finding: Finding, duty: Duty) -> Done:
    """What the one who broke the rule did instead."""
    texts = {
        "pong": words.translate("figures", "no pong before the end of TCP"),
        "answer": words.translate("figures", "ends TCP without one"),
        "wait": words.translate("figures", "sends a frame at once"),
    }
    return Done("warning" if finding.rule is CLOSE_LOST else "cross", texts[duty.deed])


def _sends(words: Words, what: str) -> str:
    return words.translate("figures", "sends {what}").format(what=what)


def _refused(words: Words, known: Facts) -> Done | None:
    answer = known.get("response.sent")
    if isinstance(answer, HeadSent) and isinstance(answer.head, Response) and answer.head.status >= 400:
        return Done("tick", _sends(words, f"{answer.head.status} {answer.head.reason}"))
    return None


def _tcp_ended(words: Words, later: list[Fact], who: Role) -> Done | None:
    for fact in later:
        if isinstance(fact, TcpEnded) and fact.who is who:
            return Done("tick", _sends(words, end_text(words, fact.kind)))
    return None


def _close_sent(words: Words, later: list[Fact], who: Role) -> Done | None:
    for fact in later:
        if isinstance(fact, FrameSent) and fact.who is who and fact.frame.opcode == Opcode.CLOSE:
            said = close_text(words, read_close(fact.frame.payload)).replace("  ", " ")  # in a sentence
            return Done("tick", _sends(words, said))
    return None


def _ignored(words: Words, later: list[Fact], finding: Finding) -> Done:
    """Nothing that came after the fault reached the program."""
    told = [fact for fact in later if isinstance(fact, MessageArrived) and fact.who is finding.who]
    if told:
        return Done("cross", words.translate("figures", "a message was delivered"))
    return Done("tick", words.translate("figures", "nothing reaches the program"))


def _told(words: Words, known: Facts, who: Role) -> Done | None:
    for fact in known.of(Told):
        if fact.who is who:
            text = words.translate("figures", "{peer}’s program is told {code}")
            return Done("tick", text.format(peer=peer_name(words, who), code=int(fact.told.code)))
    return None
