"""From what was typed in Live to what the engine is asked for: forms become orders, messages become deeds."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from app.model.live.drafts import DraftError
from app.model.live.plans import headers_of, number, words_of
from app.network.impairment import Impairment
from app.network.live.hands import Binary, Close, Frame, Ping, Pong, Raw, Text
from app.network.live.values import ClientOrder, Manners, ProxyOrder, ServerOrder
from app.network.script import NO_TOML, Script, ScriptError, read_script
from app.network.url import UrlError, parse_url
from app.reasons import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.model.live.drafts import Draft
    from app.model.live.plans import ClientPlan, ProxyPlan, ServerPlan, WeatherPlan
    from app.network.live.hands import Deed

SCRIPT_NAME = "script"
"""What a script is called in sentences about it; it stands in a form, not in a file."""


def script_of(text: str) -> Script:
    """The script that somebody typed; ScriptError says what is wrong."""
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise ScriptError(NO_TOML, path=SCRIPT_NAME, why=str(error).split("\n", maxsplit=1)[0]) from None
    return read_script(values)


def script_problem(text: str) -> ScriptError | None:
    """What is wrong with a script, if anything is."""
    try:
        script_of(text)
    except ScriptError as error:
        return error
    return None


def url_problem(text: str) -> DraftError | None:
    """What is wrong with an address that somebody typed, if anything is."""
    if not text:
        return DraftError(QT_TRANSLATE_NOOP("live", "An address looks like ws://127.0.0.1:8765/."))
    try:
        parse_url(text)
    except UrlError:
        if text.lower().startswith(("http:", "https:")):
            return DraftError(
                QT_TRANSLATE_NOOP("live", "This is an address of HTTP; a WebSocket’s begins with ws:// or wss://.")
            )
        if "#" in text:
            return DraftError(
                QT_TRANSLATE_NOOP("live", "A WebSocket’s address has no fragment (RFC 6455 section 3): leave out “#”.")
            )
        return DraftError(
            QT_TRANSLATE_NOOP("live", "This is no address of a WebSocket; one looks like ws://127.0.0.1:8765/.")
        )
    return None


def server_order(plan: ServerPlan, weather: WeatherPlan) -> ServerOrder:
    """A server; ScriptError if its script is none. The plan has no problems."""
    return ServerOrder(
        host=plan.host,
        port=int(plan.port),
        secure=plan.secure,
        program=plan.program,
        script=script_of(plan.script) if plan.program == "script" else None,
        subprotocols=words_of(plan.subprotocols),
        origins=words_of(plan.origins) or None,
        deflate=plan.deflate,
        manners=Manners(pings=plan.pongs),
        impairment=impairment_of(weather),
        pulse=float(number(plan.pings)) or None,
    )


def client_order(plan: ClientPlan, weather: WeatherPlan) -> ClientOrder:
    """A client; DraftError for a header that is none."""
    return ClientOrder(
        plan.url,
        headers=headers_of(plan.headers),
        subprotocols=words_of(plan.subprotocols),
        bearer=plan.bearer,
        deflate=plan.deflate,
        insecure=plan.insecure,
        manners=Manners(pings=plan.pongs),
        impairment=impairment_of(weather),
    )


def proxy_order(plan: ProxyPlan, weather: WeatherPlan) -> ProxyOrder:
    """A proxy."""
    return ProxyOrder(plan.url, port=int(plan.port), insecure=plan.insecure, impairment=impairment_of(weather))


def impairment_of(plan: WeatherPlan) -> Impairment | None:
    """The weather, if it is on and not fine."""
    if not plan.on:
        return None
    least, most = number(plan.delay_least), number(plan.delay_most)
    found = Impairment(
        seed=number(plan.seed),
        delay=(least / 1000, most / 1000),
        pieces=(1, number(plan.pieces)) if plan.pieces else None,
        flip_every=number(plan.flips) if plan.flips else None,
        lose_at=number(plan.loss) if plan.loss else None,
        reset_at=number(plan.reset) if plan.reset else None,
    )
    return None if found.is_fine else found


def deeds_of(draft: Draft) -> tuple[Deed, ...]:
    """What is to be done to send a draft. What obeys the rules goes the connection's own way, compression included;
    fragments and raw bytes go out as they were typed."""
    if draft.kind == "raw":
        return (Raw(draft.raw),)
    if draft.kind == "close":
        return (Close(draft.code, draft.reason),)
    if draft.kind == "fragments":
        return tuple(Frame(piece.opcode, piece.payload, fin=piece.fin) for piece in draft.pieces)
    payload = draft.pieces[0].payload
    if draft.kind == "text":
        return (Text(payload.decode()),)
    return ({"binary": Binary, "ping": Ping, "pong": Pong}[draft.kind](payload),)
