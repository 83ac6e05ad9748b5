"""Values of plays with pages, tokens and TLS.

{at.evil.status}      of the connection `evil`: status, reason, origin, code that its client is told, head size
{tls.4.size}          of the fourth write inside TLS, from 0: bytes on the wire, bytes inside, records
{page.user}           what the play is set to
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lessons.values import MissingValueError
from protocol.chorus import Chorus
from protocol.closing import read_close
from protocol.facts import FrameSent, HeadSent, Told
from protocol.http11 import HEAD_LIMIT, Request, Response
from protocol.tls_records import HEADER, INNER_TYPE, OVERHEAD, TAG, read_records
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.values import Values
    from protocol.knowledge import Facts


def at(values: Values, name: str, part: str) -> str:
    """Something of one connection of several."""
    own = _connection(values, name)
    heads = [fact.head for fact in own.of(HeadSent)]
    request = next((head for head in heads if isinstance(head, Request)), None)
    response = next((head for head in heads if isinstance(head, Response)), None)
    told = own.get("client.told")
    frames = [fact.frame for fact in own.of(FrameSent)]
    found: dict[str, object] = {
        "status": response and response.status,
        "reason": response and response.reason,
        "challenge": response and response.get("WWW-Authenticate"),
        "origin": request and request.get("Origin"),
        "target": request and request.target,
        "code": int(told.told.code) if isinstance(told, Told) else None,
        "sent": f"{len(own.recording.wire(Role.CLIENT)):,}",
        "length": f"{len(frames[0].payload):,}" if frames else None,
        "text": frames[0].payload.decode("utf-8", "replace") if frames else None,
        "answer": frames[1].payload.decode("utf-8", "replace") if len(frames) > 1 else None,
    }
    if found[part] is None:
        raise MissingValueError("the connection “{name}” has no {part}", name=name, part=part)
    return str(found[part])


def _connection(values: Values, name: str) -> Facts:
    facts = values.facts
    if not isinstance(facts, Chorus) or name not in facts.names:
        raise MissingValueError("this run has no connection “{name}”", name=name)
    return facts.whole(name)


def tls(values: Values, number: str, part: str) -> str:
    """Something of one write inside TLS."""
    facts = values.facts
    moments = [one.moment for one in facts.moments if one.moment.kind == "sealed"] if isinstance(facts, Chorus) else []
    if int(number) >= len(moments):
        raise MissingValueError("nothing more went through TLS in this run")
    one = moments[int(number)].values
    if part == "records":
        assert isinstance(facts, Chorus)
        outer = next(facts.recordings[name] for name in facts.recordings if _is_tls(facts, name))
        return str(len(read_records(outer.cut(moments[int(number)].role, int(one["start"]), int(one["stop"])))))
    return str(one[part])


def _is_tls(facts: Chorus, name: str) -> bool:
    return name in facts.played.silent and bool(read_records(facts.recordings[name].wire(Role.CLIENT)))


def _too_big(values: Values) -> str:
    """The code of the Close frame that answers a message that is too big."""
    frames = [fact for fact in _connection(values, "big").of(FrameSent) if fact.who is Role.SERVER]
    if not frames:
        raise MissingValueError("nobody sent too much in this run")
    return str(read_close(frames[0].frame.payload).code)


def page(values: Values, part: str) -> str:
    """What the play is set to."""
    setup = values.scenario.page
    return {
        "user": setup.user.capitalize(),
        "evil": setup.evil,
        "same_site": setup.same_site,
        "origins": ", ".join(setup.origins or ()),
        "limit": f"{setup.limit:,}",
        "connections": str(setup.connections),
        "shop": values.scenario.origin or "",
    }[part]


VALUES: Final[dict[str, Callable[..., str]]] = {
    r"at\.([\w-]+)\.(status|reason|challenge|origin|target|code|sent|length|text|answer)": at,
    r"tls\.(\d+)\.(size|inside|records)": tls,
    r"big\.close": _too_big,
    r"tls\.overhead": lambda _: str(OVERHEAD),
    r"tls\.header": lambda _: str(HEADER),
    r"tls\.tag": lambda _: str(TAG),
    r"tls\.inner": lambda _: str(INNER_TYPE),
    r"page\.(user|evil|same_site|origins|limit|connections|shop)": page,
    r"limit\.head": lambda _: f"{HEAD_LIMIT:,}",
}
"""Names that may stand in braces, as patterns, with the functions that compute them."""
