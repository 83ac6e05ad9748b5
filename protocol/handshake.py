"""The opening handshake: how a server judges a request and answers it, how the client judges the answer.

    client                                                        server
      | -- GET, Host, Upgrade, Connection, Key, Version ... ------> |  RFC 6455 section 4.2.1: ten items
      | <- 101, Upgrade, Connection, Accept ... ------------------- |  section 4.2.2
      |    section 4.1: six items                                   |

A head is read from top to bottom, as its lines stand, and reading stops at the first broken rule. A rule
about a header that is not there is decided at the empty line, when it is certain that it will not come. The
tables REQUEST_CHECKS and RESPONSE_CHECKS are the machine: which lines a rule reads, whether they may be
missing, and who judges them (`judges`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus
from typing import TYPE_CHECKING, Final, Generic, Literal, TypeVar

from protocol import judges, rules
from protocol.accept import accept_value
from protocol.extensions import agree, read_extensions
from protocol.heads import Request, Response
from protocol.offers import Offer, Policy, build_head, build_request, offer_of
from protocol.vocabulary import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from protocol.extensions import Deflate
    from protocol.judges import Reading
    from protocol.rules import Rule

__all__ = [
    "REQUEST_CHECKS", "RESPONSE_CHECKS", "Answer", "Check", "Offer", "Policy", "Row", "Verdict",
    "answer", "bad_request", "build_request", "build_response", "check_every", "check_request", "check_response",
    "offer_of", "reason_phrase",
]  # fmt: skip


class Verdict(Enum):
    """What a check found."""

    HOLDS = "holds"
    BROKEN = "broken"
    DECLINED = "declined"
    """The rule is broken, and the RFC asks no more than to go on without what was offered."""
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class Check:
    """One rule applied to one head.

    `item` is the number of the rule in the RFC's own list. `line` is where it was decided: 0 is the start
    line, i the header i - 1, None the empty line, because the header is missing. `value` is what was read,
    `want` what is asked for."""

    rule: Rule
    item: int
    verdict: Verdict
    line: int | None
    value: str
    want: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server replies (section 4.2.2): 101, or the status of the rule that was broken."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    subprotocol: str | None
    deflate: Deflate | None = None


_Head = TypeVar("_Head", Request, Response)
_Other = TypeVar("_Other", Policy, Offer)
Lines = Literal["start", "one", "any", "all"]


@dataclass(frozen=True, slots=True)
class Row(Generic[_Head, _Other]):
    """One check. `header` is the name of the lines that it reads, and `lines` says how it reads them: the
    start line; one line, where a second is an error; the first line that settles it; or all lines as one
    value.

    Verdicts that are `quiet` are not worth a word; what breaks a rule that is `soft` is declined."""

    rule: Rule
    item: int
    header: str
    lines: Lines
    required: bool
    judge: Callable[[_Head, list[str], _Other], Reading | None]
    quiet: tuple[Verdict, ...] = ()
    soft: bool = False


IF_ANY: Final = (Verdict.NOT_APPLICABLE,)
UNLESS_BROKEN: Final = (Verdict.NOT_APPLICABLE, Verdict.HOLDS)


REQUEST_CHECKS: Final[tuple[Row[Request, Policy], ...]] = (
    Row(rules.REQUEST_METHOD, 1, "", "start", True, judges.method),
    Row(rules.REQUEST_TARGET, 1, "", "start", True, judges.target, UNLESS_BROKEN),
    Row(rules.REQUEST_HTTP, 1, "", "start", True, judges.http),
    Row(rules.REQUEST_HOST, 2, "Host", "one", True, judges.host),
    Row(rules.REQUEST_UPGRADE, 3, "Upgrade", "any", True, judges.lists_websocket),
    Row(rules.REQUEST_CONNECTION, 4, "Connection", "any", True, judges.lists_upgrade),
    Row(rules.REQUEST_KEY, 5, "Sec-WebSocket-Key", "one", True, judges.key),
    Row(rules.REQUEST_VERSION, 6, "Sec-WebSocket-Version", "one", True, judges.version),
    Row(rules.REQUEST_ORIGIN, 7, "Origin", "one", False, judges.origin),
    Row(rules.REQUEST_PROTOCOL, 8, "Sec-WebSocket-Protocol", "all", False, judges.offered_protocols),
    Row(rules.REQUEST_EXTENSIONS, 9, "Sec-WebSocket-Extensions", "all", False, judges.offered_extensions),
    Row(rules.REQUEST_DEFLATE, 9, "Sec-WebSocket-Extensions", "all", False, judges.offered_deflate, IF_ANY, True),
    Row(rules.REQUEST_LENGTH, 10, "Content-Length", "all", False, judges.no_length, UNLESS_BROKEN),
    Row(rules.REQUEST_CODING, 10, "Transfer-Encoding", "all", False, judges.no_coding, UNLESS_BROKEN),
)
"""Section 4.2.1, items 1 to 10. The items are also the order in which missing headers are noticed."""

RESPONSE_CHECKS: Final[tuple[Row[Response, Offer], ...]] = (
    Row(rules.RESPONSE_STATUS, 1, "", "start", True, judges.status),
    Row(rules.RESPONSE_HTTP, 1, "", "start", True, judges.http, UNLESS_BROKEN),
    Row(rules.RESPONSE_UPGRADE, 2, "Upgrade", "all", True, judges.is_websocket),
    Row(rules.RESPONSE_CONNECTION, 3, "Connection", "any", True, judges.lists_upgrade),
    Row(rules.RESPONSE_ACCEPT, 4, "Sec-WebSocket-Accept", "one", True, judges.accept),
    Row(rules.RESPONSE_EXTENSIONS, 5, "Sec-WebSocket-Extensions", "all", False, judges.chosen_extensions),
    Row(rules.RESPONSE_DEFLATE, 5, "Sec-WebSocket-Extensions", "all", False, judges.chosen_deflate, IF_ANY),
    Row(rules.RESPONSE_PROTOCOL, 6, "Sec-WebSocket-Protocol", "one", False, judges.chosen_protocol),
)
"""Section 4.1, the client's list of what it validates in the answer, items 1 to 6."""


def check_request(request: Request, policy: Policy) -> tuple[Check, ...]:
    """What the server finds, in the order of the lines, up to the first broken rule."""
    return _until_broken((row.quiet, _check(row, request, policy)) for row in REQUEST_CHECKS)


def check_response(response: Response, offer: Offer) -> tuple[Check, ...]:
    """What the client finds, in the order of the lines, up to the first broken rule."""
    return _until_broken((row.quiet, _check(row, response, offer)) for row in RESPONSE_CHECKS)


def check_every(head: Request | Response, other: Policy | Offer) -> tuple[Check, ...]:
    """Every rule of a head, the quiet ones as well, each judged by itself, in the order of the tables: for a reader who
    wants to know all that is wrong. A request is judged by a policy, a response by the offer that it answers."""
    if isinstance(head, Request):
        assert isinstance(other, Policy)
        return tuple(_check(row, head, other) for row in REQUEST_CHECKS)
    assert isinstance(other, Offer)
    return tuple(_check(row, head, other) for row in RESPONSE_CHECKS)


def _check(row: Row[_Head, _Other], head: _Head, other: _Other) -> Check:
    lines = [0] if row.lines == "start" else [place + 1 for place in head.lines_of(row.header)]
    if not lines:
        verdict = Verdict.BROKEN if row.required else Verdict.NOT_APPLICABLE
        return Check(row.rule, row.item, verdict, None, "", "")
    values = head.get_all(row.header)
    if row.lines == "one" and len(lines) > 1:
        return Check(row.rule, row.item, Verdict.BROKEN, lines[1], ", ".join(values), "")
    if row.lines == "any":
        settled = (n for n, value in enumerate(values, 1) if _holds(row.judge(head, [value], other)))
        values = values[: next(settled, len(values))]
        lines = lines[: len(values)]
    reading = row.judge(head, values, other)
    if reading is None:
        return Check(row.rule, row.item, Verdict.NOT_APPLICABLE, lines[-1], ", ".join(values), "")
    failed = Verdict.DECLINED if row.soft else Verdict.BROKEN
    verdict = Verdict.HOLDS if reading.holds else failed
    return Check(row.rule, row.item, verdict, lines[reading.at], reading.value, reading.want)


def _holds(reading: Reading | None) -> bool:
    return reading is not None and reading.holds


def _until_broken(checks: Iterable[tuple[tuple[Verdict, ...], Check]]) -> tuple[Check, ...]:
    """The checks in the order in which a reader decides them, the quiet ones left out; it stops at the first
    broken rule."""
    told = (check for quiet, check in checks if check.verdict not in quiet)
    found: list[Check] = []
    for check in sorted(told, key=_moment):
        found.append(check)
        if check.verdict is Verdict.BROKEN:
            break
    return tuple(found)


def _moment(check: Check) -> tuple[bool, int, int]:
    """Lines from top to bottom, then the empty line; at the same line the RFC's items."""
    return (check.line is None, check.line or 0, check.item)


def answer(request: Request, checks: tuple[Check, ...], policy: Policy) -> Answer:
    """The reply that section 4.2.2 asks for after these checks."""
    broken = next((check.rule for check in checks if check.verdict is Verdict.BROKEN), None)
    if broken is not None:
        return _refusal(broken.status or 400)
    if policy.refuse is not None:
        return _refusal(policy.refuse, policy.refuse_headers)
    key = request.get("Sec-WebSocket-Key") or ""
    # The order in which the client offers subprotocols is its preference (section 4.1, item 10).
    offered = request.tokens("Sec-WebSocket-Protocol")
    chosen = next((name for name in offered if name in policy.subprotocols), None)
    # Of the extensions this server knows one; the checks found that the lines are a list.
    extensions = request.get_all("Sec-WebSocket-Extensions")
    agreed = agree(read_extensions(extensions), policy.deflate) if extensions else None
    headers = [
        ("Upgrade", "websocket"),
        ("Connection", "Upgrade"),
        ("Sec-WebSocket-Accept", accept_value(key, policy.guid)),
        *([("Sec-WebSocket-Protocol", chosen)] if chosen is not None else []),
        *([("Sec-WebSocket-Extensions", str(agreed[0]))] if agreed is not None else []),
    ]
    return Answer(101, reason_phrase(101), tuple(headers), chosen, agreed[1] if agreed is not None else None)


def bad_request() -> Answer:
    """The reply to bytes that are no HTTP request at all."""
    return _refusal(rules.REQUEST_SYNTAX.status or 400)


def _refusal(status: int, own: tuple[tuple[str, str], ...] = ()) -> Answer:
    """An ordinary HTTP answer that is no 101, with headers of the program's `own`, after which TCP is closed."""
    if status == 101:  # no refusal: an answer that the program has written by hand, right or wrong
        return Answer(status, reason_phrase(status), own, None)
    say = {
        # RFC 9110 section 15.5.6: which methods there are.
        405: [("Allow", "GET"), ("Connection", "close")],
        # RFC 9110 section 15.5.22: which protocol is asked for; RFC 6455 section 4.4: in which version.
        426: [
            ("Upgrade", "websocket"),
            ("Connection", "Upgrade, close"),
            ("Sec-WebSocket-Version", str(VERSION)),
        ],
    }
    headers = (*say.get(status, [("Connection", "close")]), *own, ("Content-Length", "0"))
    return Answer(status, reason_phrase(status), headers, None)


def build_response(reply: Answer) -> bytes:
    """The server's answer as bytes."""
    return build_head("HTTP/1.1 " + str(reply.status) + " " + reply.reason, reply.headers)


def reason_phrase(status: int) -> str:
    """The words that go with a status (RFC 9110 section 15); empty for one that is not registered."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
