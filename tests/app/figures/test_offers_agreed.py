"""What both do from now on."""

from __future__ import annotations

from app.figures.offers_agreed import agreement
from app.figures.offers_view import read_view
from tests.figures_support import PlainWords
from tests.offers_support import FULL, drawn


def test_each_direction_has_its_window():
    scene = drawn(FULL["all"]())
    assert scene.find("agreed.0").text == "chat"
    assert scene.find("agreed.1").text == "window 512 bytes   empty at each message"
    assert scene.find("agreed.2").text == "window 4096 bytes   empty at each message"
    cells = [scene.find(f"agreed.1/window.{bits}").fill for bits in range(8, 16)]
    assert cells == ["pay.fill"] * 2 + ["pay.tint"] * 6


def test_nothing_agreed_is_an_agreement_too():
    scene = drawn(FULL["plain"]())
    assert scene.find("agreed.0").text.startswith("none")
    assert scene.find("agreed.1").text == "not compressed"


def test_before_the_check_nothing_holds():
    facts = FULL["all"]()
    scene = drawn(facts, cursor=facts.place("response.sent") + 1)
    assert scene.find("agreed.hope") is not None
    assert scene.find("agreed.0") is None


def test_a_broken_rule_and_its_end():
    scene = drawn(FULL["stranger"]())
    assert scene.find("agreed.rule").text == "Broken: No subprotocol that was not offered."
    assert "told 1006" in scene.find("agreed.end.0").text
    assert "with 400" in drawn(FULL["twice"]()).find("agreed.end.0").text


def test_in_words():
    facts = FULL["all"]()
    said = [
        agreement(PlainWords(), read_view(facts, cursor)) for cursor in (0, facts.place("request.sent") + 1, len(facts))
    ]
    assert said == [
        "Nothing was offered yet.",
        "The client has offered; nothing is agreed yet.",
        "Agreed: subprotocol chat. Messages are compressed.",
    ]
