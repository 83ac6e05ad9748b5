"""Who is right: every question names a decider, which runs the protocol and returns the outcome.

A decider is a pure function of the run's facts and the question's own parameters. The ids of a question's
options are possible outcomes (`101`, `1005`, `CLOSING` ...), so that the right option is the one that the
protocol code produced and no lesson can claim another. Deciders build fresh endpoints; they never look at
the answer's words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from protocol.accept import accept_value, key_bytes
from protocol.base64 import encode
from protocol.closing import read_close
from protocol.connection import Connection, StateError
from protocol.events import CloseReceived, Failed, MessageReceived
from protocol.facts import HeadSent
from protocol.frames import FrameReader, encode_frame
from protocol.handshake import Offer, Policy, Verdict, build_request, check_response, offer_of
from protocol.http11 import Request, Response, read_request, read_response
from protocol.knowledge import Facts
from protocol.sha1 import sha1, sha1_trace
from protocol.vocabulary import GUID, CloseCode, Opcode

if TYPE_CHECKING:
    from lessons.model import Question

Params = Mapping[str, Any]
Decider = Callable[[Facts, Params], str]

MASK: Final = bytes.fromhex("37fa213d")


def decide(question: Question, facts: Facts) -> str:
    """The id of the option that is right, decided by running."""
    return DECIDERS[question.decide](facts, question.params)


# The opening handshake.


def same_key_again(facts: Facts, _: Params) -> str:
    """The status with which a server answers a request that it has answered before."""
    raw = build_request(_offer(facts))
    first, second = Connection.server(Policy()), Connection.server(Policy())
    _reply(first, raw)
    return str(_reply(second, raw).status)


def drop_header(facts: Facts, params: Params) -> str:
    """The status of the answer to the request without `header`; `origins` is the server's policy."""
    raw = _without(build_request(_offer(facts)), params["header"])
    return str(_reply(Connection.server(_policy(params)), raw).status)


def change_header(facts: Facts, params: Params) -> str:
    """The status of the answer to the request with another `value` of the header `header`."""
    raw = _with(build_request(_offer(facts)), params["header"], params["value"])
    return str(_reply(Connection.server(_policy(params)), raw).status)


def change_answer(facts: Facts, params: Params) -> str:
    """`accepts` or `fails`: the client reads the answer with another `value` of the header `header`."""
    offer = _offer(facts)
    answer = _reply(Connection.server(Policy(subprotocols=offer.subprotocols)), build_request(offer))
    checks = check_response(read_response(_with(answer.raw, params["header"], params["value"])), offer)
    return "fails" if any(check.verdict is Verdict.BROKEN for check in checks) else "accepts"


def same_text_twice(_: Facts, params: Params) -> str:
    """`all`, `header` or `none`: the bytes that two frames with the same text and these `masks` share."""
    keys = [bytes.fromhex(mask) for mask in params["masks"]]
    first, second = (encode_frame(Opcode.TEXT, params["text"].encode(), key=key) for key in keys)
    if first == second:
        return "all"
    return "header" if first[:2] == second[:2] else "none"


def frame_size(_: Facts, params: Params) -> str:
    """The size in bytes of the frame in which `who` sends `text`."""
    key = MASK if params["who"] == "client" else None
    return str(len(encode_frame(Opcode.TEXT, params["text"].encode(), key=key)))


# The accept key.


def joined_form(facts: Facts, _: Params) -> str:
    """`text` or `bytes`: the form of the key to which the server appends the GUID."""
    offer = _offer(facts)
    guid = Policy().guid.encode()
    sent = _reply(Connection.server(Policy()), build_request(offer)).get("Sec-WebSocket-Accept")
    forms = {"text": offer.key.encode(), "bytes": key_bytes(offer.key) or b""}
    return next((name for name, form in forms.items() if encode(sha1(form + guid)) == sent), "neither")


def sha1_blocks(facts: Facts, params: Params) -> str:
    """Why SHA-1 needs two blocks: `always`, `padding`, or `guid` if the key alone already needed them."""
    key = params.get("key", _offer(facts).key).encode()
    joined = key + Policy().guid.encode()
    if _blocks(b"") == 2:
        return "always"
    if _blocks(key) == 2:
        return "guid"
    one_less = len(joined) <= 64 and _blocks(joined[:55]) == 1 and _blocks(joined) == 2
    return "padding" if one_less else "one"


def register_moves(facts: Facts, params: Params) -> str:
    """The register in which the value of `register` stands one round later."""
    block = sha1_trace((_offer(facts).key + Policy().guid).encode()).blocks[0]
    now, later = block.rounds[params["round"]], block.rounds[params["round"] + 1]
    value = getattr(now, params["register"])
    return next((name for name in "abcde" if getattr(later, name) == value), "none")


def accept_length(_: Facts, params: Params) -> str:
    """The length of the accept value in characters if it is the same for all `keys`, else `varies`."""
    lengths = {len(accept_value(key)) for key in params["keys"]}
    return str(lengths.pop()) if len(lengths) == 1 else "varies"


def changed_character(facts: Facts, params: Params) -> str:
    """How much of the accept value changes if one character of the key does: `none`, `one` or `most`."""
    key = _offer(facts).key
    other = key[: params["place"]] + params["character"] + key[params["place"] + 1 :]
    pairs = zip(accept_value(key), accept_value(other), strict=True)
    changed = sum(first != second for first, second in pairs)
    return "none" if changed == 0 else "one" if changed == 1 else "most" if changed > 14 else "some"


def eavesdropper(facts: Facts, params: Params) -> str:
    """`yes` or `no`: whether who saw only the request can compute the answer of a server with `guid`."""
    seen = build_request(_offer(facts))
    answer = _reply(Connection.server(Policy(guid=params.get("guid", GUID))), seen)
    computed = accept_value(read_request(seen).get("Sec-WebSocket-Key") or "")
    return "yes" if computed == answer.get("Sec-WebSocket-Accept") else "no"


# The closing handshake.


def state_after(facts: Facts, params: Params) -> str:
    """The state of `who` after the client's Close was `sent` or has `arrived`."""
    client, server = _pair(facts)
    client.send_close(CloseCode.NORMAL)
    if params["moment"] == "arrived":
        server.receive(client.bytes_to_send())
    return (client if params["who"] == "client" else server).state.name


def close_answer_code(facts: Facts, params: Params) -> str:
    """The code in the Close frame with which the server answers a Close with `code` and `reason`."""
    client, server = _pair(facts)
    client.send_close(params["code"], params.get("reason", ""))
    server.receive(client.bytes_to_send())
    return _close_code(server.bytes_to_send())


def unmasked_to_server(facts: Facts, params: Params) -> str:
    """The code in the Close frame that answers a text frame, sent without a mask unless `mask` gives one."""
    client, server = _pair(facts)
    mask = bytes.fromhex(params["mask"]) if "mask" in params else None
    client.send_raw(encode_frame(Opcode.TEXT, b"Hello", key=mask))
    server.receive(client.bytes_to_send())
    said = server.bytes_to_send()
    return _close_code(said) if server.close_tcp else "none"


def finish_fragment_before_close(facts: Facts, params: Params) -> str:
    """`finish`, `pings` or `error`: what a server may still send that got a Close amid its message.

    With `closed` it has answered the Close already.
    """
    client, server = _pair(facts)
    server.answers_close = False
    server.send_text("half ", fin=False)
    client.send_close(CloseCode.NORMAL)
    server.receive(client.bytes_to_send())
    if params.get("closed"):
        server.send_close(CloseCode.NORMAL)
    try:
        server.send_continuation(b"done", fin=True)
        server.send_close(CloseCode.NORMAL)
    except StateError:
        return "error"
    events = client.receive(server.bytes_to_send())
    kinds = [type(event) for event in events]
    return "finish" if kinds == [MessageReceived, CloseReceived] else "error" if Failed in kinds else "pings"


def code_of_empty_close(facts: Facts, params: Params) -> str:
    """The code that the server's program is told after a Close frame with no body, or with `code`."""
    client, server = _pair(facts)
    client.send_close(params.get("code"))
    server.receive(client.bytes_to_send())
    server.tcp_closed()
    assert server.endpoint.told is not None
    return str(int(server.endpoint.told.code))


def code_of_lost_tcp(facts: Facts, params: Params) -> str:
    """The code that the server's program is told when TCP ends; with `close`, a Close frame came before."""
    client, server = _pair(facts)
    if params.get("close"):
        client.send_close(CloseCode.NORMAL)
        server.receive(client.bytes_to_send())
    server.tcp_closed()
    assert server.endpoint.told is not None
    return str(int(server.endpoint.told.code))


def who_closes_tcp(facts: Facts, params: Params) -> str:
    """`client`, `server` or `both`: who ends TCP first after `who` said Close and was answered."""
    client, server = _pair(facts)
    first, second = (client, server) if params["who"] == "client" else (server, client)
    first.send_close(CloseCode.NORMAL)
    second.receive(first.bytes_to_send())
    first.receive(second.bytes_to_send())
    ending = [end.role.value for end in (client, server) if end.close_tcp]
    return "both" if len(ending) == 2 else "".join(ending) or "nobody"


def _offer(facts: Facts) -> Offer:
    """What this run's client asked for, without what a fault may have done to the request."""
    fact = facts.get("request.sent")
    assert isinstance(fact, HeadSent)
    assert isinstance(fact.head, Request)
    offer = offer_of(fact.head)
    return Offer(offer.host, offer.target, offer.key, offer.origin, offer.subprotocols)


def _policy(params: Params) -> Policy:
    origins = params.get("origins")
    return replace(Policy(), origins=None if origins is None else tuple(origins))


def _reply(server: Connection, raw: bytes) -> Response:
    server.receive(raw)
    return read_response(server.bytes_to_send())


def _without(raw: bytes, name: str) -> bytes:
    lines = raw.split(b"\r\n")
    return b"\r\n".join(line for line in lines if not line.lower().startswith(name.lower().encode() + b":"))


def _with(raw: bytes, name: str, value: str) -> bytes:
    head, start = name.lower().encode() + b":", f"{name}: {value}".encode()
    return b"\r\n".join(start if line.lower().startswith(head) else line for line in raw.split(b"\r\n"))


def _blocks(message: bytes) -> int:
    return len(sha1_trace(message).blocks)


def _pair(facts: Facts) -> tuple[Connection, Connection]:
    """Two OPEN endpoints that have shaken hands with the key of this run."""
    client = Connection.client(_offer(facts), lambda: MASK)
    server = Connection.server(Policy())
    client.connect()
    server.receive(client.bytes_to_send())
    client.receive(server.bytes_to_send())
    return client, server


def _close_code(data: bytes) -> str:
    """The code of the Close frame in these bytes."""
    frames = [frame for frame in FrameReader().feed(data) if frame.opcode == Opcode.CLOSE]
    return str(read_close(frames[0].payload).code) if frames else "none"


DECIDERS: Final[dict[str, Decider]] = {
    decider.__name__: decider
    for decider in (
        same_key_again,
        drop_header,
        change_header,
        change_answer,
        same_text_twice,
        frame_size,
        joined_form,
        sha1_blocks,
        register_moves,
        accept_length,
        changed_character,
        eavesdropper,
        state_after,
        close_answer_code,
        unmasked_to_server,
        finish_fragment_before_close,
        code_of_empty_close,
        code_of_lost_tcp,
        who_closes_tcp,
    )
}
"""Every decider by the name that a lesson uses."""
