"""What the experiments of the figure `myth` show about the opening handshake and the connection below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from app.figures.myth_seen import Evidence, Row, yes_or_no
from protocol.accept import accept_value
from protocol.facts import HeadSent, TcpOpened
from protocol.frames import FrameReader
from protocol.machine import TRANSITIONS
from protocol.recording import Kind
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from app.figures.myth_seen import Seen

PROOFS: Final = ("authorization", "cookie", "proxy-authorization")
"""Headers that say who somebody is."""
HOP: Final = ("sec-websocket-key", "upgrade", "connection")
"""What a request over HTTP/2 does without."""


def key(seen: Seen) -> Evidence:
    """A client that proves nothing gets its 101."""
    words, request, response = seen.words, seen.request, seen.response
    given = request.get("Sec-WebSocket-Key") or "" if request is not None else ""
    accept = response.get("Sec-WebSocket-Accept") or "" if response is not None else ""
    proofs = [one for one in request.headers if one.name.lower() in PROOFS] if request is not None else []
    rows = (
        Row(words.translate("figures", "Cookies, passwords, tokens"), str(len(proofs)) if request is not None else ""),
        Row(words.translate("figures", "Sec-WebSocket-Key, any 16 bytes"), given, mono=True),
        Row(words.translate("figures", "Computed from key and GUID"), accept_value(given) if given else "", mono=True),
        Row(words.translate("figures", "Sec-WebSocket-Accept of the server"), accept, mono=True),
        Row(words.translate("figures", "The server’s answer"), seen.answer),
    )
    return Evidence(rows, not proofs and bool(given) and accept == accept_value(given))


def reconnect(seen: Seen) -> Evidence:
    """After the loss nothing leaves the client, and the table has no way back."""
    words, lost = seen.words, seen.ended("rst")
    later = 0
    if lost is not None:
        entries = seen.facts.recording.entries(lost.entry)
        later = sum(one.size for one in entries if one.who is Role.CLIENT and one.kind is Kind.DATA)
    opened, asked = len(seen.facts.of(TcpOpened)), _requests(seen)
    out = sum(row.state is State.CLOSED and row.next is not State.CLOSED for row in TRANSITIONS)
    rows = (
        Row(words.translate("figures", "End of TCP"), "RST" if lost is not None else ""),
        Row(words.translate("figures", "The client’s program is told"), seen.told(Role.CLIENT)),
        Row(words.translate("figures", "Bytes of the client after that"), seen.at_end(f"{later:,}")),
        Row(words.translate("figures", "TCP connections in all"), seen.at_end(str(opened))),
        Row(words.translate("figures", "Opening handshakes in all"), seen.at_end(str(asked))),
        Row(words.translate("figures", "Ways out of CLOSED in the state table"), seen.at_end(str(out))),
    )
    return Evidence(rows, seen.code_told(Role.CLIENT) == 1006 and opened == asked == 1 and later == out == 0)


def _requests(seen: Seen) -> int:
    return sum(one.who is Role.CLIENT for one in seen.facts.of(HeadSent))


def order(seen: Seen) -> Evidence:
    """The request and a frame, each in many segments, read in the order in which they were written."""
    words, request = seen.words, seen.request
    head = request.size if request is not None else 0
    pieces = _pieces(seen, 0, head) if "request.arrived" in seen.facts else []
    frame = seen.sent(Role.CLIENT, 0)
    arrived = frame is not None and "client.frame.0.arrived" in seen.facts
    cut = _pieces(seen, head, head + frame.size) if frame is not None and arrived else []
    line = request.raw.split(b"\r\n")[0].decode("latin-1") if request is not None and pieces else ""
    rows = (
        Row(words.translate("figures", "TCP segments of the HTTP request"), _count(pieces)),
        Row(words.translate("figures", "Read in this order"), ", ".join(map(str, pieces))),
        Row(words.translate("figures", "The server reads"), line, mono=True),
        Row(words.translate("figures", "TCP segments of the first frame"), _count(cut)),
        Row(words.translate("figures", "Read in this order"), ", ".join(map(str, cut))),
        Row(words.translate("figures", "The server reads"), seen.said(Role.CLIENT)),
    )
    in_order = all(numbers == sorted(numbers) and len(numbers) > 1 for numbers in (pieces, cut))
    return Evidence(rows, in_order and bool(seen.messages(Role.CLIENT)))


def _pieces(seen: Seen, start: int, stop: int) -> list[int]:
    """The client's segments between two places of its stream, by number, in the order in which they were read whole."""
    ends, numbers, read, at = [], [], 0, 0
    for entry in seen.facts.recording:
        if entry.who is not Role.CLIENT:
            continue
        if entry.kind is Kind.DATA:
            at += entry.size
            ends.append(at)
        elif entry.kind is Kind.READ:
            before, read = read, read + entry.size
            numbers += [end for end in ends if before < end <= read]
    inside = [end for end in ends if start < end <= stop]
    return [inside.index(end) + 1 for end in numbers if end in inside]


def _count(numbers: list[int]) -> str:
    return str(len(numbers)) if numbers else ""


def http2(seen: Seen) -> Evidence:
    """The same frames through one stream of HTTP/2."""
    words = seen.words
    setting = seen.moment("h2.setting")
    asked, answer = seen.moment("h2.request"), seen.moment("h2.response")
    data = [one.moment.values for one in seen.chorus.moments if one.moment.kind == "h2.data"]
    names = str(asked["names"]).split(", ") if asked is not None else []
    hop = sum(name in HOP for name in names)
    same = sum(bool(values["same"]) for values in data)
    count = sum(one.moment.kind == "h2.data" for one in seen.chorus.moments)
    told = words.translate("figures", "{status} on stream {stream}")
    rows = (
        Row(words.translate("figures", "Over HTTP/1.1: Upgrade, then"), seen.answer),
        Row(
            words.translate("figures", "Over HTTP/2: the server’s setting {number}").format(number=8),
            str(setting["value"]) if setting is not None else "",
        ),
        Row(
            words.translate("figures", "The client’s request"),
            f":method {asked['method']}, :protocol {asked['protocol']}" if asked is not None else "",
            mono=True,
        ),
        Row(words.translate("figures", "Key, Upgrade, Connection in it"), str(hop) if asked is not None else ""),
        Row(
            words.translate("figures", "The server’s answer"),
            told.format(status=answer["status"], stream=answer["stream"]) if answer is not None else "",
        ),
        Row(
            words.translate("figures", "Frames, byte for byte as over HTTP/1.1"),
            words.translate("figures", "{part} of {count}").format(part=same, count=count) if data else "",
        ),
    )
    strip = None
    if data:
        (frame,) = FrameReader().feed(bytes.fromhex(str(data[-1]["hex"])))
        strip = (frame, Role(str(data[-1]["who"])))
    return Evidence(rows, bool(data) and same == count and hop == 0, strip)


def unannounced(seen: Seen) -> Evidence:
    """A server of WebSocket that speaks HTTP/2 and does not take WebSocket there."""
    words, missing, unasked = seen.words, seen.moment("h2.missing"), seen.moment("h2.unasked")
    absent = words.translate("figures", "not announced") if missing is not None else ""
    rows = (
        Row(words.translate("figures", "Over HTTP/1.1: Upgrade, then"), seen.answer),
        Row(
            words.translate("figures", "Over HTTP/2: settings of the server"),
            str(missing["named"]) if missing is not None else "",
        ),
        Row(words.translate("figures", "Over HTTP/2: the server’s setting {number}").format(number=8), absent),
        Row(
            words.translate("figures", "The client’s request"),
            words.translate("figures", "none: it may not ask") if unasked is not None else "",
        ),
    )
    return Evidence(rows, missing is not None and unasked is not None and seen.moment("h2.request") is None)


def origin(seen: Seen) -> Evidence:
    """A page of another origin connects, speaks and reads."""
    words, request = seen.words, seen.request
    page = request.get("Origin") or "" if request is not None else ""
    host = request.get("Host") or "" if request is not None else ""
    foreign = bool(page) and urlsplit(page).netloc != host
    allowed = seen.facts.recording.setup.origins
    allows = ", ".join(allowed) if allowed is not None else words.translate("figures", "any")
    rows = (
        Row(words.translate("figures", "Origin of the page"), page, mono=True),
        Row(words.translate("figures", "Host of the server"), host, mono=True),
        Row(words.translate("figures", "Same origin"), yes_or_no(words, not foreign) if page else ""),
        Row(words.translate("figures", "Origins that the server allows"), allows if page else ""),
        Row(words.translate("figures", "The server’s answer"), seen.answer),
        Row(words.translate("figures", "The page reads"), seen.said(Role.SERVER)),
    )
    return Evidence(rows, foreign and seen.response is not None and seen.response.status == 101)
