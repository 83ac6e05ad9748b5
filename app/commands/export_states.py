"""`export states`: the state machine of both ends, as a picture, as Mermaid or as a table in JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from app.commands.output import FINE, complain
from app.reasons import reason
from app.writing import replace_file

if TYPE_CHECKING:
    import argparse

    from app.drawing.marks import Scene

TEXT: Final = (".mmd", ".json")
PICTURES: Final = (".svg", ".pdf", ".png")


def run(arguments: argparse.Namespace) -> int:
    """Write the file; 2 if that cannot be done."""
    if arguments.input:
        return complain("export: The state machine is that of every connection: it takes no bytes.")
    suffix = arguments.output.suffix.lower()
    if suffix not in (*TEXT, *PICTURES):
        known = ", ".join((*PICTURES, *TEXT))
        return complain(f"export: “{arguments.output.name}” does not end in {known}.")
    try:
        data = _text(suffix, arguments.lang).encode() if suffix in TEXT else _picture(arguments)
        replace_file(arguments.output, data)
    except ImportError as problem:
        from app.machine import LIBRARIES

        return complain(f"export: Qt cannot be loaded ({problem}): run {LIBRARIES}")
    except OSError as error:
        return complain(f"export: “{arguments.output}” could not be written: {reason(error)}.")
    return FINE


def _text(suffix: str, lang: str) -> str:
    if suffix == ".mmd":
        from app.plain_words import PlainWords
        from app.storyboard.mermaid import to_states
        from lessons.narration import rules

        return to_states(PlainWords(lang, rules.text))
    from protocol.machine import TRANSITIONS
    from protocol.vocabulary import Role, State

    rows = [
        {
            "role": row.role.value if row.role is not None else None,
            "from": row.state.name,
            "signal": row.signal.value,
            "to": row.next.name,
            "section": row.section,
        }
        for row in TRANSITIONS
    ]
    states = [{"name": state.name, "ready_state": int(state)} for state in State]
    document = {"roles": [role.value for role in Role], "states": states, "transitions": rows}
    return json.dumps(document, indent=2) + "\n"


def _picture(arguments: argparse.Namespace) -> bytes:
    from app.drawing.export import PNG_SCALE, encoded
    from app.drawing.theme import THEMES

    scale = arguments.scale or PNG_SCALE
    return encoded(figure(arguments.lang), arguments.output, THEMES[arguments.theme], arguments.lang, scale)


def figure(lang: str) -> Scene:
    """Both machines before anything has happened: without a title above, and without what a reader has collected."""
    from dataclasses import replace

    from app.drawing.fonts import QtMeasure
    from app.drawing.marks import Room
    from app.drawing.render import ensure_app
    from app.figures.states import draw
    from app.plain_words import PlainWords
    from lessons.narration import rules
    from protocol.knowledge import Facts

    ensure_app()
    scene = draw(Facts(), 0, "", Room(QtMeasure(lang), PlainWords(lang, rules.text), height=700, top=24))
    marks = tuple(mark for mark in scene.marks if not mark.id.startswith("visited."))
    return replace(scene, marks=marks, height=700)
