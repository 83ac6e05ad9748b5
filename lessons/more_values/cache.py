"""Values of the play `cache`: its names, the frames of both attempts, and what came of them.

{cache.victim} {cache.path} {cache.attacker}       whose script, and who is after it
{attack.0.key} {again.0.size}                      a frame of the client on that connection, as {client.0.key}
{cache.first} {cache.second}                       what the visitors got: `poisoned` or `genuine`
{cache.heard} {cache.tunnels}                      whether the page's text reached its server as it was; whether the
                                                   proxy understands Upgrade: `yes` or `no`
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.plays.cache import AGAIN, ATTACK
from lessons.plays.cache_view import cached, moments_of, tunnels, visits
from lessons.values import FRAME_PARTS, MissingValueError
from protocol.chorus import as_chorus
from protocol.facts import FrameSent
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.values import Values

ORDER: Final = {"first": 0, "second": 1}


def _setup(values: Values, part: str) -> str:
    return str(getattr(values.scenario.cache, part))


def _frame_part(values: Values, connection: str, number: str, part: str) -> str:
    """A part of a frame that the client of this connection sent."""
    chorus = as_chorus(values.facts)
    frames = [] if connection not in chorus.names else chorus.whole(connection).of(FrameSent)
    mine = [fact.frame for fact in frames if fact.who is Role.CLIENT]
    if int(number) >= len(mine):
        raise MissingValueError(
            "this run has no frame {number} from the client of “{connection}”", number=number, connection=connection
        )
    return FRAME_PARTS[part](mine[int(number)])


def _visitor(values: Values, which: str) -> str:
    seen = visits(as_chorus(values.facts))
    if ORDER[which] >= len(seen) or seen[ORDER[which]].body is None:
        raise MissingValueError("this run has no {which} visitor", which=which)
    return "poisoned" if seen[ORDER[which]].poisoned else "genuine"


def _heard(values: Values) -> str:
    """Whether the server of the attempt got the text that its page meant."""
    texts = [str(one.values["text"]) for one in moments_of(as_chorus(values.facts), "attackers.server")]
    wanted = f"GET {values.scenario.cache.path} "
    first = texts[: len(texts) - values.scenario.cache.again]
    return "yes" if any(wanted in text for text in first) else "no"


def _tunnels(values: Values) -> str:
    return "yes" if tunnels(as_chorus(values.facts), ATTACK) else "no"


def _kept(values: Values) -> str:
    """The size of what stands in the cache."""
    found = cached(as_chorus(values.facts))
    if not found:
        raise MissingValueError("nothing stands in the cache")
    return str(found[-1].size)


VALUES: Final[dict[str, Callable[..., str]]] = {
    r"cache\.(says|attacker|victim|path|poison|genuine|masking)": _setup,
    f"({ATTACK}|{AGAIN})" + r"\.(\d+)\.(" + "|".join(FRAME_PARTS) + ")": _frame_part,
    r"cache\.(first|second)": _visitor,
    r"cache\.heard": _heard,
    r"cache\.tunnels": _tunnels,
    r"cache\.kept": _kept,
}
"""Names that may stand in braces, as patterns, with the functions that compute them."""
