"""The shop's server in the play `page`: who is logged in, who may open a connection, what its program says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from protocol.connection import Connection
from protocol.events import MessageReceived, Opened
from protocol.handshake import Policy, Verdict, check_request
from protocol.patterns.carriers import COOKIE, QUERY, Carried, carried_tokens
from protocol.patterns.tickets import Issued, Redeemed, Tickets
from protocol.patterns.token_checks import CHALLENGE, verify_token
from protocol.patterns.tokens import Key, make_token, sign, split_token, to_base64url
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from lessons.model import Scenario
    from protocol.events import Event
    from protocol.http11 import Request

SESSION: Final = "session"
"""The name of its cookie."""

HOUR: Final = 3600
ASK: Final = "balance"
PAY: Final = "pay mallory 500"
"""What a page can say to it; anything else is told that it is not understood."""

BEARER: Final = (("WWW-Authenticate", "Bearer"),)
"""What goes with a 401 to somebody who brought nothing (RFC 6750 section 3)."""


class Shop:
    """The server. `note(kind, actor, values)` keeps a moment that no byte shows."""

    def __init__(self, scenario: Scenario, chance: random.Random, note: Callable[..., None]) -> None:
        self.setup = scenario.page
        self._note = note
        self._key = Key(chance.randbytes(32))
        self._policy = Policy(hosts=(scenario.host,), origins=self.setup.origins)
        self._tickets = Tickets(lambda: to_base64url(chance.randbytes(18)))
        self.balance = 1250
        self.open = 0
        """How many connections are open."""

    # Tokens.

    def session(self) -> str:
        """The token of someone who has logged in; it goes into the cookie."""
        return make_token({"sub": self.setup.user, "exp": self.setup.now + HOUR}, self._key)

    def token(self, kind: str) -> str:
        """A token as a program brings it: good, expired, forged or none (`alg: none`)."""
        now, user = self.setup.now, self.setup.user
        good = make_token({"sub": user, "exp": now + 600}, self._key)
        match kind:
            case "expired":
                return make_token({"sub": user, "exp": now - 600}, self._key)
            case "forged":
                other = make_token({"sub": "admin", "exp": now + 600}, self._key)
                return other.rsplit(".", 1)[0] + "." + split_token(good).signature.text
            case "none":
                made = make_token({"sub": "admin", "exp": now + 600}, self._key, {"typ": "JWT", "alg": "none"})
                return made.rsplit(".", 1)[0] + "."
        return good

    def ticket(self) -> str:
        """A ticket for the user who is logged in."""
        issued = self._tickets.issue(self.setup.user, self.setup.now)
        return issued.ticket if isinstance(issued, Issued) else ""

    # The door.

    def judge(self, name: str, request: Request, policy: Policy | None = None) -> Policy:
        """By what the request of this connection is answered."""
        policy = policy or self._policy
        if any(check.verdict is Verdict.BROKEN for check in check_request(request, policy)):
            return policy
        if self.setup.connections and self.open >= self.setup.connections:
            self._note("full", "server", {"connection": name, "limit": self.setup.connections})
            return replace(policy, refuse=503, refuse_headers=(("Retry-After", "5"),))
        brought = carried_tokens(request, query="ticket", cookie=SESSION)
        if self.setup.asks == "ticket" and not any(one.carrier.id == "authorization" for one in brought):
            return self._redeem(name, brought, policy)
        if not brought:
            self._note("nobody", "server", {"connection": name})
            return replace(policy, refuse=401, refuse_headers=BEARER)
        return self._verify(name, brought[-1], policy)

    def _redeem(self, name: str, brought: tuple[Carried, ...], policy: Policy) -> Policy:
        ticket = next((one.token for one in brought if one.carrier is QUERY), "")
        found = self._tickets.redeem(ticket, self.setup.now)
        good = isinstance(found, Redeemed)
        self._note("redeemed" if good else "no_ticket", "server", {"connection": name, "ticket": ticket})
        return policy if good else replace(policy, refuse=401, refuse_headers=BEARER)

    def _verify(self, name: str, one: Carried, policy: Policy) -> Policy:
        verdict = verify_token(one.token, self._key, self.setup.now)
        mine = sign(self._key, verdict.token.signed).hex() if verdict.token is not None else ""
        values = {
            "connection": name, "carrier": one.carrier.id, "token": one.token, "passed": len(verdict.passed),
            "failed": verdict.failed.id if verdict.failed is not None else "", "mine": mine, "now": self.setup.now,
        }  # fmt: skip
        self._note("verified" if verdict.accepted else "rejected", "server", values)
        if verdict.accepted:
            return policy
        headers = BEARER if one.carrier is COOKIE else (("WWW-Authenticate", CHALLENGE),)
        return replace(policy, refuse=401, refuse_headers=headers)

    # What its program says.

    def hear(self, connection: Connection, event: Event) -> None:
        """Answer what a client says."""
        if connection.role is not Role.SERVER:
            return
        if isinstance(event, Opened):
            self.open += 1
        elif isinstance(event, MessageReceived) and connection.state is State.OPEN:
            connection.send_text(self._answer(event.text or ""))

    def _answer(self, text: str) -> str:
        if text == PAY:
            self.balance -= 500
            return f"paid, balance {self.balance}"
        return f"balance {self.balance}" if text == ASK else f"{len(text)} characters"
