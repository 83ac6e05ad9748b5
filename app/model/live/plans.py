"""What the forms of Live hold: as it was typed, and what is wrong with it.

`problems` of a plan names the fields that cannot be, each with its sentence; the empty answer means that the plan can
be carried out. Nothing is resolved, opened or bound here. No Qt; the sentences are translated in the context "live".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final, Literal

from app.model.live.drafts import DraftError
from app.reasons import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.reasons import SaidError

ProgramName = Literal["echo", "broadcast", "script"]

TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""A token as HTTP writes it (RFC 9110 section 5.6.2): names of headers and of subprotocols."""

ORIGIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/\s?#@]+|null")
"""The ASCII serialization of an origin (RFC 6454 section 6.2), as RFC 6455 section 4.1 wants it."""

SCRIPT: Final = """\
[[rule]]
when = "opened"
do = "text"
value = "Welcome"

[[rule]]
when = "text is"
what = "bye"
do = "close"
code = 1000

[[rule]]
when = "otherwise"
do = "echo"
"""
"""A script to begin with (`app.network.script`)."""


@dataclass(frozen=True, slots=True)
class ServerPlan:
    """The embedded server."""

    host: str = "127.0.0.1"
    port: str = "8765"
    program: ProgramName = "echo"
    script: str = SCRIPT
    subprotocols: str = ""
    deflate: bool = True
    origins: str = ""
    """Empty: every page may come in."""
    secure: bool = False
    pongs: bool = True
    pings: str = "10"
    """Seconds between two pings of the server; empty sends none."""


@dataclass(frozen=True, slots=True)
class ClientPlan:
    """A client to connect with. `headers` are lines `Name: value`."""

    url: str = ""
    headers: str = ""
    subprotocols: str = ""
    bearer: str = ""
    insecure: bool = False
    deflate: bool = True
    pongs: bool = True


@dataclass(frozen=True, slots=True)
class ProxyPlan:
    """A proxy between who comes to `port` and the server at `url`."""

    port: str = "8766"
    url: str = ""
    insecure: bool = False


@dataclass(frozen=True, slots=True)
class WeatherPlan:
    """Bad weather for connections that begin from now on: numbers as they were typed, empty for none."""

    on: bool = False
    delay_least: str = ""
    delay_most: str = ""
    pieces: str = ""
    flips: str = ""
    loss: str = ""
    reset: str = ""
    seed: str = "1"


Problems = dict[str, "SaidError"]


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server that is bound there."""
    name = host.strip().strip("[]").partition("%")[0]
    if name.lower() == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def words_of(typed: str) -> tuple[str, ...]:
    """Words with commas or spaces between them."""
    return tuple(word for word in re.split(r"[\s,]+", typed) if word)


def headers_of(typed: str) -> tuple[tuple[str, str], ...]:
    """Lines `Name: value`; DraftError for one that is none."""
    found = []
    for number, line in enumerate(typed.splitlines(), 1):
        if not line.strip():
            continue
        name, colon, value = line.partition(":")
        if not colon or not TOKEN.fullmatch(name.strip()) or not value.strip().isprintable():
            raise DraftError(
                QT_TRANSLATE_NOOP("live", "Line {line} is no header: write Name: value."), line=str(number)
            )
        found.append((name.strip(), value.strip()))
    return tuple(found)


def server_problems(plan: ServerPlan) -> Problems:
    """Of a server; its script is read by who runs it."""
    found: Problems = {}
    if not plan.host.strip():
        found["host"] = DraftError(
            QT_TRANSLATE_NOOP("live", "A server listens somewhere: 127.0.0.1 is this machine alone.")
        )
    _check_port(found, plan.port)
    _check_tokens(found, plan.subprotocols)
    pings = plan.pings.strip()
    if pings and not (pings.isascii() and pings.isdigit() and 1 <= int(pings[:6]) <= 3600):
        found["pings"] = DraftError(
            QT_TRANSLATE_NOOP("live", "Between two pings are 1 to 3600 seconds; leave it empty to send none.")
        )
    for origin in words_of(plan.origins):
        if not ORIGIN.fullmatch(origin):
            found["origins"] = DraftError(
                QT_TRANSLATE_NOOP("live", "“{origin}” is no origin; one looks like https://example.com."), origin=origin
            )
    return found


def client_problems(plan: ClientPlan) -> Problems:
    """Of a client; its address is read by who connects."""
    found: Problems = {}
    _check_tokens(found, plan.subprotocols)
    try:
        headers_of(plan.headers)
    except DraftError as error:
        found["headers"] = error
    if plan.bearer and not (plan.bearer.isascii() and plan.bearer.isprintable() and " " not in plan.bearer.strip()):
        found["bearer"] = DraftError(
            QT_TRANSLATE_NOOP("live", "A bearer token has no spaces and only ASCII characters.")
        )
    return found


def proxy_problems(plan: ProxyPlan) -> Problems:
    """Of a proxy; the address behind it is read by who connects."""
    found: Problems = {}
    _check_port(found, plan.port)
    return found


def weather_problems(plan: WeatherPlan) -> Problems:
    """Of the weather."""
    found: Problems = {}
    for name in ("delay_least", "delay_most", "pieces", "flips", "loss", "reset"):
        typed = getattr(plan, name).strip()
        if typed and not (typed.isascii() and typed.isdigit() and len(typed) <= 12):
            found[name] = DraftError(QT_TRANSLATE_NOOP("live", "This is a whole number, 0 or more, or nothing."))
    if not (plan.seed.strip().isascii() and plan.seed.strip().isdigit() and len(plan.seed.strip()) <= 9):
        found["seed"] = DraftError(
            QT_TRANSLATE_NOOP("live", "The seed is a whole number: the same seed, the same weather.")
        )
    if not found:
        if number(plan.delay_most) < number(plan.delay_least):
            found["delay_most"] = DraftError(QT_TRANSLATE_NOOP("live", "The most is no less than the least."))
        for name in ("delay_least", "delay_most"):
            if number(getattr(plan, name)) > 60_000:
                found[name] = DraftError(QT_TRANSLATE_NOOP("live", "No delay is longer than a minute: 60000 ms."))
        for name in ("pieces", "flips"):
            if getattr(plan, name).strip() and not number(getattr(plan, name)):
                found[name] = DraftError(QT_TRANSLATE_NOOP("live", "This is at least 1, or nothing."))
    return found


def number(typed: str) -> int:
    """What was typed as a number; 0 for nothing."""
    return int(typed.strip() or 0)


def _check_port(found: Problems, typed: str) -> None:
    port = typed.strip()
    if not (port.isascii() and port.isdigit() and len(port) <= 5 and int(port) <= 65535):
        found["port"] = DraftError(QT_TRANSLATE_NOOP("live", "A port is a number up to 65535; 0 is any free one."))


def _check_tokens(found: Problems, typed: str) -> None:
    seen = set()
    for word in words_of(typed):
        if not TOKEN.fullmatch(word):
            found["subprotocols"] = DraftError(
                QT_TRANSLATE_NOOP("live", "“{word}” is no name of a subprotocol (RFC 6455 section 4.1)."), word=word
            )
        elif word in seen:
            found["subprotocols"] = DraftError(
                QT_TRANSLATE_NOOP("live", "“{word}” stands here twice; each subprotocol is named once."), word=word
            )
        seen.add(word)
