"""The words of the handshake figure: what each header is for, and each rule as a point of a checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.figures.handshake_view import Entry, Exchange, Mood, Row
from app.reasons import QT_TRANSLATE_NOOP
from protocol.base64 import decode
from protocol.handshake import REQUEST_CHECKS, Check
from protocol.http11 import Request, Response
from protocol.vocabulary import VERSION, Role

if TYPE_CHECKING:
    from app.drawing.marks import Words

REQUEST_HEADERS: Final = {
    "host": QT_TRANSLATE_NOOP("figures", "which virtual host should answer"),
    "upgrade": QT_TRANSLATE_NOOP("figures", "please switch this connection to WebSocket"),
    "connection": QT_TRANSLATE_NOOP("figures", "“Upgrade” applies to this hop only"),
    "sec-websocket-key": QT_TRANSLATE_NOOP("figures", "16 random bytes as 24 base64 characters, new each time"),
    "origin": QT_TRANSLATE_NOOP("figures", "the page that opened the socket; browsers always send it"),
    "sec-websocket-protocol": QT_TRANSLATE_NOOP("figures", "subprotocols offered, in order of preference"),
    "sec-websocket-extensions": QT_TRANSLATE_NOOP("figures", "extensions offered"),
    "sec-websocket-version": QT_TRANSLATE_NOOP("figures", "the only version in use since RFC 6455 (2011)"),
    "cookie": QT_TRANSLATE_NOOP("figures", "added by the browser, whichever page asks"),
    "authorization": QT_TRANSLATE_NOOP("figures", "who the client is; no page can set it here"),
}
"""What a client says with each header."""

RESPONSE_HEADERS: Final = {
    "upgrade": QT_TRANSLATE_NOOP("figures", "this connection switches to WebSocket"),
    "connection": QT_TRANSLATE_NOOP("figures", "“Upgrade” applies to this hop only"),
    "sec-websocket-accept": QT_TRANSLATE_NOOP("figures", "the server’s answer to the client’s key"),
    "sec-websocket-protocol": QT_TRANSLATE_NOOP("figures", "the subprotocol that the server chose"),
    "sec-websocket-extensions": QT_TRANSLATE_NOOP("figures", "the extensions that the server chose"),
    "sec-websocket-version": QT_TRANSLATE_NOOP("figures", "the version that the server understands"),
    "content-length": QT_TRANSLATE_NOOP("figures", "how many bytes of body follow"),
    "allow": QT_TRANSLATE_NOOP("figures", "the methods that are allowed"),
    "location": QT_TRANSLATE_NOOP("figures", "where to ask instead; browsers do not follow"),
    "retry-after": QT_TRANSLATE_NOOP("figures", "seconds to wait before the next try"),
    "www-authenticate": QT_TRANSLATE_NOOP("figures", "how to say who one is"),
}
"""What a server says with each header."""

REFUSAL_HEADERS: Final = {
    **RESPONSE_HEADERS,
    "upgrade": QT_TRANSLATE_NOOP("figures", "the protocol that the server would switch to"),
    "connection": QT_TRANSLATE_NOOP("figures", "the connection ends after this answer"),
}
"""What it says when the answer is no."""

OTHER_VERSION: Final = QT_TRANSLATE_NOOP("figures", "the version of the protocol that the client speaks")
REQUEST_LINE: Final = QT_TRANSLATE_NOOP("figures", "request line: method, path, HTTP version")
STATUS_LINE: Final = QT_TRANSLATE_NOOP("figures", "status line: HTTP version, status, reason")
REQUEST_END: Final = QT_TRANSLATE_NOOP("figures", "an empty line ends the request")
RESPONSE_END: Final = QT_TRANSLATE_NOOP("figures", "an empty line ends the response")

POINTS: Final = {
    "request.method": (QT_TRANSLATE_NOOP("figures", "Method is GET"), ""),
    "request.target": (QT_TRANSLATE_NOOP("figures", "Target names a resource"), "{value}"),
    "request.http": (QT_TRANSLATE_NOOP("figures", "HTTP version is 1.1 or higher"), ""),
    "request.host": (QT_TRANSLATE_NOOP("figures", "Host names this server"), "{value}"),
    "request.upgrade": (
        QT_TRANSLATE_NOOP("figures", "Upgrade is “websocket”"),
        QT_TRANSLATE_NOOP("figures", "ASCII, case-insensitive"),
    ),
    "request.connection": (
        QT_TRANSLATE_NOOP("figures", "Connection lists “Upgrade”"),
        QT_TRANSLATE_NOOP("figures", "token, case-insensitive"),
    ),
    "request.key": (
        QT_TRANSLATE_NOOP("figures", "Key decodes to 16 bytes"),
        QT_TRANSLATE_NOOP("figures", "decoded so far: {decoded} of 16"),
    ),
    "request.origin": (
        QT_TRANSLATE_NOOP("figures", "Origin is allowed"),
        QT_TRANSLATE_NOOP("figures", "optional: server’s policy"),
    ),
    "request.protocol": (
        QT_TRANSLATE_NOOP("figures", "Subprotocol: pick one or none"),
        QT_TRANSLATE_NOOP("figures", "optional: only if offered"),
    ),
    "request.extensions": (
        QT_TRANSLATE_NOOP("figures", "Extensions: accept some or none"),
        QT_TRANSLATE_NOOP("figures", "optional: only if offered"),
    ),
    "request.deflate": (
        QT_TRANSLATE_NOOP("figures", "Compression: accept one offer"),
        QT_TRANSLATE_NOOP("figures", "or go on without"),
    ),
    "request.length": (QT_TRANSLATE_NOOP("figures", "Content-Length is 0"), ""),
    "request.coding": (QT_TRANSLATE_NOOP("figures", "No Transfer-Encoding"), ""),
    "request.version": (
        QT_TRANSLATE_NOOP("figures", "Version is 13"),
        QT_TRANSLATE_NOOP("figures", "otherwise answer {status}"),
    ),
    "response.status": (
        QT_TRANSLATE_NOOP("figures", "Status is 101"),
        QT_TRANSLATE_NOOP("figures", "others are plain HTTP"),
    ),
    "response.http": (QT_TRANSLATE_NOOP("figures", "HTTP version is 1.1 or higher"), ""),
    "response.upgrade": (
        QT_TRANSLATE_NOOP("figures", "Upgrade is “websocket”"),
        QT_TRANSLATE_NOOP("figures", "ASCII, case-insensitive"),
    ),
    "response.connection": (
        QT_TRANSLATE_NOOP("figures", "Connection lists “Upgrade”"),
        QT_TRANSLATE_NOOP("figures", "token, case-insensitive"),
    ),
    "response.accept": (
        QT_TRANSLATE_NOOP("figures", "Accept answers this key"),
        QT_TRANSLATE_NOOP("figures", "computed from its key"),
    ),
    "response.extensions": (
        QT_TRANSLATE_NOOP("figures", "Extensions were offered"),
        QT_TRANSLATE_NOOP("figures", "none that was not offered"),
    ),
    "response.deflate": (
        QT_TRANSLATE_NOOP("figures", "Compression answers the offer"),
        QT_TRANSLATE_NOOP("figures", "parameters as RFC 7692 says"),
    ),
    "response.protocol": (
        QT_TRANSLATE_NOOP("figures", "Subprotocol was offered"),
        QT_TRANSLATE_NOOP("figures", "none that was not offered"),
    ),
}
"""Rule id -> its short form and the note under it."""

SUBJECTS: Final = {
    "request.method": QT_TRANSLATE_NOOP("figures", "Method"),
    "request.http": QT_TRANSLATE_NOOP("figures", "HTTP version"),
    "request.origin": QT_TRANSLATE_NOOP("figures", "Origin"),
    "request.version": QT_TRANSLATE_NOOP("figures", "Version"),
}
"""What a status that only one rule can cause is about."""


def explanation(words: Words, exchange: Exchange, row: Row) -> str:
    """The line under a line of the head: what it is for; nothing for a header that this figure does not
    know."""
    head = exchange.head
    if row.header is None:
        texts = (REQUEST_LINE, REQUEST_END) if exchange.sender is Role.CLIENT else (STATUS_LINE, RESPONSE_END)
        return words.translate("figures", texts[row.line is None])
    table = REQUEST_HEADERS
    if isinstance(head, Response):
        table = RESPONSE_HEADERS if head.status == 101 else REFUSAL_HEADERS
    name = row.header.name.lower()
    other = name == "sec-websocket-version" and row.header.text != str(VERSION) and isinstance(head, Request)
    source = OTHER_VERSION if other else table.get(name, "")
    return words.translate("figures", source) if source else ""


def title(words: Words, entry: Entry) -> str:
    """A rule as a point of the checklist."""
    source = POINTS.get(entry.rule.id, ("", ""))[0]
    return words.translate("figures", source) if source else words.rule(entry.rule.id)


def note(words: Words, entry: Entry, value: str) -> str:
    """The line under a rule: what helps to judge it, or what was wrong. `value` is what its line says."""
    if entry.mood is Mood.BROKEN:
        return fault(words, entry)
    if entry.rule.id == "response.accept" and entry.check is not None:
        return agreement(words, entry.check)
    source = POINTS.get(entry.rule.id, ("", ""))[1]
    if not source or source == "{value}":
        return value if source else ""
    decoded = 0 if entry.mood is Mood.PENDING else decoded_size(value)
    return words.translate("figures", source).format(status=entry.status, decoded=decoded)


def fault(words: Words, entry: Entry) -> str:
    """Why a rule is broken, in a few words."""
    check = entry.check
    if check is None or check.line is None:
        return words.translate("figures", "the header is missing")
    if entry.twice:
        return words.translate("figures", "the header stands twice")
    if entry.rule.id == "response.accept":
        return agreement(words, check)
    if entry.rule.id == "request.key":
        return words.translate("figures", "not 16 bytes in base64")
    found = check.value or words.translate("figures", "nothing")
    return words.translate("figures", "found: {value}").format(value=found)


def agreement(words: Words, check: Check) -> str:
    """How many characters of an accept value are those that the client expects."""
    same = sum(one == other for one, other in zip(check.want, check.value, strict=False))
    return words.translate("figures", "{same} of {all} the same").format(same=same, all=len(check.want))


def decoded_size(value: str) -> int:
    """How many bytes a key stands for, 0 if it is no base64."""
    try:
        return len(decode(value))
    except ValueError:
        return 0


def item(words: Words, entry: Entry) -> str:
    """The number of a rule in the RFC's list."""
    return words.translate("figures", "item {number}").format(number=entry.item)


def list_source(words: Words, exchange: Exchange) -> str:
    """Whose numbers the items of a checklist are."""
    section = "4.2.1" if exchange.judge is Role.SERVER else "4.1"
    return words.translate("figures", "items of RFC 6455 §{section}").format(section=section)


def measure_of_head(words: Words, head: Request | Response) -> str:
    """How long a head is."""
    if head.raw.isascii():
        text = words.translate("figures", "{lines} lines, {bytes} bytes, plain ASCII")
    else:
        text = words.translate("figures", "{lines} lines, {bytes} bytes")
    return text.format(lines=len(head.headers) + 1, bytes=head.size)


def statuses(words: Words, entries: tuple[Entry, ...], phrase: dict[int, str]) -> str:
    """The answers that rules may still cause, each once; one that a single rule causes says which."""
    causes: dict[int, set[str]] = {}
    for row in REQUEST_CHECKS:
        causes.setdefault(row.rule.status or 400, set()).add(row.rule.id)
    parts = []
    for status in sorted({entry.status for entry in entries}):
        text = " ".join(part for part in (str(status), phrase.get(status, "")) if part)
        subject = SUBJECTS.get(next(iter(causes[status])), "") if len(causes[status]) == 1 else ""
        if subject:
            pattern = words.translate("figures", "{status} ({subject})")
            text = pattern.format(status=text, subject=words.translate("figures", subject))
        parts.append(text)
    # A full-width bracket brings its own space.
    return " · ".join(parts).replace("） ·", "）·")
