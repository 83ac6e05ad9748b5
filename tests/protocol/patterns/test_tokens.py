"""JSON Web Tokens made and taken apart: RFC 7515 appendix A.1, RFC 4231, and PyJWT as an outside oracle."""

from __future__ import annotations

import hmac

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.fields import Span
from protocol.patterns import tokens
from protocol.patterns.json_text import read_object
from protocol.patterns.tokens import (
    SIZE_LIMIT,
    Key,
    TokenError,
    from_base64url,
    hmac_steps,
    make_token,
    same_signature,
    same_signature_steps,
    sign,
    split_token,
    to_base64url,
)

# RFC 7515 appendix A.1.1
HEADER = b'{"typ":"JWT",\r\n "alg":"HS256"}'
PAYLOAD = b'{"iss":"joe",\r\n "exp":1300819380,\r\n "http://example.com/is_root":true}'
SECRET = from_base64url("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow")
TOKEN = (
    "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
    "."
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
    "."
    "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
)
SIGNATURE = bytes([
    116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214, 191, 240,
    91, 88, 5, 88, 83, 132, 141, 121,
])  # fmt: skip
KEY = Key(SECRET)


def test_the_example_of_the_rfc_taken_apart() -> None:
    token = split_token(TOKEN)
    assert [(part.name, part.data) for part in (token.header, token.payload, token.signature)] == [
        ("header", HEADER),
        ("payload", PAYLOAD),
        ("signature", SIGNATURE),
    ]
    for part in (token.header, token.payload, token.signature):
        assert part.span.cut(TOKEN.encode()) == part.text.encode()
    assert (token.header.span, token.signature.span) == (Span(0, 40), Span(len(TOKEN) - 43, len(TOKEN)))


def test_the_example_of_the_rfc_signed() -> None:
    assert split_token(TOKEN).signed == TOKEN.rpartition(".")[0].encode()
    assert sign(KEY, split_token(TOKEN).signed) == SIGNATURE


def test_the_example_of_the_module() -> None:
    token = make_token({"sub": "ann", "exp": 1300819380}, KEY)
    header, payload, signature = token.split(".")
    assert tokens.__doc__ is not None
    assert f"{header} . {payload} . {signature[:8]}..." in tokens.__doc__


CLAIMS = st.dictionaries(
    st.sampled_from(["sub", "name", "room"]), st.text(st.characters(exclude_categories=["Cs"])), max_size=3
)
SECRETS = st.binary(min_size=32, max_size=80).filter(
    lambda secret: not secret.lstrip().startswith((b"-", b"ssh", b"ec"))
)


@given(CLAIMS, SECRETS)
def test_what_we_make_pyjwt_reads_and_the_other_way_round(claims: dict[str, str], secret: bytes) -> None:
    assert jwt.decode(make_token(claims, Key(secret)), secret, algorithms=["HS256"]) == claims
    theirs = split_token(jwt.encode(claims, secret, algorithm="HS256"))
    assert sign(Key(secret), theirs.signed) == theirs.signature.data
    assert read_object(theirs.payload.data.decode()) == claims


@given(st.binary())
def test_base64url(data: bytes) -> None:
    text = to_base64url(data)
    assert from_base64url(text) == data
    assert not set(text) & set("+/=")
    assert text == jwt.utils.base64url_encode(data).decode()


def test_the_example_of_base64url() -> None:
    """RFC 7515 appendix C."""
    assert to_base64url(bytes([3, 236, 255, 224, 193])) == "A-z_4ME"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("A-z_4M==", "'=' at character 7"),
        ("A+z", r"'\+' at character 2"),
        ("A-\n", r"'\\n' at character 3"),
        ("é", "'é' at character 1"),
        ("A", "1 characters are no whole number"),
        ("AAAAA", "5 characters are no whole number"),
        ("A-z_4MF", "bits that belong to no byte"),
    ],
)
def test_what_is_no_base64url(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        from_base64url(text)


@given(st.text(max_size=12))
def test_bytes_have_one_spelling(text: str) -> None:
    try:
        data = from_base64url(text)
    except ValueError:
        return
    assert to_base64url(data) == text


@pytest.mark.parametrize(
    ("text", "span", "why"),
    [
        ("", Span(0, 0), "this has 1"),
        ("a.b", Span(0, 3), "this has 2"),
        (TOKEN + ".x", Span(0, len(TOKEN) + 2), "this has 4"),
        ("AAAA.A=.AAAA", Span(5, 7), "The payload is not base64url"),
        ("AAAA.AAAA.A", Span(10, 11), "The signature is not base64url"),
        ("A" * (SIZE_LIMIT + 5), Span(SIZE_LIMIT, SIZE_LIMIT + 5), "longer than 8192"),
    ],
)
def test_text_that_has_not_the_form_of_a_token(text: str, span: Span, why: str) -> None:
    with pytest.raises(TokenError, match=why) as caught:
        split_token(text)
    assert caught.value.span == span


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_hmac_step_by_step_is_hmac(secret: bytes, text: bytes) -> None:
    steps = hmac_steps(secret, text)
    assert steps.digest == hmac.digest(secret, text, "sha256")
    assert len(steps.block) == len(steps.inner_key) == len(steps.outer_key) == 64


@pytest.mark.parametrize(
    ("secret", "text", "digest"),
    [
        # RFC 4231 sections 4.2, 4.3 and 4.7: the last secret is longer than a block.
        (b"\x0b" * 20, b"Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
        (b"Jefe", b"what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        (
            b"\xaa" * 131,
            b"Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
        ),
    ],
)
def test_the_examples_of_rfc_4231(secret: bytes, text: bytes, digest: str) -> None:
    assert hmac_steps(secret, text).digest.hex() == digest


@given(st.binary(max_size=8), st.binary(max_size=8))
def test_the_comparison_step_by_step_is_the_comparison(mine: bytes, theirs: bytes) -> None:
    for other in (mine, theirs):
        same, looked = same_signature_steps(mine, other)
        assert same is same_signature(mine, other) is (mine == other)
        assert looked == min(len(mine), len(other)), "it does not stop at the first difference"


def test_secrets_that_are_none() -> None:
    with pytest.raises(ValueError, match="31 bytes; HS256 needs at least 32"):
        Key(bytes(31))
    for public in (
        b"-----BEGIN PUBLIC KEY-----\nMFwwDQYJ...",
        b"\n-----BEGIN RSA PRIVATE KEY-----",
        b"ssh-rsa AAAAB3Nza",
    ):
        with pytest.raises(ValueError, match="key in text form"):
            Key(public.ljust(40))
    assert repr(Key(bytes(32))) == "Key(32 bytes)"
