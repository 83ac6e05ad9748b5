"""What is known at a cursor of pages that open connections with the cookies of a user: one `Visit` each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from protocol.facts import Checked, FrameSent, HeadSent, Told
from protocol.handshake import Check, Verdict
from protocol.http11 import Request, Response, head_end, read_response
from protocol.vocabulary import Opcode, Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from protocol.chorus import Chorus, Values
    from protocol.knowledge import Facts
    from protocol.recording import Recording

PAGES: Final = ("good", "evil")
"""The connections that pages open; all others are those of programs."""

KIND: Final = "page-"
"""What the kinds of the play's moments begin with."""

JUDGED: Final = tuple(KIND + kind for kind in ("verified", "rejected", "nobody", "redeemed", "no_ticket", "full"))
"""The moments in which the server's program decides about a request."""

TICKETS: Final = {KIND + "ticket": "got", KIND + "kept": "kept"}
"""What became of the ticket that a page fetched."""

TICKET: Final = "-ticket"
"""How the connection ends its name on which a page fetches one."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text in a frame."""

    who: Role
    text: str


@dataclass(frozen=True, slots=True)
class Visit:
    """One connection as far as it is known. `opens` and `judged` are the values of the moments in which a page asked
    for it and the server's program decided; `decision` is the kind of the latter."""

    name: str
    opens: Values | None
    request: Request | None
    origin: Check | None
    decision: str
    judged: Values
    response: Response | None
    said: tuple[Said, ...]
    read: tuple[str, ...]
    code: int | None
    ticket: str
    """`kept` if the browser did not give it to the page, `got`, or nothing."""
    fetched: int | None
    """The status with which the server answered the request for it."""

    @property
    def cookie(self) -> str | None:
        """What the request says in its Cookie header."""
        return self.request.get("Cookie") if self.request is not None else None

    @property
    def is_refused(self) -> bool:
        """Whether the server has said no."""
        return self.response is not None and self.response.status != 101

    @property
    def is_open(self) -> bool:
        """Whether it has said 101."""
        return self.response is not None and self.response.status == 101

    @property
    def origin_refused(self) -> bool:
        """Whether the origin was not allowed."""
        return self.origin is not None and self.origin.verdict is Verdict.BROKEN


@dataclass(frozen=True, slots=True)
class Browser:
    """The browser with its user, and everything around it."""

    user: str
    cookie: str
    same_site: str
    shop: str
    evil: str
    asks: str
    origins: tuple[str, ...] | None
    pages: Mapping[str, Visit]
    others: tuple[Visit, ...]
    visited: bool
    """Whether the user looks at the other page."""


def read_browser(whole: Chorus, cursor: int) -> Browser:
    """What the first `cursor` facts say."""
    known = whole.until(max(0, cursor))
    login = _values(known, "login", 0)
    setup = known.connection().recording.setup
    later = [one.moment for one in whole.moments]
    asks = "ticket" if any(one.kind in TICKETS for one in later) else "cookie"
    evil = next((str(one.values["origin"]) for one in later if one.kind == KIND + "visit"), "")
    others = [name for name in whole.names if name not in PAGES]
    users = [one.actor for one in later if one.kind == KIND + "login"]
    return Browser(
        user=users[0] if users else "",
        cookie=str(login.get("cookie", "")) if login is not None else "",
        same_site=next((str(one.values["same_site"]) for one in later if one.kind == KIND + "login"), ""),
        shop=(setup.hosts or ("",))[0],
        evil=evil,
        asks=asks,
        origins=setup.origins,
        pages={name: _visit(known, name) for name in PAGES if name in whole.names},
        others=tuple(_visit(known, name) for name in others) if users else (),
        visited=_values(known, "visit", 0) is not None,
    )


def _visit(known: Chorus, name: str) -> Visit:
    facts = known.connection(name)
    heads = {fact.who: fact.head for fact in facts.of(HeadSent)}
    request, response = heads.get(Role.CLIENT), heads.get(Role.SERVER)
    moments = [one.moment for one in known.moments]
    decided = [one for one in moments if one.kind in JUDGED and one.values.get("connection") == name]
    opens = [one.values for one in moments if one.kind == KIND + "opens" and one.actor == name]
    told = facts.get("client.told")
    tickets = [one for one in moments if name in (one.actor, one.values.get("page")) and one.kind in TICKETS]
    return Visit(
        name=name,
        opens=opens[0] if opens else None,
        request=request if isinstance(request, Request) else None,
        origin=_origin(facts),
        decision=decided[0].kind.removeprefix(KIND) if decided else "",
        judged=decided[0].values if decided else {},
        response=response if isinstance(response, Response) else None,
        said=tuple(
            Said(fact.who, fact.frame.payload.decode("utf-8", "replace"))
            for fact in facts.of(FrameSent)
            if fact.frame.opcode == Opcode.TEXT
        ),
        read=tuple(str(one.values["text"]) for one in moments if one.kind == KIND + "reads" and one.actor == name),
        code=int(told.told.code) if isinstance(told, Told) else None,
        ticket=TICKETS[tickets[0].kind] if tickets else "",
        fetched=_status(known.recordings.get(name + TICKET)) if tickets else None,
    )


def _status(fetch: Recording | None) -> int | None:
    """With which status a fetch was answered."""
    reply = bytes(fetch.wire(Role.SERVER)) if fetch is not None else b""
    return read_response(reply[: head_end(reply)]).status if reply else None


def _origin(facts: Facts) -> Check | None:
    found = facts.get("check.request.origin")
    return found.check if isinstance(found, Checked) else None


def _values(known: Chorus, kind: str, number: int) -> Values | None:
    found = known.get(f"moment.{KIND}{kind}.{number}")
    return getattr(found, "moment").values if found is not None else None  # noqa: B009 - Happened is not narrowed by get
