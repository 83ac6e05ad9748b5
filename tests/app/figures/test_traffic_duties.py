"""What is asked for, what was done, and the other rules."""

from __future__ import annotations

import pytest
from figures_support import PlainWords, plain_room
from traffic_support import incident

from app.drawing.marks import Box, Glyph, Label
from app.figures.traffic_duties import deed_words, delay_text
from app.figures.traffic_referee import draw
from app.model.traffic.verdict import DeedShown, said
from protocol.aftermath import Deed
from protocol.vocabulary import Role


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.001, "+1 ms"),
        (0.0004, "+0.4 ms"),
        (0.021, "+21 ms"),
        (0.9996, "+1.0 s"),
        (3.44, "+3.4 s"),
        (1234.5, "+1,234 s"),
    ],
)
def test_delays(seconds: float, text: str) -> None:
    assert delay_text(PlainWords(), seconds) == text


@pytest.mark.parametrize("what", ["close", "data", "late", "fin", "rst", "answer", "nothing"])
def test_every_deed_has_words(what: str) -> None:
    deed = Deed(what, Role.SERVER, 0.1, 1, 1002, 3)  # type: ignore[arg-type]
    assert deed_words(PlainWords(), DeedShown(deed, 5))


def test_a_must_is_solid_and_a_may_is_outlined() -> None:
    ledger = incident()
    place = next(place for place in range(len(ledger)) if "no mask" in ledger.preview(place))
    scene = draw(said(ledger, place), plain_room())
    must, may = scene.find("asked.server.0/tag"), scene.find("asked.server.1/tag")
    assert isinstance(must, Box)
    assert isinstance(may, Box)
    assert (must.fill, may.fill) == ("ink", "")
    glyphs = [scene.find(f"did.{number}/glyph") for number in range(3)]
    assert [mark.name for mark in glyphs if isinstance(mark, Glyph)] == ["tick", "cross", "tick"]


def test_a_deed_leads_to_its_frame() -> None:
    ledger = incident()
    place = next(place for place in range(len(ledger)) if "no mask" in ledger.preview(place))
    scene = draw(said(ledger, place), plain_room())
    frame = scene.find("did.1/frame")
    assert isinstance(frame, Label)
    late = next(place for place in range(len(ledger)) if "tick 402" in ledger.preview(place))
    assert frame.links == (f"frame:{late + 1}",)


def test_rules_that_hold_are_listed_and_silent_ones_counted() -> None:
    ledger = incident()
    told = said(ledger, next(place for place in range(len(ledger)) if "Hello" in ledger.preview(place)))
    scene = draw(told, plain_room())
    assert scene.find("other.0/sign") is not None
    silent = scene.find("others/silent")
    assert isinstance(silent, Label)
    assert silent.text.split()[0].isdecimal()
