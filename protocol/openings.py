"""What an opening handshake came to: every rule of both heads, each by itself, and the outcome in a few values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from protocol.extensions import DEFLATE, DeflatePolicy, agreed, offered
from protocol.facts import HeadSent
from protocol.findings import FINE, WARNING, Finding, verdict_of
from protocol.handshake import Policy, Verdict, check_every
from protocol.http11 import Request, Response
from protocol.rules import REQUEST_DEFLATE, RESPONSE_DEFLATE, RESPONSE_EXTENSIONS, RESPONSE_STATUS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from protocol.extensions import Deflate
    from protocol.handshake import Check, Offer
    from protocol.knowledge import Facts
    from protocol.recording import Setup
    from protocol.rules import Rule
    from protocol.vocabulary import Role


class Opening(Enum):
    """How far the opening handshake came."""

    WAITING = "waiting"
    OPENED = "opened"
    REFUSED = "refused"
    """The server's answer is ordinary HTTP, which breaks no rule."""
    BROKEN = "broken"
    LOST = "lost"
    """The server's answer, or a part of it, is missing from the recording."""
    MIDWAY = "midway"
    """The recording begins after it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the opening handshake: the status of the answer if there is one, and the first broken rule."""

    kind: Opening
    status: int | None = None
    reason: str = ""
    rule: Rule | None = None


def head_checks(head: Request | Response, setup: Setup, asked: Offer | None) -> tuple[Check, ...]:
    """Every rule of a head, each judged by itself. Of an answer that is no 101, only its status is; an answer to a
    request that nobody knows (`asked` is None) is not judged."""
    if isinstance(head, Request):
        deflate = DeflatePolicy() if setup.deflate else None
        return check_every(head, Policy(setup.hosts, setup.origins, setup.subprotocols, deflate=deflate))
    if asked is None:
        return ()
    checks = check_every(head, asked)
    return checks if head.status == 101 else tuple(check for check in checks if check.rule is RESPONSE_STATUS)


def head_findings(head: Request | Response, who: Role, setup: Setup, checks: tuple[Check, ...]) -> Iterator[Finding]:
    """The rules that a head of `who` breaks."""
    broken: set[Rule] = set()
    for check in checks:
        verdict = _verdict(check, setup)
        # Compression that was not offered is one mistake, not two.
        if verdict == FINE or (check.rule is RESPONSE_DEFLATE and RESPONSE_EXTENSIONS in broken):
            continue
        broken.add(check.rule)
        span = head.span(check.line)
        yield Finding(check.rule, who, who, None, span.start * 8, span.size * 8, verdict)


def _verdict(check: Check, setup: Setup) -> int:
    if check.rule is REQUEST_DEFLATE and check.verdict is Verdict.DECLINED:
        # RFC 7692 section 7.1 has the server decline it; no more than that is asked of anybody.
        return WARNING if setup.deflate else FINE
    # A server that answers with another status than 101 refuses, and breaks no rule.
    return verdict_of(check.rule) if check.verdict is Verdict.BROKEN and check.rule is not RESPONSE_STATUS else FINE


def agrees_on_nothing_else(response: Response, deflate: Deflate | None) -> bool:
    """Whether an answer agrees on no extension but the compression that is known."""
    names = {each.name for each in offered(response.get_all("Sec-WebSocket-Extensions"))}
    return names <= ({DEFLATE} if deflate is not None else set())


def agreed_in(facts: Facts) -> Deflate | None:
    """What both sides agreed on in the opening handshake, None if nothing is compressed."""
    request, response = facts.get("request.sent"), facts.get("response.sent")
    if not isinstance(request, HeadSent) or not isinstance(response, HeadSent):
        return None
    head = response.head
    offers = offered(request.head.get_all("Sec-WebSocket-Extensions"))
    return agreed(head, offers) if isinstance(head, Response) else None
