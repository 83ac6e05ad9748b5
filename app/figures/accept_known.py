"""What the figure of the accept key knows at a cursor, which part of it is in focus, and what each byte is.

The key comes from the request; the whole chain is computed from it with the GUID of RFC 6455, because that is
what the client expects. What the server really sent is only compared with it, at the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from protocol.accept import AcceptTrace, accept_trace
from protocol.facts import AcceptComputed, Checked, HeadSent
from protocol.http11 import Request
from protocol.knowledge import Facts
from protocol.rules import RESPONSE_ACCEPT
from protocol.sha1 import BLOCK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from protocol.handshake import Verdict

STAGES: Final = ("join", "pad", "schedule", "rounds", "digest", "base64")
ANSWER: Final = "answer"
BACK: Final = "back"
"""The way back: from a bit of the answer to what it was made of."""

DIGEST_BITS: Final = 160

FIRST_GROWN: Final = 16
"""The first word of the schedule that is made from others: what `schedule` shows if no word is named."""

KIND_FILL: Final = {"key": "cli.fill", "guid": "text3", "one": "ink", "zero": "line", "length": ""}
"""The colour of a byte of the padded message in miniatures; the length is an outline."""


@dataclass(frozen=True, slots=True)
class Known:
    """The conversation as far as it matters here. None is what is not known, or not there."""

    key: str | None
    """The value of Sec-WebSocket-Key; None if no request was read, or one without a key."""
    trace: AcceptTrace | None
    computed: bool
    """Whether the server has computed its value."""
    answered: bool
    """Whether the server has sent a whole response head."""
    status: int | None
    sent: str | None
    """The accept value that the server computed, or sent."""
    verdict: Verdict | None
    """What the client found when it compared."""


def known_at(facts: Facts, cursor: int) -> Known:
    """What the facts before the cursor say."""
    key = sent = status = verdict = None
    computed = answered = False
    for fact in list(facts)[: max(cursor, 0)]:
        if isinstance(fact, HeadSent):
            head = fact.head
            if isinstance(head, Request):
                key = head.get("Sec-WebSocket-Key")
            else:
                answered, status, sent = True, head.status, head.get("Sec-WebSocket-Accept")
        elif isinstance(fact, AcceptComputed):
            key, sent, computed = fact.key, fact.accept, True
        elif isinstance(fact, Checked) and fact.check.rule == RESPONSE_ACCEPT:
            verdict = fact.check.verdict
    return Known(key, _trace(key), computed, answered, status, sent, verdict)


def _trace(key: str | None) -> AcceptTrace | None:
    if not key:
        return None
    try:
        return accept_trace(key)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Focus:
    """The stage in the panel; `block` and `group` count from 1 as the reader does, `t` from 0 as FIPS 180-4
    does.

    `group` is 0 if no group is singled out."""

    stage: str
    block: int = 1
    t: int = 0
    group: int = 0
    padded: bool = True
    """Whether the padding is shown; without it only the text in its blocks."""
    bit: int = 0
    """The bit of the digest that is followed back, from 0; its first one is the most significant of H0."""

    @property
    def place(self) -> int:
        """The place of the stage in the pipeline; after its end for the answer."""
        return STAGES.index(self.stage) if self.stage in STAGES else len(STAGES)


def read_focus(focus: str, options: Mapping[str, str | int], blocks: int = 2) -> Focus:
    """`join`, `pad.text`, `pad`, `schedule.37`, `round.1.37`, `digest`, `base64.6`, `answer`, `back.37`; what cannot be
    read is the start.

    The options `block`, `round`, `group` and `bit` are those of the local controls and go before what the focus
    says.
    """
    stage, *rest = focus.split(".")
    stage = "rounds" if stage == "round" else stage
    if stage not in (*STAGES, ANSWER, BACK):
        stage = "join"
    numbers = [int(part) if part.isdecimal() else 0 for part in rest[:2]]
    block, t, group = 1, FIRST_GROWN if stage == "schedule" else 0, 0
    if stage in ("schedule", "rounds") and numbers:
        *before, t = numbers
        block = before[0] if before else 1
    elif stage == "base64" and numbers:
        group = numbers[0] + 1
    bit = numbers[0] if stage == BACK and numbers else 1
    return Focus(
        stage,
        _between(1, _option(options, "block", block), max(blocks, 1)),
        _between(0, _option(options, "round", t), 79),
        _between(0, _option(options, "group", group), 7),
        padded=(stage, *rest) != ("pad", "text"),
        bit=_between(1, _option(options, "bit", bit), DIGEST_BITS) - 1,
    )


def _option(options: Mapping[str, str | int], name: str, otherwise: int) -> int:
    value = options.get(name, otherwise)
    return value if isinstance(value, int) else int(value) if value.isdecimal() else otherwise


def _between(low: int, value: int, high: int) -> int:
    return max(low, min(value, high))


def kinds(trace: AcceptTrace) -> tuple[str, ...]:
    """What each byte of the padded message is: key, guid, one (0x80), zero or length."""
    key, joined, padded = len(trace.key), len(trace.joined), len(trace.sha1.padded)
    zeros = padded - joined - 9
    guid = joined - key
    return ("key",) * key + ("guid",) * guid + ("one",) + ("zero",) * zeros + ("length",) * 8


def text_blocks(trace: AcceptTrace) -> range:
    """The blocks that the text reaches into without any padding, counted from 1."""
    return range(1, max(1, -(-len(trace.joined) // BLOCK)) + 1)


def word_kind(trace: AcceptTrace, block: int, t: int) -> str:
    """What the first byte of one of the 16 words of a block is; `block` counts from 1."""
    return kinds(trace)[(block - 1) * BLOCK + 4 * t]


def shown_blocks(trace: AcceptTrace, block: int) -> range:
    """The one or two blocks that are shown side by side, counted from 1; `block` is one of them."""
    count = len(trace.sha1.blocks)
    first = max(1, min(block, count - 1))
    return range(first, min(first + 1, count) + 1)


def differing(expected: str, sent: str) -> tuple[int, ...]:
    """The places, counted from 0, at which two values differ; a missing character differs too."""
    size = max(len(expected), len(sent))
    return tuple(place for place in range(size) if expected[place : place + 1] != sent[place : place + 1])


def other_guid(options: Mapping[str, str | int], trace: AcceptTrace) -> str:
    """The GUID that the server of this run appends, if its scenario gave it a wrong one; else nothing. No message
    on the wire shows it."""
    guid = str(options.get("server_guid", ""))
    return "" if guid == trace.guid else guid
