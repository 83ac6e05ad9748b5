"""A JSON Web Token signed with HS256, made and taken apart step by step (RFC 7519, RFC 7515, RFC 7518).

    eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9 . eyJzdWIiOiJhbm4iLCJleHAiOjEzMDA4MTkzODB9 . cFsQMYpM...
    '---------------- header -----------'   '--------------- payload -------------'   '- signature
    {"typ":"JWT","alg":"HS256"}             {"sub":"ann","exp":1300819380}            32 bytes

Each part is base64url: base64 with `-` and `_` for `+` and `/`, and no padding (RFC 7515 section 2), so that a token
can stand in a URL and in a header. Base64url hides nothing: whoever sees a token reads its claims. The signature is an
HMAC of `header.payload` as they stand: whoever knows the secret can make one and check one, and nobody else can change
a claim.

What a token in a handshake is for: RFC 6455 section 10.5 leaves it to HTTP how a client says who it is. A token says so
without a look into a database, until it expires. Where it can travel is in `carriers`, how it is judged in
`token_checks`; where it should not lie around in logs, a one-time ticket does (`tickets`).
"""

from __future__ import annotations

import base64
import binascii
import hmac
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from protocol.fields import Span
from protocol.patterns.json_text import write_object

if TYPE_CHECKING:
    from collections.abc import Mapping

ALGORITHM: Final = "HS256"
"""HMAC with SHA-256 (RFC 7518 section 3.2): the one algorithm of this module, whatever a token says of itself."""

BLOCK: Final = 64
"""SHA-256 works on blocks of 64 bytes."""

SIZE_LIMIT: Final = 8192
"""No token is longer, in characters: it has to fit into a head with other things."""

SECRET_LEAST: Final = 32
"""RFC 7518 section 3.2: a key as long as the hash, 256 bits, or longer MUST be used."""

_BASE64URL: Final = re.compile("[A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Key:
    """The secret that a server shares with those who make tokens for it. Its text never shows the secret."""

    secret: bytes

    def __post_init__(self) -> None:
        if len(self.secret) < SECRET_LEAST:
            raise ValueError(f"the secret has {len(self.secret)} bytes; HS256 needs at least {SECRET_LEAST}")
        # Key confusion: everyone knows a public key, so whoever takes one as a secret lets everyone sign.
        if self.secret.lstrip().startswith((b"-----BEGIN", b"ssh-", b"ecdsa-")):
            raise ValueError("the secret is a public or private key in text form; HS256 needs random bytes")

    def __repr__(self) -> str:
        return f"Key({len(self.secret)} bytes)"


@dataclass(frozen=True, slots=True)
class Part:
    """One of the three parts: `span` is its place in the token (characters), `data` the bytes that it encodes."""

    name: str
    span: Span
    text: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Token:
    """A token taken apart; nothing of it is believed yet."""

    text: str
    header: Part
    payload: Part
    signature: Part

    @property
    def signed(self) -> bytes:
        """The JWS Signing Input (RFC 7515 section 2): header, full stop, payload, as they stand."""
        return self.text[: self.payload.span.stop].encode("ascii")


class TokenError(ValueError):
    """Text that has not the form of a token: `span` is where, the message one sentence: why."""

    def __init__(self, span: Span, text: str) -> None:
        super().__init__(text)
        self.span = span


def make_token(claims: Mapping[str, object], key: Key, header: Mapping[str, object] | None = None) -> str:
    """A signed token. RFC 7515 section 5.1; the header says HS256 unless another, perhaps wrong, is given."""
    header = {"typ": "JWT", "alg": ALGORITHM} if header is None else header
    text = ".".join(to_base64url(write_object(part).encode()) for part in (header, claims))
    return text + "." + to_base64url(sign(key, text.encode("ascii")))


def split_token(text: str) -> Token:
    """The three parts with their places. TokenError if there are not three, or one is not base64url."""
    if len(text) > SIZE_LIMIT:
        raise TokenError(Span(SIZE_LIMIT, len(text)), f"The token is longer than {SIZE_LIMIT} characters.")
    pieces = text.split(".")
    if len(pieces) != 3:
        # RFC 7515 section 3.1: header, payload and signature with two full stops between them.
        raise TokenError(Span(0, len(text)), f"A token has three parts between full stops; this has {len(pieces)}.")
    parts, start = [], 0
    for name, piece in zip(("header", "payload", "signature"), pieces, strict=True):
        parts.append(_part(name, start, piece))
        start += len(piece) + 1
    return Token(text, *parts)


def _part(name: str, start: int, text: str) -> Part:
    span = Span(start, start + len(text))
    try:
        return Part(name, span, text, from_base64url(text))
    except ValueError as error:
        raise TokenError(span, f"The {name} is not base64url: {error}.") from None


def to_base64url(data: bytes) -> str:
    """RFC 7515 section 2 and appendix C: the URL-safe alphabet, the padding left out."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def from_base64url(text: str) -> bytes:
    """The bytes of a base64url text; ValueError for any other character, padding included.

    The bits that the last character has too many must be 0: otherwise one token would have several spellings, and a
    list of tokens that are withdrawn would miss all but one."""
    match = _BASE64URL.match(text)
    end = match.end() if match is not None else 0
    if end < len(text):
        raise ValueError(f"{text[end]!r} at character {end + 1} is not in its alphabet")
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error:
        raise ValueError(f"{len(text)} characters are no whole number of bytes") from None
    if to_base64url(data) != text:
        raise ValueError("its last character has bits that belong to no byte")
    return data


# The signature, fast and step by step.


def sign(key: Key, text: bytes) -> bytes:
    """HMAC with SHA-256 (RFC 2104), 32 bytes."""
    return hmac.digest(key.secret, text, "sha256")


@dataclass(frozen=True, slots=True)
class HmacSteps:
    """HMAC with every step open (RFC 2104 section 2): H(K xor opad, H(K xor ipad, text))."""

    block: bytes
    """The secret, hashed first if it is longer than a block, filled up with zeros to 64 bytes."""
    inner_key: bytes
    """Each byte of it xor 0x36."""
    outer_key: bytes
    """Each byte of it xor 0x5c."""
    inner: bytes
    """SHA-256 of the inner key and the text."""
    digest: bytes
    """SHA-256 of the outer key and the inner digest. Two passes, because of one the digest could be continued by
    anyone: SHA-256 of `secret + text` is the state from which more text can be hashed."""


def hmac_steps(secret: bytes, text: bytes) -> HmacSteps:
    """The same as `sign`, to be shown."""
    block = (sha256(secret).digest() if len(secret) > BLOCK else secret).ljust(BLOCK, b"\0")
    inner_key = bytes(byte ^ 0x36 for byte in block)
    outer_key = bytes(byte ^ 0x5C for byte in block)
    inner = sha256(inner_key + text).digest()
    return HmacSteps(block, inner_key, outer_key, inner, sha256(outer_key + inner).digest())


def same_signature(mine: bytes, theirs: bytes) -> bool:
    """Whether two signatures are equal, in a time that does not tell how far they agree."""
    return hmac.compare_digest(mine, theirs)


def same_signature_steps(mine: bytes, theirs: bytes) -> tuple[bool, int]:
    """The idea of it: look at every byte and collect the differences, so that there is no early end to be measured.

    `==` ends at the first difference: whoever measures that finds a signature byte by byte. Returns the answer and how
    many bytes were looked at. In Python even this is not safe, since its integers take different times."""
    difference = len(mine) ^ len(theirs)
    pairs = list(zip(mine, theirs, strict=False))
    for a, b in pairs:
        difference |= a ^ b
    return difference == 0, len(pairs)
