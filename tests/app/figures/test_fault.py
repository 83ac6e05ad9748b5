"""The fault figure names the broken rule, rings its bits and sets what was asked for beside what was done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.drawing.marks import Box, Glyph, Label, Scene
from app.figures.fault import draw
from protocol.facts import Broke
from protocol.knowledge import Facts
from tests.app.figures.fault_support import FAULTS, facts_of
from tests.figures_support import plain_room
from tests.layout_support import layout_faults, outside


def end(rule: str, focus: str = "", height: float = 772, top: float = 96) -> Scene:
    facts = facts_of(rule)
    return draw(facts, len(facts), focus, replace(plain_room(height), top=top))


def text(scene: Scene, mark_id: str) -> str:
    mark = scene.find(mark_id)
    assert isinstance(mark, Label), mark_id
    return mark.text


def glyph(scene: Scene, mark_id: str) -> str:
    mark = scene.find(mark_id)
    assert isinstance(mark, Glyph), mark_id
    return mark.name


@pytest.mark.parametrize("rule", FAULTS)
@pytest.mark.parametrize(("height", "top"), [(632, 136), (772, 96)])
def test_everything_has_its_place(rule: str, height: float, top: float) -> None:
    facts = facts_of(rule)
    for cursor in {0, len(facts) // 2, len(facts)}:
        scene = draw(facts, cursor, "", replace(plain_room(height), top=top))
        assert layout_faults(scene) + outside(scene, top - 3) == []


@pytest.mark.parametrize("rule", FAULTS)
def test_the_card_names_the_broken_rule(rule: str) -> None:
    card = end(rule).find("fault")
    assert isinstance(card, Box)
    assert card.links == ("rule:" + rule,)
    assert "Broken: " in card.spoken


def test_nothing_is_broken_before_the_frame_is_read() -> None:
    facts = facts_of("frame.masked")
    place = facts.place("client.broken.0")
    assert place is not None
    scene = draw(facts, place, "", plain_room())
    assert scene.find("fault") is None
    assert text(scene, "fault.none/text") == "No rule is broken so far."
    assert draw(facts, place + 1, "", plain_room()).find("fault") is not None


def test_the_levels_are_the_words_of_the_rfc() -> None:
    scene = end("frame.masked")
    assert text(scene, "fault/level/text") == "MUST"
    assert text(scene, "fault/clause") == "RFC 6455 §5.1"
    assert [text(scene, f"duty.{n}/level/text") for n in (0, 1)] == ["MUST", "MAY"]
    assert [text(scene, f"deed.{n}") for n in (0, 1)] == ["sends TCP FIN", "sends Close 1002"]


def test_what_is_still_to_come_is_open() -> None:
    facts = facts_of("frame.masked")
    place = facts.place("client.broken.0")
    assert place is not None
    scene = draw(facts, place + 1, "", plain_room())
    assert [glyph(scene, f"deed.{n}/glyph") for n in (0, 1)] == ["pending", "pending"]
    assert text(scene, "told.client/value") == "nothing yet"


def test_both_programs_are_told_in_the_end() -> None:
    scene = end("text.utf8")
    assert (text(scene, "told.client/value"), text(scene, "told.server/value")) == ("1007, clean", "1006, not clean")


def test_a_refusal_is_no_connection_to_the_server() -> None:
    scene = end("request.version")
    assert text(scene, "deed.0") == "sends 426 Upgrade Required"
    assert text(scene, "told.server/value").startswith("nothing: it refus")


def test_the_focus_chooses_among_broken_rules() -> None:
    facts = facts_of("frame.length63")
    second = facts.of(Broke)[1]
    card = end("frame.length63", second.id).find("fault")
    assert isinstance(card, Box)
    assert card.links == ("rule:" + second.rule.id,)


@pytest.mark.parametrize("focus", ["", "rules", "nonsense"])
def test_without_facts_there_is_a_picture(focus: str) -> None:
    scene = draw(Facts(), 0, focus, plain_room(632))
    assert scene.marks
    assert layout_faults(scene) == []
