"""The registry of close codes as rows: what each code means, who it is meant for, and who is told it.

RFC 6455 section 7.4.1 names 1000 to 1011 and 1015, the IANA registry 1012 to 1014. Most codes are for either end; 1010
is for clients, and 1011 to 1014 speak of servers. 1005, 1006 and 1015 are told by a library to its own program.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from protocol.closing import RANGES
from protocol.vocabulary import NEVER_SENT, CloseCode, Role

if TYPE_CHECKING:
    from app.drawing.marks import Words

BOTH: Final = (Role.CLIENT, Role.SERVER)
SENDERS: Final[dict[int, tuple[Role, ...]]] = {
    CloseCode.MANDATORY_EXTENSION: (Role.CLIENT,),
    CloseCode.INTERNAL_ERROR: (Role.SERVER,),
    CloseCode.SERVICE_RESTART: (Role.SERVER,),
    CloseCode.TRY_AGAIN_LATER: (Role.SERVER,),
    CloseCode.BAD_GATEWAY: (Role.SERVER,),
}
"""Who a code is meant for, where it is not either end."""

LAST: Final = 65535
"""The largest number that two bytes hold."""


@dataclass(frozen=True, slots=True)
class Span:
    """A range of codes; a Close frame may carry those that somebody has defined, if it `may_be_sent`."""

    first: int
    last: int
    may_be_sent: bool

    def holds(self, code: int) -> bool:
        """Whether the code lies in the range."""
        return self.first <= code <= self.last


SPANS: Final = (
    *(Span(row.first, row.last, row.may_be_sent) for row in RANGES),
    Span(RANGES[-1].last + 1, LAST, may_be_sent=False),
)
"""Section 7.4.2, and what lies beyond it."""


def senders(code: int) -> tuple[Role, ...]:
    """Who may send a registered code."""
    return () if code in NEVER_SENT else SENDERS.get(code, BOTH)


def code_name_word(words: Words, code: int) -> str:
    """The name of a code in the registry."""
    return {
        CloseCode.NORMAL: words.translate("figures", "Normal closure"),
        CloseCode.GOING_AWAY: words.translate("figures", "Going away"),
        CloseCode.PROTOCOL_ERROR: words.translate("figures", "Protocol error"),
        CloseCode.UNSUPPORTED_DATA: words.translate("figures", "Unsupported data"),
        CloseCode.RESERVED: words.translate("figures", "Reserved"),
        CloseCode.NO_STATUS: words.translate("figures", "No status received"),
        CloseCode.ABNORMAL: words.translate("figures", "Abnormal closure"),
        CloseCode.INVALID_DATA: words.translate("figures", "Invalid payload data"),
        CloseCode.POLICY: words.translate("figures", "Policy violation"),
        CloseCode.TOO_BIG: words.translate("figures", "Message too big"),
        CloseCode.MANDATORY_EXTENSION: words.translate("figures", "Mandatory extension"),
        CloseCode.INTERNAL_ERROR: words.translate("figures", "Internal error"),
        CloseCode.SERVICE_RESTART: words.translate("figures", "Service restart"),
        CloseCode.TRY_AGAIN_LATER: words.translate("figures", "Try again later"),
        CloseCode.BAD_GATEWAY: words.translate("figures", "Bad gateway"),
        CloseCode.TLS_HANDSHAKE: words.translate("figures", "TLS handshake"),
    }[CloseCode(code)]


def meaning(words: Words, code: int) -> str:
    """What a code says, in a few words."""
    return {
        CloseCode.NORMAL: words.translate("figures", "the connection did what it was for"),
        CloseCode.GOING_AWAY: words.translate("figures", "the server stops, the page is left"),
        CloseCode.PROTOCOL_ERROR: words.translate("figures", "the peer broke a rule"),
        CloseCode.UNSUPPORTED_DATA: words.translate("figures", "a type of data it cannot accept"),
        CloseCode.RESERVED: words.translate("figures", "no meaning yet"),
        CloseCode.NO_STATUS: words.translate("figures", "a Close came without a code"),
        CloseCode.ABNORMAL: words.translate("figures", "TCP ended, no Close came"),
        CloseCode.INVALID_DATA: words.translate("figures", "such as text that is not UTF-8"),
        CloseCode.POLICY: words.translate("figures", "a message against its policy"),
        CloseCode.TOO_BIG: words.translate("figures", "too big for it to process"),
        CloseCode.MANDATORY_EXTENSION: words.translate("figures", "the server left out an extension"),
        CloseCode.INTERNAL_ERROR: words.translate("figures", "an unexpected condition"),
        CloseCode.SERVICE_RESTART: words.translate("figures", "the service is restarted"),
        CloseCode.TRY_AGAIN_LATER: words.translate("figures", "the service is overloaded"),
        CloseCode.BAD_GATEWAY: words.translate("figures", "a gateway got a bad response"),
        CloseCode.TLS_HANDSHAKE: words.translate("figures", "the TLS handshake failed"),
    }[CloseCode(code)]


def told_word(words: Words, code: int) -> str:
    """Whose program is told the code."""
    if code == CloseCode.RESERVED:
        return words.translate("figures", "nobody")
    if code in NEVER_SENT:
        return words.translate("figures", "own side")
    return words.translate("figures", "receiver")


def senders_word(words: Words, code: int) -> str:
    """Who may send the code, in a sentence."""
    match senders(code):
        case ():
            return words.translate("figures", "never in a Close frame")
        case (Role.CLIENT,):
            return words.translate("figures", "meant for clients")
        case (Role.SERVER,):
            return words.translate("figures", "meant for servers")
    return words.translate("figures", "either end may send it")


def span_word(words: Words, span: Span) -> str:
    """Whose the codes of a range are."""
    return {
        0: words.translate("figures", "not used"),
        1000: words.translate("figures", "protocol and extensions"),
        3000: words.translate("figures", "libraries, registered"),
        4000: words.translate("figures", "private use"),
    }.get(span.first, words.translate("figures", "not defined"))
