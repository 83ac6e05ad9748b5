"""Tokens judged, the wrong ones above all: RFC 7519 sections 4.1, 6 and 7.2, RFC 8725."""

from __future__ import annotations

from datetime import datetime, tzinfo

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.patterns.token_checks import CHECKS, Terms, TokenVerdict, verify_token
from protocol.patterns.tokens import Key, from_base64url, make_token, sign, to_base64url

# RFC 7515 appendix A.1.1
SECRET = from_base64url("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow")
EXAMPLE = (
    "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
    ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
    ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
)
KEY = Key(SECRET)
NOW = 1_000_000.0
IDS = [check.id for check in CHECKS]


def judged(
    claims: dict[str, object], terms: Terms | None = None, header: dict[str, object] | None = None
) -> TokenVerdict:
    return verify_token(make_token({"exp": NOW + 60, **claims}, KEY, header), KEY, NOW, terms)


def signed(header: bytes, payload: bytes) -> str:
    """A token of any bytes with a right signature."""
    text = to_base64url(header) + "." + to_base64url(payload)
    return text + "." + to_base64url(sign(KEY, text.encode()))


def failed(verdict: TokenVerdict) -> str | None:
    return verdict.failed.id if verdict.failed is not None else None


def test_the_example_of_the_rfc() -> None:
    verdict = verify_token(EXAMPLE, KEY, 1300819379)
    assert verdict.accepted
    assert verdict.claims == {"iss": "joe", "exp": 1300819380, "http://example.com/is_root": True}
    assert (verdict.status, verdict.close_code, verdict.passed) == (None, None, CHECKS)


def test_a_token_expires_on_its_second() -> None:
    """RFC 7519 section 4.1.4: "on or after which the JWT MUST NOT be accepted"."""
    verdict = verify_token(EXAMPLE, KEY, 1300819380)
    assert failed(verdict) == "exp"
    assert verdict.why == "The token expired 0 seconds ago."
    assert (verdict.status, verdict.close_code, verdict.claims) == (401, 1008, None)
    assert [check.id for check in verdict.passed] == IDS[: IDS.index("exp")]
    assert verify_token(EXAMPLE, KEY, 1300819389.9, Terms(leeway=10)).accepted
    assert not verify_token(EXAMPLE, KEY, 1300819390, Terms(leeway=10)).accepted


@pytest.mark.parametrize(
    ("claims", "terms", "fails"),
    [
        ({}, Terms(), None),
        ({"nbf": NOW}, Terms(), None),
        ({"nbf": NOW + 1}, Terms(), "nbf"),
        ({"nbf": NOW + 1}, Terms(leeway=1), None),
        ({"iat": NOW}, Terms(), None),
        ({"iat": NOW + 0.5}, Terms(), "iat"),
        ({"iat": NOW + 0.5}, Terms(leeway=1), None),
        ({"exp": NOW + 0.5}, Terms(), None),
        ({"exp": "1"}, Terms(), "exp"),
        ({"exp": True}, Terms(), "exp"),
        ({"exp": None}, Terms(), "exp"),
        ({"exp": 10**400}, Terms(), "exp"),
        ({"nbf": [0]}, Terms(), "nbf"),
        ({"iat": {}}, Terms(), "iat"),
        ({"aud": "chat"}, Terms(audience="chat"), None),
        ({"aud": ["mail", "chat"]}, Terms(audience="chat"), None),
        ({"aud": "chatter"}, Terms(audience="chat"), "aud"),
        ({"aud": "chat"}, Terms(), "aud"),
        ({}, Terms(audience="chat"), "aud"),
        ({"aud": None}, Terms(), "aud"),
        ({}, Terms(required=("exp", "sub")), "required"),
        ({"sub": "ann"}, Terms(required=("exp", "sub")), None),
    ],
)
def test_claims(claims: dict[str, object], terms: Terms, fails: str | None) -> None:
    assert failed(judged(claims, terms)) == fails


def test_a_token_for_ever_only_for_those_who_want_it() -> None:
    token = make_token({"sub": "ann"}, KEY)
    assert verify_token(token, KEY, NOW).why == "The claim “exp” is missing."
    assert verify_token(token, KEY, NOW, Terms(required=())).claims == {"sub": "ann"}


@pytest.mark.parametrize("name", ["none", "None", "NONE"])
@pytest.mark.parametrize("signature", ["", "AAAA"])
def test_a_token_that_nobody_signed(name: str, signature: str) -> None:
    """RFC 7519 section 6: unsecured tokens; RFC 8725 section 2.1: the attack that they allow."""
    token = make_token({"exp": NOW + 60}, KEY, {"alg": name}).rpartition(".")[0] + "." + signature
    verdict = verify_token(token, KEY, NOW)
    assert failed(verdict) == "algorithm"
    assert verdict.why == "The token says that it needs no signature (alg “none”)."


def test_the_example_of_an_unsecured_token() -> None:
    """RFC 7519 section 6.1."""
    header = "eyJhbGciOiJub25lIn0"
    payload = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
    assert failed(verify_token(f"{header}.{payload}.", KEY, 0)) == "algorithm"


@pytest.mark.parametrize("name", ["RS256", "ES256", "HS512", "hs256", "HS256 ", "", 7, None, ["HS256"]])
def test_the_key_decides_the_algorithm(name: object) -> None:
    """RFC 8725 section 3.1, and RFC 7515 section 4.1.1: the name is case-sensitive."""
    assert failed(judged({}, header={"alg": name})) == "algorithm"


def test_a_token_without_an_algorithm() -> None:
    assert failed(judged({}, header={"typ": "JWT"})) == "algorithm"


def test_extensions_that_must_be_understood() -> None:
    """RFC 7515 section 4.1.11; the example is that of RFC 7797: a payload that is not encoded."""
    header: dict[str, object] = {"alg": "HS256", "b64": False, "crit": ["b64"]}
    assert failed(judged({}, header=header)) == "critical"


@pytest.mark.parametrize(
    ("header", "payload", "fails"),
    [
        (b'{"alg":"HS256"}', b'{"exp":2000000}', None),
        (b'{"alg":"none","alg":"HS256"}', b'{"exp":2000000}', "header"),
        (b"[]", b"{}", "header"),
        (b"\xff", b"{}", "header"),
        (b"", b"{}", "header"),
        (b'{"alg":"HS256"}', b"[]", "claims"),
        (b'{"alg":"HS256"}', b"\xff", "claims"),
        (b'{"alg":"HS256"}', b"", "claims"),
        (b'{"alg":"HS256"}', b'{"exp":1,"exp":2000000}', "claims"),
        (b'{"alg":"HS256"}', b'{"exp":1e999}', "claims"),
        (b'{"alg":"HS256"}', b"[" * 5000, "claims"),
    ],
)
def test_parts_that_are_no_json(header: bytes, payload: bytes, fails: str | None) -> None:
    """RFC 7515 section 4 and RFC 7519 section 4: names are unique; a reader may refuse what has one twice."""
    assert failed(verify_token(signed(header, payload), KEY, NOW)) == fails


def test_claims_are_not_read_before_the_signature_is_right() -> None:
    verdict = verify_token(make_token({"exp": 0}, Key(bytes(32))), KEY, NOW)
    assert failed(verdict) == "signature"
    assert verdict.claims is None


@given(st.integers(0, len(EXAMPLE) - 1), st.sampled_from("abcXYZ019-_.= \n"))
def test_no_character_can_be_changed(place: int, character: str) -> None:
    changed = EXAMPLE[:place] + character + EXAMPLE[place + 1 :]
    assert verify_token(changed, KEY, 0).accepted is (changed == EXAMPLE)


@given(st.text() | st.lists(st.binary(max_size=20), max_size=4).map(lambda parts: ".".join(map(to_base64url, parts))))
def test_any_text_gets_a_verdict(text: str) -> None:
    verdict = verify_token(text, KEY, NOW)
    assert not verdict.accepted
    assert verdict.why.endswith(".")


class Still:
    """A clock for PyJWT that stands at `NOW`."""

    @staticmethod
    def now(tz: tzinfo) -> datetime:
        return datetime.fromtimestamp(NOW, tz)


def judged_by_pyjwt(token: str, leeway: int) -> bool:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jwt.api_jwt, "datetime", Still)
        try:
            jwt.decode(token, SECRET, algorithms=["HS256"], leeway=leeway)
        except jwt.InvalidTokenError:
            return False
        return True


TIMES = st.none() | st.integers(int(NOW) - 3, int(NOW) + 3)


@given(TIMES, TIMES, TIMES, st.integers(0, 3))
def test_time_is_judged_as_pyjwt_judges_it(exp: int | None, nbf: int | None, iat: int | None, leeway: int) -> None:
    claims = {name: when for name, when in (("exp", exp), ("nbf", nbf), ("iat", iat)) if when is not None}
    token = make_token(claims, KEY)
    ours = verify_token(token, KEY, NOW, Terms(leeway, required=()))
    assert ours.accepted is judged_by_pyjwt(token, leeway)


def test_the_table_cites_and_says_something() -> None:
    assert IDS[:6] == ["form", "header", "algorithm", "critical", "signature", "claims"]
    assert IDS[6:] == ["required", "exp", "nbf", "iat", "aud"]
    assert all(check.source.startswith("RFC ") and check.text for check in CHECKS)
    for wrong in (-1, float("nan"), float("inf")):
        with pytest.raises(ValueError, match="leeway"):
            Terms(leeway=wrong)
