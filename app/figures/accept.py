"""The accept key: six stages as cards, one of them open in the panel below, and at the end the answer
compared.

`draw` answers a focus: `join`, `pad.text`, `pad`, `schedule`, `schedule.37`, `rounds`, `round.1.37`, `digest`,
`base64`, `base64.6`, `answer`, `back.37`. Everything is computed from the key that the request carried.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.marks import Scene
from app.figures.accept_answer import draw_answer
from app.figures.accept_back import draw_back
from app.figures.accept_base64 import draw_base64
from app.figures.accept_digest import draw_digest
from app.figures.accept_join import draw_join
from app.figures.accept_known import ANSWER, BACK, DIGEST_BITS, Focus, Known, known_at, read_focus
from app.figures.accept_pad import draw_pad
from app.figures.accept_panel import PanelPen
from app.figures.accept_pipeline import draw_panel, draw_pipeline, stage_names
from app.figures.accept_rounds import draw_rounds
from app.figures.accept_schedule import draw_schedule
from app.figures.pen import sans
from app.model.control import Control

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.drawing.marks import Room, Words
    from protocol.knowledge import Facts

PANELS = {
    "join": draw_join,
    "pad": draw_pad,
    "schedule": draw_schedule,
    "rounds": draw_rounds,
    "digest": draw_digest,
    "base64": draw_base64,
}
"""What draws each stage: (pen, trace, focus) -> what it shows in one sentence."""


def draw(facts: Facts, cursor: int, focus: str, room: Room) -> Scene:
    """The scene of one focus, with what the first `cursor` facts say."""
    known = known_at(facts, cursor)
    blocks = len(known.trace.sha1.blocks) if known.trace else 2
    at = read_focus(focus, room.options, blocks)
    pen = PanelPen(room)
    draw_pipeline(pen, known, at)
    draw_panel(pen, known, at)
    description = _draw_stage(pen, known, at)
    return Scene(tuple(pen.marks), 888, room.height, _title(pen, at), description)


def _draw_stage(pen: PanelPen, known: Known, focus: Focus) -> str:
    if known.trace is None:
        return _draw_nothing(pen, known)
    if focus.stage == ANSWER:
        return draw_answer(pen, known.trace, known)
    if focus.stage == BACK:
        return draw_back(pen, known.trace, focus)
    return PANELS[focus.stage](pen, known.trace, focus)


def _draw_nothing(pen: PanelPen, known: Known) -> str:
    """Without a key there is nothing to compute, and the panel says so."""
    if known.key is None:
        text = pen.words.translate("figures", "No Sec-WebSocket-Key has been read: there is nothing to compute")
    else:
        text = pen.words.translate("figures", "Nothing can be computed from this key")
    y = (pen.top + pen.bottom) / 2
    pen.text("nothing", 444, y, text, sans(16), color="text2", anchor="middle", within=760)
    return text


def _title(pen: PanelPen, focus: Focus) -> str:
    words = pen.words
    if focus.stage == ANSWER:
        return words.translate("figures", "Accept key: the answer is compared")
    if focus.stage == BACK:
        return words.translate("figures", "Accept key: from the answer back")
    text = words.translate("figures", "Accept key, stage {number} of 6: {name}")
    return text.format(number=focus.place + 1, name=stage_names(pen)[focus.stage])


def controls(focus: str, options: Mapping[str, str | int], words: Words) -> tuple[Control, ...]:
    """The local controls of a focus: block and word, block and round, group, or a bit of the answer. All but
    rounds count from 1."""
    at = read_focus(focus, options)
    block = Control("block", words.translate("figures", "Block"), "segments", at.block, 1, 2)
    if at.stage == "schedule":
        return block, Control("round", words.translate("figures", "Word"), "stepper", at.t, 0, 79)
    if at.stage == "rounds":
        return block, Control("round", words.translate("figures", "Round"), "stepper", at.t, 0, 79)
    if at.stage == "base64":
        return (Control("group", words.translate("figures", "Group"), "stepper", at.group or 7, 1, 7),)
    if at.stage == BACK:
        return (Control("bit", words.translate("figures", "Answer bit"), "stepper", at.bit + 1, 1, DIGEST_BITS),)
    return ()
