"""How a server judges a token: a table of checks from top to bottom, and the first that fails decides.

The order is the point. The form comes first, because only what has one can be read; then the algorithm, because the
token must not choose it; then the signature; and only then the claims, because nothing unsigned is believed:

- *alg: none* (RFC 7519 section 6): a token that says of itself that it needs no signature. Refused.
- *Key confusion* (RFC 8725 section 2.1): a token says HS256 where the server expects RS256, and is signed with the
  public key, which is public. Here the key decides the algorithm, never the token (section 3.1), and `Key` takes no
  public keys.
- *Time* (RFC 7519 section 4.1): `now` and the claims are seconds since 1970; `leeway` forgives clocks that differ.

What follows from a failure depends on when it is found: before the 101 it is an HTTP status 401 with a
`WWW-Authenticate` header (RFC 9110 section 15.5.2), after it a Close frame with 1008, policy violation (RFC 6455
section 7.4.1). What the peer is told stays general; the exact sentence is for our own log and for the lesson.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from protocol.patterns.json_text import JsonError, read_object
from protocol.patterns.tokens import ALGORITHM, Key, Token, TokenError, same_signature, sign, split_token
from protocol.vocabulary import CloseCode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CHALLENGE: Final = 'Bearer error="invalid_token"'
"""The WWW-Authenticate header that belongs to our 401 (RFC 6750 section 3)."""

REASON: Final = "token refused"
"""The reason in our Close frame: as little as possible, because the peer may be an attacker."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a server asks of a token: how many seconds clocks may differ, for whom it must be (`aud`), which claims it
    must have. A token without `exp` would be good for ever."""

    leeway: float = 0.0
    audience: str | None = None
    required: tuple[str, ...] = ("exp",)

    def __post_init__(self) -> None:
        if not 0 <= self.leeway < math.inf:
            raise ValueError("a leeway is 0 seconds or more")


@dataclass(slots=True)
class _Reading:
    """What is known of a token while it is checked; each check fills in what the next ones need."""

    text: str
    key: Key
    now: float
    terms: Terms
    token: Token | None = None
    header: Mapping[str, object] = field(default_factory=dict)
    claims: Mapping[str, object] = field(default_factory=dict)

    @property
    def parts(self) -> Token:
        """The token, for the checks after the first."""
        assert self.token is not None
        return self.token


@dataclass(frozen=True, slots=True)
class TokenCheck:
    """One row: what must hold, who says so, and who looks: it returns a sentence if it does not hold."""

    id: str
    source: str
    text: str
    judge: Callable[[_Reading], str | None]


@dataclass(frozen=True, slots=True)
class TokenVerdict:
    """What became of a token. `passed` are the checks that held, in order; `failed` is the one that did not, `why` one
    sentence. `claims` are there only if all held."""

    passed: tuple[TokenCheck, ...]
    failed: TokenCheck | None
    why: str
    claims: Mapping[str, object] | None
    token: Token | None

    @property
    def accepted(self) -> bool:
        """Whether the claims may be believed."""
        return self.failed is None

    @property
    def status(self) -> int | None:
        """The HTTP status if this is known before the 101: 401, or None if the token is good."""
        return None if self.accepted else 401

    @property
    def close_code(self) -> CloseCode | None:
        """The close code if it is known only after the 101: 1008, or None if the token is good."""
        return None if self.accepted else CloseCode.POLICY


def _form(reading: _Reading) -> str | None:
    try:
        reading.token = split_token(reading.text)
    except TokenError as error:
        return str(error)
    return None


def _header(reading: _Reading) -> str | None:
    try:
        reading.header = read_object(reading.parts.header.data.decode())
    except (UnicodeDecodeError, JsonError) as error:
        return f"The header cannot be read: {_sentence(error)}"
    return None


def _algorithm(reading: _Reading) -> str | None:
    name = reading.header.get("alg")
    if name == ALGORITHM:
        return None
    if isinstance(name, str) and name.lower() == "none":
        return "The token says that it needs no signature (alg “none”)."
    return f"The token says alg {str(name)[:20]!r}; the key is for {ALGORITHM}, and the key decides."


def _critical(reading: _Reading) -> str | None:
    return "The header names extensions that must be understood." if "crit" in reading.header else None


def _signature(reading: _Reading) -> str | None:
    mine = sign(reading.key, reading.parts.signed)
    if same_signature(mine, reading.parts.signature.data):
        return None
    return "The signature is not that of this header and payload with our key."


def _claims(reading: _Reading) -> str | None:
    try:
        reading.claims = read_object(reading.parts.payload.data.decode())
    except (UnicodeDecodeError, JsonError) as error:
        return f"The claims cannot be read: {_sentence(error)}"
    return None


def _required(reading: _Reading) -> str | None:
    missing = next((name for name in reading.terms.required if name not in reading.claims), None)
    return None if missing is None else f"The claim “{missing}” is missing."


def _expiry(reading: _Reading) -> str | None:
    when, why = _time(reading, "exp")
    # "the current date/time MUST be before the expiration date/time"
    if when is not None and reading.now >= when + reading.terms.leeway:
        return f"The token expired {reading.now - when:.0f} seconds ago."
    return why


def _not_before(reading: _Reading) -> str | None:
    when, why = _time(reading, "nbf")
    if when is not None and reading.now < when - reading.terms.leeway:
        return f"The token is good only in {when - reading.now:.0f} seconds."
    return why


def _issued(reading: _Reading) -> str | None:
    when, why = _time(reading, "iat")
    if when is not None and reading.now < when - reading.terms.leeway:
        return f"The token says that it is made {when - reading.now:.0f} seconds from now."
    return why


def _audience(reading: _Reading) -> str | None:
    if "aud" not in reading.claims and reading.terms.audience is None:
        return None
    named = reading.claims.get("aud")
    names = named if isinstance(named, list) else [named]
    # "If the principal ... does not identify itself with a value in the aud claim ..., then the JWT MUST be rejected."
    if reading.terms.audience is None or reading.terms.audience not in names:
        return "The token is meant for another server."
    return None


CHECKS: Final = (
    TokenCheck("form", "RFC 7515 3.1", "The token is three base64url parts", _form),
    TokenCheck("header", "RFC 7519 7.2", "The header is a JSON object", _header),
    TokenCheck("algorithm", "RFC 8725 3.1", "The algorithm is the key’s", _algorithm),
    TokenCheck("critical", "RFC 7515 4.1.11", "No extension must be understood", _critical),
    TokenCheck("signature", "RFC 7515 5.2", "The signature is right", _signature),
    TokenCheck("claims", "RFC 7519 7.2", "The payload is a JSON object", _claims),
    TokenCheck("required", "RFC 7519 4", "The claims that we ask for are there", _required),
    TokenCheck("exp", "RFC 7519 4.1.4", "The token has not expired", _expiry),
    TokenCheck("nbf", "RFC 7519 4.1.5", "The token is good already", _not_before),
    TokenCheck("iat", "RFC 7519 4.1.6", "The token was not made in the future", _issued),
    TokenCheck("aud", "RFC 7519 4.1.3", "The token is meant for us", _audience),
)
"""The checks in their order."""


def verify_token(text: str, key: Key, now: float, terms: Terms | None = None) -> TokenVerdict:
    """Judge a token at the moment `now`, in seconds since 1970. Whatever the text is, the answer is a verdict."""
    reading = _Reading(text, key, now, Terms() if terms is None else terms)
    for index, check in enumerate(CHECKS):
        why = check.judge(reading)
        if why is not None:
            return TokenVerdict(CHECKS[:index], check, why, None, reading.token)
    return TokenVerdict(CHECKS, None, "", reading.claims, reading.token)


def _time(reading: _Reading, name: str) -> tuple[float | None, str | None]:
    """A NumericDate (RFC 7519 section 2) in seconds since 1970: the time, or why it is none, or neither if it is not
    there."""
    if name not in reading.claims:
        return None, None
    value = reading.claims[name]
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 2**53:
        return float(value), None
    return None, f"The claim “{name}” is not a time in seconds."


def _sentence(error: Exception) -> str:
    return str(error) if isinstance(error, JsonError) else "it is not UTF-8."
