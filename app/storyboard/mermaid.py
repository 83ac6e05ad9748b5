"""Mermaid for storyboards: a recording as a `sequenceDiagram`, the state machine as a `stateDiagram-v2`. No Qt.

Arrows are what crossed the wire, in the order of sending; one with a cross at its end never arrived. Notes are the
states that the ends went to, broken rules and what the programs were told. All texts are quoted for Mermaid: a
semicolon ends a statement there and # begins an entity.
"""

from __future__ import annotations

import re
from itertools import islice
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from app.figures.parts import peer_name
from app.figures.sequence_words import close_text, end_text, frame_text, head_text, signal_word
from lessons.narration import narrate
from protocol.chorus import Chorus, as_chorus
from protocol.closing import read_close
from protocol.facts import Broke, FrameSent, Gap, HeadArrived, HeadSent, Missed, Moved, TcpEnded, TcpOpened, Told
from protocol.machine import TRANSITIONS
from protocol.vocabulary import Opcode, Role, State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.drawing.marks import Words
    from protocol.facts import Fact
    from protocol.knowledge import Facts

LONGEST: Final = 80
"""Characters on an arrow; Mermaid breaks no lines by itself."""

NOTE_WIDTH: Final = 44
"""Characters in a line of a note."""

UNSAFE: Final = re.compile(r"[#;:<>{}\[\]\"&%`]")
"""Signs that mean something to Mermaid or to HTML."""

TOLD: Final = (Broke, Missed, Told, Gap)
"""Facts that are said in a note."""


def to_sequence(facts: Facts | Chorus, words: Words, title: str = "", until: int | None = None) -> str:
    """The diagram of all connections that speak WebSocket, of the first `until` facts or of all. Whether something
    arrives is told as it will be in the end."""
    lines = ["---", f"title: {_title(title)}", "---"] if title else []
    lines += ["sequenceDiagram"]
    names = facts.names if isinstance(facts, Chorus) else ("",)
    for place, name in enumerate(names):
        lines += _participants(place, name, words, boxed=len(names) > 1)
    whole = as_chorus(facts)
    numbers = {name: place for place, name in enumerate(whole.names)}
    for place, fact in islice(enumerate(whole), until):
        number = numbers.get(whole.name_at(place))
        if number is not None:
            lines += [f"    {line}" for line in _lines(fact, number, whole.whole(whole.name_at(place)), words)]
    return "\n".join(lines) + "\n"


def _participants(place: int, name: str, words: Words, *, boxed: bool) -> Iterator[str]:
    if boxed:
        yield f"    box {safe(name)}"
    for role in Role:
        yield f"    participant {_end(role, place)} as {safe(peer_name(words, role))}"
    if boxed:
        yield "    end"


def _end(role: Role, place: int) -> str:
    return f"{role.value}{place or ''}"


def _lines(fact: Fact, place: int, facts: Facts, words: Words) -> Iterator[str]:
    """The statements for one fact."""
    own, other = _end(fact.who, place), _end(fact.who.peer, place)
    side = "left" if fact.who is Role.CLIENT else "right"
    match fact:
        case TcpOpened():
            yield f"Note over {_end(Role.CLIENT, place)},{_end(Role.SERVER, place)}: TCP"
        case HeadSent():
            came = any(one.who is fact.who for one in facts.of(HeadArrived)) or not facts.recording.reads
            yield f"{own}{'->>' if came else '-x'}{other}: {safe(head_text(fact.head))}"
        case FrameSent():
            came = facts.get(f"{fact.who.value}.frame.{fact.number}.arrived") is not None
            yield f"{own}{'->>' if came else '-x'}{other}: {safe(_frame(fact, words))}"
        case TcpEnded():
            yield f"{own}--{'x' if fact.kind == 'rst' else '>>'}{other}: {safe(end_text(words, fact.kind))}"
        case Moved():
            yield f"Note {side} of {own}: {fact.transition.next.name}"
        case _ if isinstance(fact, TOLD):
            lines = wrap(narrate(fact, words.lang), NOTE_WIDTH, break_on_hyphens=False)
            yield f"Note {side} of {own}: {'<br/>'.join(safe(line) for line in lines)}"


def _frame(fact: FrameSent, words: Words) -> str:
    frame = fact.frame
    if frame.opcode == Opcode.CLOSE:
        return close_text(words, read_close(frame.payload))
    return frame_text(words, frame)


def to_states(words: Words) -> str:
    """Both machines, from the table that the program runs on; each arrow with its signal and its section."""
    lines = ["stateDiagram-v2"]
    for role in Role:
        lines.append(f'    state "{safe(peer_name(words, role))}" as {role.value} {{')
        lines += [f'        state "{state.name} {int(state)}" as {_state(role, state)}' for state in State]
        lines.append(f"        [*] --> {_state(role, State.CONNECTING)}")
        for row in TRANSITIONS:
            if row.serves(role):
                arrow = f"{_state(role, row.state)} --> {_state(role, row.next)}"
                lines.append(f"        {arrow} : {safe(signal_word(words, row.signal))} (§{row.section})")
        lines += [f"        {_state(role, State.CLOSED)} --> [*]", "    }"]
    return "\n".join(lines) + "\n"


def _state(role: Role, state: State) -> str:
    return f"{role.value}_{state.name}"


def safe(text: str) -> str:
    """The text as Mermaid reads it back: one line, not too long, with its signs as entities."""
    line = "".join(letter if letter.isprintable() else "·" for letter in " ".join(text.split()))
    short = line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
    return UNSAFE.sub(lambda found: f"#{ord(found[0])};", short) or " "


def _title(text: str) -> str:
    """A string of YAML."""
    return (
        '"' + "".join(letter for letter in " ".join(text.split()) if letter.isprintable() and letter not in '\\"') + '"'
    )
