"""What is known at a cursor of a token that a request brings: its text, its parts, how far the checks came."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from protocol.facts import HeadSent
from protocol.http11 import Request, Response
from protocol.patterns.carriers import carried_tokens
from protocol.patterns.token_checks import CHECKS
from protocol.patterns.tokens import Token, TokenError, split_token

if TYPE_CHECKING:
    from protocol.chorus import Chorus, Values
    from protocol.patterns.carriers import Carrier
    from protocol.patterns.token_checks import TokenCheck

DECIDED: Final = ("page-verified", "page-rejected")
"""The moments in which a server judged a token."""


@dataclass(frozen=True, slots=True)
class TokenView:
    """A token in the request of the connection `name`. `passed` counts the checks that held; `failed` is the id of the
    one that did not. `mine` is the signature that the server computed, in hex; before it has judged all are empty."""

    name: str
    text: str
    carrier: Carrier
    token: Token | None
    judged: bool
    passed: int
    failed: str
    mine: str
    now: int
    response: Response | None

    def mood(self, check: TokenCheck) -> str:
        """`passed`, `failed`, `skipped` or `pending`."""
        if not self.judged:
            return "pending"
        place = CHECKS.index(check)
        if place < self.passed:
            return "passed"
        return "failed" if check.id == self.failed else "skipped"

    def mood_of(self, check_id: str) -> str:
        """The same for a check by its id."""
        return next(self.mood(check) for check in CHECKS if check.id == check_id)


def read_token(whole: Chorus, cursor: int, focus: str) -> TokenView | None:
    """The token of the connection that `focus` names, or of the newest request that brings one."""
    known = whole.until(max(0, cursor))
    names = [focus] if focus in known.names else list(reversed(known.names))
    for name in names:
        facts = known.connection(name)
        heads = [fact.head for fact in facts.of(HeadSent)]
        request = next((head for head in heads if isinstance(head, Request)), None)
        found = carried_tokens(request) if request is not None else ()
        if not found:
            continue
        one, judged = found[-1], _judged(known, name)
        response = next((head for head in heads if isinstance(head, Response)), None)
        return TokenView(
            name, one.token, one.carrier, _parts(one.token), judged is not None, int((judged or {}).get("passed", 0)),
            str((judged or {}).get("failed", "")), str((judged or {}).get("mine", "")),
            int((judged or {}).get("now", 0)), response,
        )  # fmt: skip
    return None


def _judged(known: Chorus, name: str) -> Values | None:
    for one in known.moments:
        if one.moment.kind in DECIDED and one.moment.values.get("connection") == name:
            return one.moment.values
    return None


def _parts(text: str) -> Token | None:
    try:
        return split_token(text)
    except TokenError:
        return None


def json_lines(data: bytes) -> list[str]:
    """A JSON object, one member a line; anything else as it is."""
    try:
        value = json.loads(data.decode())
    except (ValueError, RecursionError):
        return [data.decode("latin-1")]
    if not isinstance(value, dict):
        return [json.dumps(value, ensure_ascii=False)]
    members = [f'"{key}": {json.dumps(each, ensure_ascii=False)}' for key, each in value.items()]
    return [
        "{",
        *("  " + member + ("," if place < len(members) - 1 else "") for place, member in enumerate(members)),
        "}",
    ]
