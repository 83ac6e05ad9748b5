"""Where a client connects to: `ws://` and `wss://` addresses (RFC 6455 section 3).

    ws-URI  = "ws:"  "//" host [ ":" port ] path [ "?" query ]        port 80 if none is named
    wss-URI = "wss:" "//" host [ ":" port ] path [ "?" query ]        port 443

    resource name = path, "/" if it is empty, and "?" query if there is one: what the GET asks for

A fragment has no meaning here and is refused; a "#" that is meant is written %23. Characters beyond ASCII are encoded:
the host's by IDNA, the others as their UTF-8 bytes in percents (RFC 3987 section 3.1). What stands before an "@" is a
user and a password for `Authorization: Basic` (RFC 7617).
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from ipaddress import IPv6Address
from typing import Final
from urllib.parse import SplitResult, quote, unquote_to_bytes, urlsplit

from app.reasons import QT_TRANSLATE_NOOP, SaidError

PORTS: Final = {"ws": 80, "wss": 443}
"""The port of each scheme if the address names none."""

# RFC 3986: what may stand in a path or a query as it is; percents that are encoded already stay.
KEPT: Final = "/?:@!$&'()*+,;=-._~%"
HALF_PERCENT: Final = re.compile("%(?![0-9A-Fa-f]{2})")

# RFC 3986 section 3.2.2 for names as IDNA writes them, and dotted numbers.
HOST: Final = re.compile("[A-Za-z0-9._~!$&'()*+,;=%-]+")


class UrlError(SaidError):
    """An address that no client can connect to; the text is one whole sentence."""

    context = "url"


SPACES: Final = QT_TRANSLATE_NOOP("url", "An address holds no spaces and no control characters: {text}.")
HTTP: Final = QT_TRANSLATE_NOOP("url", "“{text}” is an address of HTTP; a WebSocket's is {scheme}://…")
SCHEME: Final = QT_TRANSLATE_NOOP("url", "“{text}” is no WebSocket address: it begins with ws:// or wss://.")
FRAGMENT: Final = QT_TRANSLATE_NOOP(
    "url", "“{text}” has a fragment, which means nothing here (section 3): leave out “#”, or write %23."
)
NOTHING: Final = QT_TRANSLATE_NOOP("url", "“{text}” is no address: {why}.")
NO_HOST: Final = QT_TRANSLATE_NOOP("url", "“{text}” names no host.")
NO_IPV6: Final = QT_TRANSLATE_NOOP("url", "“{host}” is no IPv6 address.")
UNSPELLABLE: Final = QT_TRANSLATE_NOOP("url", "“{host}” cannot be a host: no domain name can be spelled so.")
BAD_HOST: Final = QT_TRANSLATE_NOOP("url", "“{host}” cannot be a host.")
BAD_PORT: Final = QT_TRANSLATE_NOOP("url", "“{port}” is no port: ports are 1 to 65535.")
PERCENT: Final = QT_TRANSLATE_NOOP(
    "url", "“{text}” has a “%” without two hex digits after it: a percent sign is written %25."
)


@dataclass(frozen=True, slots=True)
class Url:
    """A WebSocket address taken apart. `host` is bare, without brackets; `target` is the resource name."""

    text: str
    secure: bool
    host: str
    port: int
    target: str
    authorization: str | None = None

    @property
    def host_header(self) -> str:
        """The value of Host: the port is named if it is not the scheme's own (section 4.1, item 4)."""
        name = self.host
        if ":" in name:  # a zone names a wire of this machine; the server knows nothing of it
            name = f"[{name.partition('%')[0]}]"
        return name if self.port == PORTS["wss" if self.secure else "ws"] else f"{name}:{self.port}"


def parse_url(text: str) -> Url:
    """The parts of an address; UrlError says what is wrong with it."""
    for each in text:
        if each <= " " or each == "\x7f":
            raise UrlError(SPACES, text=repr(text))
    parts = _split(text)
    scheme = parts.scheme.lower()
    if scheme in {"http", "https"}:
        raise UrlError(HTTP, text=text, scheme="wss" if scheme[-1] == "s" else "ws")
    if scheme not in PORTS or not text[len(scheme) :].startswith("://"):
        raise UrlError(SCHEME, text=text)
    if "#" in text:
        raise UrlError(FRAGMENT, text=text)
    return Url(text, scheme == "wss", _host(parts, text), _port(parts, scheme), _target(parts, text), _basic(parts))


def _split(text: str) -> SplitResult:
    try:
        return urlsplit(text)
    except ValueError as error:
        raise UrlError(NOTHING, text=text, why=str(error).lower()) from None


def _host(parts: SplitResult, text: str) -> str:
    if not parts.hostname:
        raise UrlError(NO_HOST, text=text)
    if parts.netloc.rpartition("@")[2].startswith("["):
        try:
            IPv6Address(parts.hostname)
        except ValueError:
            raise UrlError(NO_IPV6, host=parts.hostname) from None
        return parts.hostname
    host = parts.hostname
    if not host.isascii():
        try:
            host = host.encode("idna").decode()
        except UnicodeError:
            raise UrlError(UNSPELLABLE, host=host) from None
    if not HOST.fullmatch(host):
        raise UrlError(BAD_HOST, host=parts.hostname)
    return host


def _port(parts: SplitResult, scheme: str) -> int:
    try:
        port = parts.port
    except ValueError:
        port = 0
    if port is None:
        return PORTS[scheme]
    if not port:
        raise UrlError(BAD_PORT, port=parts.netloc.rpartition(":")[2])
    return port


def _target(parts: SplitResult, text: str) -> str:
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if HALF_PERCENT.search(target):
        raise UrlError(PERCENT, text=text)
    return quote(target, safe=KEPT)


def _basic(parts: SplitResult) -> str | None:
    """The value of Authorization for the user that the address names (RFC 7617 section 2)."""
    if parts.username is None:
        return None
    words = unquote_to_bytes(parts.username) + b":" + unquote_to_bytes(parts.password or "")
    return "Basic " + base64.b64encode(words).decode()
