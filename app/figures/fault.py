"""One broken rule told fully: the rule and its clause, the offending bits, what the RFC asks for, and what was done.

The focus may be the id of a fact that says which rule (`client.broken.0`); `rules` shows all rules that are checked.
Before anything is broken, the newest frame or head stands in the middle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.drawing.marks import Scene
from app.figures.fault_banner import BANNER, LEFT, RIGHT, draw_banner, rule_text
from app.figures.fault_bits import draw_bits
from app.figures.fault_finding import find, subject_frame, subject_head, written
from app.figures.fault_lines import draw_bytes, draw_head
from app.figures.fault_rules import draw_rules
from app.figures.fault_table import DUTIES, ROW, TOLD, draw_duties, draw_told
from app.figures.parts import peer_name, told_heading, told_text
from app.figures.pen import Pen
from protocol.chorus import as_chorus
from protocol.facts import FrameSent, HeadSent, TcpEnded, Told
from protocol.laws import law_of
from protocol.vocabulary import Role

if TYPE_CHECKING:
    from app.drawing.marks import Room
    from app.figures.fault_finding import Finding
    from protocol.chorus import Chorus
    from protocol.frames import Frame
    from protocol.knowledge import Facts

FOOT: Final = 10.0


def draw(facts: Facts | Chorus, cursor: int, focus: str, room: Room) -> Scene:
    """The fault that is known at the cursor."""
    known = as_chorus(facts).until(max(0, cursor)).connection()
    pen = Pen(room, "")
    finding = find(known, focus)
    title = room.words.translate("figures", "A broken rule")
    if focus == "rules":
        draw_rules(pen, known, finding)
        return Scene(tuple(pen.marks), height=room.height, title=title, description=_description(room, known, finding))
    frame, sender, number = _frame(known, finding)
    law = law_of(finding.rule, frame) if finding is not None else None
    draw_banner(pen, finding, law)
    below = room.height - FOOT - TOLD - 12 - DUTIES * ROW - 28
    top = room.top + BANNER + 8
    height = below - top - 8
    if frame is not None and sender is not None:
        pen.marks += draw_bits(room, frame, sender, number, finding, top, height).marks
    else:
        _other(pen, known, finding, top, height)
    draw_duties(pen, known, finding, law, below)
    for role in Role:
        draw_told(pen, known, role, room.height - FOOT - TOLD)
    return Scene(tuple(pen.marks), height=room.height, title=title, description=_description(room, known, finding))


def _frame(known: Facts, finding: Finding | None) -> tuple[Frame | None, Role | None, int]:
    """The frame in the middle: that of the finding, or while nothing is broken the newest one."""
    if finding is not None:
        found = subject_frame(known, finding)
        return (*found, finding.number or 0) if found is not None else (None, None, 0)
    sent = known.of(FrameSent)
    return (sent[-1].frame, sent[-1].who, sent[-1].number) if sent else (None, None, 0)


def _other(pen: Pen, known: Facts, finding: Finding | None, top: float, height: float) -> None:
    """What is no frame: a head, bytes that are none, or the end of TCP."""
    words = pen.room.words
    if finding is not None:
        head = subject_head(known, finding)
        if head is not None:
            draw_head(pen, head, finding.who, finding, top, height)
        elif finding.missed:
            _nothing(pen, words.translate("figures", "TCP ends, and no byte says goodbye"), top, height)
        else:
            data = written(known, finding.who, finding.entry)
            draw_bytes(pen, data, finding.who, broken=True, top=top, height=height)
        return
    heads = known.of(HeadSent)
    if heads:
        draw_head(pen, heads[-1].head, heads[-1].who, None, top, height)
        return
    data = written(known, Role.CLIENT, known[len(known) - 1].entry) if len(known) else b""
    if data:
        draw_bytes(pen, data, Role.CLIENT, broken=False, top=top, height=height)
    else:
        _nothing(pen, words.translate("figures", "Nothing has been sent yet"), top, height)


def _nothing(pen: Pen, text: str, top: float, height: float) -> None:
    tall = min(96.0, height)
    pen.box("fault.empty", LEFT, top, RIGHT - LEFT, tall, stroke="line3", radius=10, dash=(5, 4))
    pen.text("fault.empty/text", 444, top + tall / 2 + 6, text, 16, color="text2", within=780)


def _description(room: Room, known: Facts, finding: Finding | None) -> str:
    """The text alternative."""
    words = room.words
    if finding is None:
        return words.translate("figures", "No rule is broken so far.")
    pen = Pen(room, "")
    sentences = [words.translate("figures", "Broken: {rule}").format(rule=rule_text(pen, finding))]
    ended = [fact for fact in known.of(TcpEnded) if fact.who is finding.who.peer]
    if ended:
        sentences.append(
            words.translate("figures", "{peer} has ended TCP").format(peer=peer_name(words, finding.who.peer))
        )
    sentences += [f"{told_heading(words, fact.who)}: {told_text(words, fact)}" for fact in known.of(Told)]
    return ". ".join(sentences) + "."
