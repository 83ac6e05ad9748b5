"""What `serve` prints: one line for each connection that opens, and one for each that ends, with its code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from app.commands.output import visible
from app.network.front import Reply
from app.network.link import Link
from app.network.server import Witness
from protocol.closing import CloseTold, code_name
from protocol.events import Closed, Event, Failed, Opened, Refused
from protocol.patience import HANDSHAKE
from protocol.rules import Rule

LONGEST: Final = 500
"""How many characters of a line are said: a target may have 16 KiB."""


class Watch(Witness):
    """Says each line with `say`."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say

    def heard(self, number: int, link: Link, event: Event) -> None:
        """Opened, refused, failed or closed; messages are nobody's business."""
        match event:
            case Opened(subprotocol=subprotocol):
                target = link.request.target if link.request is not None else ""
                self._line(number, f"{link.address} opened {target}{agreed(link, subprotocol)}")
            case Refused(rule=rule, status=status):
                broken = f", broken: {cited(rule)}" if rule is not None else ""
                self._line(number, f"{link.address} refused with {status}{broken}")
            case Failed(violation=violation):
                self._line(number, f"failed with {violation.rule.close_code}, broken: {cited(violation.rule)}")
            case Closed(told=told):
                self._line(number, f"closed {told_words(told)}{why(link, told)}")

    def replied(self, number: int, link: Link, reply: Reply) -> None:
        """A plain HTTP request."""
        self._line(number, f"{link.address} {reply.request.method} {reply.request.target}: {reply.status}")

    def turned_away(self, number: int, link: Link) -> None:
        """One connection too many."""
        self._line(number, f"{link.address} turned away with 503: there are too many connections")

    def ended(self, number: int, link: Link) -> None:
        """Only who never asked for anything has had no line yet."""
        if link.request is None and link.ran_out is HANDSHAKE:
            self._line(number, f"{link.address} closed: its request did not end in time")

    def _line(self, number: int, words: str) -> None:
        line = visible(f"#{number} {words}")
        self._say(line if len(line) <= LONGEST else line[:LONGEST] + "…")


def agreed(link: Link, subprotocol: str | None) -> str:
    """What the handshake agreed on, as the end of a line."""
    words = [f"subprotocol {subprotocol}"] if subprotocol is not None else []
    words += ["permessage-deflate"] if link.connection.deflate is not None else []
    return f" ({', '.join(words)})" if words else ""


def cited(rule: Rule) -> str:
    """A rule and where it stands."""
    return f"“{rule.text}” (RFC {rule.rfc} section {rule.section})"


def told_words(told: CloseTold) -> str:
    """The end of a connection as its program is told it."""
    reason = f" “{told.reason}”" if told.reason else ""
    return f"{told.code} {code_name(told.code)}{reason}, {'clean' if told.clean else 'not clean'}"


def why(link: Link, told: CloseTold) -> str:
    """What ended the connection besides the two sides, as the end of a line. How TCP went after a clean end is nobody's
    concern: browsers reset it."""
    if link.dead:
        return " (no answer to a ping)"
    if link.ran_out is not None:
        return f" (the {link.ran_out.name} limit ran out)"
    return f" ({link.error})" if link.error is not None and not told.clean else ""
