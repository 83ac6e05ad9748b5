"""The values that a lesson's words may name in {braces}: each is computed from the facts of the run.

    {request.size}            a head: size, lines, status, reason, or a header by its short name
    {client.0.hex}            a frame by sender and number: its bytes, its fields, its Close code
    {client.0.mask.1.wire}    one byte of a payload: as text, unmasked, its key byte, on the wire
    {accept} {round.1.37.a}   the accept key, every intermediate value of SHA-1 and base64
    {told.server.code}        what a program is told; {server.guid} and other names of the scenario

Prose never holds a number that stands here. A name that is not known is a mistake in the lesson; a value
that this run does not have (no 101, no accept value) is a `MissingValueError`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from lessons.error import WordedError
from lessons.late import modules_for
from protocol.accept import AcceptTrace, accept_trace, key_bytes
from protocol.chorus import Chorus
from protocol.closing import read_close
from protocol.facts import AcceptComputed, FrameSent, HeadSent, Told
from protocol.http11 import Request, Response
from protocol.knowledge import Facts
from protocol.masking import mask_steps
from protocol.sha1 import function_name
from protocol.vocabulary import GUID, opcode_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lessons.model import Scenario
    from protocol.frames import Frame

PLACEHOLDER: Final = re.compile(r"\{([a-z][\w.]*)\}")
LENGTH: Final = 8
"""Bytes at the end of SHA-1's padding that hold the length of the message (FIPS 180-4 section 5.1.1)."""


class MissingValueError(WordedError, LookupError):
    """This run has no such value."""


def placeholders(text: str) -> Iterator[str]:
    """The names in braces."""
    return (match[1] for match in PLACEHOLDER.finditer(text))


def is_known(name: str) -> bool:
    """Whether a lesson may use this name."""
    return _computed(name) is not None


@lru_cache(maxsize=2048)
def _computed(name: str) -> tuple[Callable[..., str], tuple[str, ...]] | None:
    """The function that computes this name and what it takes from it; None for a name that there is not.

    Names are patterns: those of this file, then those that the files of `more_values` list as VALUES.
    """
    for pattern, compute in _all_values(name.partition(".")[0]):
        if match := re.fullmatch(pattern, name):
            return compute, match.groups()
    return None


def _all_values(word: str) -> Iterator[tuple[str, Callable[..., str]]]:
    """Every pattern that there is; the files that hold this word are read first."""
    yield from VALUES.items()
    for module in modules_for("lessons.more_values", word):
        yield from module.VALUES.items()


@dataclass(frozen=True, slots=True)
class Values:
    """The values of one run: all its facts, and the scenario that was run."""

    facts: Facts | Chorus
    scenario: Scenario

    def fill(self, text: str) -> str:
        """The text with every placeholder replaced by its value."""
        return PLACEHOLDER.sub(lambda match: self[match[1]], text)

    def __getitem__(self, name: str) -> str:
        computed = _computed(name)
        if computed is None:
            raise MissingValueError("there is no value named “{{{name}}}”", name=name)
        compute, parts = computed
        return compute(self, *parts)

    def request(self) -> Request:
        """The client's head."""
        fact = self.facts.get("request.sent")
        if isinstance(fact, HeadSent) and isinstance(fact.head, Request):
            return fact.head
        raise MissingValueError("this run has no request")

    def response(self) -> Response:
        """The server's head."""
        fact = self.facts.get("response.sent")
        if isinstance(fact, HeadSent) and isinstance(fact.head, Response):
            return fact.head
        raise MissingValueError("this run has no response")

    def header(self, head: Request | Response, name: str) -> str:
        """The text of a header that must be there."""
        value = head.get(name)
        if value is None:
            raise MissingValueError("this run has no {name} header", name=name)
        return value

    def key(self) -> str:
        """The text of Sec-WebSocket-Key."""
        return self.header(self.request(), "Sec-WebSocket-Key")

    def trace(self) -> AcceptTrace:
        """How the key becomes the accept value that section 4.2.2 asks for."""
        return _trace(self.key())

    def computed(self) -> AcceptComputed:
        """What the server made of the key."""
        fact = self.facts.get("accept.computed")
        if isinstance(fact, AcceptComputed):
            return fact
        raise MissingValueError("this run has no accept value")

    def frame(self, who: str, number: str) -> Frame:
        """A frame by its sender and its number."""
        fact = self.facts.get(f"{who}.frame.{number}.sent")
        if isinstance(fact, FrameSent):
            return fact.frame
        raise MissingValueError("this run has no frame {number} from the {who}", number=number, who=who)

    def told(self, who: str) -> Told:
        """What the program at `who` is told in the end."""
        fact = self.facts.get(f"{who}.told")
        if isinstance(fact, Told):
            return fact
        raise MissingValueError("this run does not end for the {who}", who=who)


@lru_cache(maxsize=4)
def _trace(key: str) -> AcceptTrace:
    return accept_trace(key)


HEADERS: Final = {
    "host": "Host",
    "upgrade": "Upgrade",
    "connection": "Connection",
    "key": "Sec-WebSocket-Key",
    "origin": "Origin",
    "subprotocols": "Sec-WebSocket-Protocol",
    "subprotocol": "Sec-WebSocket-Protocol",
    "version": "Sec-WebSocket-Version",
    "accept": "Sec-WebSocket-Accept",
}
"""Short names for the headers of the handshake."""

FRAME_PARTS: Final[dict[str, Callable[[Frame], str]]] = {
    "hex": lambda frame: _hex(frame.raw),
    "size": lambda frame: str(frame.size),
    "header": lambda frame: _hex(frame.header),
    "header_size": lambda frame: str(len(frame.header)),
    "first": lambda frame: _hex(frame.header[:1]),
    "first_bits": lambda frame: f"{frame.header[0]:08b}",
    "second": lambda frame: _hex(frame.header[1:2]),
    "second_bits": lambda frame: f"{frame.header[1]:08b}",
    "opcode": lambda frame: f"{frame.opcode:x}",
    "opcode_name": lambda frame: opcode_name(frame.opcode),
    "key": lambda frame: _hex(frame.key),
    "key_size": lambda frame: str(len(frame.key)),
    "length": lambda frame: str(len(frame.wire)),
    "payload": lambda frame: _hex(frame.payload),
    "wire": lambda frame: _hex(frame.wire),
    "text": lambda frame: frame.payload.decode("utf-8", "replace"),
    "code": lambda frame: str(read_close(frame.payload).code),
    "code_hex": lambda frame: _hex(frame.payload[:2]),
    "reason": lambda frame: read_close(frame.payload).reason,
    "reason_size": lambda frame: str(len(frame.payload[2:])),
}

ACCEPT_PARTS: Final[dict[str, Callable[[AcceptTrace], str]]] = {
    "guid": lambda trace: trace.guid,
    "guid_length": lambda trace: str(len(trace.guid)),
    "guid_end": lambda trace: trace.guid[-4:],
    "joined": lambda trace: trace.joined.decode(),
    "joined_size": lambda trace: str(len(trace.joined)),
    "joined_bits": lambda trace: str(8 * len(trace.joined)),
    "length_hex": lambda trace: _hex(trace.sha1.padded[-LENGTH:]),
    "length_size": lambda _: str(LENGTH),
    "zeros": lambda trace: str(len(trace.sha1.padded) - len(trace.joined) - LENGTH - 1),
    "extra": lambda _: str(LENGTH + 1),
    "room": lambda trace: str(-len(trace.joined) % len(trace.sha1.blocks[0].data)),
    "padded_size": lambda trace: str(len(trace.sha1.padded)),
    "blocks": lambda trace: str(len(trace.sha1.blocks)),
    "block_size": lambda trace: str(len(trace.sha1.blocks[0].data)),
    "words": lambda trace: str(len(trace.sha1.blocks[0].words)),
    "first_words": lambda trace: str(len(trace.sha1.blocks[0].data) // 4),
    "rounds": lambda trace: str(sum(len(block.rounds) for block in trace.sha1.blocks)),
    "block_rounds": lambda trace: str(len(trace.sha1.blocks[0].rounds)),
    "digest": lambda trace: _hex(trace.digest),
    "digest_size": lambda trace: str(len(trace.digest)),
    "digest_bits": lambda trace: str(8 * len(trace.digest)),
    "groups": lambda trace: str(len(trace.groups)),
    "padding_bits": lambda trace: str(trace.groups[-1].padding_bits),
    "accept_length": lambda trace: str(len(trace.accept)),
}


def _hex(data: bytes) -> str:
    return data.hex(" ")


def _head_part(values: Values, which: str, part: str) -> str:
    head = values.request() if which == "request" else values.response()
    if part in HEADERS:
        return values.header(head, HEADERS[part])
    parts: dict[str, object] = {"size": head.size, "lines": 1 + len(head.headers)}
    if isinstance(head, Request):
        parts |= {"method": head.method, "target": head.target}
    else:
        parts |= {"status": head.status, "reason": head.reason}
    if part not in parts:
        raise MissingValueError("a {which} has no {part}", which=which, part=part)
    return str(parts[part])


def _key_part(values: Values, part: str) -> str:
    data = key_bytes(values.key())
    if data is None:
        raise MissingValueError("the key of this run is not base64 of 16 bytes")
    return {"hex": _hex(data), "size": str(len(data)), "length": str(len(values.key()))}[part]


def _round_part(values: Values, block: str, place: str, part: str) -> str:
    blocks = values.trace().sha1.blocks
    if not 1 <= int(block) <= len(blocks) or int(place) >= len(blocks[0].rounds):
        raise MissingValueError("there is no round {place} in block {block}", place=place, block=block)
    if part == "function":
        return function_name(int(place))
    value: int = getattr(blocks[int(block) - 1].rounds[int(place)], part)
    return f"{value:08x}"


def _register(values: Values, block: str, moment: str, register: str) -> str:
    blocks = values.trace().sha1.blocks
    if not 1 <= int(block) <= len(blocks):
        raise MissingValueError("there is no block {block}", block=block)
    one = blocks[int(block) - 1]
    return f"{(one.before if moment == 'before' else one.after)['abcde'.index(register)]:08x}"


def _word(values: Values, block: str, place: str) -> str:
    blocks = values.trace().sha1.blocks
    if not 1 <= int(block) <= len(blocks) or int(place) >= len(blocks[0].words):
        raise MissingValueError("there is no word {place} in block {block}", place=place, block=block)
    return f"{blocks[int(block) - 1].words[int(place)]:08x}"


def _group_part(values: Values, number: str, part: str) -> str:
    groups = values.trace().groups
    if int(number) >= len(groups):
        raise MissingValueError("there is no base64 group {number}", number=number)
    group = groups[int(number)]
    match part:
        case "hex":
            return _hex(group.data)
        case "size":
            return str(len(group.data))
        case "numbers":
            return ", ".join(str(sextet) for sextet in group.sextets if sextet is not None)
    return group.characters


def _mask_part(values: Values, who: str, number: str, place: str, part: str) -> str:
    frame = values.frame(who, number)
    if not frame.masked or int(place) >= len(frame.wire):
        raise MissingValueError(
            "frame {number} of the {who} has no masked byte {place}", number=number, who=who, place=place
        )
    step = mask_steps(frame.payload, frame.key)[int(place)]
    if part == "character":
        return chr(step.payload)
    value: int = getattr(step, part)
    return f"{value:02x}"


def _told_part(values: Values, who: str, part: str) -> str:
    told = values.told(who).told
    return {"code": str(told.code), "reason": told.reason, "clean": str(told.clean).lower()}[part]


def _action_code(values: Values, action_id: str) -> str:
    for action in values.scenario.actions:
        if action.id == action_id and action.code is not None:
            return str(action.code)
    raise MissingValueError("there is no close code in the action “{action_id}”", action_id=action_id)


ROLE: Final = "(client|server)"
VALUES: Final[dict[str, Callable[..., str]]] = {
    r"(request|response)\.(size|lines|method|target|status|reason|" + "|".join(HEADERS) + ")": _head_part,
    r"key": Values.key,
    r"key\.(hex|size|length)": _key_part,
    r"accept": lambda values: values.computed().accept,
    r"accept\.expected": lambda values: values.computed().expected,
    r"sha\.(" + "|".join(ACCEPT_PARTS) + ")": lambda values, part: ACCEPT_PARTS[part](values.trace()),
    r"round\.(\d)\.(\d+)\.(a|b|c|d|e|f|k|w|function)": _round_part,
    r"block\.(\d)\.(before|after)\.([a-e])": _register,
    r"word\.(\d)\.(\d+)": _word,
    r"group\.(\d)\.(hex|size|numbers|characters)": _group_part,
    ROLE + r"\.(\d+)\.(" + "|".join(FRAME_PARTS) + ")": lambda values, who, number, part: FRAME_PARTS[part](
        values.frame(who, number)
    ),
    ROLE + r"\.(\d+)\.mask\.(\d+)\.(character|payload|key|wire)": _mask_part,
    r"told\." + ROLE + r"\.(code|reason|clean)": _told_part,
    r"guid": lambda _: GUID,
    r"server\.guid": lambda values: values.scenario.server.guid,
    r"server\.guid_end": lambda values: values.scenario.server.guid[-4:],
    r"server\.subprotocols": lambda values: ", ".join(values.scenario.server.subprotocols),
    r"server\.origins": lambda values: ", ".join(values.scenario.server.origins or ()),
    r"offer\.version": lambda values: str(values.scenario.version),
    r"offer\.origin": lambda values: values.scenario.origin or "",
    r"offer\.omit": lambda values: ", ".join(values.scenario.omit),
    r"action\.(\w+)\.code": _action_code,
}
"""Names that may stand in braces, as patterns, with the functions that compute them."""
