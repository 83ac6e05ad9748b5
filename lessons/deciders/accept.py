"""Questions about the accept key."""

from __future__ import annotations

from typing import Final

from lessons.deciders.common import Params, asked_offer, blocks_of, reply_of
from protocol.accept import accept_value, key_bytes
from protocol.base64 import encode
from protocol.connection import Connection
from protocol.handshake import Policy, build_request
from protocol.http11 import read_request
from protocol.knowledge import Facts
from protocol.sha1 import sha1, sha1_trace
from protocol.vocabulary import GUID


def joined_form(facts: Facts, _: Params) -> str:
    """`text` or `bytes`: the form of the key to which the server appends the GUID."""
    offer = asked_offer(facts)
    guid = Policy().guid.encode()
    sent = reply_of(Connection.server(Policy()), build_request(offer)).get("Sec-WebSocket-Accept")
    forms = {"text": offer.key.encode(), "bytes": key_bytes(offer.key) or b""}
    return next((name for name, form in forms.items() if encode(sha1(form + guid)) == sent), "neither")


def sha1_blocks(facts: Facts, params: Params) -> str:
    """Why SHA-1 needs two blocks: `always`, `padding`, or `guid` if the key alone already needed them."""
    key = params.get("key", asked_offer(facts).key).encode()
    joined = key + Policy().guid.encode()
    if blocks_of(b"") == 2:
        return "always"
    if blocks_of(key) == 2:
        return "guid"
    one_less = len(joined) <= 64 and blocks_of(joined[:55]) == 1 and blocks_of(joined) == 2
    return "padding" if one_less else "one"


def register_moves(facts: Facts, params: Params) -> str:
    """The register in which the value of `register` stands one round later."""
    block = sha1_trace((asked_offer(facts).key + Policy().guid).encode()).blocks[0]
    now, later = block.rounds[params["round"]], block.rounds[params["round"] + 1]
    value = getattr(now, params["register"])
    return next((name for name in "abcde" if getattr(later, name) == value), "none")


def accept_length(_: Facts, params: Params) -> str:
    """The length of the accept value in characters if it is the same for all `keys`, else `varies`."""
    lengths = {len(accept_value(key)) for key in params["keys"]}
    return str(lengths.pop()) if len(lengths) == 1 else "varies"


def changed_character(facts: Facts, params: Params) -> str:
    """How much of the accept value changes if one character of the key does: `none`, `one` or `most`."""
    key = asked_offer(facts).key
    other = key[: params["place"]] + params["character"] + key[params["place"] + 1 :]
    pairs = zip(accept_value(key), accept_value(other), strict=True)
    changed = sum(first != second for first, second in pairs)
    return "none" if changed == 0 else "one" if changed == 1 else "most" if changed > 14 else "some"


def eavesdropper(facts: Facts, params: Params) -> str:
    """`yes` or `no`: whether who saw only the request can compute the answer of a server with `guid`."""
    seen = build_request(asked_offer(facts))
    answer = reply_of(Connection.server(Policy(guid=params.get("guid", GUID))), seen)
    computed = accept_value(read_request(seen).get("Sec-WebSocket-Key") or "")
    return "yes" if computed == answer.get("Sec-WebSocket-Accept") else "no"


DECIDERS: Final = (
    joined_form,
    sha1_blocks,
    register_moves,
    accept_length,
    changed_character,
    eavesdropper,
)
"""The deciders of this file; a lesson names them as they are named here."""
