"""Which end of a connection deserves another attempt? Two tables: by close code, and by HTTP status.

    what ended it          ask                     because
    -------------          ---                     -------
    Close frame with code  after_close(code)       RFC 6455 section 7.4.1, and the IANA registry for 1012 to 1014
    TCP lost, no answer    after_close(1006)       section 7.2.3: "could be the result of a transient error"
    status other than 101  after_status(status)    RFC 9110 section 15, RFC 6585

One question decides each row: would the same client, doing the same again, be answered otherwise? A fault of the
network or of the server passes. What was refused (policy, permission, an unknown address) and what one of the two
programs does wrong will be the same in a second, and trying again only adds load. The RFC gives the meanings; the
advice is ours.
"""

from __future__ import annotations

import math
import re
from calendar import timegm
from dataclasses import dataclass
from email.utils import parsedate_tz
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Advice:
    """For the numbers `first` to `last`: whether to try `again`, why, and who says what the numbers mean."""

    first: int
    last: int
    again: bool
    reason: str
    source: str


def _row(code: int, reason: str, source: str, *, again: bool) -> Advice:
    return Advice(code, code, again, reason, source)


CLOSE_ADVICE: Final = (
    _row(1000, "The conversation has fulfilled its purpose.", "RFC 6455 7.4.1", again=False),
    _row(1001, "The server goes away; it or another one will be back.", "RFC 6455 7.4.1", again=True),
    _row(1002, "One side breaks the protocol and would break it again.", "RFC 6455 7.4.1", again=False),
    _row(1003, "The peer cannot take this kind of data.", "RFC 6455 7.4.1", again=False),
    _row(1004, "The code has no meaning.", "RFC 6455 7.4.1", again=False),
    _row(1005, "The peer closed in order; it gave no reason to come back.", "RFC 6455 7.1.5", again=False),
    _row(1006, "TCP ended without a Close frame: faults of a network pass.", "RFC 6455 7.2.3", again=True),
    _row(1007, "The data was not valid and would not be the next time.", "RFC 6455 7.4.1", again=False),
    _row(1008, "The server's policy does not want this client.", "RFC 6455 7.4.1", again=False),
    _row(1009, "The message would be too big again.", "RFC 6455 7.4.1", again=False),
    _row(1010, "The server still would not have the extension.", "RFC 6455 7.4.1", again=False),
    _row(1011, "The server met something unexpected, which may pass.", "RFC 6455 7.4.1", again=True),
    _row(1012, "The service restarts.", "IANA registry", again=True),
    _row(1013, "The server asks to try again later.", "IANA registry", again=True),
    _row(1014, "A gateway got no valid answer from the server behind it.", "IANA registry", again=True),
    _row(1015, "TLS failed; a certificate is not better for being asked twice.", "RFC 6455 7.4.1", again=False),
    Advice(1016, 2999, again=False, reason="The code has no meaning yet.", source="RFC 6455 7.4.2"),
    Advice(3000, 3999, again=False, reason="Only the library that registered the code knows.", source="RFC 6455 7.4.2"),
    Advice(4000, 4999, again=False, reason="Only the application knows what it means.", source="RFC 6455 7.4.2"),
)
"""What a close code, as the program is told it, says about another attempt."""

STATUS_ADVICE: Final = (
    Advice(100, 199, again=False, reason="The server did not switch protocols.", source="RFC 9110 15.2"),
    Advice(200, 299, again=False, reason="An ordinary page answers here, no WebSocket.", source="RFC 9110 15.3"),
    Advice(300, 399, again=False, reason="The address has moved; this one will not answer.", source="RFC 9110 15.4"),
    _row(408, "The request came too slowly; it may be repeated.", "RFC 9110 15.5.9", again=True),
    _row(429, "Too many requests came; later there may be room.", "RFC 6585 4", again=True),
    Advice(400, 499, again=False, reason="The server will not have this request.", source="RFC 9110 15.5"),
    _row(501, "The server does not know how.", "RFC 9110 15.6.2", again=False),
    _row(505, "The server does not speak this version of HTTP.", "RFC 9110 15.6.6", again=False),
    Advice(
        500, 599, again=True, reason="The server or one behind it has failed, which may pass.", source="RFC 9110 15.6"
    ),
)
"""What a status other than 101 says; the first row that has the status counts."""

NAMED_TIME: Final = Advice(400, 599, again=True, reason="The server says when to come back.", source="RFC 9110 10.2.3")
"""Retry-After with an error. With a redirect it speaks of the other address, so that it changes nothing here."""

UNKNOWN: Final = Advice(0, 0xFFFF, again=False, reason="The number is not defined.", source="RFC 6455 7.4.2")


def after_close(code: int, own: Iterable[Advice] = ()) -> Advice:
    """The advice for a close code; `own` are an application's rows for codes of its own, read first."""
    return _find(code, (*own, *CLOSE_ADVICE))


def after_status(status: int, *, named_time: bool = False, own: Iterable[Advice] = ()) -> Advice:
    """The advice for an HTTP status that was not 101; `named_time`: it came with a Retry-After that could be read."""
    if named_time and NAMED_TIME.first <= status <= NAMED_TIME.last:
        return NAMED_TIME
    return _find(status, (*own, *STATUS_ADVICE))


def _find(number: int, rows: Iterable[Advice]) -> Advice:
    return next((row for row in rows if row.first <= number <= row.last), UNKNOWN)


# RFC 9110 section 10.2.3
#   Retry-After   = HTTP-date / delay-seconds
#   delay-seconds = 1*DIGIT
_SECONDS: Final = re.compile("[0-9]{1,10}")


def read_retry_after(value: str, wall: float | None = None) -> float | None:
    """How many seconds a Retry-After asks to wait, never below 0; None if it cannot be read.

    A date counts from `wall`, the time of day in seconds since 1970 (UTC). Without it a date says nothing."""
    value = value.strip(" \t")
    if _SECONDS.fullmatch(value):
        return float(value)
    when = _date(value)
    return None if wall is None or when is None else max(0.0, when - wall)


def _date(value: str) -> float | None:
    """An HTTP-date in seconds since 1970: any of the three forms of RFC 9110 section 5.6.7, all in GMT."""
    try:
        parts = parsedate_tz(value)
        if parts is None or len(value) > 64:
            return None
        day, hour, minute, second = parts[2:6]
        if not (1 <= day <= 31 and hour < 24 and minute < 60 and second <= 60):
            return None
        # The third form, asctime, names no zone; the RFC says that it means GMT as well.
        seconds = float(timegm((*parts[:6], 0, 0, 0)) - (parts[9] or 0))
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
    return seconds if math.isfinite(seconds) else None
