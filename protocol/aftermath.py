"""What came after a broken rule: what the RFC asks for, of whom, and what was really done, with its delay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from protocol.closing import read_close
from protocol.facts import HeadSent, TcpEnded
from protocol.findings import FINE, UNJUDGED
from protocol.http11 import Response
from protocol.laws import Duty, law_of
from protocol.vocabulary import Opcode, Role, is_control

if TYPE_CHECKING:
    from protocol.findings import Finding
    from protocol.talk import Talk

MOST: Final = 256
"""How many pongs are compared with a ping."""

What = Literal["close", "data", "late", "fin", "rst", "answer", "nothing"]


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that `by` did, `delay` seconds after the rule was broken.

        close    sent its Close frame `number`, with `code`             answer   answered with the HTTP status `code`
        data     went on: `count` data frames from `number` on          fin, rst ended TCP
        late     sent `count` data frames after its own Close           nothing  nothing until the recording ends

    `right` says whether the RFC asks for it (True), forbids it (False), or neither (None).
    """

    what: What
    by: Role
    delay: float
    number: int | None = None
    code: int | None = None
    count: int = 0
    right: bool | None = None


@dataclass(frozen=True, slots=True)
class Required:
    """One thing that the RFC asks of `by`; `done` is None as long as nobody can tell."""

    duty: Duty
    by: Role
    close_code: int | None
    done: bool | None


def aftermath(talk: Talk, who: Role, number: int | None, found: tuple[Finding, ...]) -> tuple[Deed, ...]:
    """What the one who has to react did after this frame or head."""
    place = talk.place_of(who, number)
    if place is None or all(one.verdict in {FINE, UNJUDGED} for one in found):
        return ()
    blamed = next(one.by for one in found if one.verdict not in {FINE, UNJUDGED})
    doer = blamed if blamed is not who else who.peer
    since = talk.moment(place)
    deeds: list[Deed] = []
    answer = talk.facts.get("response.sent")
    if doer is Role.SERVER and number is None and isinstance(answer, HeadSent) and isinstance(answer.head, Response):
        status = answer.head.status
        deeds.append(Deed("answer", doer, answer.time - since, code=status, right=status >= 400))
    deeds += _frames(talk, doer, place, since)
    for fact in talk.facts.of(TcpEnded):
        if fact.who is doer and fact.time >= since:
            deeds.append(Deed("rst" if fact.kind == "rst" else "fin", doer, fact.time - since, right=True))
    return tuple(deeds) or (Deed("nothing", doer, 0.0),)


def _frames(talk: Talk, doer: Role, place: int, since: float) -> list[Deed]:
    """The frames that came after a row: data up to its Close, the Close, and data after it."""
    first = talk.frames_before(doer, place)
    firsts = talk.facts.sent(doer).firsts[first:].tobytes()
    kinds = firsts.translate(_KINDS)
    close = kinds.find(b"C")
    before = kinds.count(b"d") if close < 0 else kinds.count(b"d", 0, close)
    deeds = []
    closed_before = (own := talk.first_close(doer)) is not None and own < first
    if before:
        number = first + kinds.find(b"d")
        what: What = "late" if closed_before else "data"
        right = False if closed_before else None
        deeds.append(Deed(what, doer, _time(talk, doer, number) - since, number, None, before, right))
    if close >= 0:
        number = first + close
        code = read_close(talk.payload(doer, number, 125)).code
        deeds.append(Deed("close", doer, _time(talk, doer, number) - since, number, code, right=True))
        late = kinds.count(b"d", close)
        if late:
            number = first + kinds.find(b"d", close)
            deeds.append(Deed("late", doer, _time(talk, doer, number) - since, number, None, late, right=False))
    return deeds


_KINDS: Final = bytes(
    ord("C") if first & 0b1111 == Opcode.CLOSE else ord("-") if is_control(first & 0b1111) else ord("d")
    for first in range(256)
)
"""For each first byte of a frame: a Close, another control frame, or data."""


def _time(talk: Talk, who: Role, number: int) -> float:
    place = talk.place_of(who, number)
    return 0.0 if place is None else talk.moment(place)


def required(talk: Talk, found: tuple[Finding, ...], did: tuple[Deed, ...]) -> tuple[Required, ...]:
    """What the RFC asks for because of these findings, each thing once."""
    asked: dict[tuple[str, str, str, Role], Required] = {}
    for finding in found:
        if finding.verdict in {FINE, UNJUDGED}:
            continue
        frame = None
        if finding.number is not None and finding.number < len(talk.facts.sent(finding.who)):
            frame = talk.facts.frame(finding.who, finding.number)
        for duty in law_of(finding.rule, frame).duties:
            by = finding.by if duty.offender else finding.by.peer
            key = (duty.level, duty.deed, duty.section, by)
            if key not in asked:
                asked[key] = Required(duty, by, finding.rule.close_code, _done(talk, duty, by, did))
    return tuple(asked.values())


def _done(talk: Talk, duty: Duty, by: Role, did: tuple[Deed, ...]) -> bool | None:
    """Whether it was done. What a program does with a message is not on the wire."""
    if duty.offender:
        return False
    deeds = {deed.what for deed in did if deed.by is by}
    over = any(fact.who is by for fact in talk.facts.of(TcpEnded))
    match duty.deed:
        case "end":
            return True if deeds & {"fin", "rst"} else None
        case "close":
            return True if "close" in deeds else False if over else None
        case "status":
            return next((deed.right for deed in did if deed.what == "answer"), None)
        case "code":
            told = talk.told[by]
            return None if told is None else told.code == 1006
    return None


def pong_of(talk: Talk, who: Role, ping: int) -> int | None:
    """The pong that answers this ping, or a later one of the same side (section 5.5.3)."""
    place = talk.place_of(who, ping)
    if place is None:
        return None
    peer = who.peer
    wanted = {talk.payload(who, ping, 125)}
    pings = talk.facts.sent(who).firsts[ping + 1 : ping + 1 + 16 * MOST]
    later = [at for at, first in enumerate(pings, ping + 1) if first & 0b1111 == Opcode.PING][:MOST]
    wanted |= {talk.payload(who, at, 125) for at in later}
    first = talk.frames_before(peer, place)
    firsts = talk.facts.sent(peer).firsts[first : first + 4096 * MOST]
    pongs = [at for at, one in enumerate(firsts, first) if one & 0b1111 == Opcode.PONG][:MOST]
    return next((at for at in pongs if talk.payload(peer, at, 125) in wanted), None)
