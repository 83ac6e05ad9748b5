"""What the client offers and what the server answers, item by item: subprotocols, extensions and their parameters.

An item is chosen, declined, broken, or still open. Parameters of permessage-deflate that break RFC 7692 section 7.1 are
found one by one; whether the answer as a whole fits is for `protocol.extensions` to say, as for the client.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from protocol.chorus import as_chorus
from protocol.extensions import DEFLATE, Deflate, Extension, agreed, answers, offered
from protocol.facts import Broke, Checked, HeadSent, Told
from protocol.handshake import Verdict
from protocol.http11 import Request, Response
from protocol.vocabulary import Role, State

if TYPE_CHECKING:
    from protocol.chorus import Chorus
    from protocol.knowledge import Facts

PROTOCOLS = "Sec-WebSocket-Protocol"
EXTENSIONS = "Sec-WebSocket-Extensions"


class Fate(Enum):
    """What became of an item."""

    OPEN = "open"
    CHOSEN = "chosen"
    DECLINED = "declined"
    ADDED = "added"
    """Answered though nobody asked for it, and allowed."""
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Item:
    """One line: what was offered and what was answered, each as (name, value) or None. `depth` is 1 for a parameter."""

    offer: tuple[str, str | None] | None
    answer: tuple[str, str | None] | None
    fate: Fate = Fate.OPEN
    depth: int = 0
    silent: bool = False
    """Whether it has no answer of its own: a parameter of an extension that was not taken."""

    @property
    def name(self) -> str:
        """What it is called on either side."""
        known = self.offer or self.answer
        return known[0] if known is not None else ""


@dataclass(frozen=True, slots=True)
class Section:
    """The items of one header. `judged` once the client has checked the answer to it."""

    header: str
    items: tuple[Item, ...]
    judged: bool


@dataclass(frozen=True, slots=True)
class View:
    """Everything that the figure shows."""

    request: Request | None
    response: Response | None
    sections: tuple[Section, ...]
    states: dict[Role, State]
    deflate: Deflate | None
    subprotocol: str | None
    broken: Broke | None
    told: Told | None

    @property
    def refused(self) -> bool:
        """Whether the server answered with another status than 101."""
        return self.response is not None and self.response.status != 101


def read_view(facts: Facts | Chorus, cursor: int) -> View:
    """What the first `cursor` facts say."""
    chorus = as_chorus(facts)
    known = chorus.whole().until(chorus.until(cursor).local())
    request, response = _head(known, "request.sent"), _head(known, "response.sent")
    asked = request if isinstance(request, Request) else None
    said = response if isinstance(response, Response) else None
    offers = offered(asked.get_all(EXTENSIONS)) if asked is not None else ()
    told = known.get("client.told")
    return View(
        asked,
        said,
        (_protocols(asked, said, known), _extensions(asked, said, known), *_strangers(asked, said, known)),
        {role: known.state(role) for role in Role},
        agreed(said, offers) if said is not None else None,
        said.get(PROTOCOLS) if said is not None else None,
        next((fact for fact in known.of(Broke) if fact.number is None), None),
        told if isinstance(told, Told) else None,
    )


def _head(known: Facts, fact_id: str) -> Request | Response | None:
    fact = known.get(fact_id)
    return fact.head if isinstance(fact, HeadSent) else None


def _is_judged(known: Facts, *rules: str) -> bool:
    found = [known.get(f"check.{rule}") for rule in rules]
    return any(isinstance(fact, Checked) and fact.check.verdict is not Verdict.NOT_APPLICABLE for fact in found)


def _protocols(request: Request | None, response: Response | None, known: Facts) -> Section:
    names = request.tokens(PROTOCOLS) if request is not None else []
    answered = response is not None and response.status == 101
    chosen = response.get_all(PROTOCOLS) if response is not None and answered else []
    items = []
    for place, name in enumerate(names):
        fate = Fate.BROKEN if name in names[:place] else _fate(answered, name in chosen)
        items.append(Item((name, None), (name, None) if name in chosen else None, fate))
    return Section(PROTOCOLS, tuple(items), _is_judged(known, "response.protocol"))


def _strangers(request: Request | None, response: Response | None, known: Facts) -> list[Section]:
    """Subprotocols of the answer that nobody offered, if there are any: below everything that was, so that no gap
    among the offers announces them."""
    names = request.tokens(PROTOCOLS) if request is not None else []
    chosen = response.get_all(PROTOCOLS) if response is not None and response.status == 101 else []
    items = tuple(Item(None, (name, None), Fate.BROKEN) for name in chosen if name not in names)
    return [Section(PROTOCOLS, items, _is_judged(known, "response.protocol"))] if items else []


def _fate(answered: bool, chosen: bool) -> Fate:
    if not answered:
        return Fate.OPEN
    return Fate.CHOSEN if chosen else Fate.DECLINED


def _extensions(request: Request | None, response: Response | None, known: Facts) -> Section:
    """Each offer with the answer to it: the first offer that the answer fits, or else the first with its name."""
    offers = offered(request.get_all(EXTENSIONS)) if request is not None else ()
    answered = response is not None and response.status == 101
    left = list(offered(response.get_all(EXTENSIONS))) if response is not None and answered else []
    pairs: list[tuple[Extension, Extension | None]] = [(offer, None) for offer in offers]
    for answer in list(left):
        named = [place for place, (offer, taken) in enumerate(pairs) if offer.name == answer.name and taken is None]
        fitting = [place for place in named if answer.name != DEFLATE or answers(answer, pairs[place][0]) is not None]
        if named:
            place = (fitting or named)[0]
            pairs[place] = (pairs[place][0], answer)
            left.remove(answer)
    items: list[Item] = []
    for offer, given in pairs:
        items += _of_offer(offer, given, answered=answered)
    for stranger in left:
        items.append(Item(None, (stranger.name, None), Fate.BROKEN))
        items += [Item(None, parameter, Fate.BROKEN, 1) for parameter in stranger.parameters]
    judged = _is_judged(known, "response.extensions", "response.deflate")
    return Section(EXTENSIONS, tuple(items), judged)


def _of_offer(offer: Extension, answer: Extension | None, *, answered: bool) -> list[Item]:
    if answer is None:
        fate = _fate(answered, chosen=False)
        parameters = [Item(one, None, fate, 1, silent=True) for one in offer.parameters]
        return [Item((offer.name, None), None, fate), *parameters]
    parameters = _parameters(offer, answer)
    head = Item((offer.name, None), (answer.name, None), Fate.CHOSEN)
    fits = offer.name != DEFLATE or answers(answer, offer) is not None
    if not fits and all(item.fate is not Fate.BROKEN for item in parameters):
        head = replace(head, fate=Fate.BROKEN)
    return [head, *parameters]


def _parameters(offer: Extension, answer: Extension) -> list[Item]:
    """The parameters of both, those of the offer first."""
    asked, said = dict(offer.parameters), dict(answer.parameters)
    items = []
    for name, value in offer.parameters:
        given = (name, said[name]) if name in said else None
        items.append(Item((name, value), given, _parameter_fate(name, asked, said), 1))
    added = [(name, value) for name, value in answer.parameters if name not in asked]
    items += [Item(None, one, _parameter_fate(one[0], asked, said), 1) for one in added]
    if len(said) < len(answer.parameters):
        items = [replace(item, fate=Fate.BROKEN) if _is_double(item.name, answer) else item for item in items]
    return items


def _is_double(name: str, answer: Extension) -> bool:
    return sum(name == one for one, _ in answer.parameters) > 1


SERVER_SAYS = ("server_no_context_takeover", "server_max_window_bits")
"""An offer of these must be answered if it is accepted (RFC 7692 sections 7.1.1.1 and 7.1.2.1)."""

FREE = ("server_no_context_takeover", "client_no_context_takeover", "server_max_window_bits")
"""An answer may hold these though the offer does not (sections 7.1.1.1, 7.1.1.2 and 7.1.2.1)."""


def _parameter_fate(name: str, asked: dict[str, str | None], said: dict[str, str | None]) -> Fate:
    if name not in said:
        return Fate.BROKEN if name in SERVER_SAYS else Fate.DECLINED
    one = Extension(DEFLATE, ((name, said[name]),))
    hope = Extension(DEFLATE, ((name, asked[name]),) if name in asked else ())
    if answers(one, hope) is None:
        return Fate.BROKEN
    return Fate.CHOSEN if name in asked else Fate.ADDED
